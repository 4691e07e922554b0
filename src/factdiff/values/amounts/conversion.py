"""Conversions from one unit to another, and how writers round them."""

from __future__ import annotations

import math

from factdiff.values.amounts.units import Unit

#: how far a rounded conversion may lie from the exact one: one significant digit is too coarse to check by
FURTHEST = 0.08
#: differences of temperatures are at most this, in kelvins; larger figures are temperatures
WARMING = 12.0
#: the steps to which a conversion is rounded, in units of its second digit: 600, 560, 550 and 559 are all 559.2
STEPS = (10.0, 5.0, 2.5, 1.0, 0.5, 0.25, 0.1, 0.05, 0.01)


def agree(x: float, one: Unit, y: float, two: Unit) -> bool:
    """Whether ``x`` in a unit and ``y`` in another are one amount: either gives the other when it is converted and
    rounded, or they are one difference of temperatures.

    >>> from factdiff.values.amounts.units import unit
    >>> knot, mile_per_hour = unit("knot"), unit("mile per hour")
    >>> agree(80, knot, 90, mile_per_hour), agree(80, knot, 80, mile_per_hour)
    (True, False)
    """
    there, back = two.from_si(one.to_si(x)), one.from_si(two.to_si(y))
    return rounded(there, y) or rounded(back, x) or is_difference(one, two, x, y)


def is_difference(one: Unit, two: Unit, x: float, y: float) -> bool:
    """Whether two amounts are one difference of temperatures: it warmed by 2 degrees Celsius, 3.6 Fahrenheit.

    >>> from factdiff.values.amounts.units import unit
    >>> celsius, fahrenheit = unit("celsius"), unit("fahrenheit")
    >>> is_difference(celsius, fahrenheit, 2, 3.6), is_difference(celsius, fahrenheit, 40, 72)
    (True, False)
    """
    apart = abs(x * one.factor), abs(y * two.factor)
    return bool(one.offset or two.offset) and max(apart) <= WARMING and rounded(x * one.factor / two.factor, y)


def rounded(exact: float, written: float) -> bool:
    """Whether ``exact`` gives ``written`` when it is rounded at some sensible step.

    >>> [rounded(559.2, written) for written in (560, 559, 550, 600, 500)]
    [True, True, True, True, False]
    >>> rounded(1.24, 1), rounded(6.56, 6)
    (True, False)
    """
    if abs(exact) < 10 and round(exact) == written:
        return True
    if abs(exact - written) > FURTHEST * abs(exact):
        return False
    second_digit = 10.0 ** (math.floor(math.log10(abs(exact))) - 1) if exact else 1.0
    steps = (second_digit * step for step in STEPS)
    return any(
        abs(written / step - round(written / step)) < 1e-6 and abs(exact - written) <= step / 2 for step in steps
    )
