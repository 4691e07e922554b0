"""Sums of money."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import evolve, frozen

from factdiff.values.amounts.amount import Amount, relate_amounts
from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances


def other_currency(a: Money, b: Money, _: Tolerances) -> Answer | None:
    """Incomparable, where the currencies differ or one of them is not known."""
    if a.currency is None or b.currency is None:
        return Answer(Relation.INCOMPARABLE, "open currency", "the currency of {a} or {b} is open")
    if a.currency != b.currency:
        return Answer(Relation.INCOMPARABLE, "other currency", "{a.currency} is not {b.currency}")
    return None


def other_rate(a: Money, b: Money, _: Tolerances) -> Answer | None:
    """Incomparable, where one is a price per unit and the other is not, or is per another unit."""
    if a.per != b.per:
        return Answer(Relation.INCOMPARABLE, "other rate", "{a} and {b} are not per the same")
    return None


@frozen(kw_only=True)
class Money(Amount):
    """A sum in a ``currency`` (ISO 4217, None where the text leaves it open); ``per`` is the unit of a price.

    >>> from factdiff.values.amounts.figure import Figure
    >>> print(Money(figure=Figure.read("250", 10**6), currency="USD", modifier="approximate"))
    about 250 million USD
    """

    kind: ClassVar[str] = "money"
    ladder: ClassVar[Ladder] = (other_currency, other_rate, relate_amounts)
    currency: str | None
    per: str | None = None

    @property
    def bare(self) -> Money:
        """The sum without its rate: for mentions that are known to be per the same."""
        return self if self.per is None else evolve(self, per=None)

    def to_dict(self) -> dict[str, Any]:
        """``type``, the bounds, ``currency`` and ``per``."""
        return {"type": self.kind, **self.bounds(), "currency": self.currency, "per": self.per}

    def __str__(self) -> str:
        words = f"{self.wording()} {self.currency or 'of an open currency'}"
        return f"{words} per {self.per}" if self.per else words
