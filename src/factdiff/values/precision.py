"""Precision: how many findings of each check on real articles were right, and which checks report notes."""

from __future__ import annotations

from datetime import date
from functools import cache

from attrs import frozen

from factdiff.tables import read_table

#: which share of the findings of a check should be right for it to report more than notes between articles
LEAST = 0.75
#: how many findings of a check must be read before its share tells anything
ENOUGH = 5


@frozen
class Precision:
    """How many findings of a check were ``right`` of those that were ``read`` by eye, the last of them on a ``day``.

    ``notes`` says that too few were right, so that between articles they are notes.
    """

    right: int
    read: int
    day: date
    notes: bool = False

    @property
    def share(self) -> float:
        """The share of findings that were right."""
        return self.right / self.read

    @property
    def is_too_low(self) -> bool:
        """Whether enough findings were read to tell, and too few of them were right.

        >>> Precision(3, 10, date(2026, 11, 30)).is_too_low, Precision(0, 2, date(2026, 11, 30)).is_too_low
        (True, False)
        """
        return self.read >= ENOUGH and self.share < LEAST

    def __str__(self) -> str:
        return f"{self.right} of {self.read} findings on real articles were right ({self.share:.0%}), {self.day}"


@cache
def precisions() -> dict[str, Precision]:
    """Name of a check -> its precision, for the checks of which findings were read."""
    return {
        name: Precision(row["right"], row["read"], date.fromisoformat(row["day"]), row.get("notes", False))
        for name, row in read_table("factdiff.values", "precision.toml").items()
    }
