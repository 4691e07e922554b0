"""Relative dates, which count from the publication: "yesterday", "last month", "over the past three weeks"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from attrs import evolve

from factdiff.language.rules import CLAIM, Built, Rule, Setting
from factdiff.languages.en.amounts.figures.readings import read_amount, read_figure
from factdiff.languages.en.calendar.calendar_words import COUNT, MONTH_NUMBERS, SEASON_NAMES, WEEKDAY_NUMBERS
from factdiff.languages.en.calendar.tense import is_future
from factdiff.languages.en.headlines.casing import as_prose
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.triggers import openings, pairs
from factdiff.values.calendar.date import SEASONS, WEEKDAYS, Date
from factdiff.values.calendar.days import add_months, date_in_calendar, weekday_before
from factdiff.values.calendar.duration import Duration

#: words for a day -> its distance from the publication in days, and the part of the day
DAYS: dict[str, tuple[int, str]] = {
    "today": (0, ""), "tonight": (0, "NI"), "overnight": (0, "NI"),
    "this morning": (0, "MO"), "this afternoon": (0, "AF"), "this evening": (0, "EV"),
    "yesterday": (-1, ""), "last night": (-1, "NI"), "yesterday morning": (-1, "MO"),
    "yesterday afternoon": (-1, "AF"), "yesterday evening": (-1, "EV"), "last evening": (-1, "EV"),
    "the day before yesterday": (-2, ""), "day before yesterday": (-2, ""), "day after tomorrow": (2, ""),
    "tomorrow": (1, ""), "tomorrow morning": (1, "MO"),
    "tomorrow afternoon": (1, "AF"), "tomorrow evening": (1, "EV"), "tomorrow night": (1, "NI"),
    "the day after tomorrow": (2, ""),
}  # fmt: skip
#: words before a unit -> its distance from the publication in units
SHIFTS = {
    "last": -1, "past": -1, "the last": -1, "the past": -1, "previous": -1, "this": 0, "this past": -1,
    "the current": 0, "current": 0, "next": 1, "the coming": 1, "this coming": 1,
}  # fmt: skip
PERIODS = ("week", "weekend", "month", "quarter", "half", "year", "decade", "century")
#: words for an indefinite time -> TIMEX3
VAGUE = {
    "now": "PRESENT_REF", "right now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF",
    "nowadays": "PRESENT_REF", "at present": "PRESENT_REF", "presently": "PRESENT_REF", "these days": "PRESENT_REF",
    "the present": "PRESENT_REF", "at the moment": "PRESENT_REF",
    "the time being": "PRESENT_REF", "to date": "PRESENT_REF", "so far": "PRESENT_REF",
    "recently": "PAST_REF", "more recently": "PAST_REF", "most recently": "PAST_REF", "recent": "PAST_REF",
    "recent days": "PAST_REF", "recent weeks": "PAST_REF", "recent months": "PAST_REF", "recent years": "PAST_REF",
    "recent decades": "PAST_REF", "recent times": "PAST_REF", "lately": "PAST_REF", "the past": "PAST_REF",
    "long ago": "PAST_REF", "the recent past": "PAST_REF",
    "the future": "FUTURE_REF", "the near future": "FUTURE_REF", "the coming days": "FUTURE_REF",
    "the coming weeks": "FUTURE_REF", "the coming months": "FUTURE_REF", "the coming years": "FUTURE_REF",
    "coming days": "FUTURE_REF", "coming weeks": "FUTURE_REF", "coming months": "FUTURE_REF",
    "coming years": "FUTURE_REF", "the near term": "FUTURE_REF", "the long term": "FUTURE_REF",
}  # fmt: skip
_BEFORE_PERIOD = late(
    r"(?:\b(?:over|in|for|during|within|throughout|of|these|those|and|or|our|their|its|his|her|my)|'s)\s$",
    re.IGNORECASE,
)
#: nouns beside which "overnight" is a kind and no time
_KIND_OF_NIGHT = late(
    r"(?<=overnight)\s(?:success(?:es)?|sensations?|stars?|celebrit\w{1,3}|fame|fix(?:es)?|stays?|guests?|delivery|oats|bags?|"
    r"parking|trains?|ferr\w{1,3}|bus(?:es)?|coach(?:es)?|accommodation|rates?|lending|visitors?|care)\b",
    re.IGNORECASE,
)
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}
#: unit -> its letters in TIMEX3
TIMEX3_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "quarter": "Q"}
#: the greatest distance of a date, in units
MAX_UNITS = 2000


def relative_day(match: re.Match[str], setting: Setting) -> Built:
    """The day, or a part of it, at a distance from the publication."""
    distance, part = DAYS[" ".join(match.group().lower().split())]
    if part == "NI" and _KIND_OF_NIGHT.match(setting.text, match.end()):
        return CLAIM  # "an overnight success"
    if setting.published is None:
        return Date.unknown("PRESENT_REF" if distance == 0 else "FUTURE_REF" if distance > 0 else "PAST_REF")
    there = Date.day(setting.published + timedelta(distance))
    return there.part_of_day(part) if part else there


def relative_period(match: re.Match[str], setting: Setting) -> Built:
    """The week, month, year, season or named month at a distance from the publication."""
    shift = SHIFTS[" ".join(match["which"].lower().split())]
    name, now = match["period"].lower(), setting.published
    if match["which"].lower() in ("current", "past", "previous") and name not in PERIODS:
        return None
    if name in MONTH_NUMBERS and name != "may" and len(name) < 4 and match["period"].islower():
        return None
    if name == "may" and match["period"].islower():
        return None
    if now is None:
        return Date.unknown("PRESENT_REF" if shift == 0 else "FUTURE_REF" if shift > 0 else "PAST_REF")
    if name in ("decade", "century") and match["which"].lower() in ("past", "the past", "last", "the last"):
        years = 10 if name == "decade" else 100
        return Date.span(add_units(now, -years, "year"), now, timex3=f"P{years}Y", granularity="year", approximate=True)
    return period_at(name, shift, now)


def period_at(name: str, shift: int, now: date) -> Date:
    """The period of this name that lies ``shift`` such periods after the one that contains ``now``.

    >>> str(period_at("quarter", -1, date(2024, 1, 4)))
    '2023-36'
    """
    if name in ("week", "weekend"):
        there = now + timedelta(7 * shift)
        return Date.week(there) if name == "week" else Date.weekend(there)
    if name in ("month", "quarter", "half"):
        size = {"month": 1, "quarter": 3, "half": 6}[name]
        begin = date(now.year, now.month - (now.month - 1) % size, 1)
        there = add_months(begin, size * shift)
        if name == "month":
            return Date.month(there.year, there.month)
        number = (there.month - 1) // size + 1
        return Date.quarter(there.year, number) if name == "quarter" else Date.half(there.year, number)
    if name == "year":
        return Date.year(now.year + shift)
    if name == "decade":
        return Date.decade(now.year - now.year % 10 + 10 * shift)
    if name == "century":
        return Date.century(now.year // 100 + 1 + shift)
    if name in SEASON_NAMES:
        season = SEASON_NAMES[name]
        return Date.season(season_year(SEASONS[season][0], shift, now), season)
    month = MONTH_NUMBERS[name]
    years = {-1: now.year - (month >= now.month), 0: now.year, 1: now.year + (month <= now.month)}
    return Date.month(years[shift], month)


def season_year(month: int, shift: int, now: date) -> int:
    """The year of a season that starts in ``month``: of the last one that has ended, or of the next one."""
    ended = add_months(date(now.year, month, 1), 3) <= now
    return now.year - (not ended) if shift < 0 else now.year + (shift > 0 and month <= now.month)


def counted_period(match: re.Match[str], setting: Setting) -> Built:
    """The counted days, weeks, months or years up to the publication or after it; a duration where it is not known."""
    words, unit = match["amount"].lower(), match["unit"].lower()
    bare = not match["which"].lower().startswith("the ") and match.start() > 0
    if bare and not _BEFORE_PERIOD.search(setting.text, max(0, match.start() - 12), match.start()):
        return None  # "to last nine days"
    words = f"a {words}" if words in ("few", "couple of") else words
    figure = read_figure(words)
    if figure is None or not figure.stated.is_integer() or not 0 < figure.stated < MAX_UNITS:
        fields = read_amount(words)
        return None if fields is None or unit not in ("day", "week", "month", "year") else Duration(unit=unit, **fields)
    count, back = int(figure.stated), match["which"].lower().split()[-1] in ("last", "past", "previous", "preceding")
    if setting.published is None or setting.narrative:
        return Duration(unit=unit, figure=figure) if unit in ("day", "week", "month", "year") else None
    first, last = period_bounds(setting.published, -count if back else count, unit)
    return Date.span(first, last, timex3=f"P{count}{TIMEX3_UNITS[unit]}", granularity=unit, approximate=True)


def period_bounds(now: date, count: int, unit: str) -> tuple[date, date]:
    """The first and the last day of ``count`` units after a day, or before it where negative; quarters are whole ones.

    >>> [str(relative_day) for relative_day in period_bounds(date(2024, 1, 4), -3, "day")]
    ['2024-01-01', '2024-01-03']
    """
    if unit == "quarter":
        begin = date(now.year, now.month - (now.month - 1) % 3, 1)
        first = begin if count < 0 else add_months(begin, 3)
        return min(first, add_units(first, count, unit)), max(first, add_units(first, count, unit)) - timedelta(1)
    if count < 0:
        return add_units(now, count, unit), now - timedelta(1)
    return now + timedelta(1), add_units(now, count, unit)


def add_units(now: date, count: int, unit: str) -> date:
    """The day that lies ``count`` units after ``now``."""
    if unit in UNIT_DAYS:
        return now + timedelta(count * UNIT_DAYS[unit])
    return add_months(now, count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit])


def units_ago(count: float | None, unit: str, weekday: str | None, setting: Setting) -> Date:
    """The date ``count`` units before the publication, or the ``weekday`` nearest to it."""
    now = setting.published
    if count is None or now is None or not count.is_integer() or count > MAX_UNITS:
        return Date.unknown("PAST_REF")
    if now.year <= count * (10 if unit == "decade" else 1):
        return Date.unknown("PAST_REF")
    there = add_units(now, -int(count), unit)
    if weekday:
        number = WEEKDAY_NUMBERS[weekday.lower()]
        return Date.day(weekday_before(there + timedelta(3), number), weekday=WEEKDAYS[number])
    return date_at_distance(there, unit)


def date_at_distance(there: date, unit: str) -> Date:
    """The date of a day that was found by counting units, in the granularity of the unit.

    >>> date_at_distance(date(2024, 1, 10), "week").timex3
    '2024-W02'
    """
    if unit == "day":
        return Date.day(there)
    if unit in ("week", "fortnight"):
        week = Date.week(there)
        return evolve(week, earliest=there, latest=there, edtf=f"{there}~", approximate=True)
    if unit == "month":
        return Date.month(there.year, there.month, approximate=True)
    return Date.year(there.year, approximate=True) if unit == "year" else Date.decade(there.year - there.year % 10)


def weekend(match: re.Match[str], setting: Setting) -> Built:
    """The last weekend, or the next one in a clause of the future."""
    if setting.published is None:
        return Date.unknown("XXXX-WXX-WE", granularity="week")
    now = setting.published
    if now.weekday() >= 5 or is_future(setting.text, match.start(), match.end()):
        return Date.weekend(now)
    return Date.weekend(now - timedelta(7))


def vague_time(match: re.Match[str], setting: Setting) -> Built:
    """The indefinite time of words such as "recently" and "now"."""
    word, text = " ".join(match.group().lower().split()), as_prose(setting.text, match.start())
    if word == "to date" and re.match(r"\s[0-9]", text[match.end() : match.end() + 2]):
        return None
    if word == "the past" and re.match(r"[ -](?:[a-z]|[0-9])", text[match.end() : match.end() + 2]):
        following = re.match(
            r"\s(?:and|or|when|as|but|to|that|in|on|with|for|by|have|has|is|was|were)\b",
            text[match.end() : match.end() + 8],
        )
        if following is None:
            return None
    return Date.unknown(VAGUE[word])


def turn_of_year(_: re.Match[str], setting: Setting) -> Built:
    """The days around the January 1 nearest to the publication."""
    if setting.near is None:
        return Date.unknown("XXXX-01-01")
    january = date_in_calendar(setting.near.year + (setting.near.month > 6), 1, 1)
    return Date.span(january - timedelta(2), january + timedelta(1), approximate=True, granularity="week")


_NAMED = (*PERIODS, *SEASON_NAMES, *MONTH_NUMBERS)
_WHICH = ("last", "past", "next", "coming", "previous")
_STRETCH = (
    rf"(?P<which>(?:the )?{either(_WHICH)})(?: full| consecutive| straight)? "
    rf"(?P<amount>{COUNT}|few|couple of) (?P<unit>day|week|month|quarter|year|decade)s?\b"
)

RULES = (
    Rule("date-relative-day", openings(DAYS), uncompiled(rf"{either(DAYS)}(?!\w)"), relative_day),
    Rule(
        "date-relative-period",
        openings(f"{shift} {name}" for shift in SHIFTS for name in _NAMED),
        uncompiled(rf"(?P<which>{either(SHIFTS)}) (?P<period>{either(_NAMED)})(?!\w|'(?!s\b))"),
        relative_period,
    ),
    Rule("date-stretch", {*_WHICH, *pairs("the", *_WHICH)}, uncompiled(_STRETCH), counted_period),
    Rule("date-weekend", pairs("the", "weekend"), uncompiled(r"the weekend\b"), weekend),
    Rule("date-vague", openings(VAGUE), uncompiled(rf"{either(VAGUE)}(?![\w-])"), vague_time),
    Rule("date-turn-of-year", pairs("the", "turn"), uncompiled(r"the turn of the year\b"), turn_of_year),
)
