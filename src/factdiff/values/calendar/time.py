"""Times of day, with their time zone and, where it is known, their day.

Two times are comparable where both have a known offset from UTC, or both name the same zone. Times without a zone are
local to the place of the story, and so comparable with each other.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

#: precision -> how many minutes two times that agree may lie apart
PRECISION_MINUTES = {"minute": 5, "hour": 30}
#: the minutes that an approximate time adds to that
APPROXIMATE_MINUTES = 30
MINUTES_IN_DAY = 24 * 60


def other_day(a: Time, b: Time, _: Tolerances) -> Answer | None:
    """Incomparable, where the days lie further apart than time zones can explain, so that the events are two."""
    if a.day is None or b.day is None or abs((a.day - b.day).days) <= 1:
        return None
    return Answer(Relation.INCOMPARABLE, "other day", "{a} and {b} are of different days")


def other_zone(a: Time, b: Time, _: Tolerances) -> Answer | None:
    """Incomparable, where the offset between the zones is not known."""
    if (a.offset is None or b.offset is None) and a.zone_name != b.zone_name:
        return Answer(Relation.INCOMPARABLE, "zones unknown", "nothing tells how the zones of {a} and {b} differ")
    return None


def relate_clock_times(a: Time, b: Time, _: Tolerances) -> Answer:
    """The relation of two clock times, in UTC where their offsets are known."""
    both = a.offset is not None and b.offset is not None
    one, two = (t.minute - (t.offset or 0) * both for t in (a, b))
    if a.day and b.day and not (a.assumed or b.assumed):
        gap = abs(one - two + MINUTES_IN_DAY * (a.day - b.day).days)
    else:
        gap = min((one - two) % MINUTES_IN_DAY, (two - one) % MINUTES_IN_DAY)
    if gap == 0:
        return Answer(Relation.EQUAL, "same time", "{a} and {b} are one time")
    if gap <= max(t.width for t in (a, b)):
        return Answer(Relation.OVERLAPPING, "near", "{a} and {b} are near enough to be one time")
    return Answer(Relation.DISJOINT, "other time", "{a} and {b} are different times")


@frozen(kw_only=True)
class Time:
    """A time of day.

    ``minute`` counts from midnight and ``precision`` is minute or hour, as written. ``zone`` is the zone as written
    (None for local time), and ``offset`` its distance from UTC in minutes where that is fixed. ``assumed`` says that
    the ``day`` is not written beside the time.

    >>> Time(minute=18 * 60, zone="GMT", offset=0, day=date(2024, 1, 2)).to_dict()["timex3"]
    '2024-01-02T18:00Z'
    """

    kind: ClassVar[str] = "time"
    ladder: ClassVar[Ladder] = (other_day, other_zone, relate_clock_times)
    minute: int
    precision: str = "minute"
    zone: str | None = None
    offset: int | None = None
    day: date | None = None
    assumed: bool = False
    approximate: bool = False

    @property
    def zone_name(self) -> str:
        """The name of the zone, or an empty string for local time."""
        return "" if self.zone in (None, "local time") else self.zone or ""

    @property
    def width(self) -> int:
        """The minutes by which the time may be off."""
        return PRECISION_MINUTES[self.precision] + APPROXIMATE_MINUTES * self.approximate

    @property
    def instant(self) -> datetime | None:
        """The point in time, or None where the day is not known; it has a zone where the offset is known."""
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
