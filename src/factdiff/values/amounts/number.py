"""Counts and other bare numbers."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import evolve, frozen

from factdiff.values.amounts.amount import Amount, relate_amounts
from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

#: the counted noun of numbers that say how many times
TIMES = "time"


def different_things(a: Number, b: Number, _: Tolerances) -> Answer | None:
    """Incomparable, where two numbers count different things."""
    if a.counted and b.counted and a.counted != b.counted:
        return Answer(
            Relation.INCOMPARABLE, "counts of different things", "one counts {a.counted}, the other {b.counted}"
        )
    if a.per != b.per:
        return Answer(Relation.INCOMPARABLE, "other rate", "{a} and {b} are not per the same")
    return None


@frozen(kw_only=True)
class Number(Amount):
    """A number, with the lemma of the ``counted`` noun and the unit that it is ``per``, where the text has them.

    >>> from factdiff.values.amounts.figure import Figure
    >>> print(Number(figure=Figure.read("1000"), modifier="more-than", counted="container"))
    more than 1,000 containers
    """

    kind: ClassVar[str] = "number"
    ladder: ClassVar[Ladder] = (different_things, relate_amounts)
    counted: str | None = None
    per: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """``type``, the bounds, ``counted`` and ``per``."""
        return {"type": self.kind, **self.bounds(), "counted": self.counted, "per": self.per}

    @property
    def bare(self) -> Number:
        """The number without its counted noun and its rate: for mentions that are known to count the same thing."""
        return self if self.counted is None and self.per is None else evolve(self, counted=None, per=None)

    def __str__(self) -> str:
        if not self.counted or self.stated == 1:
            return f"{self.wording()} {self.counted or ''}".rstrip()
        return f"{self.wording()} {plural(self.counted)}"


def plural(word: str) -> str:
    """The plural of a lemma in the canonical wording.

    >>> plural("container"), plural("city"), plural("day"), plural("loss")
    ('containers', 'cities', 'days', 'losses')
    """
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}{'es' if word.endswith(('s', 'x', 'ch', 'sh')) else 's'}"
