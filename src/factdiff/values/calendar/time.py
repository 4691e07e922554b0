"""Times of day, with their time zone and, where it is known, their day.

Two times are comparable where both have a known offset from UTC, or both name the same zone. Times without a zone are
local to the place of the story, and so comparable with each other.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any, ClassVar

from attrs import evolve, frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

#: precision -> how many minutes two times that agree may lie apart
PRECISION_MINUTES = {"minute": 5, "hour": 30}
#: times at multiples of so many minutes may be rounded
ROUND_MINUTES = 5
#: the minutes that an approximate time adds to that
APPROXIMATE_MINUTES = 30
MINUTES_IN_DAY = 24 * 60
MINUTES_IN_HALF = 12 * 60


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


def relate_either_half(a: Time, b: Time, tolerances: Tolerances) -> Answer | None:
    """The relation of two times of which at least one may lie in either half of the day."""
    if not (a.either_half or b.either_half):
        return None
    if a.until is None and b.until is None:
        return relate_clock_faces(a, b)
    answers = [relate_spans(one, two, tolerances) for one in a.halves for two in b.halves]
    relations = {answer.relation for answer in answers if answer is not None}
    if len(relations) == 1:
        return answers[0]
    return Answer(Relation.OVERLAPPING, "either half of the day", "{a} and {b} can be one time")


def relate_clock_faces(a: Time, b: Time) -> Answer:
    """The relation of two times on a clock of twelve hours, of which at least one may lie in either half of the day."""
    both = a.offset is not None and b.offset is not None
    one, two = (t.minute - (t.offset or 0) * both for t in (a, b))
    gap = min((one - two) % MINUTES_IN_HALF, (two - one) % MINUTES_IN_HALF)
    if gap == 0 and a.either_half and b.either_half:
        return Answer(Relation.EQUAL, "same time", "{a} and {b} are one time")
    if gap == 0:
        relation = Relation.CONTAINS if a.either_half else Relation.INSIDE
        return Answer(relation, "either half of the day", "{a} and {b} can be one time")
    if gap <= max(t.width for t in (a, b)):
        return Answer(Relation.OVERLAPPING, "near", "{a} and {b} are near enough to be one time")
    return Answer(Relation.DISJOINT, "other time", "{a} and {b} are different times")


def relate_spans(a: Time, b: Time, _: Tolerances) -> Answer | None:
    """The relation of two times of which at least one is a span, in UTC where their offsets are known."""
    if a.until is None and b.until is None:
        return None
    both = a.offset is not None and b.offset is not None
    one, two = a.minutes(utc=both), b.minutes(utc=both)
    if a.day and b.day and not (a.assumed or b.assumed):
        shifts = [MINUTES_IN_DAY * (b.day - a.day).days]
    else:
        shifts = [0, MINUTES_IN_DAY, -MINUTES_IN_DAY]
    shifted = [(two[0] + shift, two[1] + shift) for shift in shifts]
    if one in shifted:
        return Answer(Relation.EQUAL, "same time", "{a} and {b} are one time")
    if any(low <= one[0] and one[1] <= high for low, high in shifted):
        return Answer(Relation.INSIDE, "lies in the span", "{a} lies in {b}")
    if any(one[0] <= low and high <= one[1] for low, high in shifted):
        return Answer(Relation.CONTAINS, "lies in the span", "{b} lies in {a}")
    if min(max(low - one[1], one[0] - high) for low, high in shifted) <= max(t.width for t in (a, b)):
        return Answer(Relation.OVERLAPPING, "near", "{a} and {b} are near enough to be one time")
    return Answer(Relation.DISJOINT, "other time", "{a} and {b} have no time in common")


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
    """A time of day, or a span of time between two of them.

    ``minute`` counts from midnight and ``precision`` is minute or hour, as written. ``zone`` is the zone as written
    (None for local time), and ``offset`` its distance from UTC in minutes where that is fixed. ``assumed`` says that
    the ``day`` is not written beside the time. ``until`` is the end of a span, in minutes from the same midnight, and
    so beyond 24 hours where the span ends on the next day. ``second`` is told where it is written; no relation depends
    on it. ``either_half`` says that nothing tells whether the time lies before or after noon: "at ten past eight";
    ``minute`` is then that before noon.

    >>> Time(minute=18 * 60, zone="GMT", offset=0, day=date(2024, 1, 2)).to_dict()["timex3"]
    '2024-01-02T18:00Z'
    """

    kind: ClassVar[str] = "time"
    ladder: ClassVar[Ladder] = (other_day, other_zone, relate_either_half, relate_spans, relate_clock_times)
    minute: int
    precision: str = "minute"
    zone: str | None = None
    offset: int | None = None
    day: date | None = None
    assumed: bool = False
    approximate: bool = False
    until: int | None = None
    second: int | None = None
    either_half: bool = False

    @property
    def bare(self) -> Time:
        """The time of day alone: for mentions that are known to be of the same day."""
        return self if self.day is None else evolve(self, day=None, assumed=False)

    def minutes(self, *, utc: bool) -> tuple[int, int]:
        """The first and the last minute, counted from the midnight of the day, in UTC or as written."""
        shift = (self.offset or 0) * utc
        return self.minute - shift, self.last - shift

    @property
    def halves(self) -> tuple[Time, ...]:
        """The times that this one can be: itself, or one in each half of the day."""
        if not self.either_half:
            return (self,)
        first = evolve(self, either_half=False)
        return first, evolve(first, minute=self.minute + MINUTES_IN_HALF)

    @property
    def zone_name(self) -> str:
        """The name of the zone, or an empty string for local time."""
        return "" if self.zone in (None, "local time") else self.zone or ""

    @property
    def width(self) -> int:
        """The minutes by which the time may be off; one that is no multiple of five minutes is exact to the minute."""
        if self.precision == "minute" and self.minute % ROUND_MINUTES:
            return 1
        return PRECISION_MINUTES[self.precision] + APPROXIMATE_MINUTES * self.approximate

    @property
    def instant(self) -> datetime | None:
        """The point in time, or the first of a span; None where the day is not known. It has a zone where the offset is
        known.
        """
        return self.instant_at(self.minute)

    def instant_at(self, minute: int) -> datetime | None:
        """The point in time so many minutes after the midnight of the day, or None where the day is not known or lies
        behind the end of the calendar.
        """
        day = self.day_after(minute)
        if day is None:
            return None
        zone = None if self.offset is None else timezone(timedelta(minutes=self.offset))
        return datetime(
            day.year, day.month, day.day, *divmod(minute % MINUTES_IN_DAY, 60), self.second or 0, tzinfo=zone
        )

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        first, last = (moment and moment.isoformat() for moment in (self.instant, self.instant_at(self.last)))
        return {
            "type": self.kind,
            "earliest": first,
            "latest": last,
            "edtf": first if self.until is None else first and f"{first}/{last or '..'}",
            "timex3": self.timex3,
            "granularity": self.precision,
            "approximate": self.approximate,
            "weekday": None,
            "zone": self.zone,
        }

    @property
    def last(self) -> int:
        """The last minute, counted from the midnight of the day."""
        if self.until is not None:
            return self.until
        return self.minute + MINUTES_IN_HALF * self.either_half

    @property
    def timex3(self) -> str:
        """The TIMEX3 value; of a span both ends and its length, as dates have it."""
        zone = "Z" if self.offset == 0 else ""
        seconds = "" if self.second is None else f":{self.second:02}"
        first, last = (
            f"{self.day_of(minute)}T{clock(minute)}{seconds}{zone}" for minute in (self.minute, self.until or 0)
        )
        if self.until is None:
            return first
        hours, minutes = divmod(self.until - self.minute, 60)
        return f"({first},{last},PT{f'{hours}H' if hours else ''}{f'{minutes}M' if minutes else ''})"

    def day_of(self, minute: int) -> str:
        """The day of a minute that is counted from the midnight of the day, in ISO 8601."""
        day = self.day_after(minute)
        return day.isoformat() if day else "XXXX-XX-XX"

    def day_after(self, minute: int) -> date | None:
        """The same as a date; None where it is not known or lies behind the end of the calendar."""
        days = minute // MINUTES_IN_DAY
        return None if self.day is None or self.day > date.max - timedelta(days) else self.day + timedelta(days)

    def __str__(self) -> str:
        about = "about " if self.approximate else ""
        day = f"{self.day} " if self.day and not self.assumed else ""
        end = "" if self.until is None else f" to {clock(self.until)}"
        if self.either_half:
            end = " a.m. or p.m."
        return f"{about}{day}{clock(self.minute)}{end}{f' {self.zone}' if self.zone else ''}"


def clock(minute: int) -> str:
    """The time of day on a 24-hour clock.

    >>> clock(1500)
    '01:00'
    """
    return f"{minute // 60 % 24:02}:{minute % 60:02}"
