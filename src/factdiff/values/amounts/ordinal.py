"""Ordinals: the third attempt, the 21st edition."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import evolve, field, frozen, validators

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances


def other_ranking(a: Ordinal, b: Ordinal, _: Tolerances) -> Answer | None:
    """Incomparable, where different things are ranked, or the ranked thing is not known."""
    if a.counted is None or a.counted != b.counted:
        return Answer(Relation.INCOMPARABLE, "ranks in different rows", "{a} and {b} may be of different rows")
    return None


def same_rank(a: Ordinal, b: Ordinal, _: Tolerances) -> Answer:
    """Equal or disjoint, since ranks are exact."""
    if a.rank == b.rank:
        return Answer(Relation.EQUAL, "same rank", "both are {a}")
    return Answer(Relation.DISJOINT, "different ranks", "{a} is not {b}")


@frozen(kw_only=True)
class Ordinal:
    """A ``rank`` from 1 up, with the lemma of the ranked noun (``counted``) where the text has one, and an empty string
    where it is known to be that of the other ordinal.

    >>> print(Ordinal(rank=21, counted="edition"), Ordinal(rank=112), sep=", ")
    21st edition, 112th
    """

    kind: ClassVar[str] = "ordinal"
    ladder: ClassVar[Ladder] = (other_ranking, same_rank)
    rank: int = field(validator=validators.ge(1))
    counted: str | None = None

    @property
    def bare(self) -> Ordinal:
        """The rank alone: for mentions that are known to rank the same things."""
        return evolve(self, counted="")

    def to_dict(self) -> dict[str, Any]:
        """``type``, ``rank`` and ``counted``."""
        return {"type": self.kind, "rank": self.rank, "counted": self.counted}

    def __str__(self) -> str:
        ending = "th" if self.rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(self.rank % 10, "th")
        return f"{self.rank}{ending} {self.counted or ''}".rstrip()
