"""The year of a day or month that is written without one, by what its clause says of the past and the future."""

from __future__ import annotations

from datetime import date, timedelta

from factdiff.language.rules import Setting
from factdiff.languages.en.calendar.calendar_words import day_in_nearest_year
from factdiff.languages.en.calendar.tense import is_future, is_past
from factdiff.values.calendar.days import valid_date

#: how far before the publication a day can lie that its clause calls future, and after it one that it calls past: texts
#: are written before they are published, and time zones differ
PAST_SLACK, FUTURE_SLACK = timedelta(1), timedelta(7)


def day_in_year_of_clause(month: int, day: int, start: int, end: int, setting: Setting) -> date | None:
    """The day without a written year, which stands at ``text[start:end]``.

    In a clause of the past it is the last such day before the publication, in one of the future the next, and else the
    nearest.

    >>> setting = Setting("He was convicted on May 3.", near=date(2024, 1, 20))
    >>> str(day_in_year_of_clause(5, 3, 20, 25, setting))
    '2023-05-03'
    """
    close = day_in_nearest_year(month, day, setting)
    if close is None or setting.near is None or (setting.narrative and setting.last is not None):
        return close
    if close > setting.near + PAST_SLACK:
        if is_past(setting.text, start, end, finite=True) and not is_future(setting.text, start, end):
            return valid_date(close.year - 1, month, day) or close
    elif close < setting.near - FUTURE_SLACK and is_future(setting.text, start, end):
        return valid_date(close.year + 1, month, day) or close
    return close
