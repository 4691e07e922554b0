"""Relations between values: the five of RCC-5, one for what cannot be compared, and the ladder that decides them.

A value is a region: an interval of the calendar, of the numbers or of a scale, or a node of the tree of places. Only
disjoint regions can conflict. Each kind of value brings a *ladder*: steps that are asked in order, of which the first
that holds answers and lends the comparison its label.

RCC-5: Randell, Cui and Cohn, "A spatial logic based on regions and connection", 1992.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, ClassVar, NamedTuple, Protocol

from attrs import field, frozen

from factdiff.values.tolerances import DEFAULT, Tolerances


class Relation(Enum):
    """How one region lies to another.

    >>> Relation.INSIDE.converse
    <Relation.CONTAINS: 'contains'>
    """

    EQUAL = "equal"
    INSIDE = "inside"
    CONTAINS = "contains"
    OVERLAPPING = "overlapping"
    DISJOINT = "disjoint"
    INCOMPARABLE = "incomparable"

    __hash__ = object.__hash__  # quicker than that of its name

    @property
    def converse(self) -> Relation:
        """The relation read from the other side."""
        return {Relation.INSIDE: Relation.CONTAINS, Relation.CONTAINS: Relation.INSIDE}.get(self, self)


class Answer(NamedTuple):
    """What a step of a ladder answers: the relation, the step's label, and the explanation with ``{a}`` and ``{b}`` for
    the two values.
    """

    relation: Relation
    step: str
    wording: str


@frozen
class Comparison:
    """A relation with the ``step`` of the ladder that decided it; ``explanation`` tells it in one sentence."""

    relation: Relation
    step: str
    wording: str = field(repr=False)
    values: tuple[Any, Any] = field(repr=False)

    @property
    def explanation(self) -> str:
        """Why the relation holds, with the two values; worked out only when it is asked for."""
        a, b = self.values
        return self.wording.format(a=a, b=b)


#: steps that are asked in order: each takes two values of one kind and answers or passes
Ladder = tuple[Callable[[Any, Any, Tolerances], Answer | None], ...]


class Value(Protocol):
    """What every canonical value has: a kind, a ladder, a dictionary form, and ``str()``, its canonical wording."""

    kind: ClassVar[str]
    ladder: ClassVar[Ladder]

    def to_dict(self) -> dict[str, Any]:
        """The fields of VALUES: JSON types only, with ``type`` first."""
        ...


UNLIKE = Answer(Relation.INCOMPARABLE, "different kinds", "a {a.kind} cannot be compared with a {b.kind}")
SAME = Answer(Relation.EQUAL, "same value", "both say {a}")
UNTOLD = Answer(Relation.INCOMPARABLE, "no step holds", "nothing tells how {a} lies to {b}")


def compare(a: Value, b: Value, tolerances: Tolerances = DEFAULT) -> Comparison:
    """Compare two values by the ladder of their kind."""
    return Comparison(*answered(a, b, tolerances), (a, b))


def relate(a: Value, b: Value, tolerances: Tolerances = DEFAULT) -> Relation:
    """The relation of two values, for those who do not ask why."""
    return answered(a, b, tolerances)[0]


class Relations:
    """The relations of values under some tolerances, those of the same two objects worked out once.

    >>> from factdiff.values.calendar.date import Date
    >>> relations = Relations()
    >>> relations(Date.year(2023), Date.year(2024))
    <Relation.DISJOINT: 'disjoint'>
    """

    def __init__(self, tolerances: Tolerances = DEFAULT) -> None:
        self.tolerances, self._same = tolerances, Relation.EQUAL
        self._found: dict[tuple[int, int], Relation] = {}
        self._values: list[Value] = []

    def __call__(self, a: Value, b: Value) -> Relation:
        """The relation of two values."""
        if a is b:
            return self._same
        key = id(a), id(b)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = relate(a, b, self.tolerances)
            self._values += a, b  # an id tells a value as long as that is there
        return found


def answered(a: Value, b: Value, tolerances: Tolerances) -> Answer:
    """What the ladder of two values answers."""
    if type(a) is not type(b):
        return UNLIKE
    if a is b or a == b:
        return SAME
    for step in a.ladder:
        answer = step(a, b, tolerances)
        if answer is not None:
            return answer
    return UNTOLD
