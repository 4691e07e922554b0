"""Bins: labels for how large a share, a ratio or a distance is."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Bins(NamedTuple):
    """Bins of a number: the lower bound of each bin but the first, and the label of each."""

    bounds: tuple[float, ...]
    labels: tuple[str, ...]


def bin_label(bins: Bins, size: float) -> str:
    """The label of the bin that a size falls into.

    >>> days = Bins((3, 8, 41), ("near", "week", "month", "far"))
    >>> bin_label(days, 2), bin_label(days, 8)
    ('near', 'month')
    """
    return bins.labels[bisect_right(bins.bounds, size)]
