"""Years, and seasons, quarters, halves, decades and centuries."""

from __future__ import annotations

import re
from datetime import date

from factdiff.language.rules import CLAIM, Built, Rule, Setting
from factdiff.languages.en.amounts.head_nouns import counted_noun, is_labelled
from factdiff.languages.en.amounts.units.unit_words import unit_form_at
from factdiff.languages.en.calendar.calendar_words import (
    DATE_START,
    MONTH_START,
    OF_YEAR,
    ORDINAL_SUFFIXES,
    ORDINAL_TRIGGERS,
    ORDINALS,
    PREPOSITIONS,
    SEASON_NAMES,
    YEAR,
    YEAR_START,
    full_year,
    matched_year,
    ordinal_number,
)
from factdiff.languages.en.calendar.dates.ranges import range_between, range_triggers
from factdiff.languages.en.calendar.tense import is_future
from factdiff.tables import read_table
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import SEASONS, Date

TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
        "nineties": 90}  # fmt: skip
#: up to this year, "the 1800s" are a century; later ones are a decade
LAST_CENTURY_YEAR = 1800
#: words beside which "in the 70s" are no years
_DEGREES = late(r"\b(?:temperatures?|degrees|highs?|lows?|aged?|speeds?|shot|shoot)\b", re.IGNORECASE)
#: words of business, near which a quarter is a quarter of a year
_BUSINESS = late(
    r"[$£€%]|\b(?:per ?cent|percent|profits?|loss(?:es)?|sales|revenues?|earnings|results|growth|gdp|econom\w{1,4}|"
    r"compan\w{1,3}|shares?|million|billion|quarterly|fiscal|recession|forecast|plants?|home prices|output|dividend)\b",
    re.IGNORECASE,
)
#: prepositions behind which digits before a noun are a count and no year
_OF = late(r"\b(?:of|up to)\s$", re.IGNORECASE)
_AVERAGE_OF = late(r"\b(?:average|total|sum|maximum|minimum|mean|capacity) of\s$", re.IGNORECASE)
#: what is told year by year: "its 2018 sales"
_YEARLY = late(
    r" (?:sales|revenues?|earnings|profits?|results|figures|accounts|budget|elections?|midterms|season|harvest)\b",
    re.IGNORECASE,
)
#: how far from a quarter a word of business can stand, in characters
BUSINESS_REACH = 90


def year(match: re.Match[str], setting: Setting) -> Built:
    """The year of four digits, unless these count or measure something."""
    number, start, text = int(match["year"]), match.start(), setting.text
    if match["word"]:
        return Date.year(number)
    if _AVERAGE_OF.search(text, max(0, start - 16), start):
        return None
    if match.end() - start == 4 and 1990 <= number <= 2035 and _YEARLY.match(text, match.end()):
        return Date.year(number)
    before = PREPOSITIONS.search(text, max(0, start - 12), start)
    bracketed = text[start - 1 : start] == "(" or text[match.end() : match.end() + 1] == ")"
    old = not 1900 <= number <= 2100 and not setting.narrative and not bracketed
    if not before and (old or counted_noun(text, match.end())):
        return None
    if is_amount(text, start, match.end()):
        return None
    if not before and is_labelled(text, start, by_case=False):
        return CLAIM
    return Date.year(number)


def is_amount(text: str, start: int, end: int) -> bool:
    """Whether four digits measure something, or count it behind "of": "2000 metres", "of 1500 people"."""
    tail = unit_form_at(text, end)
    if tail is not None and tail[0].kind in ("quantity", "percent"):
        return True
    return _OF.search(text, max(0, start - 8), start) is not None and counted_noun(text, end) is not None


def era(match: re.Match[str], _: Setting) -> Built:
    """The year or decade BC, or the year AD."""
    number = int(match["number"] or match["n"])
    if (match["era"] or "AD").upper().startswith("B"):
        if match["s"]:
            return Date.unknown(f"BC{number // 10:03}", granularity="decade")
        return Date.before_christ(number) if number else None
    return Date.year(number) if 0 < number < 2200 and not match["s"] else None


