"""Ranges of dates: "3-5 May", "from March 3 to April 5, 2019", "between May and July", "1998-2003", "2012-13"."""

from __future__ import annotations

import re
from datetime import date

from attrs import evolve

from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.calendar.calendar_words import (
    BEFORE,
    NAMES,
    ORDINALS,
    SPELT,
    SUFFIXES,
    close_day,
    month_number,
    ordinal,
)
from factdiff.languages.en.calendar.tense import is_future, is_past
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import GRANULARITY_DAYS, Date, timex3_range
from factdiff.values.calendar.days import nearest_day_of_year, valid_date

#: the longest range of years that is read, and the longest of two days in brackets that is not a life
LONGEST, EVENT = 300, 15
_BRACKETED = re.compile(r"\((?:[^()]{0,90}[;,:] ?)? ?(?:born )?$")
_MOVE = re.compile(
    r"\b(?:mov(?:ed?|ing)|postpon(?:ed?|ing)|push(?:ed|ing)?|delay(?:ed|ing)?|reschedul(?:ed?|ing)|brought|bring|"
    r"chang(?:ed?|ing)|shift(?:ed|ing)?|switch(?:ed|ing)?|slip(?:ped)?|put)\b[^.;:!?\n]{0,60}$",
    re.IGNORECASE,
)


def is_move(text: str, start: int) -> bool:
    """Whether two dates from ``start`` on are those of one thing before and after it was moved.

    >>> is_move("The hearing was moved from March 3 to April 7.", 22), is_move("It ran from March 3 to April 7.", 7)
    (True, False)
    """
    return bool(_MOVE.search(text, max(0, start - 80), start))


def is_life(text: str, start: int, years: int) -> bool:
    """Whether two days from ``start`` on, so many years apart, are a birth and a death: in brackets, far apart.

    >>> is_life("Ada Quist (3 May 1901 - 9 June 1980) was a judge.", 11, 79)
    True
    """
    return years > EVENT and _BRACKETED.search(text, max(0, start - 100), start) is not None


def days(match: re.Match[str], setting: Setting) -> Built:
    """Two days; what the first leaves out is that of the second, and the other way round."""
    first, last = ordinal(match["day1"]), ordinal(match["day2"])
    if is_move(setting.text, match.start()):
        return None
    months = [match[name] for name in ("month1", "month2") if name in match.re.groupindex and match[name]]
    if months[0].lower() in ("may", "march") and months[0].islower() and not match["year2"]:
        return None
    start_month, end_month = month_number(months[0]), month_number(months[-1])
    year = int(match["year2"]) if match["year2"] else None
    start = day_of(
        first, start_month, match["year1"], None if year is None else year - (start_month > end_month), setting
    )
    if start is None:
        return None
    end = valid_date(year or start.year, end_month, last)
    if end is not None and end < start and year is None and start_month > end_month:
        end = valid_date(start.year + 1, end_month, last)
    if end is None or end <= start:
        return None
    life = is_life(setting.text, match.start(), end.year - start.year)
    return None if life else between(Date.day(start), Date.day(end))


def day_of(day: int, month: int, written: str | None, given: int | None, setting: Setting) -> date | None:
    """The first day of a range, in its own year, in that of the last day, or near the other dates."""
    year = int(written) if written else given
    return close_day(month, day, setting) if year is None else valid_date(year, month, day)


def months(match: re.Match[str], setting: Setting) -> Built:
    """Two months, of one year where only the last has one."""
    if "may" in (match["month1"], match["month2"]) or is_move(setting.text, match.start()):
        return None
    first, last = month_number(match["month1"]), month_number(match["month2"])
    if match["year2"] or match["year1"]:
        end = int(match["year2"] or match["year1"])
        start = int(match["year1"]) if match["year1"] else end - (first > last)
    else:
        close = near_year(first, match, setting)
        if close is None:
            return None
        start, end = close, close + (first > last)
    low, high = Date.month(start, first), Date.month(end, last)
    return between(low, high) if low.ordinals() < high.ordinals() else None


def near_year(month: int, match: re.Match[str], setting: Setting) -> int | None:
    """The year of a range of months without one: the last that has begun, where the clause looks back."""
    last = setting.last.earliest if setting.narrative and setting.last else None
    near = last or setting.near
    close = near and nearest_day_of_year(month, 15, near)
    if not near or not close:
        return None
    past = last is None and close > near and is_past(setting.text, match.start(), match.end())
    return close.year - (past and not is_future(setting.text, match.start(), match.end()))


def years(match: re.Match[str], _: Setting) -> Built:
    """Two years; the second may have two digits."""
    first, second = int(match["year1"]), match["year2"]
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    if not first < last <= first + LONGEST or (len(second) == 2 and match["sign"] == "-" and last - first > 50):
        return None
    return between(Date.year(first), Date.year(last))


def years_bc(match: re.Match[str], _: Setting) -> Built:
    """Two years before Christ, whose numbers fall."""
    first, last = int(match["year1"]), int(match["year2"])
    if first <= last:
        return None
    return Date.unknown(f"BC{first:04}/BC{last:04}", granularity="year")


def decades(match: re.Match[str], _: Setting) -> Built:
    """Two decades."""
    first, last = (Date.decade(int(match[name])) for name in ("year1", "year2"))
    return between(first, last) if first.ordinals() < last.ordinals() else None


