"""Dates by their place in a longer one: "the first Tuesday of March", "the last two weeks of 2021"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.amounts.head_nouns import STOP
from factdiff.languages.en.calendar.calendar_words import COUNT, ORDINALS, SUFFIXES, WEEKDAY_NUMBERS, ordinal
from factdiff.languages.en.calendar.dates.nested import date_at
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import GRANULARITY_DAYS, WEEKDAYS, Date
from factdiff.values.calendar.days import add_months, weekday_after, weekday_before

#: words for a place counted from the end -> which it is
LAST = {
    "last": 1, "final": 1, "very last": 1, "closing": 1, "second-to-last": 2, "next-to-last": 2, "second last": 2,
    "penultimate": 2, "second-last": 2, "third-to-last": 3, "third-last": 3,
}  # fmt: skip
FIRST = {"opening": 1, "very first": 1}
UNITS = {"day": 1, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "half": 184, "year": 366, "decade": 3653}
#: how many units "the first weeks" are
SOME = 3


def position(match: re.Match[str], setting: Setting) -> Built:
    """One or some days, weeks, weekdays, months ... of a longer date, counted from its beginning or its end."""
    found = whole(match, setting)
    if found is None or found[0].earliest is None or found[0].latest is None:
        return None
    outer, end = found
    place, unit = place_of(match), match["unit"].lower()
    if unit not in WEEKDAY_NUMBERS and match["joint"].lower() not in ("of", "in" if match["the"] else "of"):
        return None  # "last month from the year before"
    count = read_figure(match["count"].lower()) if match["count"] else None
    number = 1 if count is None else int(count.stated)
    if place is None or (number != 1 and abs(place) != 1) or not 0 < number < 100 or not holds(outer, unit):
        return None
    if outer.granularity in ("year", "season") and is_label(outer, setting.text, match.end(), end):
        return None
    if match["many"] and count is None:
        some = part(outer, unit, place, SOME) if abs(place) == 1 and unit in UNITS else None
        value = None if some is None else some.about()
    elif unit in WEEKDAY_NUMBERS:
        value = weekdays(outer, WEEKDAY_NUMBERS[unit], place)
    else:
        value = part(outer, unit, place, number)
    return None if value is None else Found(value, match.start(), end)


def is_label(outer: Date, text: str, start: int, end: int) -> bool:
    """Whether a year or a season only says of which one the next word is: "the 2009 season", "summer camp"."""
    after = re.match(r" ([a-z]{3,})", text[end : end + 20])
    named = outer.granularity == "season" or text[max(0, start - 4) : start].lower() == "the "
    return named and bool(after and after[1] not in STOP)


def holds(outer: Date, unit: str) -> bool:
    """Whether a date is longer than a unit."""
    if unit == "half" or outer.granularity not in UNITS:
        return not outer.is_day
    return UNITS.get(unit, 7) < UNITS[outer.granularity]


def whole(match: re.Match[str], setting: Setting) -> tuple[Date, int] | None:
    """The longer date behind a position; "the month" and "the year" are those of the publication."""
    if match["own"]:
        now = setting.published
        if now is None or match["joint"].lower() != "of" or (match["unit"].lower() == "day" and not match["count"]):
            return None
        own = Date.month(now.year, now.month) if match["own"].lower() == "month" else Date.year(now.year)
        return own, match.end()
    return date_at(match.end(), setting)


def place_of(match: re.Match[str]) -> int | None:
    """Which one: 1 for the first, -1 for the last."""
    word = " ".join(match["nth"].lower().split())
    if word in LAST:
        return -LAST[word]
    number = FIRST[word] if word in FIRST else ordinal(word)
    return (-number if match["back"] else number) if 0 < number < 54 else None


def weekdays(outer: Date, weekday: int, place: int) -> Date | None:
    """A weekday of a longer date by its number."""
    first, last = ends(outer)
    start = weekday_after(first, weekday) if place > 0 else weekday_before(last, weekday)
    day = start + timedelta(7 * (place - 1 if place > 0 else place + 1))
    return Date.day(day, weekday=WEEKDAYS[weekday]) if first <= day <= last else None


def ends(outer: Date) -> tuple[date, date]:
    """The first and the last day of a date that has both."""
    assert outer.earliest is not None
    assert outer.latest is not None
    return outer.earliest, outer.latest


def part(outer: Date, unit: str, place: int, number: int) -> Date | None:
    """Some units of a longer date from a place in it on, or up to that place from its end."""
    first, last = ends(outer)
    if unit == "half":
        return halved(outer, place) if number == 1 else None
    if unit == "week" or unit == "weekend":
        first, last = first_monday(first), first_monday(last + timedelta(1)) - timedelta(1)
    low = moved(first, (place - 1), unit) if place > 0 else moved(last + timedelta(1), place - number + 1, unit)
    high = moved(low, number, unit) - timedelta(1)
    if low < first or high > last:
        return None
    if unit == "weekend":
        return Date.weekend(low) if number == 1 else None
    if number == 1:
        return one(low, unit)
    return Date.span(
        low, high, timex3=f"P{number}{unit[0].upper()}", granularity=unit if unit in GRANULARITY_DAYS else "week"
    )


def one(first: date, unit: str) -> Date:
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


def halved(outer: Date, place: int) -> Date | None:
    """The first or second half of a longer date."""
    first, last = ends(outer)
    middle = first + ((last - first) + timedelta(1)) / 2
    if place in (1, -1, 2):
        low, high = (first, middle - timedelta(1)) if place == 1 else (middle, last)
        return Date.span(low, high, granularity=outer.granularity, approximate=True)
    return None


def first_monday(day: date) -> date:
    """The Monday of the first week that lies in a period from ``day`` on with four of its days or more, as ISO 8601 has
    it of years.

    >>> first_monday(date(2015, 1, 1)).isoformat()
    '2014-12-29'
    """
    return day + timedelta(3) - timedelta((day + timedelta(3)).weekday())


def moved(day: date, count: int, unit: str) -> date:
    """The day that lies some units away."""
    if unit in ("day", "week", "weekend"):
        return day + timedelta(count * (1 if unit == "day" else 7))
    return add_months(day, count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit])


_NTH = rf"(?P<nth>{either((*LAST, *FIRST, *ORDINALS))}|[0-9]{{1,2}}(?:st|nd|rd|th))(?P<back> last| to last)?"
_UNIT = rf"(?P<unit>{either((*UNITS, *WEEKDAYS))})(?P<many>s)?"
_POSITION = (
    rf"(?<![\w-])(?P<the>the )?{_NTH}(?: (?P<count>{COUNT}))? {_UNIT} (?P<joint>of|in|from)"
    r"(?: the (?P<own>month|year)\b(?! (?:of|when|in|to|after|before|since|that)\b)| (?:the )?(?:month of )?)"
)
_FIRSTS = frozenset(re.split("[- ]", word)[0] for word in (*LAST, *FIRST, *ORDINALS))
RULES = (
    Rule(
        "date-position",
        {*pairs(DIGIT, *SUFFIXES), *pairs("the", DIGIT, *_FIRSTS), *_FIRSTS},
        uncompiled(_POSITION),
        position,
    ),
)
