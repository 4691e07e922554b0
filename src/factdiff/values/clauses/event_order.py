"""The order of two events in time."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances


def same_events(a: Order, b: Order, _: Tolerances) -> Answer | None:
    """Equal, where both name the same events in the same order; disjoint, where the order is reversed."""
    if (a.earlier, a.later) == (b.earlier, b.later):
        return Answer(Relation.EQUAL, "same order", "both say {a}")
    if (a.earlier, a.later) == (b.later, b.earlier):
        return Answer(Relation.DISJOINT, "turned round", "{a} against {b}")
    return None


def other_events(a: Order, b: Order, _: Tolerances) -> Answer:
    """Incomparable, since events in different words may be the same or not."""
    return Answer(Relation.INCOMPARABLE, "other words", "{a} and {b} need not be of the same events")


@frozen(kw_only=True)
class Order:
    """The words of two events, the ``earlier`` and the ``later`` one; ``word`` is before or after, as the text has it.

    >>> str(Order(earlier="the blast", later="the vote", word="after"))
    'the blast, then the vote'
    """

    kind: ClassVar[str] = "order"
    ladder: ClassVar[Ladder] = (same_events, other_events)
    earlier: str
    later: str
    word: str

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields."""
        return {"type": self.kind, "earlier": self.earlier, "later": self.later, "word": self.word}

    def __str__(self) -> str:
        return f"{self.earlier}, then {self.later}"
