"""Relations between values: the five of RCC-5 and "incomparable", and the comparison that finds them.

A value is a region: an interval of the calendar, of the numbers or of a scale, or a node of the tree of places. Only
disjoint regions can conflict. Each kind of value has a *ladder*, its comparison steps in order. The first step that
applies to two values gives the relation and the label of their comparison.

RCC-5: Randell, Cui and Cohn, "A spatial logic based on regions and connection", 1992.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from enum import Enum
from typing import Any, ClassVar, NamedTuple, Protocol

from attrs import field, frozen

from factdiff.values.tolerances import DEFAULT, Tolerances


class Relation(Enum):
    """The relation of one region to another.

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
        return CONVERSE[self]


#: each relation -> the same, read from the other side
CONVERSE = {
    **{relation: relation for relation in Relation},
    Relation.INSIDE: Relation.CONTAINS,
    Relation.CONTAINS: Relation.INSIDE,
}
#: the relations of two values that can both be true of one thing
AGREEING = frozenset({Relation.EQUAL, Relation.INSIDE, Relation.CONTAINS, Relation.OVERLAPPING})


class Answer(NamedTuple):
    """The result of a step: the relation, the label of the step, and the wording of the explanation, in which ``{a}``
    and ``{b}`` stand for the two values.
    """

    relation: Relation
    step: str
    wording: str


@frozen
class Comparison:
    """A relation with the label of the ``step`` that found it; ``explanation`` gives the reason in one sentence."""

    relation: Relation
    step: str
    wording: str = field(repr=False)
    values: tuple[Any, Any] = field(repr=False)

    @property
    def explanation(self) -> str:
        """The reason of the relation, with the wording of the two values."""
        a, b = self.values
        return self.wording.format(a=a, b=b)


#: comparison steps in order: each takes two values of one kind and returns its answer, or None where it does not apply
Ladder = tuple[Callable[[Any, Any, Tolerances], Answer | None], ...]


class Value(Protocol):
    """The interface of canonical values: a kind, a ladder, a dictionary form, and ``str()``, the canonical wording."""

    kind: ClassVar[str]
    ladder: ClassVar[Ladder]

    def to_dict(self) -> dict[str, Any]:
        """The fields of the value, in JSON types, with ``type`` first."""
        ...


DIFFERENT_KINDS = Answer(Relation.INCOMPARABLE, "different kinds", "a {a.kind} cannot be compared with a {b.kind}")
SAME_VALUE = Answer(Relation.EQUAL, "same value", "both say {a}")
UNDECIDED = Answer(Relation.INCOMPARABLE, "no step holds", "nothing tells how {a} lies to {b}")


def compare(a: Value, b: Value, tolerances: Tolerances = DEFAULT) -> Comparison:
    """The comparison of two values by the ladder of their kind."""
    return Comparison(*first_answer(a, b, tolerances), (a, b))


def relate(a: Value, b: Value, tolerances: Tolerances = DEFAULT) -> Relation:
    """The relation of two values, without its explanation."""
    return first_answer(a, b, tolerances)[0]


class RelationCache:
    """The relations of values under the given tolerances; the relation of two objects is computed once for both sides.

    >>> from factdiff.values.calendar.date import Date
    >>> relations = RelationCache()
    >>> relations(Date.year(2023), Date.year(2024))
    <Relation.DISJOINT: 'disjoint'>
    """

    def __init__(self, tolerances: Tolerances = DEFAULT) -> None:
        self.tolerances, self._same = tolerances, Relation.EQUAL
        self._found: defaultdict[int, dict[int, Relation]] = defaultdict(dict)
        self._values: list[Value] = []

    def __call__(self, a: Value, b: Value) -> Relation:
        """The relation of two values."""
        if a is b:
            return self._same
        one, two = id(a), id(b)
        found = self._found[one].get(two)
        if found is None:
            found = self._found[one][two] = relate(a, b, self.tolerances)
            self._found[two][one] = CONVERSE[found]
            self._values += a, b  # an id is unique only while its object is alive
        return found


def first_answer(a: Value, b: Value, tolerances: Tolerances) -> Answer:
    """The answer of the first step that applies to two values."""
    if type(a) is not type(b):
        return DIFFERENT_KINDS
    if a is b or a == b:
        return SAME_VALUE
    for step in a.ladder:
        answer = step(a, b, tolerances)
        if answer is not None:
            return answer
    return UNDECIDED
