"""Percentages, percentage points and basis points."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import field, frozen, validators

from factdiff.values.amounts.amount import Amount, relate_amounts
from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

#: unit -> its size in percentage points
UNIT_POINTS = {"percent": 1.0, "percentage_point": 1.0, "basis_point": 0.01}


def share_or_points(a: Percent, b: Percent, _: Tolerances) -> Answer | None:
    """Incomparable, where one is a share and the other a difference of shares."""
    if (a.unit == "percent") != (b.unit == "percent"):
        return Answer(Relation.INCOMPARABLE, "per cent and points", "of {a} and {b} only one is a share")
    return None


def in_points(a: Percent, b: Percent, tolerances: Tolerances) -> Answer:
    """The relation in percentage points."""
    one, two = UNIT_POINTS[a.unit], UNIT_POINTS[b.unit]
    scales = (lambda amount: amount * one, lambda amount: amount * two)
    return relate_amounts(a, b, tolerances, units=scales, converted=a.unit != b.unit)


@frozen(kw_only=True)
class Percent(Amount):
    """A percentage; ``unit`` is percent, percentage_point or basis_point."""

    kind: ClassVar[str] = "percent"
    ladder: ClassVar[Ladder] = (share_or_points, in_points)
    unit: str = field(default="percent", validator=validators.in_(UNIT_POINTS))

    def to_dict(self) -> dict[str, Any]:
        """``type``, the bounds and ``unit``."""
        return {"type": self.kind, **self.bounds(), "unit": self.unit}

    def __str__(self) -> str:
        return f"{self.wording()} {self.unit.replace('_', ' ')}{'' if self.unit == 'percent' else 's'}"
