"""Dates in the words of a language that has no folder of its own, as far as dateparser has its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache

from factdiff.language.rules import CLAIM, Built, Rule, Setting
from factdiff.languages.und.calendar.calendar_words import UNITS, words_of
from factdiff.tables import read_table
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import add_months, nearest_day_of_year, valid_date

#: language -> words that join two days to a span
JOINTS: dict[str, list[str]] = read_table("factdiff.languages.und.calendar", "joints.toml")
#: how many units back a date is counted
FURTHEST = 300
_DAY = r"[0-3]?[0-9](?![0-9])(?:er|\.|º|ª|-?го)?"
_YEAR = r"1[0-9]{3}|2[01][0-9]{2}"
_OF = r"(?: de| d')?"


def day_of(day: str, month: str, year: str | None, setting: Setting) -> Date | None:
    """A day of a month, in the year that is given, or in the one nearest to the publication."""
    number, of = int(re.sub(r"\D", "", day)), words_of(setting.lang).months[month.lower()]
    if year:
        exact = valid_date(int(year), of, number)
        return None if exact is None else Date.day(exact)
    if valid_date(2024, of, number) is None:
        return None
    close = nearest_day_of_year(of, number, setting.near) if setting.near else None
    return Date.any_year(of, number) if close is None else Date.day(close)


def one_day(match: re.Match[str], setting: Setting) -> Built:
    """A day and a month, with a year or without; a short name of a month needs a year or a weekday."""
    words = words_of(setting.lang)
    if not match["year"] and match["month"].lower() not in words.full:
        before = re.search(r"([^\W\d_]+)[.,]{0,2}\s$", setting.text[max(0, match.start() - 16) : match.start()])
        if before is None or before[1].lower() not in words.weekdays:
            return None
    return day_of(match["day"], match["month"], match["year"], setting) or CLAIM


def span(match: re.Match[str], setting: Setting) -> Built:
    """Two days; what the first leaves out is that of the second."""
    high = day_of(match["day2"], match["month2"], match["year2"], setting)
    if high is None or high.earliest is None:
        return None
    year = match["year1"] or str(high.earliest.year)
    low = day_of(match["day1"], match["month1"] or match["month2"], year, setting)
    if low is None or low.earliest is None or low.earliest >= high.earliest:
        return None
    return Date.span(low.earliest, high.latest)


def month(match: re.Match[str], setting: Setting) -> Built:
    """A month of a year."""
    return Date.month(int(match["year"]), words_of(setting.lang).months[match["month"].lower()])


def numeric(match: re.Match[str], setting: Setting) -> Built:
    """Digits alone, in the order of the language; both readings where it is not known."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    readings = {True: valid_date(year, second, first), False: valid_date(year, first, second)}
    days = {day for day in readings.values() if day is not None}
    day_first = words_of(setting.lang).day_first
    if len(days) == 2 and day_first is not None:
        days = {day for day in (readings[day_first],) if day is not None}
    return CLAIM if not days else Date.day(*days) if len(days) == 1 else Date.one_of(*days)


def phrase(match: re.Match[str], setting: Setting) -> Built:
    """A day, week, month or year by its distance from the publication: "yesterday", "last month"."""
    unit, shift = words_of(setting.lang).phrases[" ".join(match.group().lower().split())]
    now = setting.published
    if now is None:
        return Date.unknown("PRESENT_REF" if shift == 0 else "FUTURE_REF" if shift > 0 else "PAST_REF")
    if unit == "day":
        return Date.day(now + timedelta(shift))
    if unit == "week":
        return Date.week(now + timedelta(7 * shift))
    there = add_months(now, shift * (1 if unit == "month" else 12))
    return Date.month(there.year, there.month) if unit == "month" else Date.year(there.year)


def ago(unit: str) -> Callable[[re.Match[str], Setting], Built]:
    """What reads so many units before the publication."""

    def read(match: re.Match[str], setting: Setting) -> Built:
        count = int(next(group for group in match.groups() if group))
        now = setting.published
        return Date.unknown("PAST_REF") if now is None or count > FURTHEST else counted_back(now, count, unit)

    return read


def counted_back(now: date, count: int, unit: str) -> Date:
    """The date so many units before a day, as fine as the unit.

    >>> str(counted_back(date(2024, 1, 4), 5, "day")), str(counted_back(date(2024, 1, 4), 2, "year"))
    ('2023-12-30', '2022')
    """
    if unit == "day":
        return Date.day(now - timedelta(count))
    if unit == "week":
        return Date.week(now - timedelta(7 * count), approximate=True)
    if unit == "month":
        there = add_months(now, -count)
        return Date.month(there.year, there.month, approximate=True)
    return Date.year(now.year - count, approximate=True)


def first_words(phrases: Iterable[str]) -> set[str]:
    """The words that phrases start with; DIGIT for those that start with a number."""
    starts = (re.match(r"[^\W\d_]+", one) for one in phrases)
    return {start.group().lower() if start else DIGIT for start in starts}


@lru_cache(maxsize=64)
def rules_of(lang: str) -> tuple[Rule, ...]:
    """The rules of a language by its code; none where dateparser does not know its months.

    >>> rules_of("tlh")
    ()
    """
    words = words_of(lang)
    if not words.months:
        return ()
    name, joint = either(words.months), either(["-", *(f" {word} " for word in JOINTS.get(lang, ()))])
    two = (
        rf"(?<![\w/.,-])(?P<day1>{_DAY})(?:{_OF} ?(?P<month1>{name})(?!\w)\.?)?"
        rf"(?:{_OF} (?P<year1>{_YEAR})(?!\w))? ?{joint}"
        rf" ?(?P<day2>{_DAY}){_OF} ?(?P<month2>{name})(?!\w)\.?(?:{_OF} (?P<year2>{_YEAR})(?!\w))?"
    )
    one = rf"(?<![\w/.,-])(?P<day>{_DAY}){_OF} ?(?P<month>{name})(?!\w|-[^\W\d])\.?(?:{_OF},? (?P<year>{_YEAR})(?!\w))?"
    full = rf"(?<!\w)(?P<month>{either(words.full)}){_OF} (?P<year>{_YEAR})(?!\w)"
    digits = (
        r"(?<![\w/.-])(?P<first>[0-3]?[0-9])(?P<sign>[/.-])(?P<second>[0-3]?[0-9])(?P=sign)"
        rf"(?P<year>{_YEAR})(?![\w/-])"
    )
    found = [
        Rule("date-span", {DIGIT}, uncompiled(two), span),
        Rule("date-day-month", {DIGIT}, uncompiled(one), one_day),
        Rule("date-numeric", {DIGIT}, uncompiled(digits), numeric),
        Rule("date-month-year", first_words(words.full), uncompiled(full), month),
    ]
    if words.phrases:
        found.append(
            Rule(
                "date-phrase", first_words(words.phrases), uncompiled(rf"(?<!\w){either(words.phrases)}(?!\w)"), phrase
            )
        )
    for unit in UNITS:
        bodies = [body for of, body in words.counted if of == unit]
        body = "|".join(bodies)
        if bodies:
            found.append(
                Rule(f"date-ago-{unit}", first_words(bodies), uncompiled(rf"(?<!\w)(?:{body})(?!\w)"), ago(unit))
            )
    return tuple(found)
