"""Months and days with the year in words: "October two thousand and five", "May nineteen eighty-six"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.calendar.calendar_words import DATE_START, MONTH_NUMBERS, ORDINALS, month_number
from factdiff.text.patterns import either, uncompiled
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import valid_date

_ONE, _TEEN, _TEN = either(ONES[:9]), either(ONES[9:]), either(TENS)
_LOW = rf"(?:{_TEN}(?:(?:-| ){_ONE})?|{_TEEN}|(?:oh|o) {_ONE})"
_DAYS = rf"(?:[0-3]?[0-9](?:st|nd|rd|th)?|{either(ORDINALS)}|{_TEN}(?:(?:-| ){_ONE})?|{_TEEN}|{_ONE})"


def spelled_out_date(match: re.Match[str], _: Setting) -> Built:
    """The month, or the day of it, of a year in words."""
    hundreds, low = match["hundreds"], number(match["low"] or match["rest"] or "zero")
    year = 100 * number(hundreds) + low if hundreds else 2000 + low
    month = month_number(match["month"])
    if match["day"] is None:
        return Date.month(year, month)
    word = " ".join(match["day"].lower().split())
    day = valid_date(year, month, ORDINALS.get(word) or number(re.sub("(?<=[0-9])[a-z]{2}$", "", word)))
    return None if day is None else Date.day(day)


def number(words: str) -> int:
    """The number that words spell, or 0.

    >>> number("eighty-six"), number("oh five")
    (86, 5)
    """
    figure = read_figure(" ".join(words.lower().removeprefix("oh ").removeprefix("o ").split()))
    return int(figure.stated) if figure is not None else 0


_SPELT = (
    rf"{DATE_START}(?:(?:the )?(?P<day>{_DAYS})(?: of)? )?(?P<month>{either(MONTH_NUMBERS)})\b,? (?:of )?"
    rf"(?:(?P<hundreds>eighteen|nineteen|twenty)(?:-| )(?P<low>{_LOW})|"
    rf"two thousand(?: (?:and )?(?P<rest>{_LOW}|{_ONE}))?)\b"
)
RULES = (Rule("date-spelt-year", {"twenty", "thirty", *MONTH_NUMBERS}, uncompiled(_SPELT), spelled_out_date),)