def season(match: re.Match[str], setting: Setting) -> Built:
    """The season of a written year, or of the current year where the text has only "the summer"."""
    name = SEASON_NAMES[match["season"].lower()]
    if match["year"] or match["shift"]:
        given = matched_year(match, setting)
        return (
            Date.unknown(f"XXXX-{SEASONS[name][2]}", granularity="season")
            if given is None
            else Date.season(given, name)
        )
    start = match.start("season")
    if not _IN.search(setting.text, max(0, start - 16), start) or _NO_SEASON.match(setting.text, match.end()):
        return None
    last = setting.last.earliest if setting.last else None
    if setting.narrative and last:
        return Date.season(last.year, name)
    if setting.published is None:
        return Date.unknown(f"XXXX-{SEASONS[name][2]}", granularity="season")
    now, month = setting.published, SEASONS[name][0]
    if is_future(setting.text, match.start(), match.end()):
        return Date.season(now.year + (now.month > (month + 2) % 12 and month != 12), name)
    return Date.season(now.year - (month > now.month), name)


def numbered_week(match: re.Match[str], _: Setting) -> Built:
    """The week of a year by its number: "week 12 of 2024"."""
    number = int(match["number"])
    return Date.week(date.fromisocalendar(int(match["year"]), number, 1)) if 0 < number < 53 else None


