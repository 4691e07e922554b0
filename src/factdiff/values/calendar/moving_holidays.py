"""The days of holidays by year: fixed days, weekdays of a month, and holidays that move, from a table."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from factdiff.values.calendar.date import WEEKDAYS
from factdiff.values.calendar.days import nth_weekday, valid_date

_RULE = re.compile(
    r"(?:(?P<month>[0-9]{2})-(?P<day>[0-9]{2})|(?P<m>[0-9]{2})/(?P<weekday>[a-z]{3})/(?P<nth>-?[1-5])"
    r"|(?P<moving>[a-z_]{1,30}))(?P<shift>[+-][0-9]{1,3})?"
)
_SHORT = [name[:3] for name in WEEKDAYS]


@cache
def moving_holidays() -> dict[str, dict[int, tuple[date, ...]]]:
    """Name of a moving holiday -> year -> its days in that year, from the table."""
    text = files("factdiff.values.calendar").joinpath("moving_holidays.tsv").read_text(encoding="utf-8")
    head, *rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    table: dict[str, dict[int, tuple[date, ...]]] = {name: {} for name in head[1:]}
    for year, *cells in rows:
        for name, cell in zip(head[1:], cells, strict=True):
            table[name][int(year)] = tuple(date.fromisoformat(f"{year}-{day}") for day in cell.split(",") if day)
    return table


def holiday_dates(rule: str, year: int) -> tuple[date, ...]:
    """The days of a holiday in a year: one, none where it is not known, or two for a holiday of a lunar calendar.

    A ``rule`` is a day ("12-25"), a weekday of a month ("05/mon/-1": the last Monday in May), or a moving holiday of
    the table ("easter"); a number of days may be added or subtracted ("easter-2").

    >>> holiday_dates("easter-2", 2024), holiday_dates("11/thu/4", 2014)
    ((datetime.date(2024, 3, 29),), (datetime.date(2014, 11, 27),))
    """
    match = _RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"{rule!r} is no rule of a holiday")
    shift = timedelta(int(match["shift"] or 0))
    if match["moving"]:
        found = moving_holidays()[match["moving"]].get(year, ())
    elif match["day"]:
        day = valid_date(year, int(match["month"]), int(match["day"]))
        found = () if day is None else (day,)
    else:
        day = nth_weekday(date(year, int(match["m"]), 1), _SHORT.index(match["weekday"]), int(match["nth"]))
        found = () if day is None else (day,)
    return tuple(day + shift for day in found)


def nearest_holiday(rule: str, reference: date, *, direction: int = 0) -> date | None:
    """The day of a holiday that lies nearest to ``reference``: on any side of it (``direction`` 0), before it (-1) or
    after it (1); None where none is known.

    >>> nearest_holiday("12-25", date(2024, 1, 4)), nearest_holiday("12-25", date(2024, 1, 4), direction=1)
    (datetime.date(2023, 12, 25), datetime.date(2024, 12, 25))
    """
    years = (reference.year - 1, reference.year, reference.year + 1)
    days = [day for year in years if 0 < year < 9999 for day in holiday_dates(rule, year)]
    if direction:
        days = [day for day in days if (day - reference).days * direction > 0]
    return min(days, key=lambda day: abs((day - reference).days), default=None)
