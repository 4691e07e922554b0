"""Step tables: what belongs to each step of a level of whole numbers, found quicker than among the bounds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TypeVar

#: the numbers that most levels of whole numbers have
SMALL = range(-2, 65)
#: how far a bound just below a whole number lies from it at most
JUST_BELOW = 1e-05

T = TypeVar("T")


def by_whole_number(bounds: Sequence[float], steps: Sequence[T]) -> Mapping[float, T] | None:
    """What belongs to small whole numbers, given the bounds of the steps of a level and what belongs to each.

    None for a level that is likely to have other numbers: not all its bounds lie at, just below or halfway between
    whole numbers.

    >>> table = by_whole_number((0.5, 2.0), ("low", "middle", "high"))
    >>> table[0], table[2], table[3.0]
    ('low', 'middle', 'high')
    """
    if any(abs(2 * bound - round(2 * bound)) > JUST_BELOW for bound in bounds):
        return None
    return {number: steps[bisect_left(bounds, number)] for number in SMALL}
