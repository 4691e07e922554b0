"""Value levels: how two unlike values differ: as a slip of the pen, an update or another thing would."""

from __future__ import annotations

import math
from datetime import date
from operator import ne

from factdiff.align.comparison.value_distance import is_slip
from factdiff.values.amounts.amount import Amount
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.time import MINUTES_IN_DAY, Time
from factdiff.values.places.place import Place
from factdiff.values.relation import Value

#: the names of the levels, in their order
VALUE_LEVELS = (
    "ratio", "slip", "one_digit", "swapped_digits", "same_length", "by_one", "digits", "size", "days", "one_day",
    "whole_weeks", "same_day_of_year", "same_day_of_month", "later_is_more", "days_between_sources", "one_is_ahead",
    "minutes", "same_hour", "same_minute", "same_country", "same_feature",
)  # fmt: skip
#: the ratio of two amounts of which one is nought or open
INFINITE = 9.0
#: two figures that differ by so much at most differ by one
ONE = 1.01
MINUTES_IN_HOUR = 60
#: the levels of kinds that two values have not
NO_AMOUNTS: tuple[float, ...] = (0.0,) * 7
NO_DATES: tuple[float, ...] = (0.0,) * 5
NO_TIMES: tuple[float, ...] = (0.0,) * 3
NO_PLACES: tuple[float, ...] = (0.0,) * 2


def value_levels(a: Value, b: Value, published: tuple[date | None, date | None]) -> tuple[float, ...]:
    """The levels of two values, ``a`` and ``b``, of sources that were published on the days given.

    ``ratio`` and ``size`` are natural logarithms, and so are ``days`` and ``minutes``, how far apart two dates or times
    lie; ``days_between_sources`` is a number of days. ``later_is_more`` is 1 where the later source has the larger or
    later value, -1 where it has the smaller one, and 0 where nothing is known; ``same_country`` and ``same_feature``
    are 1 for yes and -1 for no; the others are 1 for yes and 0 for no. A level that the kind has not is 0.
    """
    lag = (published[1] - published[0]).days if published[0] and published[1] else 0
    amounts, dates, times, places, later, ahead = NO_AMOUNTS, NO_DATES, NO_TIMES, NO_PLACES, 0.0, 0.0
    if isinstance(a, Amount) and isinstance(b, Amount):
        one, two = a.si_figure, b.si_figure
        amounts = amount_levels(abs(one), abs(two), a.six_digits, b.six_digits)
        later = growth(one, two, lag)
    elif isinstance(a, Date) and isinstance(b, Date) and a.earliest and b.earliest:
        dates = date_levels(a.earliest, b.earliest)
        later = growth(a.earliest.toordinal(), b.earliest.toordinal(), lag)
        is_ahead = [bool(day and first > day) for day, first in zip(published, (a.earliest, b.earliest), strict=True)]
        ahead = is_ahead[0] != is_ahead[1]
    elif isinstance(a, Time) and isinstance(b, Time):
        times = time_levels(a.minute, b.minute)
    elif isinstance(a, Place) and isinstance(b, Place):
        places = 1 if a.country and a.country == b.country else -1, 1 if a.feature == b.feature else -1
    ratio, *others = amounts
    return (ratio, is_slip(a, b), *others, *dates, later, abs(lag), ahead, *times, *places)


def amount_levels(one: float, two: float, first: str, second: str) -> tuple[float, ...]:
    """The levels of two amounts from ``ratio`` to ``size``, but for ``slip``, given their sizes in one unit and their
    digits.
    """
    alike, (low, high) = len(first) == len(second), (one, two) if one <= two else (two, one)
    return (
        math.log(high / low) if low else INFINITE,
        alike and sum(map(ne, first, second)) == 1,
        alike and first != second and sorted(first) == sorted(second),
        alike,
        high - low <= ONE,
        min(len(first), len(second)),
        math.log1p(low),
    )


def date_levels(one: date, two: date) -> tuple[float, ...]:
    """The levels of how far two days lie apart, from ``days`` to ``same_day_of_month``."""
    days = abs((one - two).days)
    return (
        math.log1p(days),
        days == 1,
        days % len(WEEKDAYS) == 0,
        (one.month, one.day) == (two.month, two.day),
        one.day == two.day and one.month != two.month,
    )


def time_levels(one: int, two: int) -> tuple[float, ...]:
    """The levels of two times of day, from ``minutes`` to ``same_minute``, as minutes since midnight."""
    apart = abs(one - two)
    return (
        math.log1p(min(apart, MINUTES_IN_DAY - apart)),
        one // MINUTES_IN_HOUR == two // MINUTES_IN_HOUR,
        one % MINUTES_IN_HOUR == two % MINUTES_IN_HOUR,
    )


def growth(one: float, two: float, lag: int) -> int:
    """1 where the later of two sources has more, -1 where it has less, 0 where they are of one day."""
    return 0 if not lag else 1 if (two > one) == (lag > 0) else -1
