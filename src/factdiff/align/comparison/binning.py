"""Scales in steps, which name how large a share, a ratio or a distance is."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Bins(NamedTuple):
    """A scale in steps: where each but the first begins, and what they are called."""

    bounds: tuple[float, ...]
    labels: tuple[str, ...]


def bin_label(steps: Bins, size: float) -> str:
    """The label of the step that a size has reached.

    >>> days = Bins((3, 8, 41), ("near", "week", "month", "far"))
    >>> bin_label(days, 2), bin_label(days, 8)
    ('near', 'month')
    """
    return steps.labels[bisect_right(steps.bounds, size)]
