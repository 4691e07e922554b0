"""Value levels: how two unlike values differ: as a slip of the pen, an update or another thing would."""

from __future__ import annotations

import math
from datetime import date
from itertools import repeat
from operator import ne

from factdiff.align.comparison.value_distance import is_slip, si_figure
from factdiff.values.amounts.amount import Amount
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.relation import Value

#: the names of the levels, in their order
VALUE_LEVELS = (
    "ratio", "slip", "one_digit", "swapped_digits", "same_length", "by_one", "digits", "size", "days", "one_day",
    "whole_weeks", "same_day_of_year", "same_day_of_month", "later_is_more", "days_between_sources", "one_is_ahead",
)  # fmt: skip
#: the ratio of two amounts of which one is nought or open
INFINITE = 9.0
#: two figures that differ by so much at most differ by one
ONE = 1.01
NOTHING_KNOWN = repeat(0.0)


def value_levels(a: Value, b: Value, published: tuple[date | None, date | None]) -> tuple[float, ...]:
    """The levels of two values, ``a`` and ``b``, of sources that were published on the days given.

    ``ratio`` and ``size`` are natural logarithms, ``days`` and ``days_between_sources`` numbers of days (``days`` as a
    logarithm); ``later_is_more`` is 1 where the later source has the larger or later value, -1 where it has the smaller
    one, and 0 where nothing is known; the others are 1 for yes and 0 for no. A level that the kind has not is 0.
    """
    lag = (published[1] - published[0]).days if published[0] and published[1] else 0
    levels: dict[str, float] = {"slip": is_slip(a, b), "days_between_sources": abs(lag)}
    if isinstance(a, Amount) and isinstance(b, Amount):
        one, two = si_figure(a), si_figure(b)
        levels |= amount_levels(abs(one), abs(two), digits(a), digits(b))
        levels["later_is_more"] = growth(one, two, lag)
    elif isinstance(a, Date) and isinstance(b, Date) and a.earliest and b.earliest:
        levels |= date_levels(a.earliest, b.earliest)
        levels["later_is_more"] = growth(a.earliest.toordinal(), b.earliest.toordinal(), lag)
        ahead = [bool(day and first > day) for day, first in zip(published, (a.earliest, b.earliest), strict=True)]
        levels["one_is_ahead"] = ahead[0] != ahead[1]
    return tuple(map(levels.get, VALUE_LEVELS, NOTHING_KNOWN))


def amount_levels(one: float, two: float, first: str, second: str) -> dict[str, float]:
    """The levels of two amounts, given their sizes in one unit and their digits."""
    alike = len(first) == len(second)
    return {
        "ratio": math.log(max(one, two) / min(one, two)) if one and two else INFINITE,
        "one_digit": alike and sum(map(ne, first, second)) == 1,
        "swapped_digits": alike and first != second and sorted(first) == sorted(second),
        "same_length": alike,
        "by_one": abs(one - two) <= ONE,
        "digits": min(len(first), len(second)),
        "size": math.log1p(min(one, two)),
    }


def date_levels(one: date, two: date) -> dict[str, float]:
    """The levels of how far two days lie apart."""
    days = abs((one - two).days)
    return {
        "days": math.log1p(days),
        "one_day": days == 1,
        "whole_weeks": days % len(WEEKDAYS) == 0,
        "same_day_of_year": (one.month, one.day) == (two.month, two.day),
        "same_day_of_month": one.day == two.day and one.month != two.month,
    }


def digits(amount: Amount) -> str:
    """The significant digits of an amount."""
    return f"{abs(amount.stated):.6g}".replace(".", "").rstrip("0") or "0" if amount.stated else ""


def growth(one: float, two: float, lag: int) -> int:
    """1 where the later of two sources has more, -1 where it has less, 0 where they are of one day."""
    return 0 if not lag else 1 if (two > one) == (lag > 0) else -1
