"""Stance: who confirms, denies or does not comment; and what is said to be done, not done or planned."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import field, frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

#: what is said of a matter -> what contradicts it
AGAINST = {"confirm": {"deny", "no-comment"}, "deny": {"confirm", "no-comment"}, "no-comment": {"deny", "confirm"}}


def other_frame(a: Stance, b: Stance, _: Tolerances) -> Answer | None:
    """What is said and what is done are not compared, nor are two outcomes of unlike sorts."""
    if a.spoken != b.spoken or (not a.spoken and a.verb != b.verb):
        return Answer(Relation.INCOMPARABLE, "other matter", "{a} has nothing to do with {b}")
    return None


def alike(a: Stance, b: Stance, _: Tolerances) -> Answer | None:
    """One verb class in one polarity."""
    if (a.verb, a.polarity) == (b.verb, b.polarity):
        return Answer(Relation.EQUAL, "same stance", "both say {a}")
    return None


def against(a: Stance, b: Stance, _: Tolerances) -> Answer:
    """Stances that exclude each other."""
    if not a.spoken and a.modality == b.modality == "asserted":
        return Answer(Relation.DISJOINT, "opposite", "{a} against {b}")
    if a.spoken and a.polarity == b.polarity == 1 and b.verb in AGAINST.get(a.verb, ()):
        return Answer(Relation.DISJOINT, "opposite stance", "{a} against {b}")
    return Answer(Relation.INCOMPARABLE, "other stance", "{a} does not exclude {b}")


@frozen(kw_only=True)
class Stance:
    """What a ``holder`` says of a matter (``spoken``: ``verb`` is confirm, deny, no-comment, claim or accuse), or what
    is said to be so (``verb`` is the sort of outcome: approval, completion ...), in a ``polarity`` of 1 or -1.

    ``modality`` is asserted, planned or alleged.
    """

    kind: ClassVar[str] = "stance"
    ladder: ClassVar[Ladder] = (other_frame, alike, against)
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
