"""Dates that need no language of our own: ISO 8601, and a day, a month word and a year for dateparser.

dateparser is only ever given a span that is marked as a date and has its year; what it fills in by itself is not read.
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
def parsed(words: str, lang: str) -> date | None:
    """The day that dateparser reads in a day, a month word and a year, or None where it does not read all three.

    >>> parsed("3 janvier 2024", "fr")
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


def iso(match: re.Match[str], _: Setting) -> Built:
    """An ISO 8601 day."""
    day = valid_date(int(match["year"]), int(match["month"]), int(match["day"]))
    return CLAIM if day is None else Date.day(day)


def marked(match: re.Match[str], setting: Setting) -> Built:
    """A day, a word and a year that dateparser takes for a date."""
    day = parsed(" ".join(match.group().replace(".", " ").split()), setting.lang)
    return None if day is None else Date.day(day)


RULES = (
    Rule(
        "date-iso",
        {DIGIT},
        uncompiled(r"(?<![\w/.-])(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![\w-])"),
        iso,
    ),
    Rule(
        "date-marked",
        {DIGIT},
        uncompiled(r"(?<![\w/.-])[0-3]?[0-9]\.? (?:de )?[^\W\d_]{3,12}\.?,?(?: de)? (?:1[0-9]|2[01])[0-9]{2}(?!\w)"),
        marked,
    ),
)
