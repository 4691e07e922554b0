"""Dates by their position in a longer one: "the first Tuesday of March", "the last two weeks of 2021"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.amounts.head_nouns import STOP
from factdiff.languages.en.calendar.calendar_words import (
    COUNT,
    ORDINAL_SUFFIXES,
    ORDINALS,
    WEEKDAY_NUMBERS,
    ordinal_number,
)
from factdiff.languages.en.calendar.dates.nested import date_at
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import GRANULARITY_DAYS, WEEKDAYS, Date
from factdiff.values.calendar.days import add_months, weekday_after, weekday_before

#: words for a position counted from the end -> its number
FROM_END = {
    "last": 1, "final": 1, "very last": 1, "closing": 1, "second-to-last": 2, "next-to-last": 2, "second last": 2,
    "penultimate": 2, "second-last": 2, "third-to-last": 3, "third-last": 3,
}  # fmt: skip
FROM_START = {"opening": 1, "very first": 1}
UNIT_DAYS = {"day": 1, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "half": 184, "year": 366, "decade": 3653}
#: the number of units in "the first weeks"
UNCOUNTED = 3


def nth_part(match: re.Match[str], setting: Setting) -> Built:
    """The days, weeks, weekdays or months at a position in a longer date, counted from its start or its end."""
    found = outer_date(match, setting)
    if found is None or found[0].earliest is None or found[0].latest is None:
        return None
    outer, end = found
    position, unit = position_of(match), match["unit"].lower()
    if unit not in WEEKDAY_NUMBERS and match["joint"].lower() not in ("of", "in" if match["the"] else "of"):
        return None  # "last month from the year before"
    count = read_figure(match["count"].lower()) if match["count"] else None
    number = 1 if count is None else int(count.stated)
    if position is None or (number != 1 and abs(position) != 1) or not 0 < number < 100 or not is_longer(outer, unit):
        return None
    if outer.granularity in ("year", "season") and is_attribute(outer, setting.text, match.end(), end):
        return None
    if match["many"] and count is None:
        some = nth_units(outer, unit, position, UNCOUNTED) if abs(position) == 1 and unit in UNIT_DAYS else None
        value = None if some is None else some.about()
    elif unit in WEEKDAY_NUMBERS:
        value = nth_weekday(outer, WEEKDAY_NUMBERS[unit], position)
    else:
        value = nth_units(outer, unit, position, number)
    return None if value is None else Found(value, match.start(), end)


def is_attribute(outer: Date, text: str, start: int, end: int) -> bool:
    """Whether a year or a season is only an attribute of the next word: "the 2009 season", "summer camp"."""
    after = re.match(r" ([a-z]{3,})", text[end : end + 20])
    named = outer.granularity == "season" or text[max(0, start - 4) : start].lower() == "the "
    return named and bool(after and after[1] not in STOP)


def is_longer(outer: Date, unit: str) -> bool:
    """Whether a date is longer than a unit."""
    if unit == "half" or outer.granularity not in UNIT_DAYS:
        return not outer.is_day
    return UNIT_DAYS.get(unit, 7) < UNIT_DAYS[outer.granularity]


def outer_date(match: re.Match[str], setting: Setting) -> tuple[Date, int] | None:
    """The longer date behind a position, and its end; "the month" and "the year" are those of the publication."""
    if match["own"]:
        now = setting.published
        if now is None or match["joint"].lower() != "of" or (match["unit"].lower() == "day" and not match["count"]):
            return None
        own = Date.month(now.year, now.month) if match["own"].lower() == "month" else Date.year(now.year)
        return own, match.end()
    return date_at(match.end(), setting)


def position_of(match: re.Match[str]) -> int | None:
    """The position as a number: 1 for the first, -1 for the last; None where it is out of range."""
    word = " ".join(match["nth"].lower().split())
    if word in FROM_END:
        return -FROM_END[word]
    number = FROM_START[word] if word in FROM_START else ordinal_number(word)
    return (-number if match["back"] else number) if 0 < number < 54 else None


def nth_weekday(outer: Date, weekday: int, position: int) -> Date | None:
    """The weekday at a position in a longer date, or None."""
    first, last = first_and_last_day(outer)
    start = weekday_after(first, weekday) if position > 0 else weekday_before(last, weekday)
    day = start + timedelta(7 * (position - 1 if position > 0 else position + 1))
    return Date.day(day, weekday=WEEKDAYS[weekday]) if first <= day <= last else None


def first_and_last_day(outer: Date) -> tuple[date, date]:
    """The first and the last day of a date that has both."""
    assert outer.earliest is not None
    assert outer.latest is not None
    return outer.earliest, outer.latest


def nth_units(outer: Date, unit: str, position: int, count: int) -> Date | None:
    """The ``count`` units from a position in a longer date on, or up to a position counted from its end."""
    first, last = first_and_last_day(outer)
    if unit == "half":
        return half_of(outer, position) if count == 1 else None
    if unit == "week" or unit == "weekend":
        first, last = first_monday(first), first_monday(last + timedelta(1)) - timedelta(1)
    low = (
        add_units(first, (position - 1), unit)
        if position > 0
        else add_units(last + timedelta(1), position - count + 1, unit)
    )
    high = add_units(low, count, unit) - timedelta(1)
    if low < first or high > last:
        return None
    if unit == "weekend":
        return Date.weekend(low) if count == 1 else None
    if count == 1:
        return unit_from(low, unit)
    return Date.span(
        low, high, timex3=f"P{count}{unit[0].upper()}", granularity=unit if unit in GRANULARITY_DAYS else "week"
    )


def unit_from(first: date, unit: str) -> Date:
    """The unit that starts on a day."""
    if unit == "day":
        return Date.day(first)
    if unit == "week":
        return Date.week(first)
    if unit == "month":
        return Date.month(first.year, first.month)
    if unit == "quarter":
        return Date.quarter(first.year, (first.month + 2) // 3)
    return Date.year(first.year) if unit == "year" else Date.decade(first.year)


def half_of(outer: Date, position: int) -> Date | None:
    """The first or second half of a longer date."""
    first, last = first_and_last_day(outer)
    middle = first + ((last - first) + timedelta(1)) / 2
    if position in (1, -1, 2):
        low, high = (first, middle - timedelta(1)) if position == 1 else (middle, last)
        return Date.span(low, high, granularity=outer.granularity, approximate=True)
    return None


def first_monday(day: date) -> date:
    """The Monday of the first week of a period that starts with ``day``; as in ISO 8601, that week has at least four
    of its days in the period.

    >>> first_monday(date(2015, 1, 1)).isoformat()
    '2014-12-29'
    """
    return day + timedelta(3) - timedelta((day + timedelta(3)).weekday())


def add_units(day: date, count: int, unit: str) -> date:
    """The day that lies ``count`` units later."""
    if unit in ("day", "week", "weekend"):
        return day + timedelta(count * (1 if unit == "day" else 7))
    return add_months(day, count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit])


_NTH = rf"(?P<nth>{either((*FROM_END, *FROM_START, *ORDINALS))}|[0-9]{{1,2}}(?:st|nd|rd|th))(?P<back> last| to last)?"
_UNIT = rf"(?P<unit>{either((*UNIT_DAYS, *WEEKDAYS))})(?P<many>s)?"
_POSITION = (
    rf"(?<![\w-])(?P<the>the )?{_NTH}(?: (?P<count>{COUNT}))? {_UNIT} (?P<joint>of|in|from)"
    r"(?: the (?P<own>month|year)\b(?! (?:of|when|in|to|after|before|since|that)\b)| (?:the )?(?:month of )?)"
)
_FIRST_WORDS = frozenset(re.split("[- ]", word)[0] for word in (*FROM_END, *FROM_START, *ORDINALS))
RULES = (
    Rule(
        "date-position",
        {*pairs(DIGIT, *ORDINAL_SUFFIXES), *pairs("the", DIGIT, *_FIRST_WORDS), *_FIRST_WORDS},
        uncompiled(_POSITION),
        nth_part,
    ),
)
