"""Ranges of days, months, years and decades: "3-5 May", "between May and July", "1998-2003", "2012-13"."""

from __future__ import annotations

import re
from datetime import date

from attrs import evolve

from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.calendar.calendar_words import (
    DATE_START,
    MONTH_NUMBERS,
    ORDINAL_SUFFIXES,
    ORDINAL_TRIGGERS,
    ORDINALS,
    month_number,
    ordinal_number,
)
from factdiff.languages.en.calendar.clause_years import day_in_year_of_clause
from factdiff.languages.en.calendar.tense import is_future, is_past
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import GRANULARITY_DAYS, Date, timex3_range
from factdiff.values.calendar.days import nearest_day_of_year, valid_date

#: the most years of a range, and of two days in brackets that are no birth and death
MAX_YEARS, MAX_EVENT_YEARS = 300, 15
_BRACKETED = late(r"\((?:[^()]{0,90}[;,:] ?)? ?(?:born )?$")
_RESCHEDULED = late(
    r"\b(?:mov(?:ed?|ing)|postpon(?:ed?|ing)|push(?:ed|ing)?|delay(?:ed|ing)?|reschedul(?:ed?|ing)|brought|bring|"
    r"chang(?:ed?|ing)|shift(?:ed|ing)?|switch(?:ed|ing)?|slip(?:ped)?|put)\b[^.;:!?\n]{0,60}$",
    re.IGNORECASE,
)


def is_rescheduling(text: str, start: int) -> bool:
    """Whether the two dates from ``start`` on are the old and the new date of an event that was rescheduled.

    >>> is_rescheduling("The hearing was moved from March 3 to April 7.", 22)
    True
    >>> is_rescheduling("It ran from March 3 to April 7.", 7)
    False
    """
    return bool(_RESCHEDULED.search(text, max(0, start - 80), start))


def is_lifespan(text: str, start: int, years: int) -> bool:
    """Whether the two days from ``start`` on are a birth and a death: in brackets, and many ``years`` apart.

    >>> is_lifespan("Ada Quist (3 May 1901 - 9 June 1980) was a judge.", 11, 79)
    True
    """
    return years > MAX_EVENT_YEARS and _BRACKETED.search(text, max(0, start - 100), start) is not None


def range_of_days(match: re.Match[str], setting: Setting) -> Built:
    """The range of two days, of which one may give the month and the year of both."""
    first, last = ordinal_number(match["day1"]), ordinal_number(match["day2"])
    if is_rescheduling(setting.text, match.start()):
        return None
    months = [match[name] for name in ("month1", "month2") if name in match.re.groupindex and match[name]]
    if months[0].lower() in ("may", "march") and months[0].islower() and not match["year2"]:
        return None
    start_month, end_month = month_number(months[0]), month_number(months[-1])
    year = int(match["year2"]) if match["year2"] else None
    start = first_day_of_range(
        first, start_month, None if year is None else year - (start_month > end_month), match, setting
    )
    if start is None:
        return None
    end = valid_date(year or start.year, end_month, last)
    if end is not None and end < start and year is None and start_month > end_month:
        end = valid_date(start.year + 1, end_month, last)
    if end is None or end <= start:
        return None
    life = is_lifespan(setting.text, match.start(), end.year - start.year)
    return None if life else range_between(Date.day(start), Date.day(end))


def first_day_of_range(day: int, month: int, given: int | None, match: re.Match[str], setting: Setting) -> date | None:
    """The first day of a range: in its own year, in that of the last day (``given``), or in that of its clause."""
    year = int(match["year1"]) if match["year1"] else given
    if year is not None:
        return valid_date(year, month, day)
    return day_in_year_of_clause(month, day, match.start(), match.end(), setting)


