"""Rules of dates in the words of a language without a folder of its own, from dateparser's tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache

from factdiff.language.rules import CLAIM, Built, Rule, Setting
from factdiff.languages.und.calendar.calendar_words import UNITS, date_words
from factdiff.tables import read_table
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import add_months, nearest_day_of_year, valid_date

#: language -> the words between the two days of a range
RANGE_WORDS: dict[str, list[str]] = read_table("factdiff.languages.und.calendar", "range_words.toml")
#: the greatest distance of a date, in units
MAX_UNITS = 300
_DAY = r"[0-3]?[0-9](?![0-9])(?:er|\.|º|ª|-?го)?"
_YEAR = r"1[0-9]{3}|2[01][0-9]{2}"
_OF = r"(?: de| d')?"


def day_in_year(day: str, month: str, year: str | None, setting: Setting) -> Date | None:
    """The day of a month, in the written year or in the one nearest to the publication."""
    number, of = int(re.sub(r"\D", "", day)), date_words(setting.lang).months[month.lower()]
    if year:
        exact = valid_date(int(year), of, number)
        return None if exact is None else Date.day(exact)
    if valid_date(2024, of, number) is None:
        return None
    close = nearest_day_of_year(of, number, setting.near) if setting.near else None
    return Date.any_year(of, number) if close is None else Date.day(close)


def day_of_month(match: re.Match[str], setting: Setting) -> Built:
    """The day of a month; an abbreviated month needs a year behind it or a weekday before it."""
    words = date_words(setting.lang)
    if not match["year"] and match["month"].lower() not in words.full:
        before = re.search(r"([^\W\d_]+)[.,]{0,2}\s$", setting.text[max(0, match.start() - 16) : match.start()])
        if before is None or before[1].lower() not in words.weekdays:
            return None
    return day_in_year(match["day"], match["month"], match["year"], setting) or CLAIM


def range_of_days(match: re.Match[str], setting: Setting) -> Built:
    """The range of two days, of which the second gives the month and year that the first leaves out."""
    high = day_in_year(match["day2"], match["month2"], match["year2"], setting)
    if high is None or high.earliest is None:
        return None
    year = match["year1"] or str(high.earliest.year)
    low = day_in_year(match["day1"], match["month1"] or match["month2"], year, setting)
    if low is None or low.earliest is None or low.earliest >= high.earliest:
        return None
    return Date.span(low.earliest, high.latest)


def month_of_year(match: re.Match[str], setting: Setting) -> Built:
    """The month of a year."""
    return Date.month(int(match["year"]), date_words(setting.lang).months[match["month"].lower()])


def numeric_date(match: re.Match[str], setting: Setting) -> Built:
    """The date in digits, in the order of the language, or with both readings where that is not known."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    readings = {True: valid_date(year, second, first), False: valid_date(year, first, second)}
    days = {day for day in readings.values() if day is not None}
    day_first = date_words(setting.lang).day_first
    if len(days) == 2 and day_first is not None:
        days = {day for day in (readings[day_first],) if day is not None}
    return CLAIM if not days else Date.day(*days) if len(days) == 1 else Date.one_of(*days)


def relative_date(match: re.Match[str], setting: Setting) -> Built:
    """The day, week, month or year of a relative phrase: "yesterday", "last month"."""
    unit, shift = date_words(setting.lang).phrases[" ".join(match.group().lower().split())]
    now = setting.published
    if now is None:
        return Date.unknown("PRESENT_REF" if shift == 0 else "FUTURE_REF" if shift > 0 else "PAST_REF")
    if unit == "day":
        return Date.day(now + timedelta(shift))
    if unit == "week":
        return Date.week(now + timedelta(7 * shift))
    there = add_months(now, shift * (1 if unit == "month" else 12))
    return Date.month(there.year, there.month) if unit == "month" else Date.year(there.year)


def ago_builder(unit: str) -> Callable[[re.Match[str], Setting], Built]:
    """The builder of dates that are a count of units before the publication."""

    def read(match: re.Match[str], setting: Setting) -> Built:
        count = int(next(group for group in match.groups() if group))
        now = setting.published
        return Date.unknown("PAST_REF") if now is None or count > MAX_UNITS else counted_back(now, count, unit)

    return read


def counted_back(now: date, count: int, unit: str) -> Date:
    """The date ``count`` units before a day, in the granularity of the unit.

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
    """The first words of phrases, or DIGIT for those that start with a number."""
    starts = (re.match(r"[^\W\d_]+", one) for one in phrases)
    return {start.group().lower() if start else DIGIT for start in starts}


@lru_cache(maxsize=64)
def date_rules(lang: str) -> tuple[Rule, ...]:
    """The rules of the language with this code; none where dateparser does not know its months.

    >>> date_rules("tlh")
    ()
    """
    words = date_words(lang)
    if not words.months:
        return ()
    name, joint = either(words.months), either(["-", *(f" {word} " for word in RANGE_WORDS.get(lang, ()))])
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
        Rule("date-span", {DIGIT}, uncompiled(two), range_of_days),
        Rule("date-day-month", {DIGIT}, uncompiled(one), day_of_month),
        Rule("date-numeric", {DIGIT}, uncompiled(digits), numeric_date),
        Rule("date-month-year", first_words(words.full), uncompiled(full), month_of_year),
    ]
    if words.phrases:
        found.append(
            Rule(
                "date-phrase",
                first_words(words.phrases),
                uncompiled(rf"(?<!\w){either(words.phrases)}(?!\w)"),
                relative_date,
            )
        )
    for unit in UNITS:
        bodies = [body for of, body in words.counted if of == unit]
        body = "|".join(bodies)
        if bodies:
            found.append(
                Rule(
                    f"date-ago-{unit}", first_words(bodies), uncompiled(rf"(?<!\w)(?:{body})(?!\w)"), ago_builder(unit)
                )
            )
    return tuple(found)
