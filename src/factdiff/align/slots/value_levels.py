"""Value levels: how two unlike values differ: as a slip of the pen, an update or another thing would."""

from __future__ import annotations

import math
from datetime import date

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


def value_levels(a: Value, b: Value, published: tuple[date | None, date | None]) -> tuple[float, ...]:
    """The levels of two values, ``a`` and ``b``, of sources that were published on the days given.

    ``ratio`` and ``size`` are natural logarithms, ``days`` and ``days_between_sources`` numbers of days (``days`` as a
    logarithm); ``later_is_more`` is 1 where the later source has the larger or later value, -1 where it has the smaller
    one, and 0 where nothing is known; the others are 1 for yes and 0 for no.
    """
    lag = (published[1] - published[0]).days if published[0] and published[1] else 0
    slip = float(is_slip(a, b))
    if isinstance(a, Amount) and isinstance(b, Amount):
        return (*amount_levels(a, b, slip, lag), 0, 0, 0, 0, 0, growth(si_figure(a), si_figure(b), lag), abs(lag), 0)
    if isinstance(a, Date) and isinstance(b, Date) and a.earliest and b.earliest:
        levels = date_levels(a.earliest, b.earliest)
        ahead = [
            bool(day and value.earliest and value.earliest > day) for day, value in zip(published, (a, b), strict=True)
        ]
        more = growth(a.earliest.toordinal(), b.earliest.toordinal(), lag)
        return (0, slip, 0, 0, 0, 0, 0, 0, *levels, more, abs(lag), ahead[0] != ahead[1])
    return (0, slip, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, abs(lag), 0)


def amount_levels(a: Amount, b: Amount, slip: float, lag: int) -> tuple[float, ...]:
    """The first eight levels, of two amounts."""
    one, two = abs(si_figure(a)), abs(si_figure(b))
    first, second = digits(a), digits(b)
    alike = len(first) == len(second)
    return (
        math.log(max(one, two) / min(one, two)) if one and two else INFINITE,
        slip,
        alike and sum(x != y for x, y in zip(first, second, strict=True)) == 1,
        first != second and sorted(first) == sorted(second),
        alike,
        abs(one - two) <= ONE,
        min(len(first), len(second)),
        math.log1p(min(one, two)),
    )


def date_levels(one: date, two: date) -> tuple[float, ...]:
    """The levels of how far two days lie apart."""
    days = abs((one - two).days)
    return (
        math.log1p(days),
        days == 1,
        days % len(WEEKDAYS) == 0,
        (one.month, one.day) == (two.month, two.day),
        one.day == two.day and one.month != two.month,
    )


def digits(amount: Amount) -> str:
    """The significant digits of an amount."""
    return f"{abs(amount.stated):.6g}".replace(".", "").rstrip("0") or "0" if amount.stated else ""


def growth(one: float, two: float, lag: int) -> int:
    """1 where the later of two sources has more, -1 where it has less, 0 where they are of one day."""
    return 0 if not lag else 1 if (two > one) == (lag > 0) else -1
