"""The day, and the zone behind it, that stand beside a time: "7 p.m. on Tuesday", "at 2.15pm (1315 GMT) on Friday"."""

from __future__ import annotations

import re
from datetime import date

from factdiff.language.rules import Setting
from factdiff.languages.en.calendar.calendar_words import MONTH_NUMBERS, SHORT_WEEKDAYS
from factdiff.languages.en.calendar.dates import absolute, relative
from factdiff.text.patterns import either, late, pattern
from factdiff.values.calendar.date import WEEKDAYS, Date

_CLOCK = r"(?:[0-9]{1,2}(?:[.:][0-9]{2})?|noon|midday|midnight)(?: ?(?:[ap]m\b|[ap]\.m\.))?"
#: what can stand between a time and its day: another time, brackets, a place
_BETWEEN = pattern(
    r"(?:(?: local time| (?:[A-Z]{2,4}T|GMT|UTC)\b))?(?: ?\([^()\n]{1,40}\))?"
    rf"(?:(?:,? (?:and|or|to|until|till) | ?- ?)(?:at |about |around )?{_CLOCK}"
    r"(?: local time| (?:[A-Z]{2,4}T|GMT|UTC)\b)?"
    r"(?: ?\([^()\n]{1,40}\))?)?",
)
#: a place, which needs "on" before the day: "at 9am in Leeds on Friday"
_PLACE = late(
    r",?\s(?i:in|at|near|outside|from|off|on)\s(?i:the\s)?[A-Z][\w'-]{1,20}(?:\s(?:of\s)?[A-Z][\w'-]{1,20}){0,3}?,?\s(?=(?i:on)\s)"
)
_ON = late(r"\)?,?\s(?:on\s|of\s)?(?:the\s)?", re.IGNORECASE)
_DAYS = ("date-iso", "date-day-month", "date-month-day", "date-weekday", "date-relative-day")
_RULES = tuple(rule for rule in (*absolute.RULES, *relative.RULES) if rule.name in _DAYS)
_DAY_BEFORE = pattern(
    rf"\b(?:{either((*WEEKDAYS, *SHORT_WEEKDAYS))}|{either(MONTH_NUMBERS)}\.? [0-3]?[0-9](?:st|nd|rd|th)?"
    rf"|[0-3]?[0-9](?:st|nd|rd|th)? (?:of )?{either(MONTH_NUMBERS)})\.?(?:,? [12][0-9]{{3}})?,?"
    r"(?: (?:at|from|between|just|shortly|about|around|after|before|by|until)){0,3} $"
)
_ZONE_BEHIND = late(r"\s(GMT|UTC|local time)\b")


def day_behind(end: int, setting: Setting) -> tuple[date, int] | None:
    """The day behind a time that ends at ``end``, and the end of that day; None where there is none."""
    text = setting.text
    skipped = _BETWEEN.match(text, end)
    ends = [end, *([skipped.end()] if skipped and skipped.end() > end else ())]
    places = (_PLACE.match(text, there) for there in ends)
    for there in (*ends, *(place.end() - 1 for place in places if place)):
        start = _ON.match(text, there)
        found = day_at(start.end(), setting) if start else None
        if found is not None:
            return found
    return None


def day_before(start: int, setting: Setting) -> date | None:
    """The last day of the text, where it stands right before a time: "Friday, 10pm", "on 3 May at noon"; else None."""
    if setting.last_day is None or not _DAY_BEFORE.search(setting.text, max(0, start - 36), start):
        return None
    return setting.last_day.earliest


def day_at(start: int, setting: Setting) -> tuple[date, int] | None:
    """The day that starts at an offset, and its end, or None."""
    for rule in _RULES:
        match = rule.match(setting.text, start)
        built = rule.build(match, setting) if match else None
        if match and isinstance(built, Date) and built.is_day and built.earliest:
            return built.earliest, match.end()
    return None


def zone_at(end: int, setting: Setting) -> str | None:
    """The zone that stands behind the day of a time, "10:08 p.m. Thursday GMT", or None."""
    zone = _ZONE_BEHIND.match(setting.text, end)
    return zone and zone[1]
