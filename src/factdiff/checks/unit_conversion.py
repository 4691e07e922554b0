"""QTY401: a wrong conversion in brackets."""

from __future__ import annotations

import math
from collections.abc import Iterator

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.records import Finding
from factdiff.values.quantity import Quantity, converted
from factdiff.values.units import Unit

#: how far a rounded conversion may lie from the exact one: one significant digit is too coarse to check by
FURTHEST = 0.08
#: differences of temperatures are at most this, in kelvins; larger figures are temperatures
WARMING = 12.0
#: the steps to which a conversion is rounded, in units of its second digit: 600, 560, 550 and 559 are all 559.2
STEPS = (10.0, 5.0, 2.5, 1.0, 0.5, 0.25, 0.1, 0.05, 0.01)


def find(story: Story) -> Iterator[Finding]:
    """A finding for each quantity whose restatement in another unit no sensible rounding gives."""
    for first, second in story.glosses:
        a, b = first.value, second.value
        if isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit != b.unit and not right(a, b):
            message = (
                f"“{first.surface}” is {converted(a, b.measure)}, the text says “{second.surface}”; "
                f"a conversion settles which of the two is meant"
            )
            yield finding("error", message, (evidence(first, "A"), evidence(second, "B")))


def right(a: Quantity, b: Quantity) -> bool:
    """Whether converting either amount and rounding it sensibly gives the other; ends of ranges one by one."""
    if (a.upper is None) != (b.upper is None):
        return True
    pairs = [(x.stated, y.stated) for x, y in ((a.figure, b.figure), (a.upper, b.upper)) if x and y]
    one, two = a.measure, b.measure
    return all(
        rounded(two.from_si(one.to_si(x)), y) or rounded(one.from_si(two.to_si(y)), x) or is_difference(one, two, x, y)
        for x, y in pairs
    )


def is_difference(one: Unit, two: Unit, x: float, y: float) -> bool:
    """Whether two amounts are one difference of temperatures: it warmed by 2 degrees Celsius, 3.6 Fahrenheit.

    >>> from factdiff.values.units import unit
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


CHECK = Check(
    code="QTY401",
    name="unit-conversion",
    severity="error",
    summary="A quantity is restated in another unit, and no sensible rounding of the conversion gives the figure.",
    why="Bracketed conversions are worked out in a hurry; each reader takes the unit that he knows.",
    fires=Example(("The rocket has a range of 900km (500 miles), the ministry said.",)),
    quiet=Example(("The rocket has a range of 900km (560 miles), the ministry said.",)),
    find=find,
)
