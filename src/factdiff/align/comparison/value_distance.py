"""Value distance: labels for how close two values are that agree, and how far apart two that contradict each other."""

from __future__ import annotations

import math
from datetime import date

from factdiff.align.comparison.binning import Bins, bin_label
from factdiff.values.amounts.amount import Amount
from factdiff.values.calendar.date import Date
from factdiff.values.relation import Relation, Value

#: bins of the ratio of two different amounts, and of the number of days between two different days
RATIOS = Bins((1.3, 2.0, 4.0, 20.0), ("near", "double", "several", "tens", "far"))
DAYS = Bins((3, 8, 41), ("near", "week", "month", "far"))
#: how many powers of ten a slip of the pen can move a figure: from a thousand to a million
POWERS = 3
#: from how many digits on one figure can be a slip of the pen for another
SLIP_DIGITS = 2


def agreement_label(a: Value, b: Value, relation: Relation) -> str:
    """The label for how close two values are that agree."""
    if relation is Relation.EQUAL:
        return "distinctive" if is_distinctive(a) and (a is b or is_distinctive(b)) else "equal"
    return (
        "rounded"
        if isinstance(a, Amount) and isinstance(b, Amount) and ratio(a, b) < RATIOS.bounds[0]
        else "compatible"
    )


def is_distinctive(value: Value) -> bool:
    """Whether two values like this are hardly equal by chance: a day, or a figure of three digits or more."""
    if isinstance(value, Date):
        return value.granularity == "day"
    if isinstance(value, Amount):
        figure = value.figure
        return figure is not None and (figure.significant >= 3 or (value.kind == "money" and figure.significant >= 2))
    return False


def distance_label(a: Value, b: Value) -> str:
    """The label for how far apart two values are that contradict each other: a slip of the pen, a ratio, or days."""
    if is_slip(a, b):
        return "slip"
    if isinstance(a, Date) and isinstance(b, Date):
        if a.granularity != b.granularity:
            return "other grain"
        if a.earliest is None or b.earliest is None:
            return "open"
        if (a.earliest.year, a.earliest.day) == (b.earliest.year, b.earliest.day):
            return "other month"
        days = abs((a.earliest - b.earliest).days)
        return f"{bin_label(DAYS, days)} days"
    if isinstance(a, Amount) and isinstance(b, Amount):
        return f"{bin_label(RATIOS, ratio(a, b))} times"
    return "unlike"


def ratio(a: Amount, b: Amount) -> float:
    """The ratio of the larger to the smaller amount, in one unit; infinite where one is open or zero."""
    one, two = abs(a.si_figure), abs(b.si_figure)
    return max(one, two) / min(one, two) if one and two else math.inf


def is_year_slip(a: date, b: date) -> bool:
    """Whether the year of one day can be a slip for that of another: the next one, or another by a single digit."""
    return abs(a.year - b.year) <= 1 or sum(x != y for x, y in zip(f"{a.year:4}", f"{b.year:4}", strict=False)) <= 1


def is_slip(a: Value, b: Value) -> bool:
    """Whether one value is the other with a slip of the pen: another year, two digits swapped, another power of ten."""
    if isinstance(a, Date) and isinstance(b, Date):
        if a.earliest is None or b.earliest is None or a.granularity != b.granularity:
            return False
        return (
            a.granularity == "day"
            and a.earliest != b.earliest
            and (a.earliest.month, a.earliest.day) == (b.earliest.month, b.earliest.day)
            and is_year_slip(a.earliest, b.earliest)
        )
    if isinstance(a, Amount) and isinstance(b, Amount):
        (one, power), (two, other) = a.digits, b.digits
        if len(one) != len(two) or len(one) < SLIP_DIGITS or abs(power - other) > POWERS:
            return False
        return power != other if one == two else sorted(one) == sorted(two)
    return False
