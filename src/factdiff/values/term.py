"""Graded terms: words that stand for an interval of a scale ("short-range")."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.scales import scale
from factdiff.values.tolerances import Tolerances


def other_scale(a: Term, b: Term, _: Tolerances) -> Answer | None:
    """Grades of two scales have nothing to do with each other."""
    if a.scale != b.scale:
        return Answer(Relation.INCOMPARABLE, "other scale", "{a} is a {a.scale}, {b} a {b.scale}")
    return None


def grades(a: Term, b: Term, _: Tolerances) -> Answer:
    """The intervals of two grades."""
    infinity = float("inf")
    one, two = ((t.low, infinity if t.high is None else t.high) for t in (a, b))
    if one == two:
        return Answer(Relation.EQUAL, "same grade", "both say {a}")
    if two[0] <= one[0] and one[1] <= two[1]:
        return Answer(Relation.INSIDE, "narrower grade", "{a} is a sort of {b}")
    if one[0] <= two[0] and two[1] <= one[1]:
        return Answer(Relation.CONTAINS, "narrower grade", "{b} is a sort of {a}")
    if one[0] < two[1] and two[0] < one[1]:
        return Answer(Relation.OVERLAPPING, "common grades", "{a} and {b} share a part of the scale")
    return Answer(Relation.DISJOINT, "other grade", "{a} and {b} are different grades of {a.scale}")


@frozen(kw_only=True)
class Term:
    """A grade of a scale: ``low`` and ``high`` (None is open) on the scale's axis.

    >>> Term.grade("missile-range", "close-range").high
    300000
    """

    kind: ClassVar[str] = "term"
    ladder: ClassVar[Ladder] = (other_scale, grades)
    scale: str
    label: str
    low: float
    high: float | None

    @classmethod
    def grade(cls, name: str, label: str) -> Term:
        """The term for a grade in a scale's table; KeyError where the scale has no such grade."""
        low, high = scale(name).grades[label]
        return cls(scale=name, label=label, low=low, high=high)

    def loosely(self, other: Term) -> bool:
        """Whether some usage lets one of the two grades include the other."""
        return self.scale == other.scale and frozenset((self.label, other.label)) in scale(self.scale).loose

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        return {"type": self.kind, "scale": self.scale, "label": self.label, "low": self.low, "high": self.high}

    def __str__(self) -> str:
        return self.label
