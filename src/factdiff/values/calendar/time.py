"""Times of day: clock times with their zone, and the day where that is known.

Two clock times are compared where their zones are: both with a known offset from UTC, or both of one name. A time
without a zone is local to the dateline of its source, and so are all such times of one story.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

#: precision -> how far two times may lie apart and be one, in minutes
WIDTHS = {"minute": 5, "hour": 30}
#: what "about" adds
ABOUT = 30
DAY = 24 * 60


def other_day(a: Time, b: Time, _: Tolerances) -> Answer | None:
    """Times of two days that lie further apart than zones can bring them are of two events."""
    if a.day is None or b.day is None or abs((a.day - b.day).days) <= 1:
        return None
    return Answer(Relation.INCOMPARABLE, "other day", "{a} and {b} are of different days")


def other_zone(a: Time, b: Time, _: Tolerances) -> Answer | None:
    """Times of zones that nothing relates."""
    if (a.offset is None or b.offset is None) and a.place != b.place:
        return Answer(Relation.INCOMPARABLE, "zones unknown", "nothing tells how the zones of {a} and {b} differ")
    return None


def clocks(a: Time, b: Time, _: Tolerances) -> Answer:
    """Two clock times, in UTC where their offsets are known."""
    both = a.offset is not None and b.offset is not None
    one, two = (t.minute - (t.offset or 0) * both for t in (a, b))
    if a.day and b.day and not (a.assumed or b.assumed):
        gap = abs(one - two + DAY * (a.day - b.day).days)
    else:
        gap = min((one - two) % DAY, (two - one) % DAY)
    if gap == 0:
        return Answer(Relation.EQUAL, "same time", "{a} and {b} are one time")
    if gap <= max(t.width for t in (a, b)):
        return Answer(Relation.OVERLAPPING, "near", "{a} and {b} are near enough to be one time")
    return Answer(Relation.DISJOINT, "other time", "{a} and {b} are different times")


@frozen(kw_only=True)
class Time:
    """A time of day.

    ``minute`` counts from midnight; ``precision`` is minute or hour, as written; ``zone`` is the zone as written (None
    for local time) and ``offset`` its distance from UTC in minutes where that is fixed. ``assumed`` says that the
    ``day`` stands elsewhere in the text.

    >>> Time(minute=18 * 60, zone="GMT", offset=0, day=date(2024, 1, 2)).to_dict()["timex3"]
    '2024-01-02T18:00Z'
    """

    kind: ClassVar[str] = "time"
    ladder: ClassVar[Ladder] = (other_day, other_zone, clocks)
    minute: int
    precision: str = "minute"
    zone: str | None = None
    offset: int | None = None
    day: date | None = None
    assumed: bool = False
    approximate: bool = False

    @property
    def place(self) -> str:
        """Where the time holds: its zone by name, or an empty string for local time."""
        return "" if self.zone in (None, "local time") else self.zone or ""

    @property
    def width(self) -> int:
        """How many minutes off the time may be."""
        return WIDTHS[self.precision] + ABOUT * self.approximate

    @property
    def instant(self) -> datetime | None:
        """The point in time, where the day is known; without a zone where its offset is not."""
        if self.day is None:
            return None
        zone = None if self.offset is None else timezone(timedelta(minutes=self.offset))
        return datetime(self.day.year, self.day.month, self.day.day, *divmod(self.minute, 60), tzinfo=zone)

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        written = self.instant.isoformat() if self.instant else None
        clock = f"{self.minute // 60:02}:{self.minute % 60:02}{'Z' if self.offset == 0 else ''}"
        day = self.day.isoformat() if self.day else "XXXX-XX-XX"
        return {
            "type": self.kind,
            "earliest": written,
            "latest": written,
            "edtf": written,
            "timex3": f"{day}T{clock}",
            "granularity": self.precision,
            "approximate": self.approximate,
            "weekday": None,
            "zone": self.zone,
        }

    def __str__(self) -> str:
        clock = f"{self.minute // 60:02}:{self.minute % 60:02}"
        about = "about " if self.approximate else ""
        day = f"{self.day} " if self.day and not self.assumed else ""
        return f"{about}{day}{clock}{f' {self.zone}' if self.zone else ''}"
