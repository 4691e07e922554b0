"""Clauses: which of two events a sentence puts first, and which verbs it denies, as a language reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen


@frozen
class Clause:
    """A clause by its offsets, with the classes of its ``events``."""

    start: int
    end: int
    events: frozenset[str]


@frozen
class ClauseOrder:
    """The order of two events in a sentence, each given by its clause.

    ``start`` and ``end`` are the offsets of the words that give the order, ``relation`` is before or after, and
    ``modality`` is asserted or planned.
    """

    start: int
    end: int
    relation: str
    earlier: Clause
    later: Clause
    modality: str


#: the event orders of a sentence, given the text and the start and end of the sentence
Orders = Callable[[str, int, int], Iterable[ClauseOrder]]


def no_orders(_: str, __: int, ___: int) -> Iterable[ClauseOrder]:
    """No event orders, for a language that reads none."""
    return ()


@frozen
class Denial:
    """A verb that a sentence denies: the offsets of the denying words, "was not known", and the ``verb`` in lower case.

    ``bare`` says that there is no auxiliary among them, "pleaded not guilty"; ``modality`` is asserted or planned.
    """

    start: int
    end: int
    verb: str
    bare: bool
    modality: str


#: the denials of a sentence, given the text and the start and end of the sentence; and the modality of a verb that it
#: affirms, given the text, the start of the sentence, that of the verb, and the end of the sentence
Denials = Callable[[str, int, int], Iterable[Denial]]
Affirms = Callable[[str, int, int, int], str]


def no_denials(_: str, __: int, ___: int) -> Iterable[Denial]:
    """No denials, for a language that reads none."""
    return ()


def no_affirmations(_: str, __: int, ___: int, ____: int) -> str:
    """No affirmation, for a language that reads none."""
    return ""
