"""Ranges of two dates in any form: "from 2014 to May 2018", "between January 2019 and today"."""

from __future__ import annotations

import re
from datetime import date

from attrs import evolve

from factdiff.language.rules import Found, Setting
from factdiff.languages.en.calendar.dates.nested import date_at
from factdiff.languages.en.calendar.dates.ranges import is_lifespan, is_rescheduling, range_between
from factdiff.text.patterns import either, pattern
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.days import weekday_after

#: words for the day of publication at the end of a range
PRESENT = ("now", "today", "the present", "the present day", "present", "date", "this day")
_JOINT = pattern(r"(?P<word> (?:up )?(?:to|until|till|through|thru) )|(?P<dash> ?- ?)|(?P<both> and )")
_LEAD = pattern(r"\b(?:(?P<between>between)|from) (?:the )?$")
_PRESENT = pattern(rf"(?:{either(PRESENT)})\b(?![\w'-])")
#: how far before a range "from" and "between" can start, in characters
REACH = 14


def join_range(found: Found, setting: Setting, floor: int) -> Found:
    """The range of a date and the one behind it; the date itself where the two are not the ends of a range."""
    low, text = found.value, setting.text
    joint = _JOINT.match(text, found.end)
    if joint is None or not isinstance(low, Date) or low.earliest is None or low.is_range or "T" in low.timex3:
        return found
    lead = _LEAD.search(text, max(floor, found.start - REACH), found.start)
    start = lead.start() if lead else found.start
    if bool(joint["both"]) != bool(lead and lead["between"]) and not (joint["dash"] and lead):
        return found
    ends = None if is_rescheduling(text, start) else range_ends(joint, lead is not None, low, setting)
    if ends is None:
        return found
    low, high, end = ends
    years = high.latest.year - low.earliest.year if low.earliest and high.latest and low.granularity == "day" else 0
    if is_lifespan(text, start, years):
        return found
    return evolve(found, value=range_between(low, high), start=start, end=end, rule="date-range-joined")


def range_ends(joint: re.Match[str], led: bool, low: Date, setting: Setting) -> tuple[Date, Date, int] | None:
    """Both ends of a range and the offset of its end; None where there is no range.

    Without "from" or "between" (``led``) the two dates must be of one form.
    """
    now = _PRESENT.match(setting.text, joint.end())
    if now is not None:
        return (
            (low, Date.day(setting.published), now.end())
            if setting.published and ends_before(low, setting.published)
            else None
        )
    found = date_at(joint.end(), setting.after(low))
    if found is not None and found[0].latest is not None and low.latest is not None and found[0].latest <= low.latest:
        found = end_after(found, joint.end(), low, setting)
    if found is None or found[0].is_range or found[0].latest is None or not ends_before(low, found[0].latest):
        return None
    loose = led or (joint["word"] or "to").strip() not in ("to", "up to")
    alike = found[0].granularity == low.granularity and bool(found[0].weekday) == bool(low.weekday)
    return (low, *found) if loose or alike else None


def ends_before(low: Date, day: date) -> bool:
    """Whether a date ends before a day."""
    return low.latest is not None and low.latest < day


def end_after(found: tuple[Date, int], start: int, low: Date, setting: Setting) -> tuple[Date, int] | None:
    """The end of a range that was read as lying before its start: the next such weekday, or in the next year."""
    high, end = found
    if high.weekday and low.weekday and low.latest:
        return Date.day(weekday_after(low.latest, WEEKDAYS.index(high.weekday)), weekday=high.weekday), end
    return date_at(start, evolve(setting, narrative=True, last=low))
