"""Ticks of an axis whose labels do not touch, however narrow the page."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import frozen

#: the gap between two labels, and the widths of signs in the widest fonts of browsers, in pixels
GAP, NARROW, MIDDLING, WIDE = 8.0, 5.0, 7.8, 11.8
_NARROW, _WIDE = frozenset("ijlftrI.,:; "), frozenset("mwMW%")


@frozen(order=True)
class Tick:
    """A label on an axis: its position in per cent, the anchor of its text, and the interval that the text covers."""

    at: float
    label: str
    anchor: str
    left: float
    right: float


def tick(at: float, label: str, width: float) -> Tick:
    """A tick of an axis that is at least ``width`` pixels wide; its label lies inside of the axis.

    >>> tick(2.0, "1,000", 300).anchor, tick(50.0, "1,000", 300).anchor, tick(98.0, "1,000", 300).anchor
    ('start', 'middle', 'end')
    """
    room = 100 * sum(NARROW if sign in _NARROW else WIDE if sign in _WIDE else MIDDLING for sign in label) / width
    if at < room / 2:
        return Tick(at, label, "start", at, at + room)
    if at > 100 - room / 2:
        return Tick(at, label, "end", at - room, at)
    return Tick(at, label, "middle", at - room / 2, at + room / 2)


def do_not_touch(ticks: Iterable[Tick], width: float) -> bool:
    """Whether no two of the ticks, sorted from left to right, touch."""
    return all(one.right + 100 * GAP / width <= two.left for one, two in pairwise(ticks))


def without_overlaps(marks: Iterable[tuple[float, str]], width: float) -> tuple[Tick, ...]:
    """The ticks of marks, the most important first, without those that would touch an earlier one."""
    found: list[Tick] = []
    for at, label in marks:
        candidate = tick(at, label, width)
        place = bisect(found, candidate)
        if do_not_touch((*found[max(0, place - 1) : place], candidate, *found[place : place + 1]), width):
            found.insert(place, candidate)
    return tuple(found)


def first_fitting(rows: Sequence[Sequence[tuple[float, str]]], width: float) -> tuple[Tick, ...]:
    """The ticks of the first row of marks of which no two touch, or as many of the last row as fit.

    Each row has fewer marks than the one before it.
    """
    for row in rows:
        ticks = tuple(tick(at, label, width) for at, label in row)
        if do_not_touch(ticks, width):
            return ticks
    return without_overlaps(rows[-1], width)