def range_of_months(match: re.Match[str], setting: Setting) -> Built:
    """The range of two months, of which one may give the year of both."""
    if "may" in (match["month1"], match["month2"]) or is_rescheduling(setting.text, match.start()):
        return None
    first, last = month_number(match["month1"]), month_number(match["month2"])
    if match["year2"] or match["year1"]:
        end = int(match["year2"] or match["year1"])
        start = int(match["year1"]) if match["year1"] else end - (first > last)
    else:
        close = year_of_months(first, match, setting)
        if close is None:
            return None
        start, end = close, close + (first > last)
    low, high = Date.month(start, first), Date.month(end, last)
    return range_between(low, high) if low.ordinals() < high.ordinals() else None


def year_of_months(month: int, match: re.Match[str], setting: Setting) -> int | None:
    """The year of a range of months without one: the nearest, or in a clause of the past the last that has begun."""
    last = setting.last.earliest if setting.narrative and setting.last else None
    near = last or setting.near
    close = near and nearest_day_of_year(month, 15, near)
    if not near or not close:
        return None
    past = last is None and close > near and is_past(setting.text, match.start(), match.end())
    return close.year - (past and not is_future(setting.text, match.start(), match.end()))


def range_of_years(match: re.Match[str], _: Setting) -> Built:
    """The range of two years, of which the second may have two digits."""
    first, second = int(match["year1"]), match["year2"]
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    if not first < last <= first + MAX_YEARS or (len(second) == 2 and match["sign"] == "-" and last - first > 50):
        return None
    return range_between(Date.year(first), Date.year(last))


def range_of_years_bc(match: re.Match[str], _: Setting) -> Built:
    """The range of two years before Christ, the larger number first."""
    first, last = int(match["year1"]), int(match["year2"])
    if first <= last:
        return None
    return Date.unknown(f"BC{first:04}/BC{last:04}", granularity="year")


def range_of_decades(match: re.Match[str], _: Setting) -> Built:
    """Two decades."""
    first, last = (Date.decade(int(match[name])) for name in ("year1", "year2"))
    return range_between(first, last) if first.ordinals() < last.ordinals() else None


def range_between(low: Date, high: Date) -> Date:
    """The span from the first day of one date to the last of another.

    >>> range_between(Date.year(1998), Date.year(2003)).edtf
    '1998/2003'
    """
    written = f"{range_end_wording(low, low.earliest)}/{range_end_wording(high, high.latest)}"
    assert low.earliest is not None
    assert high.earliest is not None
    unit = min((low.granularity, high.granularity), key=lambda name: GRANULARITY_DAYS[name])
    unit = "year" if unit in ("decade", "century") else unit
    timex3 = timex3_range(low.earliest, high.earliest, unit)
    span = Date.span(low.earliest, high.latest, timex3=timex3, granularity=low.granularity)
    return span if written == span.edtf else evolve(span, edtf=written)


def range_end_wording(end: Date, day: date | None) -> str:
    """The EDTF form of an end of a range: that of the date, or of its outer day where the date is a range itself."""
    return f"{day}{'~' * end.approximate}" if "/" in end.edtf else end.edtf


_MONTHS = either(MONTH_NUMBERS)
#: the words between the two ends of a range; behind "between" it is "and"
JOINT = r"(?: ?- ?| to | until | till | through | thru )"
JOINTS = ("-", "to", "until", "till", "through", "thru")


def range_pattern(first: str, last: str) -> str:
    """The pattern of a range of two dates, with "between ... and" or "from ... to"."""
    low, high = (f"(?:{part})" for part in (first, last))
    lead = "(?:(?P<between>between (?:the )?)|from (?:the )?)?"
    return rf"{DATE_START}{lead}{low}(?(between)(?: and | ?- ?)|{JOINT})(?:the )?{high}"


def day_pattern(number: int) -> str:
    """The pattern of the day of the first (1) or second (2) date of a range."""
    return rf"(?P<day{number}>[0-3]?[0-9](?:st|nd|rd|th)?|{either(ORDINALS)})(?![0-9])"


def month_pattern(number: int) -> str:
    """The pattern of the month of the first (1) or second (2) date of a range."""
    return rf"(?P<month{number}>{_MONTHS})\b(?:(?<=\b[a-z]{{3}})(?<!may)\.|(?<=\bsept)\.)?"