def decade(match: re.Match[str], setting: Setting) -> Built:
    """The decade by its first year, in digits or letters: "the 1990s", "the '90s", "the nineties"."""
    if match["year"]:
        first = int(match["year"])
        return Date.century(first // 100 + 1) if first % 100 == 0 and first <= LAST_CENTURY_YEAR else Date.decade(first)
    tens = TENS[match["word"].lower()] if match["word"] else int(match["tens"] or match["t"])
    around = setting.text[max(0, match.start() - 50) : match.start()]
    if not match["mark"] and _DEGREES.search(around):
        return CLAIM
    return Date.decade(1900 + tens if tens >= 30 else 2000 + tens)


def short_year(match: re.Match[str], _: Setting) -> Built:
    """The year of two digits behind an apostrophe: "since '82"."""
    return Date.year(full_year(match["year"]))


def century(match: re.Match[str], _: Setting) -> Built:
    """The century by its number, or a range of centuries: "the 17th to 19th centuries"."""
    number = ordinal_number(match["number"])
    if (
        match.string[match.end() - 7 : match.end()] == "Century"
        and match.string[match.end() : match.end() + 2].strip().isupper()
    ):
        return CLAIM  # a name: 21st Century Fox
    if match["last"]:
        last = ordinal_number(match["last"])
        return range_between(Date.century(number), Date.century(last)) if 0 < number < last < 23 else None
    if match["lead"]:
        return None
    if match["era"] and match["era"].upper().startswith("B"):
        return Date.unknown(f"BC{number - 1:02}", edtf=f"-{number - 1:02}XX", granularity="century")
    return Date.century(number) if 0 < number < 23 else None


def quarter(match: re.Match[str], setting: Setting) -> Built:
    """The quarter or half of the written year; a quarter without a year is the last that has begun."""
    nth, half = match["nth"].lower(), match["unit"].lower() == "half"
    make, last = (Date.half, 2) if half else (Date.quarter, 4)
    number = last if nth == "final" else ordinal_number(nth)
    if number > last:
        return None
    year = matched_year(match, setting) if match["year"] or match["shift"] else None
    if year is None and match["the"] and setting.published:
        year = setting.published.year
    if year is not None:
        return make(year, number)
    if half or setting.published is None or not is_business(setting.text, match.start(), match.end()):
        return None
    return nearest_quarter(number, match, setting)


def is_business(text: str, start: int, end: int) -> bool:
    """Whether words of business stand near a quarter, which is then a quarter of a year."""
    return _BUSINESS.search(text[max(0, start - BUSINESS_REACH) : end + BUSINESS_REACH]) is not None


def nearest_quarter(number: int, match: re.Match[str], setting: Setting) -> Date:
    """The last such quarter that has begun, or the next one in a clause of the future."""
    now = setting.published
    assert now is not None
    begun = 3 * number - 2 <= now.month
    if is_future(setting.text, match.start(), match.end()):
        return Date.quarter(now.year + (3 * number < now.month), number)
    return Date.quarter(now.year - (not begun), number)


_IN = late(
    r"\b(?:in|during|over|throughout|by|until|since|of|for|through|early|late|mid|before|after|same|spent)"
    r"[ -](?:the |that |this )?(?:same |early |late |following )?$",
    re.IGNORECASE,
)
_NO_SEASON = late(r" (?:of|training|breaks?|water|semester|term|school|from|to|back)\b|-", re.IGNORECASE)
_YEAR = rf"(?P<word>(?:the )?(?:calendar )?year )?{YEAR_START}{YEAR}(?![\w%/]|-[0-9])"
_ERA = (
    rf"{DATE_START}(?:(?P<number>[0-9]{{1,4}})(?P<s>s)? ?(?P<era>BCE?\b|B\.C\.(?:E\.)?|bce?\b|CE\b|AD\b|A\.D\.)|"
    r"(?P<ad>AD|A\.D\.) (?P<n>[0-9]{1,4}))(?!\w)"
)
_SEASON = rf"\b(?:the )?(?P<season>{either(SEASON_NAMES)})\b(?:(?: of)?(?:{OF_YEAR}))?"
_DECADE = (
    rf"{MONTH_START}"
    rf"(?:(?P<the>the )?(?P<year>[12][0-9]{{2}}0)(?(the)'?)s\b|(?:the )?(?P<mark>')(?P<tens>[2-9]0)s\b|"
    rf"(?:the |(?<=0s\sand\s)|(?<=0s\sor\s))(?P<t>[3-9]0)s\b|the (?P<word>{either(TENS)})\b)"
)
_NUMBER = rf"[0-9]{{1,2}}(?:st|nd|rd|th)|{either(ORDINALS)}"
_CENTURY = (
    rf"{DATE_START}(?P<lead>from |between )?(?:the )?(?P<number>{_NUMBER}|[0-9]{{2}}(?=-))"
    rf"(?:(?: ?- ?| to | and )(?:the )?(?:late |early |mid-?)?(?P<last>{_NUMBER}))?[-\s]centur(?:y|ies)\b"
    r"(?: (?P<era>BCE?|AD|CE)\b)?"
)
_NTH = r"(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th)"
_QUARTER = (
    rf"{DATE_START}(?:the )?{_NTH}[-\s](?P<unit>quarter|half|qtr)\b"
    rf"(?:(?: of)?(?:(?P<the> the year\b)|{OF_YEAR}))?"
)
_QUARTERS = ("first", "second", "third", "fourth", "final")

ERAS: dict[str, list[str]] = read_table("factdiff.languages.en.calendar", "holidays.toml")["eras"]


def named_era(match: re.Match[str], _: Setting) -> Built:
    """The years of an age that is called by a state or a ruler: "Soviet-era", "the Victorian era"."""
    first, last = map(date.fromisoformat, ERAS[match["era"].capitalize()])
    return Date.span(first, last, granularity="century")


RULES = (
    Rule(
        "date-named-era",
        pairs([name.lower() for name in ERAS], "-", "era"),
        uncompiled(rf"(?<![\w-])(?P<era>{either(ERAS)})[\s-]era\b"),
        named_era,
    ),
    Rule("date-season", {*SEASON_NAMES, *pairs("the", *SEASON_NAMES)}, uncompiled(_SEASON), season),
    Rule(
        "date-decade",
        {*pairs(DIGIT, "s"), *pairs("the", DIGIT, "'", *TENS), *pairs("'", DIGIT)},
        uncompiled(_DECADE),
        decade,
    ),
    Rule(
        "date-apostrophe-year",
        pairs("'", DIGIT),
        uncompiled(r"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bby\s)|(?<=\bof\s))'(?P<year>[0-9]{2})(?![\w'-])"),
        short_year,
    ),
    Rule(
        "date-week", {"week"}, uncompiled(rf"week (?P<number>[0-9]{{1,2}})(?: of|,| in)? {YEAR}(?!\w)"), numbered_week
    ),
    Rule(
        "date-century",
        {
            *pairs(DIGIT, *ORDINAL_SUFFIXES, "-"),
            *pairs("the", DIGIT, *ORDINAL_TRIGGERS),
            *range_triggers("the", DIGIT, *ORDINAL_TRIGGERS),
            *ORDINAL_TRIGGERS,
        },
        uncompiled(_CENTURY),
        century,
    ),
    Rule(
        "date-quarter",
        {*pairs(DIGIT, *ORDINAL_SUFFIXES), *pairs("the", DIGIT, *_QUARTERS), *_QUARTERS},
        uncompiled(_QUARTER),
        quarter,
    ),
    Rule(
        "date-era",
        {*pairs(DIGIT, "s", "bc", "bce", "b", "ce", "ad", "a"), "ad", *pairs("a", ".")},
        uncompiled(_ERA, cased=True),
        era,
    ),
    Rule("date-year", {DIGIT, "year", "calendar", *pairs("the", "calendar", "year")}, uncompiled(_YEAR), year),
)
