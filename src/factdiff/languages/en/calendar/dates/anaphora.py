"""Anaphoric dates, which count from another date of the text: "the following day", "two weeks later"."""

from __future__ import annotations

import re
from datetime import timedelta

from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.calendar.calendar_words import ordinal_number
from factdiff.languages.en.calendar.dates.relative import MAX_UNITS, UNIT_DAYS, add_units, date_at_distance, period_at
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import openings, pairs
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import valid_date

#: words before a unit -> its distance in units from the last date of the text
SHIFTS = {
    "the next": 1, "the following": 1, "the very next": 1, "the previous": -1, "the preceding": -1, "the same": 0,
    "that": 0, "that same": 0, "the very same": 0, "that very": 0,
}  # fmt: skip
SHIFTS_BEHIND = {"after": 1, "following": 1, "before": -1, "previous": -1, "earlier": -1}
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}


def from_last_date(match: re.Match[str], setting: Setting) -> Built:
    """The day, week, month or year at a distance from the last date of the text."""
    shift = (
        SHIFTS[" ".join(match["which"].lower().split())] if match["which"] else SHIFTS_BEHIND[match["behind"].lower()]
    )
    unit = (match["unit"] or match["u"]).lower()
    part = PARTS_OF_DAY.get(unit)
    if unit == "day" or part:
        day = setting.last_day and setting.last_day.earliest
        if not day:
            return None if part else Date.unknown("XXXX-XX-XX")
        there = Date.day(day + timedelta(shift))
        return there.part_of_day(part) if part else there
    last = setting.last.earliest if setting.last else None
    if last is None and unit == "year" and shift and setting.published:
        last = setting.published
    if last is None or (unit in ("week", "weekend") and not setting.last_day):
        return None
    return period_at(unit, shift, last)


def units_from_last_date(count: float | None, unit: str, setting: Setting, *, back: bool) -> Date:
    """The date ``count`` units after the last date of the text, or before it where ``back`` is set."""
    day = setting.last_day if unit in UNIT_DAYS else setting.last
    known = day.earliest if day else None
    if count is None or known is None or not count.is_integer() or count > MAX_UNITS:
        return Date.unknown("XXXX-XX-XX" if unit == "day" else "XXXX")
    try:
        there = add_units(known, -int(count) if back else int(count), unit)
    except OverflowError:
        return Date.unknown("XXXX")
    return date_at_distance(there, unit)


def units_from_date(day: Date, count: int, unit: str, *, back: bool) -> Date | None:
    """The date ``count`` units before or after another one, in the coarser granularity of the two; None if unknown.

    >>> str(units_from_date(Date.year(1776), 235, "year", back=False))
    '2011'
    """
    same = unit == day.granularity or (unit == "decade" and day.granularity == "year")
    if day.earliest is None or not (day.is_day or same):
        return None
    if count > MAX_UNITS or (back and day.earliest.year <= count * (10 if unit == "decade" else 1)):
        return None
    there = add_units(day.earliest, -count if back else count, unit)
    if unit in UNIT_DAYS and day.is_day:
        return Date.day(there)
    if unit == "month":
        return Date.day(there).about() if day.is_day else Date.month(there.year, there.month)
    return Date.year(there.year) if unit in ("year", "decade") else None


def span_from_day(day: Date, count: int, unit: str) -> Date | None:
    """The span of ``count`` units from a day on, that day included.

    >>> from datetime import date
    >>> str(span_from_day(Date.day(date(2024, 5, 20)), 2, "week"))
    '2024-05-20/2024-06-02'
    """
    if not day.is_day or day.earliest is None or count > MAX_UNITS:
        return None
    last = add_units(day.earliest, count, unit) - timedelta(1)
    return Date.span(day.earliest, last, granularity="day") if last > day.earliest else None


def day_of_month(match: re.Match[str], setting: Setting) -> Built:
    """The day by its number alone, in the month of the last date or of the publication."""
    number = ordinal_number(match["day"])
    last = setting.last.earliest if setting.last and setting.last.granularity in ("day", "month") else setting.near
    if last is None:
        return Date.unknown(f"XXXX-XX-{number:02}")
    day = valid_date(last.year, last.month, number)
    return None if day is None else Date.day(day)


_CALENDAR_UNITS = ("day", "week", "month", "year")
_UNITS = (*_CALENDAR_UNITS, "weekend", "decade", "century", "morning", "afternoon", "evening", "night")
_SHIFTED = (
    rf"(?:(?P<which>{either(SHIFTS)}) (?P<unit>{either(_UNITS)})|the (?P<u>{either(_CALENDAR_UNITS)}) "
    rf"(?P<behind>{either(SHIFTS_BEHIND)})(?=[.,;:)\n]|$))(?![\w-])"
)
RULES = (
    Rule(
        "date-from-last",
        {
            *openings(f"{shift} {unit}" for shift in SHIFTS for unit in _UNITS),
            *pairs("the", *_CALENDAR_UNITS),
        },
        uncompiled(_SHIFTED),
        from_last_date,
    ),
    Rule(
        "date-day-of-month",
        pairs("the", DIGIT),
        uncompiled(
            r"(?:(?<=on\s)|(?<=by\s)|(?<=until\s)|(?<=since\s))the (?P<day>[0-3]?[0-9](?:st|nd|rd|th))\b"
            r"(?=[.,;:)]|$| of the month| (?:and|to|at|in|when|as|for)\b)"
        ),
        day_of_month,
    ),
)
