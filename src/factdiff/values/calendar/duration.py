"""Spans of time without a place in the calendar."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.amounts.amount import Amount, finite, plain, relate_amounts, steady, vague_wording
from factdiff.values.amounts.figure import decimal
from factdiff.values.amounts.units import unit
from factdiff.values.relation import Answer, Ladder
from factdiff.values.tolerances import Tolerances

#: unit -> its letter in ISO 8601, and whether it stands behind the T
ISO = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}

#: what so many of a unit are called, where English has no other word: "several decades"
LONGER = {2.0: "fortnights", 10.0: "decades"}


def in_seconds(a: Duration, b: Duration, tolerances: Tolerances) -> Answer:
    """Compare in seconds; durations in two units have the room that rounding needs."""
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

    @property
    def iso(self) -> str:
        """ISO 8601; ``X`` stands for a number that the text leaves open, as in TIMEX3."""
        time, letter = "T" if ISO[self.unit][0] == "T" else "", ISO[self.unit][-1]
        return f"P{time}{'X' if self.stated is None else decimal(self.stated, 0.0).replace(',', '')}{letter}"

    def to_dict(self) -> dict[str, Any]:
        """``type``, bounds in seconds, the figure in its ``unit``, and its TIMEX3 and ISO 8601 forms."""
        region, seconds = self.extent(), unit(self.unit).to_si
        bounds = self.bounds()
        return {
            "type": self.kind,
            "low": finite(steady(seconds(region.low))),
            "high": finite(steady(seconds(region.high))),
            "stated": plain(self.stated),
            "unit": self.unit,
            "iso": None if self.stated is None else self.iso,
            "timex3": self.iso,
            "modifier": bounds["modifier"],
        }

    def __str__(self) -> str:
        if self.vague and self.scale in LONGER:
            return f"{vague_wording(self.vague, 1.0)} {LONGER[self.scale]}"
        return f"{self.wording()} {self.unit}{'' if self.stated == 1 else 's'}"
