"""Quarters, halves and years as companies and states count them: "Q1 2024", "Q1FY25", "the third fiscal quarter", "H1".

The days of a fiscal year depend on who counts it, so that its parts are unresolved.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from attrs import evolve

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.calendar.calendar_words import DATE_START, MONTHS, YEAR, full_year, ordinal_number
from factdiff.languages.en.calendar.dates.years import is_business, nearest_quarter
from factdiff.text.patterns import either, late, pattern, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import add_months

_PREPOSITION = pattern(r"\b(?:in|for|of|since|during|from|by|to|until|than|against|this|last|over|with) (?:the )?$")
_COMPARING = pattern(
    r"\b(?:(?:from|than|compared (?:with|to)|against|versus|over)(?:[^.;:!?\n]|\.(?=[0-9])){0,60}"
    r"|(?:same|like|comparable|corresponding|equivalent) (?:quarter|period|months?|half|three months|six months)"
    r"(?: of)?,?) (?:the )?$"
)
#: signs of India, and the short form that its companies use
_INDIAN = pattern(
    r"\b(?:Rs\b|crores?|lakhs?|rupees?|India\w{0,2}|Mumbai|Delhi|Pune|Bengaluru|Chennai|Hyderabad|Kolkata)\b|\u20b9"
)
_GLUED = pattern(r"[QH][1-4]FY[0-9]{2}")
_SENTENCE = late(r"[.!?]\s(?=[A-Z])|\n")
_NAMED_PERIOD = pattern(rf"\b(?:quarter|half|months|Q[1-4]|H[12]|{either(MONTHS)})\b")
#: how far back the period of results is looked for in a sentence, in characters
REACH = 200
#: the periods of which results are told
PERIODS = frozenset({"month", "quarter", "half"})


def coded_quarter(match: re.Match[str], _: Setting) -> Built:
    """The quarter or half in its short form: "Q1 2024", "2019 H2", "1Q24", "Quarter 1 2018"."""
    year = full_year(match["year"] or match["y"] or match["short"])
    number = int(match["number"] or match["n"] or match["first"])
    if (match["code"] or match["c"] or match["d"])[0].upper() == "H":
        return Date.half(year, number) if number < 3 else None
    return Date.quarter(year, number)


def fiscal_code(match: re.Match[str], setting: Setting) -> Built:
    """The quarter or half of a fiscal year in its short form: "Q1FY25", "1QFY25", "FY25 Q1"."""
    before, behind = match.groupdict().get("n"), match["number"]
    if bool(before) == bool(behind):
        return None
    found = fiscal_part(int(before or behind), match["code"], match["year"])
    glued = _GLUED.fullmatch(match.group()) is not None
    return indian_part(found, match["year"]) if found and (glued or is_indian(setting)) else found


def is_indian(setting: Setting) -> bool:
    """Whether a text is of India, where fiscal years run from April to March."""
    return setting.home == "IN" or _INDIAN.search(setting.text) is not None


def indian_part(found: Date, digits: str) -> Date:
    """The quarter or half of a fiscal year with its days, for a year that runs from April to March."""
    first, _, last = digits.replace("/", "-").partition("-")
    year = full_year(first) - (not last)
    months = 3 if found.granularity == "quarter" else 6
    begin = add_months(date(year, 4, 1), months * (int(found.timex3[-1]) - 1))
    return evolve(found, earliest=begin, latest=add_months(begin, months) - timedelta(1))


def fiscal_part(nth: int, letter: str, year: str) -> Date | None:
    """The quarter (letter Q) or half (H) of a fiscal year."""
    half = letter.upper() == "H"
    if nth > (2 if half else 4):
        return None
    return Date.unknown(f"{fiscal_name(year)}-{letter.upper()}{nth}", granularity="half" if half else "quarter")


def fiscal_quarter(match: re.Match[str], setting: Setting) -> Built:
    """The quarter or half of a fiscal year in words; without a year that of the last such quarter."""
    nth, half = ordinal_number(match["nth"] or match["th"] or match["t"]), match["unit"].lower() == "half"
    if match["of"]:
        return fiscal_part(nth, match["unit"][0].replace("q", "Q").replace("h", "H"), match["of"])
    if nth > (2 if half else 4):
        return None
    year = None if half or setting.published is None else nearest_quarter(nth, match, setting).timex3[:4]
    return Date.unknown(f"{year or 'XXXX'}-{'H' if half else 'Q'}{nth}", granularity="half" if half else "quarter")


def bare_quarter(match: re.Match[str], setting: Setting) -> Built:
    """The last such quarter or half that has begun, of a code without a year: "in Q1", "H1 profits"."""
    text, start, now = setting.text, match.start(), setting.published
    if not is_business(text, start, match.end()) or now is None:
        return None
    number = int(match["number"])
    if match["code"].upper() == "Q":
        return nearest_quarter(number, match, setting)
    if number > 2 or not (
        _PREPOSITION.search(text, max(0, start - 14), start) or text[match.end() : match.end() + 1] == " "
    ):
        return None
    return Date.half(now.year - (6 * number - 5 > now.month), number)


def fiscal_year(match: re.Match[str], _: Setting) -> Built:
    """The fiscal year, unresolved since its days depend on the company or state."""
    return Date.unknown(fiscal_name(match["year"] or match["y"] or match["z"]), granularity="year")


def fiscal_name(digits: str) -> str:
    """The name of a fiscal year by its digits.

    >>> fiscal_name("25"), fiscal_name("2023/24")
    ('FY2025', 'FY2023-24')
    """
    first, _, last = digits.replace("/", "-").partition("-")
    return f"FY{full_year(first)}" + (f"-{last[-2:]}" if last else "")


def year_before(match: re.Match[str], setting: Setting) -> Built:
    """The period of results a year before the last: "the year-ago quarter"."""
    there = period_a_year_before(setting)
    return there or Date.unknown("PAST_REF")


def a_year_ago(start: int, end: int, setting: Setting) -> Found | None:
    """The same quarter, half or month of the year before, where "a year ago" at ``start`` is what results are held
    against; else None.
    """
    text = setting.text
    if not _COMPARING.search(text, max(0, start - 80), start):
        return None
    sentence = _SENTENCE.split(text[max(0, start - REACH) : start])[-1]
    if not _NAMED_PERIOD.search(sentence) and not (setting.last and setting.last.granularity == "quarter"):
        return None
    there = period_a_year_before(setting)
    return None if there is None else Found(there, start, end, "date-year-before")


def period_a_year_before(setting: Setting) -> Date | None:
    """The quarter, half or month a year before the last date of the text, where that is one."""
    last = setting.last
    if last is None or last.granularity not in PERIODS or not last.earliest or not last.latest:
        return None
    year, month = last.earliest.year - 1, last.earliest.month
    if last.timex3[4:6] == "-Q":
        return Date.quarter(year, (month + 2) // 3)
    if last.timex3[4:6] == "-H":
        return Date.half(year, (month + 5) // 6)
    if len(last.timex3) == len("2024-05"):
        return Date.month(year, month)
    return Date.span(add_months(last.earliest, -12), add_months(last.latest, -12), granularity=last.granularity)


_LONG = r"[12][0-9]{3}(?:[-/](?:[12][0-9])?[0-9]{2})?(?![0-9]|[.,][0-9])"
_FY = r"(?:[12][0-9]{3}(?:[-/](?:[12][0-9])?[0-9]{2})?|[0-9]{2})(?![0-9]|[.,][0-9])"
_NTH = r"first|second|third|fourth|1st|2nd|3rd|4th"
_FISCAL_WORD = r"(?:fiscal|financial)"
_CODED = (
    rf"{DATE_START}(?:(?P<code>[QH]|(?:quarter|half) )(?P<number>[1-4])(?: of|,)?[-\s]?{YEAR}|"
    r"(?P<y>[12][0-9]{3})[-\s]?(?P<c>[QqH])(?P<n>[1-4])\b|"
    r"(?P<first>[1-4])(?P<d>[QH]) ?'?(?P<short>(?:[12][0-9])?[0-9]{2})(?![\w%.]))"
)
_CODE_FY = (
    rf"{DATE_START}(?P<n>[1-4])?(?P<code>[QH])(?P<number>[1-4])?[-\s,]{{0,2}}(?:of )?"
    rf"(?:FY ?|fiscal (?:year )?)'?(?P<year>{_FY})(?!\w)"
)
_FY_CODE = rf"{DATE_START}(?:FY ?|fiscal (?:year )?)(?P<year>{_FY})[-\s]?(?P<code>[QH])(?P<number>[1-4])\b"
_FISCAL_QUARTER = (
    rf"{DATE_START}(?:the )?(?:(?P<nth>{_NTH}) {_FISCAL_WORD}|{_FISCAL_WORD} (?P<th>{_NTH})|"
    rf"(?P<t>{_NTH})(?= (?:quarter|half) of (?:the )?(?:FY|{_FISCAL_WORD})))[-\s](?P<unit>quarter|half)\b"
    rf"(?: of (?:the )?(?:FY ?|{_FISCAL_WORD} (?:year )?)(?P<of>{_FY})(?!\w))?"
)
_BARE = rf"{DATE_START}(?P<code>[QH])(?P<number>[1-4])(?![\w/.-]*[0-9]|[\w'])"
_FISCAL_YEAR = (
    rf"{DATE_START}(?:the )?(?:(?:fiscal(?: year)?|financial year) (?P<year>{_LONG})|"
    rf"FY ?'?(?P<y>{_FY})|"
    rf"(?P<z>[12][0-9]{{3}}[-/](?:[12][0-9])?[0-9]{{2}}) (?:fiscal|financial|tax|budget) year\b)(?!\w)"
)
_QUARTERS = ("quarter", "half")
_NTHS = ("first", "second", "third", "fourth")
_FISCAL_WORDS = ("fiscal", "financial")
_CODES = ("q", "h", "qfy", "hfy")

RULES = (
    Rule("date-quarter-code", {*pairs(DIGIT, "-", "q", "h"), *_CODES, *_QUARTERS}, uncompiled(_CODED), coded_quarter),
    Rule("date-fiscal-code", {*pairs(DIGIT, *_CODES), *_CODES}, uncompiled(_CODE_FY), fiscal_code),
    Rule("date-fiscal-first", {"fy", *pairs("fiscal", DIGIT, "year")}, uncompiled(_FY_CODE), fiscal_code),
    Rule(
        "date-fiscal-quarter",
        {
            *pairs(DIGIT, "st", "nd", "rd", "th"),
            *pairs(_NTHS, *_FISCAL_WORDS, *_QUARTERS),
            *pairs(_FISCAL_WORDS, DIGIT, *_NTHS),
            *pairs("the", DIGIT, *_NTHS, *_FISCAL_WORDS),
        },
        uncompiled(_FISCAL_QUARTER),
        fiscal_quarter,
    ),
    Rule("date-quarter-bare", {"q", "h"}, uncompiled(_BARE, cased=True), bare_quarter),
    Rule(
        "date-fiscal",
        {*_FISCAL_WORDS, "fy", *pairs(DIGIT, "-", "/"), *pairs("the", *_FISCAL_WORDS, DIGIT)},
        uncompiled(_FISCAL_YEAR),
        fiscal_year,
    ),
    Rule(
        "date-year-ago",
        {*pairs("year", "-"), *pairs("the", "year")},
        uncompiled(r"(?:the )?year-(?:ago|earlier|before) (?:quarter|period|half|month|three months|six months)\b"),
        year_before,
    ),
)
