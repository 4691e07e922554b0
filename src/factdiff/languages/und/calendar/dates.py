"""Dates for which no words of a language are known: ISO 8601, and a day, a word and a year that dateparser reads.

dateparser gets only spans that have a day and a year, so that it never fills in a part of a date.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from factdiff.language.rules import CLAIM, Built, Rule, Setting
from factdiff.text.patterns import uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import valid_date


@lru_cache(maxsize=4096)
def dateparser_day(words: str, lang: str) -> date | None:
    """The day that dateparser reads in a day, a word for a month and a year; None where it does not read all three.

    >>> dateparser_day("3 janvier 2024", "fr")
    datetime.date(2024, 1, 3)
    """
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": datetime(2000, 1, 1),  # without it dateparser reads the clock
        "REQUIRE_PARTS": ["day", "month", "year"],
        "DATE_ORDER": "DMY",
        "PARSERS": ["absolute-time"],
    }
    try:
        found = DateDataParser(languages=[lang], settings=settings).get_date_data(words)
    except ValueError:  # a language that dateparser does not know
        return None
    return found.date_obj.date() if found.date_obj is not None and found.period == "day" else None


def iso_day(match: re.Match[str], _: Setting) -> Built:
    """The day in ISO 8601."""
    day = valid_date(int(match["year"]), int(match["month"]), int(match["day"]))
    return CLAIM if day is None else Date.day(day)


def day_month_year(match: re.Match[str], setting: Setting) -> Built:
    """The day of a number, a word and a year that dateparser reads as a date, or None."""
    day = dateparser_day(" ".join(match.group().replace(".", " ").split()), setting.lang)
    return None if day is None else Date.day(day)


RULES = (
    Rule(
        "date-iso",
        {DIGIT},
        uncompiled(r"(?<![\w/.-])(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![\w-])"),
        iso_day,
    ),
    Rule(
        "date-marked",
        {DIGIT},
        uncompiled(r"(?<![\w/.-])[0-3]?[0-9]\.? (?:de )?[^\W\d_]{3,12}\.?,?(?: de)? (?:1[0-9]|2[01])[0-9]{2}(?!\w)"),
        day_month_year,
    ),
)
