"""Nights and weekends by their days: "overnight on Friday", "the night of 3 to 4 May", "the weekend of May 11-12"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.calendar.dates.nested import date_at
from factdiff.text.patterns import late, pattern, uncompiled
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.days import valid_date, weekday_after

_SECOND = pattern(r"(?: ?- ?|,? (?:to|into|and|till|until) )(?:the )?")
_LISTED = pattern(r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)? (?:and|&) (?:the )?(?=[0-9])")
_AND_NEXT = pattern(r" (?:and|&) (?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w%]| [a-z]*s\b)")
_NIGHT = pattern(r" night\b")
_BOTH = pattern(r"(?:between|from) ")
#: the number of a Friday, with which a weekend can begin
FRIDAY = 4
#: how many days the last of a long weekend can lie behind the first
LONGEST = 3
_YEAR = late(r"[12][0-9]{3}")


def night(match: re.Match[str], setting: Setting) -> Built:
    """The night of a day, or the one between two days; "into Friday" is the night before it."""
    found = two_days_at(match.end(), setting)
    if found is None:
        return None
    first, last, end = found
    how = (match["how"] or "").lower()
    if how == "into":
        first -= timedelta(1)
    if (how in ("between", "from") and first == last) or (last - first).days > 1:
        return None
    tail = _NIGHT.match(setting.text, end)
    return Found(Date.day(first).part_of_day("NI"), match.start(), tail.end() if tail else end)


def two_days_at(start: int, setting: Setting) -> tuple[date, date, int] | None:
    """The first and the last day of one or two days that start at an offset, and their end; None where none does."""
    if (listed := _LISTED.match(setting.text, start)) and (found := date_at(listed.end(), setting, modifiers=False)):
        last = found[0].earliest
        if last and found[0].is_day and last.day == int(listed["day"]) + 1:
            return last - timedelta(1), last, found[1]
    led = _BOTH.match(setting.text, start - 8) or _BOTH.match(setting.text, start - 5)
    whole = date_at(led.start(), setting, modifiers=False) if led and led.end() == start else None
    found = whole or date_at(start, setting, modifiers=False)
    if found is None or not found[0].earliest or not found[0].latest or "T" in found[0].timex3:
        return None
    value, end = found
    first, last = value.earliest, value.latest
    assert first is not None
    assert last is not None
    if value.granularity != "day" or not value.is_day:
        return (first, last, end) if value.granularity == "day" else None
    following = _AND_NEXT.match(setting.text, end)
    if following and int(following["day"]) == first.day + 1 and "-" not in setting.text[start:end]:
        return first, first + timedelta(1), following.end()
    joint = _SECOND.match(setting.text, end)
    second = date_at(joint.end(), setting, modifiers=False) if joint else None
    if second and second[0].is_day and second[0].earliest and value.weekday and second[0].weekday:
        there = weekday_after(first, WEEKDAYS.index(second[0].weekday))
        return (first, there, second[1]) if (there - first).days == 1 else (first, last, end)
    return first, last, end


def weekend_of(match: re.Match[str], setting: Setting) -> Built:
    """The weekend of its days, or of one of them; without a year they are of the nearest one in which they are such."""
    found = two_days_at(match.end(), setting)
    if found is None or (found[1] - found[0]).days > LONGEST:
        return None
    first, last, end = found
    if setting.published and not _YEAR.search(setting.text, match.end(), end):
        first = weekend_day(first, setting.published)
    if first.weekday() < FRIDAY:
        return None
    days = last - found[0]
    if days.days <= 1:
        return Found(Date.weekend(first), match.start(), end)
    return Found(Date.span(first, first + days, timex3=f"P{days.days + 1}D"), match.start(), end)


def weekend_day(day: date, published: date) -> date:
    """A day of the year in the nearest year to the publication in which it is part of a weekend, or as it is.

    >>> weekend_day(date(2023, 5, 11), date(2024, 5, 2))
    datetime.date(2024, 5, 11)
    """
    years = range(published.year - 1, published.year + 2)
    days = [there for year in years if (there := valid_date(year, day.month, day.day)) and there.weekday() >= FRIDAY]
    return min(days, key=lambda there: abs((there - published).days), default=day)


RULES = (
    Rule(
        "date-overnight",
        {"overnight"},
        uncompiled(r"overnight (?:(?P<how>on|from|into|between|to) )?(?:the )?(?!night\b)"),
        night,
    ),
    Rule(
        "date-night-of",
        {"night", *pairs("the", "night")},
        uncompiled(r"(?:the )?night (?P<how>of|between|from) (?:the )?"),
        night,
    ),
    Rule(
        "date-weekend-of",
        {"weekend", *pairs("the", "weekend")},
        uncompiled(r"(?:the )?weekend of (?:the )?"),
        weekend_of,
    ),
)
