"""Graded terms: words that name a grade of a scale ("short-range", "charged", "second-largest")."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.terms.scales import Scale, scale
from factdiff.values.tolerances import Tolerances

#: the scale of ranks, whose grades are not in a table but counted from the top
RANK = "rank"


def other_scale(a: Term, b: Term, _: Tolerances) -> Answer | None:
    """Incomparable, where the two grades are of different scales."""
    if a.scale != b.scale:
        return Answer(Relation.INCOMPARABLE, "other scale", "{a} is a {a.scale}, {b} a {b.scale}")
    return None


def other_thing(a: Term, b: Term, _: Tolerances) -> Answer | None:
    """Incomparable, where the grades are of different things: a heat watch and a flood warning, largest and oldest."""
    if (a.of and b.of and a.of != b.of) or (a.among and b.among and a.among != b.among):
        return Answer(Relation.INCOMPARABLE, "other thing", "{a} and {b} are said of different things")
    return None


def relate_grades(a: Term, b: Term, _: Tolerances) -> Answer:
    """How the intervals of two grades lie; a grade of a named thing lies inside the same grade of anything."""
    one, two = a.interval, b.interval
    if one[1] <= two[0] or two[1] <= one[0]:
        return Answer(Relation.DISJOINT, "other grade", "{a} and {b} are different grades of {a.scale}")
    if one == two and (a.of, a.among) == (b.of, b.among):
        return Answer(Relation.EQUAL, "same grade", "both say {a}")
    if two[0] <= one[0] and one[1] <= two[1] and a.is_as_narrow_as(b):
        return Answer(Relation.INSIDE, "narrower grade", "{a} is a sort of {b}")
    if one[0] <= two[0] and two[1] <= one[1] and b.is_as_narrow_as(a):
        return Answer(Relation.CONTAINS, "narrower grade", "{b} is a sort of {a}")
    return Answer(Relation.OVERLAPPING, "common grades", "{a} and {b} share a part of the scale")


@frozen(kw_only=True)
class Term:
    """A grade of a scale: ``low`` and ``high`` (None is open) on the scale's axis.

    ``of`` is the thing that is graded, where the scale distinguishes such things: the hazard of a warning, the measure
    of a rank, the number of victims. ``among`` is the field of a rank ("world"). Both are None where the text names
    none.

    >>> Term.grade("missile-range", "close-range").high
    300000
    """

    kind: ClassVar[str] = "term"
    ladder: ClassVar[Ladder] = (other_scale, other_thing, relate_grades)
    scale: str
    label: str
    low: float
    high: float | None
    of: str | None = None
    among: str | None = None

    @classmethod
    def grade(cls, name: str, label: str, *, of: str | None = None) -> Term:
        """The term for a grade in a scale's table; KeyError where the scale has no such grade."""
        low, high = scale(name).grades[label]
        return cls(scale=name, label=label, low=low, high=high, of=of)

    @classmethod
    def rank(cls, low: int, high: int | None = None, *, of: str | None = None, among: str | None = None) -> Term:
        """A rank counted from the top, or the ranks from ``low`` on up to ``high`` (exclusive).

        >>> Term.rank(2, of="size").label
        'second'
        """
        names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
        one = high == low + 1 if high is not None else False
        label = (names[low - 1] if low <= len(names) else f"{low}th") if one or high is None else "among the first"
        return cls(scale=RANK, label=label, low=low, high=low + 1 if high is None else high, of=of, among=among)

    @property
    def table(self) -> Scale:
        """The scale of the term."""
        return scale(self.scale)

    @property
    def interval(self) -> tuple[float, float]:
        """The half-open interval of the axis."""
        return self.low, float("inf") if self.high is None else self.high

    def is_as_narrow_as(self, other: Term) -> bool:
        """Whether the graded thing is that of ``other``, or a narrower one."""
        return (other.of is None or self.of == other.of) and (other.among is None or self.among == other.among)

    def is_loosely_same(self, other: Term) -> bool:
        """Whether one of the two grades may include the other in loose usage."""
        return self.scale == other.scale and frozenset((self.label, other.label)) in self.table.compatible

    def follows(self, other: Term) -> bool:
        """Whether a thing of the ``other`` grade can reach this grade in time.

        >>> charged, arrested = (Term.grade("criminal-case", label) for label in ("charged", "arrested"))
        >>> charged.follows(arrested), arrested.follows(charged)
        (True, False)
        """
        table = self.table
        return (
            self.scale == other.scale
            and table.progressive
            and other.label not in table.final
            and other.interval[1] <= self.low
        )

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        return {"type": self.kind, "scale": self.scale, "label": self.label, "low": self.low, "high": self.high}

    def __str__(self) -> str:
        return self.label
