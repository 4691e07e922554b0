"""Durations: amounts of time."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.amounts.amount import (
    Amount,
    json_bound,
    json_number,
    relate_amounts,
    vague_wording,
    without_float_noise,
)
from factdiff.values.amounts.figure import format_decimal
from factdiff.values.amounts.units import unit
from factdiff.values.relation import Answer, Ladder
from factdiff.values.tolerances import Tolerances

#: unit -> its letter in ISO 8601, with a T before it for units of the time of day
ISO_LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}

#: number of units -> the plural noun of the canonical wording of a vague duration: "several decades"
VAGUE_MULTIPLES = {2.0: "fortnights", 10.0: "decades"}


def in_seconds(a: Duration, b: Duration, tolerances: Tolerances) -> Answer:
    """The relation in seconds; durations in different units are extended by the rounding of their figures."""
    units = (unit(a.unit).to_si, unit(b.unit).to_si)
    return relate_amounts(a, b, tolerances, units=units, converted=a.unit != b.unit)


@frozen(kw_only=True)
class Duration(Amount):
    """An amount of time; ``unit`` is second, minute, hour, day, week, month or year (Gregorian means).

    >>> from factdiff.values.amounts.figure import Figure
    >>> Duration(figure=Figure.read("3"), unit="day").to_dict()["timex3"]
    'P3D'
    """

    kind: ClassVar[str] = "duration"
    ladder: ClassVar[Ladder] = (in_seconds,)
    unit: str

    def in_si(self, figure: float) -> float:
        """A figure in seconds."""
        return unit(self.unit).to_si(figure)

    @property
    def iso(self) -> str:
        """The duration in ISO 8601; ``X`` stands for a number that the text does not state, as in TIMEX3."""
        time, letter = "T" if ISO_LETTERS[self.unit][0] == "T" else "", ISO_LETTERS[self.unit][-1]
        return f"P{time}{'X' if self.stated is None else format_decimal(self.stated, 0.0).replace(',', '')}{letter}"

    def to_dict(self) -> dict[str, Any]:
        """``type``, bounds in seconds, the figure in its ``unit``, and its TIMEX3 and ISO 8601 forms."""
        region, seconds = self.possible_region(), unit(self.unit).to_si
        bounds = self.bounds()
        return {
            "type": self.kind,
            "low": json_bound(without_float_noise(seconds(region.low))),
            "high": json_bound(without_float_noise(seconds(region.high))),
            "stated": json_number(self.stated),
            "unit": self.unit,
            "iso": None if self.stated is None else self.iso,
            "timex3": self.iso,
            "modifier": bounds["modifier"],
        }

    def __str__(self) -> str:
        if self.vague and self.scale in VAGUE_MULTIPLES:
            return f"{vague_wording(self.vague, 1.0)} {VAGUE_MULTIPLES[self.scale]}"
        return f"{self.wording()} {self.unit}{'' if self.stated == 1 else 's'}"
