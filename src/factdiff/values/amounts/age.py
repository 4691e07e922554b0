"""Ages of persons and things."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.amounts.amount import Amount, json_number, relate_amounts, without_float_noise
from factdiff.values.amounts.units import unit
from factdiff.values.relation import Ladder

#: unit of an age -> its size in years
UNIT_YEARS = {"year": 1.0, "month": 1 / 12, "week": 7 / 365.2425, "day": 1 / 365.2425}


@frozen(kw_only=True)
class Age(Amount):
    """An age in years, with the name of the ``person`` where the text names one beside it."""

    kind: ClassVar[str] = "age"
    ladder: ClassVar[Ladder] = (relate_amounts,)
    person: str | None = None

    def gap(self, other: Age) -> float:
        """The number of years between two ages.

        >>> from factdiff.values.amounts.figure import Figure
        >>> Age(figure=Figure.exactly(81)).gap(Age(figure=Figure.exactly(84)))
        3.0
        """
        a, b = self.region(), other.region()
        return max(b.low - a.high, a.low - b.high, 0.0)

    def to_dict(self) -> dict[str, Any]:
        """``type``, the bounds in years, the figure in seconds, and ``person``."""
        return {
            "type": self.kind,
            **self.bounds(),
            "unit": "year",
            "si_stated": None
            if self.stated is None
            else json_number(without_float_noise(unit("year").to_si(self.stated))),
            "si_unit": "s",
            "person": self.person,
        }

    def __str__(self) -> str:
        return f"{self.wording()} years old"
