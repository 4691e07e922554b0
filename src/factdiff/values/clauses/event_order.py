"""Order: which of two events is told to have come first."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances


def same_events(a: Order, b: Order, _: Tolerances) -> Answer | None:
    """The same words in the same order, or turned round."""
    if (a.earlier, a.later) == (b.earlier, b.later):
        return Answer(Relation.EQUAL, "same order", "both say {a}")
    if (a.earlier, a.later) == (b.later, b.earlier):
        return Answer(Relation.DISJOINT, "turned round", "{a} against {b}")
    return None


def others(a: Order, b: Order, _: Tolerances) -> Answer:
    """Words do not tell whether two events are one; their contexts do."""
    return Answer(Relation.INCOMPARABLE, "other words", "{a} and {b} need not be of the same events")


@frozen(kw_only=True)
class Order:
    """Two events in the words of a text, of which it says that one came ``earlier``; ``word`` is before or after.

    >>> str(Order(earlier="the blast", later="the vote", word="after"))
    'the blast, then the vote'
    """

    kind: ClassVar[str] = "order"
    ladder: ClassVar[Ladder] = (same_events, others)
    earlier: str
    later: str
    word: str

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields."""
        return {"type": self.kind, "earlier": self.earlier, "later": self.later, "word": self.word}

    def __str__(self) -> str:
        return f"{self.earlier}, then {self.later}"
