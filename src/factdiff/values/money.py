"""Sums of money."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.amount import Amount, relate_amounts
from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances


def other_currency(a: Money, b: Money, _: Tolerances) -> Answer | None:
    """Sums in two currencies, or in one that the sign leaves open, are not compared as figures."""
    if a.currency is None or b.currency is None:
        return Answer(Relation.INCOMPARABLE, "open currency", "the currency of {a} or {b} is open")
    if a.currency != b.currency:
        return Answer(Relation.INCOMPARABLE, "other currency", "{a.currency} is not {b.currency}")
    return None


@frozen(kw_only=True)
class Money(Amount):
    """A sum in a ``currency`` (ISO 4217), or None where the sign leaves it open.

    >>> from factdiff.values.figure import Figure
    >>> print(Money(figure=Figure.read("250", 10**6), currency="USD", modifier="approximate"))
    about 250 million USD
    """

    kind: ClassVar[str] = "money"
    ladder: ClassVar[Ladder] = (other_currency, relate_amounts)
    currency: str | None

    def to_dict(self) -> dict[str, Any]:
        """``type``, the bounds and ``currency``."""
        return {"type": self.kind, **self.bounds(), "currency": self.currency}

    def __str__(self) -> str:
        return f"{self.wording()} {self.currency or 'of an open currency'}"
