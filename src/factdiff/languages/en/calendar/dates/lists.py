"""Lists of days that share their month: "28 and 29 August", "May 4 and 5, 2024"; each day is a date of its own."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.amounts.head_nouns import STOP
from factdiff.languages.en.calendar.calendar_words import (
    DATE_START,
    MONTH_HOMOGRAPHS,
    MONTH_NUMBERS,
    ORDINAL_SUFFIXES,
    month_number,
    ordinal_number,
)
from factdiff.languages.en.calendar.clause_years import day_in_year_of_clause
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import valid_date

_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9])"
_MONTH = rf"(?P<month>{either(MONTH_NUMBERS)})\b"
_YEAR = r"(?P<year>1[0-9]{3}|2[01][0-9]{2})(?![0-9]|[.,][0-9])"
_AND = r"(?:,? and|,? or| &)"
_LISTED = rf"{DATE_START}(?P<day>{_DAY})(?=(?:, {_DAY}){{0,4}}{_AND} (?:the )?{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?)"
_FIRST = rf"{DATE_START}{_MONTH}\.? (?P<day>{_DAY})(?=(?:, {_DAY}){{0,4}}{_AND} {_DAY},? {_YEAR})"
#: a later day stands behind the last letter of "and", "or" or "the", or behind a sign
_NEXT = rf"(?<=[dre&,]\x20)(?P<day>{_DAY})(?![\w%:/-]|[.,][0-9])(?:,? {_YEAR})?"
_BEFORE_NEXT = late(
    rf"\b({either(MONTH_NUMBERS)})\.? {_DAY}(?:, {_DAY}){{0,4}}(?:,? and|,? or| &|,) (?:the )?$",
    re.IGNORECASE,
)
_AFTER = late(r"\s([^\W\d_]{1,30})")
_GOES_ON = late(rf"(?:, {_DAY}){{0,4}}{_AND} {_DAY}", re.IGNORECASE)
#: how far back the month of a list can stand, in characters
REACH = 40


def day_before_month(match: re.Match[str], setting: Setting) -> Built:
    """The day whose month and year stand at the last day of its list."""
    month, day = month_number(match["month"]), ordinal_number(match["day"])
    if match["month"] in MONTH_HOMOGRAPHS and not match["year"]:
        return None
    exact = valid_date(int(match["year"]), month, day) if match["year"] else None
    if exact is None and valid_date(2024, month, day) is None:
        return None
    if match["year"]:
        return None if exact is None else Date.day(exact)
    close = day_in_year_of_clause(month, day, match.start(), match.end(), setting)
    return Date.any_year(month, day) if close is None else Date.day(close)


def day_after_month(match: re.Match[str], setting: Setting) -> Built:
    """The day whose month stands before the first day of its list."""
    text, start = setting.text, match.start()
    if (before := _BEFORE_NEXT.search(text, max(0, start - REACH), start)) is None:
        return None
    after = _AFTER.match(text, match.end())
    if text[start - 2] == "," and not _GOES_ON.match(text, match.end()):
        return None  # "On May 3, 12 of them died."
    if after and not match["year"] and (after[1].lower() == "of" or after[1].lower() not in STOP):
        return None
    first = setting.last_day.earliest if setting.last_day else None
    month, day = month_number(before[1]), ordinal_number(match["day"])
    if first is None or first.month != month:
        return Date.any_year(month, day) if valid_date(2024, month, day) and setting.near is None else None
    exact = valid_date(first.year, month, day)
    return Date.day(exact) if exact is not None and exact > first else None


RULES = (
    Rule("date-listed", pairs(DIGIT, *ORDINAL_SUFFIXES, ",", "and", "or", "&"), uncompiled(_LISTED), day_before_month),
    Rule("date-listed-first", pairs(MONTH_NUMBERS, ".", DIGIT), uncompiled(_FIRST), day_before_month),
    Rule("date-listed-next", {DIGIT}, uncompiled(_NEXT), day_after_month),
)
