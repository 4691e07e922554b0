"""Ticks of an axis whose labels do not touch, however narrow the page."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import frozen

#: what stands free between two labels, and how wide signs are in the widest fonts that browsers show, in pixels
GAP, NARROW, MIDDLING, WIDE = 8.0, 5.0, 7.8, 11.8
_NARROW, _WIDE = frozenset("ijlftrI.,:; "), frozenset("mwMW%")


@frozen(order=True)
class Tick:
    """A label on an axis: its place in per cent, where its text is anchored, and from where to where it reaches."""

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


def apart(ticks: Iterable[Tick], width: float) -> bool:
    """Whether no two of some ticks, from left to right, touch."""
    return all(one.right + 100 * GAP / width <= two.left for one, two in pairwise(ticks))


def spaced(marks: Iterable[tuple[float, str]], width: float) -> tuple[Tick, ...]:
    """The ticks of some marks, of which the weightiest come first, but for those that would touch one before them."""
    found: list[Tick] = []
    for at, label in marks:
        new = tick(at, label, width)
        place = bisect(found, new)
        if apart((*found[max(0, place - 1) : place], new, *found[place : place + 1]), width):
            found.insert(place, new)
    return tuple(found)


def fitting(rows: Sequence[Sequence[tuple[float, str]]], width: float) -> tuple[Tick, ...]:
    """The first of some rows of marks, each with fewer, of which no two touch, or else what fits of the last one."""
    for row in rows:
        ticks = tuple(tick(at, label, width) for at, label in row)
        if apart(ticks, width):
            return ticks
    return spaced(rows[-1], width)
