"""Stances: who confirms, denies or does not comment; and outcomes that are asserted, negated or planned."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import field, frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

#: class of a verb of saying -> the classes that contradict it
CONTRADICTING = {
    "confirm": {"deny", "no-comment"},
    "deny": {"confirm", "no-comment"},
    "no-comment": {"deny", "confirm"},
}


def other_matter(a: Stance, b: Stance, _: Tolerances) -> Answer | None:
    """Incomparable, where one is a statement and the other an outcome, or the outcomes are of two classes."""
    if a.spoken != b.spoken or (not a.spoken and a.verb != b.verb):
        return Answer(Relation.INCOMPARABLE, "other matter", "{a} has nothing to do with {b}")
    return None


def same_stance(a: Stance, b: Stance, _: Tolerances) -> Answer | None:
    """Equal, where class of verb and polarity are the same."""
    if (a.verb, a.polarity) == (b.verb, b.polarity):
        return Answer(Relation.EQUAL, "same stance", "both say {a}")
    return None


def opposite_stance(a: Stance, b: Stance, _: Tolerances) -> Answer:
    """Disjoint, where the stances exclude each other; otherwise incomparable."""
    if not a.spoken and a.modality == b.modality == "asserted":
        return Answer(Relation.DISJOINT, "opposite", "{a} against {b}")
    if a.spoken and a.polarity == b.polarity == 1 and b.verb in CONTRADICTING.get(a.verb, ()):
        return Answer(Relation.DISJOINT, "opposite stance", "{a} against {b}")
    return Answer(Relation.INCOMPARABLE, "other stance", "{a} does not exclude {b}")


@frozen(kw_only=True)
class Stance:
    """The stance of a ``holder`` in a statement, or an outcome, with a ``polarity`` of 1 or -1.

    ``verb`` is confirm, deny, no-comment, claim or accuse for a statement (which is ``spoken``), and the class of the
    outcome otherwise: approval, completion ... ``modality`` is asserted, planned or alleged.
    """

    kind: ClassVar[str] = "stance"
    ladder: ClassVar[Ladder] = (other_matter, same_stance, opposite_stance)
    verb: str
    polarity: int = 1
    spoken: bool = True
    modality: str = "asserted"
    holder: str | None = field(default=None, eq=False)

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        return {
            "type": self.kind,
            "holder": self.holder,
            "verb": self.verb,
            "polarity": "positive" if self.polarity > 0 else "negative",
            "modality": self.modality,
        }

    def __str__(self) -> str:
        return self.verb if self.polarity > 0 else f"not {self.verb}"