def year_pattern(number: int) -> str:
    """The pattern of the year of the first (1) or second (2) date of a range."""
    return rf"(?P<year{number}>1[0-9]{{3}}|2[01][0-9]{{2}})(?![0-9]|[.,][0-9])"


_DAY_MONTH = range_pattern(
    rf"{day_pattern(1)}(?: of)?(?: {month_pattern(1)}(?:,? {year_pattern(1)})?)?",
    rf"{day_pattern(2)}(?: of)? {month_pattern(2)}(?:,? {year_pattern(2)})?(?!\w)",
)
_MONTH_DAY = range_pattern(
    rf"{month_pattern(1)} {day_pattern(1)}(?:,? {year_pattern(1)})?",
    rf"(?:{month_pattern(2)} )?{day_pattern(2)}(?!\w|[:.][0-9]|,[0-9]{{3}}(?![0-9]))(?:,? {year_pattern(2)})?(?!\w)",
)
_MONTH = range_pattern(
    rf"{month_pattern(1)}(?:,? (?:of )?{year_pattern(1)})?",
    rf"{month_pattern(2)}(?:,? (?:of |in )?{year_pattern(2)})?(?![\w'])(?! [0-3]?[0-9]\b)",
)
_YEARS = (
    rf"(?<![\w.,/$£€:#-])(?:(?P<between>between |the years )|from )?{year_pattern(1)}"
    rf"(?P<sign>(?(between)(?: and |-)|(?:{JOINT}|/(?=[0-9]{{2}}(?:[0-9]{{2}})?(?![0-9])))))"
    r"(?P<year2>1[0-9]{3}|2[01][0-9]{2}|[0-9]{2})(?![\w/-]|[.,][0-9])"
)
_BC = (
    rf"{DATE_START}(?i:from |between )?(?P<year1>[0-9]{{1,4}})(?: ?- ?|(?i: to | and ))(?P<year2>[0-9]{{1,4}}) "
    r"(?:BCE?\b|B\.C\.)"
)
_DECADES = (
    rf"{DATE_START}(?:the )?(?P<year1>[12][0-9]{{2}}0)s(?: ?- ?| to | through )(?:the )?(?:early |late )?"
    r"(?P<year2>[12][0-9]{2}0)s\b"
)
LEADS = ("from", "between")


def range_triggers(*words: str) -> frozenset[str]:
    """The triggers of a range behind "from" or "between" that starts with the given tokens."""
    return pairs(("from", "between"), *words)


RULES = (
    Rule(
        "date-range-day-month",
        {
            *pairs(DIGIT, *ORDINAL_SUFFIXES, *MONTH_NUMBERS, "of", *JOINTS),
            *range_triggers("the", DIGIT, *ORDINAL_TRIGGERS),
        },
        uncompiled(_DAY_MONTH),
        range_of_days,
    ),
    Rule(
        "date-range-month-day",
        {*pairs(MONTH_NUMBERS, ".", DIGIT, *ORDINAL_TRIGGERS), *range_triggers("the", *MONTH_NUMBERS)},
        uncompiled(_MONTH_DAY),
        range_of_days,
    ),
    Rule(
        "date-range-months",
        {*pairs(MONTH_NUMBERS, ".", ",", "of", DIGIT, *JOINTS), *range_triggers("the", *MONTH_NUMBERS)},
        uncompiled(_MONTH),
        range_of_months,
    ),
    Rule(
        "date-range-years",
        {*pairs(DIGIT, *JOINTS, "/"), *pairs("the", "years"), *range_triggers(DIGIT)},
        uncompiled(_YEARS),
        range_of_years,
    ),
    Rule(
        "date-range-bc",
        {*pairs(DIGIT, "-", "to", "and"), *range_triggers(DIGIT)},
        uncompiled(_BC, cased=True),
        range_of_years_bc,
    ),
    Rule("date-range-decades", {*pairs(DIGIT, "s"), *pairs("the", DIGIT)}, uncompiled(_DECADES), range_of_decades),
)
