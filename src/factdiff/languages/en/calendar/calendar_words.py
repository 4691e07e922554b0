"""The words of the calendar in English, and the parts of patterns that all rules of dates are made of."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factdiff.language.rules import Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.text.patterns import either
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import SEASONS, WEEKDAYS
from factdiff.values.calendar.days import nearest_day_of_year, valid_date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
NAMES = {name: number for number, name in enumerate(MONTHS, 1)}
NAMES |= {name[:3]: number for name, number in list(NAMES.items())} | {"sept": 9}
#: months that are words or names as well, and are dates only where something says so
DOUBTFUL = frozenset({"march", "may", "april", "june", "august"} | {name for name in NAMES if name not in MONTHS})
#: what is a month in small letters only beside an ordinal or a year
WORDS = frozenset({"may", "march", "mar", "dec", "sept", "sep", "jan"})
SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
WEEKDAY_NUMBERS = {**{name: n for n, name in enumerate(WEEKDAYS)}, **SHORT}

UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
)  # fmt: skip
#: ordinal word -> number, as days of a month and centuries need them
ORDINALS = {
    **{word: n for n, word in enumerate((*UNITS, *TEENS, "twentieth"), 1)},
    **{f"twenty{joint}{word}": 20 + n for joint in "- " for n, word in enumerate(UNITS, 1)},
    "thirtieth": 30,
    "thirty-first": 31,
    "thirty first": 31,
}
#: the season by its name, "fall" among them
SEASON_NAMES = {**{name: name for name in SEASONS}, "fall": "autumn"}

#: a month; only a short one can have a full stop of its own ("May" is never cut)
MONTH = rf"(?P<month>{either(NAMES)})\b(?:(?<=\b[a-z]{{3}})(?<!may)\.|(?<=\bsept)\.)?"
WEEKDAY = rf"(?P<weekday>{either(WEEKDAY_NUMBERS)})\b\.?,? (?:the )?"
DAY = rf"(?:(?P<day>[0-3]?[0-9])(?P<suffix>st|nd|rd|th)?|(?P<spelt>{either(ORDINALS)}))"
YEAR = r"(?P<year>1[0-9]{3}|2[01][0-9]{2})(?![0-9]|[.,][0-9])"
#: a year by how it lies to another one: "last year", "that same year"
YEAR_SHIFTS = {
    "last": -1, "this": 0, "next": 1, "that": 0, "that same": 0, "the same": 0, "the following": 1, "the next": 1,
    "the previous": -1, "the preceding": -1,
}  # fmt: skip
SHIFTED = frozenset(words.split()[0] for words in YEAR_SHIFTS)
OTHER_YEAR = rf"(?P<shift>{either(YEAR_SHIFTS)}) year\b"
#: the year behind a month or a day
OF_YEAR = rf",? (?:(?:of|in) )?(?:{YEAR}|{OTHER_YEAR})"
BEFORE = r"(?<![\w/.-])"


def dayed(*kinds: str) -> frozenset[str]:
    """The triggers of a date behind its weekday, by the kinds of tokens that it starts with."""
    return pairs(WEEKDAY_NUMBERS, ".", ",", "the", *kinds)


#: what makes an ordinal of digits, and the words that those in letters start with
SUFFIXES = ("st", "nd", "rd", "th")
SPELT = frozenset(re.split("[- ]", word)[0] for word in ORDINALS)
#: what stands before a month or a year may be "mid-"
BEFORE_MONTH = r"(?:(?<![\w/.-])|(?<=\bmid-)|(?<=\blate-)|(?<=\bearly-)|(?<=\bend-))"
BEFORE_YEAR = (
    r"(?:(?<![\w.,/$£€:#-])|(?<=\bc\.)|(?<=\bca\.)|(?<=\bc)|(?<=\bmid-)|(?<=\blate-)|(?<=\bearly-)|(?<=\bend-)|"
    r"(?<=\bpre-)|(?<=\bpost-))"
)
_NINE, _TEENS, _TENS = either(ONES[:9]), either(ONES[9:]), either(TENS)
#: how many units of time are counted: a plain pattern, since it is tried at every figure
COUNT = (
    rf"(?:[0-9]{{1,4}}(?:,[0-9]{{3}})?(?:\.[0-9]{{1,2}})?(?![0-9])|(?:{_TENS}(?:[-\s]{_NINE})?|{_TEENS}|{_NINE})"
    r"(?:[-\s]hundred| and a half)?|a hundred|half a dozen|a dozen|several|a few|a couple of)"
)
#: words before a doubtful month or a bare year that make it a date
PREPOSITIONS = re.compile(
    r"\b(?:in|since|by|until|till|from|to|of|during|before|after|early|late|mid|between|through|throughout|last|next|"
    r"this|around|circa|end-)[ -]$|\b(?:c|ca)\.? ?$",
    re.IGNORECASE,
)


#: a story goes forward: a day without a year lies up to nine months behind the date before it, or three months back
FORWARD = timedelta(90)


def month_number(word: str) -> int:
    """The number of a month as written."""
    return NAMES[word.lower()]


def weekday_named(word: str | None) -> str | None:
    """The full name of a weekday as written."""
    return None if word is None else WEEKDAYS[WEEKDAY_NUMBERS[word.lower()]]


def ordinal(word: str) -> int:
    """The number of an ordinal, in letters or digits.

    >>> ordinal("Twenty-first"), ordinal("3rd")
    (21, 3)
    """
    return ORDINALS.get(" ".join(word.lower().split())) or int(re.sub(r"\D", "", word))


def full_year(digits: str) -> int:
    """A year of four digits, or of two: 70 to 99 are of the last century.

    >>> full_year("82"), full_year("24"), full_year("1998")
    (1982, 2024, 1998)
    """
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 70 else 1900)


def year_of(match: re.Match[str], setting: Setting) -> int | None:
    """The year that a match gives: in digits, or by its distance from that of the publication or of the last date."""
    if match["year"]:
        return int(match["year"])
    shift = " ".join((match["shift"] or "").lower().split())
    now = setting.published if shift in ("last", "this", "next") else setting.last and setting.last.earliest
    return now.year + YEAR_SHIFTS[shift] if shift and now else None


def close_day(month: int, day: int, setting: Setting) -> date | None:
    """A day of a year that is not written: near the last date of a narrative, or else near the publication."""
    last = setting.last if setting.narrative else None
    if last is not None and last.earliest is not None:
        if last.granularity == "year":
            return valid_date(last.earliest.year, month, day)
        return nearest_day_of_year(month, day, last.earliest + FORWARD)
    return None if setting.near is None else nearest_day_of_year(month, day, setting.near)
