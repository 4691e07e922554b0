"""Dates that count from the publication: "yesterday", "last month", "three days ago", "the turn of the year"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factdiff.language import CLAIM, Built, Rule, Setting, either, pattern
from factdiff.languages.en.dates import NAMES
from factdiff.languages.en.figures import POINT, TRIGGERS, read_figure
from factdiff.values.calendar import add_months
from factdiff.values.date import SEASONS, Date

#: words for a day -> its distance from the publication
DAYS = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "yesterday": -1, "last night": -1, "the day before yesterday": -2, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
#: words before a unit -> how many units away
SHIFTS = {"last": -1, "past": -1, "this": 0, "the current": 0, "next": 1, "the coming": 1}
PERIODS = ("week", "month", "year")
UNITS = {"day": 1, "week": 7}
#: how many units back a date is counted
FURTHEST = 2000
_UNIT = "(?P<unit>day|week|month|year)s?"
_AMOUNT = rf"(?<![\w.,-])(?!an? (?!hundred|few|day|week|month|year))(?P<amount>{POINT}|a|several|a few) {_UNIT}"


def day(match: re.Match[str], setting: Setting) -> Built:
    """A day by its distance from the publication."""
    distance = DAYS[" ".join(match.group().lower().split())]
    if setting.published is None:
        return Date.unknown("PRESENT_REF" if distance == 0 else "FUTURE_REF" if distance > 0 else "PAST_REF")
    return Date.day(setting.published + timedelta(distance))


def period(match: re.Match[str], setting: Setting) -> Built:
    """A week, month, year, season or named month by its distance from the publication."""
    shift = SHIFTS[" ".join(match["which"].lower().split())]
    name, now = match["period"].lower().replace("fall", "autumn"), setting.published
    if now is None:
        return Date.unknown("PRESENT_REF" if shift == 0 else "FUTURE_REF" if shift > 0 else "PAST_REF")
    if name == "week":
        return Date.week(now + timedelta(7 * shift))
    if name == "month":
        there = add_months(now.replace(day=1), shift)
        return Date.month(there.year, there.month)
    if name == "year":
        return Date.year(now.year + shift)
    if name in SEASONS:
        return Date.season(season_year(SEASONS[name][0], shift, now), name)
    month = NAMES[name]
    years = {-1: now.year - (month >= now.month), 0: now.year, 1: now.year + (month <= now.month)}
    return Date.month(years[shift], month)


def season_year(month: int, shift: int, now: date) -> int:
    """The year in which a season that starts in ``month`` lies: the last one that has ended, or the coming one."""
    ended = add_months(date(now.year, month, 1), 3) <= now
    return now.year - (not ended) if shift < 0 else now.year + (shift > 0 and month <= now.month)


def ago(match: re.Match[str], setting: Setting) -> Built:
    """So many days, weeks, months or years before the publication."""
    words = match["amount"].lower()
    figure = read_figure("one" if words == "a" else words)
    if figure is None or setting.published is None or not figure.stated.is_integer() or figure.stated > FURTHEST:
        return Date.unknown("PAST_REF")
    return back(setting.published, int(figure.stated), match["unit"].lower())


def back(now: date, count: int, unit: str) -> Date:
    """The date ``count`` units before ``now``, as fine as the unit."""
    if unit in UNITS:
        there = now - timedelta(count * UNITS[unit])
        return Date.day(there) if unit == "day" else Date.week(there, approximate=True)
    if unit == "month":
        there = add_months(now, -count)
        return Date.month(there.year, there.month, approximate=True)
    return Date.year(now.year - count, approximate=True) if now.year > count else Date.unknown("PAST_REF")


def turn_of_year(_: re.Match[str], setting: Setting) -> Built:
    """The days around the first of January nearest to the publication."""
    if setting.near is None:
        return Date.unknown("XXXX-01-01")
    january = date(setting.near.year + (setting.near.month > 6), 1, 1)
    return Date.span(january - timedelta(2), january + timedelta(1), approximate=True, granularity="week")


def other_day(_: re.Match[str], __: Setting) -> Built:
    """A day counted from another date of the text, which is not read here."""
    return CLAIM


RULES = (
    Rule("date-relative-day", {words.split()[0] for words in DAYS}, pattern(rf"{either(DAYS)}(?!\w)"), day),
    Rule(
        "date-relative-period",
        {words.split()[0] for words in SHIFTS},
        pattern(rf"(?P<which>{either(SHIFTS)}) (?P<period>{either([*PERIODS, *SEASONS, 'fall', *NAMES])})(?![\w'])"),
        period,
    ),
    Rule("date-ago", TRIGGERS, pattern(rf"{_AMOUNT} ago\b"), ago),
    Rule("date-from-another", TRIGGERS, pattern(rf"{_AMOUNT} (?:later|earlier|before|after)\b"), other_day),
    Rule("date-turn-of-year", {"the"}, pattern(r"the turn of the year\b"), turn_of_year),
)  # fmt: skip
