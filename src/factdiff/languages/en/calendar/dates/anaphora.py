"""Anaphoric dates, which count from another date of the text: "the following day", "two weeks later", or from an event
whose day the text gives: "the day after the rescue".
"""

from __future__ import annotations

import re
from datetime import timedelta

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.calendar.calendar_words import ordinal_number
from factdiff.languages.en.calendar.dates.nested import date_at
from factdiff.languages.en.calendar.dates.relative import MAX_UNITS, UNIT_DAYS, add_units, date_at_distance, period_at
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import openings, pairs
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.days import valid_date

#: words before a unit -> its distance in units from the last date of the text
SHIFTS = {
    "the next": 1, "the following": 1, "the very next": 1, "the previous": -1, "the preceding": -1, "the same": 0,
    "that": 0, "that same": 0, "the very same": 0, "that very": 0,
}  # fmt: skip
SHIFTS_BEHIND = {"after": 1, "following": 1, "before": -1, "previous": -1, "earlier": -1}
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
#: how many times an event is looked for in a text
MOST = 12
#: an event behind "after" or "before", with a determiner
EVENT = r"(?:the|his|her|its|their|that) (?P<event>[a-z]{3,16})(?![\w'-])(?! (?:of|in|at|on|for|that|which)\b)"
_EVENT = uncompiled(rf" {EVENT}")
#: what leads from an event to its day, and from a day to the event
_TO_DAY = (
    r"(?:\s(?:itself|here|there|was|is|took\splace|happened|came|began|started|occurred|fell|ended|followed)){0,2},?"
    r"\s(?:(?:on|of)\s)(?=\S)"
)
_WEEKDAY = rf"(?:{either(WEEKDAYS)})'s\s(?:[a-z]+\s)?"


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


def event_at(start: int, setting: Setting) -> tuple[Date, int] | None:
    """The day of the event that a blank, a determiner and its noun name at an offset, and their end, or None.

    >>> setting = Setting("The rescue was on 4 June 2024. She sank the day after the rescue.")
    >>> day, end = event_at(53, setting)
    >>> str(day), setting.text[53:end]
    ('2024-06-04', ' the rescue')
    """
    match = _EVENT.compiled.match(setting.text, start)
    day = day_of_event(match["event"].lower(), setting) if match else None
    return None if match is None or day is None else (day, match.end())


def day_of_event(noun: str, setting: Setting) -> Date | None:
    """The one day that a text gives an event: "the rescue on Tuesday", "Tuesday's rescue"; None without one."""
    pattern = re.compile(rf"(?<![\w-])(?:(?P<day>{_WEEKDAY})?{noun}\b(?:{_TO_DAY})?)", re.IGNORECASE)
    days: dict[str, Date] = {}
    for number, match in enumerate(pattern.finditer(setting.text)):
        if number >= MOST:
            break
        found = date_at(match.start() if match["day"] else match.end(), setting, modifiers=False)
        if found is not None and found[0].is_day and found[0].earliest:
            days[str(found[0])] = found[0]
    return next(iter(days.values())) if len(days) == 1 else None


def day_beside_event(match: re.Match[str], setting: Setting) -> Built:
    """The day before or after an event whose day the text gives: "the day after the rescue"."""
    day = day_of_event(match["event"].lower(), setting)
    if day is None:
        return None
    there = units_from_date(day, 1, "day", back=match["side"].lower() == "before")
    return None if there is None else Found(there, *match.span(), "date-beside-event")


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
    Rule(
        "date-beside-event",
        pairs("the", "day"),
        uncompiled(rf"the day (?P<side>after|before|following) {EVENT}"),
        day_beside_event,
    ),
)
