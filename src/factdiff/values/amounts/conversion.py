"""Conversions from one unit to another, as writers round them."""

from __future__ import annotations

import math

from factdiff.values.amounts.units import Unit

#: the most by which a rounded conversion may differ from the exact one, as a share of it
MAX_RELATIVE_ERROR = 0.08
#: a figure of more kelvins than this is a temperature and no difference of temperatures
MAX_KELVIN_DIFFERENCE = 12.0
#: the steps to which a conversion is rounded, in units of its second digit: 559.2 is written 600, 560, 550 or 559
ROUNDING_STEPS = (10.0, 5.0, 2.5, 1.0, 0.5, 0.25, 0.1, 0.05, 0.01)


def equal_when_converted(x: float, one: Unit, y: float, two: Unit) -> bool:
    """Whether ``x`` of one unit and ``y`` of another are the same amount: either becomes the other when converted and
    rounded, or both are the same difference of temperatures.

    >>> from factdiff.values.amounts.units import unit
    >>> knot, mile_per_hour = unit("knot"), unit("mile per hour")
    >>> equal_when_converted(80, knot, 90, mile_per_hour), equal_when_converted(80, knot, 80, mile_per_hour)
    (True, False)
    """
    there, back = two.from_si(one.to_si(x)), one.from_si(two.to_si(y))
    return is_rounding_of(there, y) or is_rounding_of(back, x) or is_temperature_difference(one, two, x, y)


def is_temperature_difference(one: Unit, two: Unit, x: float, y: float) -> bool:
    """Whether two amounts are the same difference of temperatures: it warmed by 2 degrees Celsius, 3.6 Fahrenheit.

    >>> from factdiff.values.amounts.units import unit
    >>> celsius, fahrenheit = unit("celsius"), unit("fahrenheit")
    >>> is_temperature_difference(celsius, fahrenheit, 2, 3.6), is_temperature_difference(celsius, fahrenheit, 40, 72)
    (True, False)
    """
    apart = abs(x * one.factor), abs(y * two.factor)
    return (
        bool(one.offset or two.offset)
        and max(apart) <= MAX_KELVIN_DIFFERENCE
        and is_rounding_of(x * one.factor / two.factor, y)
    )


def is_rounding_of(exact: float, written: float) -> bool:
    """Whether ``exact``, rounded to one of the usual steps, is ``written``.

    >>> [is_rounding_of(559.2, written) for written in (560, 559, 550, 600, 500)]
    [True, True, True, True, False]
    >>> is_rounding_of(1.24, 1), is_rounding_of(6.56, 6)
    (True, False)
    """
    if abs(exact) < 10 and round(exact) == written:
        return True
    if abs(exact - written) > MAX_RELATIVE_ERROR * abs(exact):
        return False
    second_digit = 10.0 ** (math.floor(math.log10(abs(exact))) - 1) if exact else 1.0
    steps = (second_digit * step for step in ROUNDING_STEPS)
    return any(
        abs(written / step - round(written / step)) < 1e-6 and abs(exact - written) <= step / 2 for step in steps
    )
