"""What a language reads of the clauses of a sentence: which of two events came first, and what is denied."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen


@frozen
class Clause:
    """A clause by its offsets, with the classes of the ``events`` that it tells of."""

    start: int
    end: int
    events: frozenset[str]


@frozen
class ClauseOrder:
    """What a sentence tells of the order of two events, each by its clause.

    ``start`` and ``end`` are those of the words that tell it, whose ``relation`` is before or after; ``modality`` is
    asserted or planned.
    """

    start: int
    end: int
    relation: str
    earlier: Clause
    later: Clause
    modality: str


#: the orders of events that a sentence tells: its text, and where it starts and ends
Orders = Callable[[str, int, int], Iterable[ClauseOrder]]


def no_orders(_: str, __: int, ___: int) -> Iterable[ClauseOrder]:
    """The orders of a language that reads none."""
    return ()


@frozen
class Denial:
    """A verb that a sentence denies: the offsets of the words that do, "was not known", and the ``verb`` in lower case.

    ``bare`` says that no auxiliary stands among them, "pleaded not guilty"; ``modality`` is asserted or planned.
    """

    start: int
    end: int
    verb: str
    bare: bool
    modality: str


#: what a sentence denies: its text, and where it starts and ends; and the modality of a verb that it affirms, which
#: stands at an offset between these
Denials = Callable[[str, int, int], Iterable[Denial]]
Affirms = Callable[[str, int, int, int], str]


def no_denials(_: str, __: int, ___: int) -> Iterable[Denial]:
    """The denials of a language that reads none."""
    return ()


def no_affirmations(_: str, __: int, ___: int, ____: int) -> str:
    """The affirmations of a language that reads none."""
    return ""
