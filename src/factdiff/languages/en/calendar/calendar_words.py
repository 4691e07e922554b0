"""Names of months, weekdays and ordinals in English, and the parts of patterns that the rules of dates share."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factdiff.language.rules import Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.text.patterns import either, late
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import SEASONS, WEEKDAYS
from factdiff.values.calendar.days import nearest_day_of_year, valid_date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name[:3]: number for name, number in list(MONTH_NUMBERS.items())} | {"sept": 9}
#: months that are also other words or names, and need a preposition or a number beside them
AMBIGUOUS_MONTHS = frozenset(
    {"march", "may", "april", "june", "august"} | {name for name in MONTH_NUMBERS if name not in MONTHS}
)
#: words that in small letters are a month only beside an ordinal or a year
MONTH_HOMOGRAPHS = frozenset({"may", "march", "mar", "dec", "sept", "sep", "jan"})
SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
WEEKDAY_NUMBERS = {**{name: n for n, name in enumerate(WEEKDAYS)}, **SHORT_WEEKDAYS}

UNIT_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
TEEN_ORDINALS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
)  # fmt: skip
#: ordinal word -> number, up to 31
ORDINALS = {
    **{word: n for n, word in enumerate((*UNIT_ORDINALS, *TEEN_ORDINALS, "twentieth"), 1)},
    **{f"twenty{joint}{word}": 20 + n for joint in "- " for n, word in enumerate(UNIT_ORDINALS, 1)},
    "thirtieth": 30,
    "thirty-first": 31,
    "thirty first": 31,
}
#: name of a season -> its name in ``SEASONS``
SEASON_NAMES = {**{name: name for name in SEASONS}, "fall": "autumn"}

#: a month; only a short one can have a full stop of its own ("May" is never cut)
MONTH = rf"(?P<month>{either(MONTH_NUMBERS)})\b(?:(?<=\b[a-z]{{3}})(?<!may)\.|(?<=\bsept)\.)?"
WEEKDAY = rf"(?P<weekday>{either(WEEKDAY_NUMBERS)})\b\.?,? (?:the )?"
DAY = rf"(?:(?P<day>[0-3]?[0-9])(?P<suffix>st|nd|rd|th)?|(?P<spelt>{either(ORDINALS)}))"
YEAR = r"(?P<year>1[0-9]{3}|2[01][0-9]{2})(?![0-9]|[.,][0-9])"
#: words before "year" -> its distance from the reference year: "last year", "that same year"
YEAR_SHIFTS = {
    "last": -1, "this": 0, "next": 1, "that": 0, "that same": 0, "the same": 0, "the following": 1, "the next": 1,
    "the previous": -1, "the preceding": -1,
}  # fmt: skip
YEAR_SHIFT_TRIGGERS = frozenset(words.split()[0] for words in YEAR_SHIFTS)
RELATIVE_YEAR = rf"(?P<shift>{either(YEAR_SHIFTS)}) year\b"
#: the year behind a month or a day
OF_YEAR = rf",? (?:(?:of|in) )?(?:{YEAR}|{RELATIVE_YEAR})"
DATE_START = r"(?<![\w/.-])"


def weekday_triggers(*kinds: str) -> frozenset[str]:
    """The triggers of a date with a weekday before it, for dates that start with the given tokens."""
    return pairs(WEEKDAY_NUMBERS, ".", ",", "the", *kinds)


#: the endings of ordinals in digits, and the first words of ordinals in letters
ORDINAL_SUFFIXES = ("st", "nd", "rd", "th")
ORDINAL_TRIGGERS = frozenset(re.split("[- ]", word)[0] for word in ORDINALS)
#: the start of a month or a year, before which "mid-" and similar prefixes may stand
MONTH_START = r"(?:(?<![\w/.-])|(?<=\bmid-)|(?<=\blate-)|(?<=\bearly-)|(?<=\bend-))"
YEAR_START = (
    r"(?:(?<![\w.,/$£€:#-])|(?<=\bc\.)|(?<=\bca\.)|(?<=\bc)|(?<=\bmid-)|(?<=\blate-)|(?<=\bearly-)|(?<=\bend-)|"
    r"(?<=\bpre-)|(?<=\bpost-))"
)
_NINE, _TEENS, _TENS = either(ONES[:9]), either(ONES[9:]), either(TENS)
#: a count of units of time: simpler than the pattern of all amounts, since it is tried at every figure
COUNT = (
    r"(?:[0-9]{1,4}+(?:,[0-9]{3})?+(?:\.[0-9]{1,2})?+(?![0-9])|(?![0-9])(?:"
    rf"(?:{_TENS}(?:[-\s]{_NINE})?|{_TEENS}|{_NINE})(?:[-\s]hundred| and a half)?"
    r"|a hundred|half a dozen|a dozen|several|a few|a couple of))"
)
#: words before an ambiguous month or a bare year that make it a date
PREPOSITIONS = late(
    r"\b(?:in|since|by|until|till|from|to|of|during|before|after|early|late|mid|between|through|throughout|last|next|"
    r"this|around|circa|end-)[ -]$|\b(?:c|ca)\.? ?$",
    re.IGNORECASE,
)


#: in a narrative, a day without a year lies between three months before the last date and nine months after it
NARRATIVE_LEAD = timedelta(90)


def month_number(word: str) -> int:
    """The number of a month by its name as written."""
    return MONTH_NUMBERS[word.lower()]


def weekday_name(word: str | None) -> str | None:
    """The full name of a weekday by its name as written."""
    return None if word is None else WEEKDAYS[WEEKDAY_NUMBERS[word.lower()]]


def ordinal_number(word: str) -> int:
    """The number of an ordinal, in letters or digits.

    >>> ordinal_number("Twenty-first"), ordinal_number("3rd")
    (21, 3)
    """
    return ORDINALS.get(" ".join(word.lower().split())) or int(re.sub(r"\D", "", word))


def full_year(digits: str) -> int:
    """The year written with four digits, or with two, of which 70 to 99 are in the 20th century.

    >>> full_year("82"), full_year("24"), full_year("1998")
    (1982, 2024, 1998)
    """
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 70 else 1900)


def matched_year(match: re.Match[str], setting: Setting) -> int | None:
    """The year of a match: in digits, or by its distance from the year of the publication or of the last date."""
    if match["year"]:
        return int(match["year"])
    shift = " ".join((match["shift"] or "").lower().split())
    now = setting.published if shift in ("last", "this", "next") else setting.last and setting.last.earliest
    return now.year + YEAR_SHIFTS[shift] if shift and now else None


def day_in_nearest_year(month: int, day: int, setting: Setting) -> date | None:
    """The day without a written year: near the last date in a narrative, and near the publication otherwise."""
    last = setting.last if setting.narrative else None
    if last is not None and last.earliest is not None:
        if last.granularity == "year":
            return valid_date(last.earliest.year, month, day)
        return nearest_day_of_year(month, day, last.earliest + NARRATIVE_LEAD)
    return None if setting.near is None else nearest_day_of_year(month, day, setting.near)