def between(low: Date, high: Date) -> Date:
    """The span from the first day of one date to the last of another.

    >>> between(Date.year(1998), Date.year(2003)).edtf
    '1998/2003'
    """
    written = f"{edge(low, low.earliest)}/{edge(high, high.latest)}"
    assert low.earliest is not None
    assert high.earliest is not None
    unit = min((low.granularity, high.granularity), key=lambda name: GRANULARITY_DAYS[name])
    unit = "year" if unit in ("decade", "century") else unit
    timex3 = timex3_range(low.earliest, high.earliest, unit)
    span = Date.span(low.earliest, high.latest, timex3=timex3, granularity=low.granularity)
    return span if written == span.edtf else evolve(span, edtf=written)


def edge(end: Date, day: date | None) -> str:
    """How the end of a range is written: as the date is, or as its outer day where that is a range itself."""
    return f"{day}{'~' * end.approximate}" if "/" in end.edtf else end.edtf


_MONTHS = either(NAMES)
#: what joins two ends; behind "between" it is "and"
JOINT = r"(?: ?- ?| to | until | till | through | thru )"
JOINTS = ("-", "to", "until", "till", "through", "thru")


def ends(first: str, last: str) -> str:
    """The two forms of a range, with "between ... and" or without."""
    low, high = (f"(?:{part})" for part in (first, last))
    lead = "(?:(?P<between>between (?:the )?)|from (?:the )?)?"
    return rf"{BEFORE}{lead}{low}(?(between)(?: and | ?- ?)|{JOINT})(?:the )?{high}"


def day(number: int) -> str:
    """A day of a month, by the number of the end."""
    return rf"(?P<day{number}>[0-3]?[0-9](?:st|nd|rd|th)?|{either(ORDINALS)})(?![0-9])"


def month(number: int) -> str:
    """A month, by the number of the end."""
    return rf"(?P<month{number}>{_MONTHS})\b(?:(?<=\b[a-z]{{3}})(?<!may)\.|(?<=\bsept)\.)?"


def year(number: int) -> str:
    """A year of four digits, by the number of the end."""
    return rf"(?P<year{number}>1[0-9]{{3}}|2[01][0-9]{{2}})(?![0-9]|[.,][0-9])"


_DAY_MONTH = ends(
    rf"{day(1)}(?: of)?(?: {month(1)}(?:,? {year(1)})?)?", rf"{day(2)}(?: of)? {month(2)}(?:,? {year(2)})?(?!\w)"
)
_MONTH_DAY = ends(
    rf"{month(1)} {day(1)}(?:,? {year(1)})?",
    rf"(?:{month(2)} )?{day(2)}(?!\w|[:.][0-9]|,[0-9]{{3}}(?![0-9]))(?:,? {year(2)})?(?!\w)",
)
_MONTH = ends(
    rf"{month(1)}(?:,? (?:of )?{year(1)})?", rf"{month(2)}(?:,? (?:of |in )?{year(2)})?(?![\w'])(?! [0-3]?[0-9]\b)"
)
_YEARS = (
    rf"(?<![\w.,/$£€:#-])(?:(?P<between>between |the years )|from )?{year(1)}"
    rf"(?P<sign>(?(between)(?: and |-)|(?:{JOINT}|/(?=[0-9]{{2}}(?:[0-9]{{2}})?(?![0-9])))))"
    r"(?P<year2>1[0-9]{3}|2[01][0-9]{2}|[0-9]{2})(?![\w/-]|[.,][0-9])"
)
_BC = (
    rf"{BEFORE}(?i:from |between )?(?P<year1>[0-9]{{1,4}})(?: ?- ?|(?i: to | and ))(?P<year2>[0-9]{{1,4}}) "
    r"(?:BCE?\b|B\.C\.)"
)
_DECADES = (
    rf"{BEFORE}(?:the )?(?P<year1>[12][0-9]{{2}}0)s(?: ?- ?| to | through )(?:the )?(?:early |late )?"
    r"(?P<year2>[12][0-9]{2}0)s\b"
)
LEADS = ("from", "between")


def led(*words: str) -> frozenset[str]:
    """The triggers of the words before a range."""
    return pairs(("from", "between"), *words)


RULES = (
    Rule(
        "date-range-day-month",
        {*pairs(DIGIT, *SUFFIXES, *NAMES, "of", *JOINTS), *led("the", DIGIT, *SPELT)},
        uncompiled(_DAY_MONTH),
        days,
    ),
    Rule(
        "date-range-month-day", {*pairs(NAMES, ".", DIGIT, *SPELT), *led("the", *NAMES)}, uncompiled(_MONTH_DAY), days
    ),
    Rule(
        "date-range-months",
        {*pairs(NAMES, ".", ",", "of", DIGIT, *JOINTS), *led("the", *NAMES)},
        uncompiled(_MONTH),
        months,
    ),
    Rule(
        "date-range-years",
        {*pairs(DIGIT, *JOINTS, "/"), *pairs("the", "years"), *led(DIGIT)},
        uncompiled(_YEARS),
        years,
    ),
    Rule("date-range-bc", {*pairs(DIGIT, "-", "to", "and"), *led(DIGIT)}, uncompiled(_BC, cased=True), years_bc),
    Rule("date-range-decades", {*pairs(DIGIT, "s"), *pairs("the", DIGIT)}, uncompiled(_DECADES), decades),
)
