"""Recurrences: every Tuesday, once a year, three times a month."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

#: unit -> its period in ISO 8601
PERIODS = {
    "minute": "PT1M", "hour": "PT1H", "day": "P1D", "week": "P1W", "month": "P1M", "quarter": "P3M", "year": "P1Y",
    "decade": "P10Y",
}  # fmt: skip


def other_period(a: Recurrence, b: Recurrence, _: Tolerances) -> Answer | None:
    """Incomparable, where the periods differ: a thing done twice a week can be done a hundred times a year."""
    if a.period != b.period:
        return Answer(Relation.INCOMPARABLE, "other period", "{a} and {b} are counted by different periods")
    return None


def relate_counts(a: Recurrence, b: Recurrence, _: Tolerances) -> Answer:
    """The relation by the count in one period and by the times in it."""
    if a.count is not None and b.count is not None and a.count != b.count:
        return Answer(Relation.DISJOINT, "other count", "{a} is not {b}")
    if a.timex3 == b.timex3 and a.count == b.count:
        return Answer(Relation.EQUAL, "same recurrence", "both say {a}")
    if a.timex3 == b.timex3 or a.period in (a.timex3, b.timex3):
        return Answer(Relation.OVERLAPPING, "can be the same", "{a} and {b} can be the same")
    return Answer(Relation.DISJOINT, "other times", "{a} is not {b}")


@frozen(kw_only=True)
class Recurrence:
    """A recurring time: its TIMEX3 value, its ``period`` (ISO 8601), and its ``count`` in one period.

    >>> Recurrence(timex3="XXXX-WXX-2", period="P1W").to_dict()["period"]
    'P1W'
    """

    kind: ClassVar[str] = "set"
    ladder: ClassVar[Ladder] = (other_period, relate_counts)
    timex3: str
    period: str
    count: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        return {"type": self.kind, "timex3": self.timex3, "period": self.period, "count": self.count}

    def __str__(self) -> str:
        return f"{self.count} times per {self.period}" if self.count else f"every {self.timex3}"
