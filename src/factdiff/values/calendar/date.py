"""Dates: intervals of the calendar, as far as they are known.

A date is a *span* of days (``earliest`` to ``latest``, both included), a *yearly* date whose year is unknown (the 30th
of December), or *unresolved* (a weekday without a reference day). Only days that the text and its publication date
determine are filled in.

Forms: EDTF is ISO 8601-2:2019; TIMEX3 is the value attribute of TimeML (ISO 24617-1).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cached_property
from typing import Any, ClassVar

from attrs import evolve, frozen

from factdiff.values.calendar.days import add_months, date_in_calendar
from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: granularity -> its length in days, by which an approximate date may be off
GRANULARITY_DAYS = {
    "day": 1, "week": 7, "month": 31, "quarter": 92, "season": 92, "half": 184, "year": 366, "decade": 3653,
    "century": 36525,
}  # fmt: skip
#: the days of a week, the three parts of which overlap by a day
DAYS_IN_WEEK = 7
#: season -> its months, in the north (meteorological), and its EDTF and TIMEX3 codes
SEASONS = {"spring": (3, "21", "SP"), "summer": (6, "22", "SU"), "autumn": (9, "23", "FA"), "winter": (12, "24", "WI")}


def unresolved(a: Date, b: Date, _: Tolerances) -> Answer | None:
    """Incomparable, where one of the two dates is unresolved."""
    if a.is_unresolved or b.is_unresolved:
        one = a if a.is_unresolved else b
        return Answer(Relation.INCOMPARABLE, "unresolved", f"nothing tells which day {one} is")
    return None


def relate_with_yearly(a: Date, b: Date, _: Tolerances) -> Answer | None:
    """The relation by month and day, where the year of a date is unknown."""
    if a.yearly is None and b.yearly is None:
        return None
    if a.yearly is not None and b.yearly is not None:
        return relate_yearly(a, b)
    if a.yearly is None:
        answer = relate_yearly_and_span(b, a)
        swapped = answer.wording.replace("{a}", "{}").replace("{b}", "{a}").replace("{}", "{b}")
        return Answer(answer.relation.converse, answer.step, swapped)
    return relate_yearly_and_span(a, b)


def relate_yearly(a: Date, b: Date) -> Answer:
    """The relation of two dates of unknown years, as sets of days in all years."""
    (month, day), (other_month, other_day) = a.yearly or (0, 0), b.yearly or (0, 0)
    if month != other_month or (day and other_day and day != other_day):
        return Answer(Relation.DISJOINT, "other day of the year", "{a} and {b} are never the same day")
    if day == other_day:
        return Answer(Relation.EQUAL, "same day of the year", "both say {a}")
    inside = Relation.INSIDE if day else Relation.CONTAINS
    return Answer(inside, "lies in the month", "{a} and {b} meet in one month")


def relate_yearly_and_span(a: Date, b: Date) -> Answer:
    """The relation of a date of an unknown year to a known span of days."""
    month, day = a.yearly or (0, 0)
    if b.earliest is None or b.latest is None or (b.latest - b.earliest).days >= 366:
        return Answer(Relation.OVERLAPPING, "year unknown", "{a} has a day in {b}")
    days = [b.earliest + timedelta(n) for n in range((b.latest - b.earliest).days + 1)]
    hits = [d for d in days if d.month == month and (not day or d.day == day)]
    if len(hits) == len(days):
        return Answer(Relation.CONTAINS, "year unknown", "{b} is {a} of a known year")
    if hits:
        return Answer(Relation.OVERLAPPING, "year unknown", "{a} has a day in {b}")
    return Answer(Relation.DISJOINT, "other day of the year", "{b} is never {a}")


def relate_spans(a: Date, b: Date, _: Tolerances) -> Answer | None:
    """The relation of two spans of days."""
    one, two = a.ordinals(), b.ordinals()
    if one == two:
        return Answer(Relation.EQUAL, f"same {a.granularity}", "both say {a}")
    if two[0] <= one[0] and one[1] <= two[1]:
        return Answer(Relation.INSIDE, "lies in the span", "{a} lies in {b}")
    if one[0] <= two[0] and two[1] <= one[1]:
        return Answer(Relation.CONTAINS, "lies in the span", "{b} lies in {a}")
    if one[0] <= two[1] and two[0] <= one[1]:
        return Answer(Relation.OVERLAPPING, "common days", "{a} and {b} have days in common")
    gap = max(one[0] - two[1], two[0] - one[1])
    if (a.approximate or b.approximate) and gap <= max(
        GRANULARITY_DAYS[d.granularity] for d in (a, b) if d.approximate
    ):
        return Answer(Relation.OVERLAPPING, "approximate", "{a} and {b} are near enough for an approximate date")
    return Answer(Relation.DISJOINT, "no common day", "{a} and {b} have no day in common")


def timex3_range(begin: date, end: date, unit: str = "day") -> str:
    """The TIMEX3 value of a span: the first days of its two ends, and their distance in days, months or years.

    The notation is that of Recognizers-Text, since TIMEX3 itself annotates the two ends separately.

    >>> timex3_range(date(2014, 1, 1), date(2018, 1, 1), "year"), timex3_range(date(2024, 3, 3), date(2024, 3, 10))
    ('(2014-01-01,2018-01-01,P4Y)', '(2024-03-03,2024-03-10,P7D)')
    """
    months = 12 * (end.year - begin.year) + end.month - begin.month
    length = {"year": f"{end.year - begin.year}Y", "month": f"{months}M"}.get(unit, f"{(end - begin).days}D")
    return f"({begin},{end},P{length})"


@frozen(kw_only=True)
class Date:
    """A date; build one with :meth:`day`, :meth:`month`, :meth:`year`, :meth:`span` and the other class methods.

    ``granularity`` is one of ``GRANULARITY_DAYS``; ``weekday``, one of ``WEEKDAYS``, is set where the text names it.
    ``overnight`` says that the date includes the night after its last day. ``readings`` holds the possible days where
    the text can be read in several ways. The class methods raise OverflowError for days beyond the years 1 to 9999.

    >>> Date.month(2024, 2).latest
    datetime.date(2024, 2, 29)
    >>> Date.any_year(12, 30).to_dict()["timex3"]
    'XXXX-12-30'
    """

    kind: ClassVar[str] = "date"
    ladder: ClassVar[Ladder] = (unresolved, relate_with_yearly, relate_spans)
    earliest: date | None = None
    latest: date | None = None
    edtf: str
    timex3: str
    granularity: str = "day"
    approximate: bool = False
    weekday: str | None = None
    yearly: tuple[int, int] | None = None
    overnight: bool = False
    readings: tuple[date, ...] = ()

    @classmethod
    def day(cls, day: date, **more: Any) -> Date:
        """One day."""
        return cls(earliest=day, latest=day, edtf=day.isoformat(), timex3=day.isoformat(), **more)

    @classmethod
    def month(cls, year: int, month: int, **more: Any) -> Date:
        """A month of a year."""
        last = date_in_calendar(year, month, monthrange(year, month)[1])
        text = f"{year:04}-{month:02}"
        return cls(
            earliest=date_in_calendar(year, month, 1), latest=last, edtf=text, timex3=text, granularity="month", **more
        )

    @classmethod
    def year(cls, year: int, **more: Any) -> Date:
        """A year."""
        text = f"{year:04}"
        first, last = date_in_calendar(year, 1, 1), date_in_calendar(year, 12, 31)
        return cls(earliest=first, latest=last, edtf=text, timex3=text, granularity="year", **more)

    @classmethod
    def decade(cls, start: int) -> Date:
        """The ten years from ``start``: 1990 for the 1990s."""
        text = f"{start // 10:03}"
        first, last = date_in_calendar(start, 1, 1), date_in_calendar(start + 9, 12, 31)
        return cls(earliest=first, latest=last, edtf=f"{text}X", timex3=text, granularity="decade")

    @classmethod
    def century(cls, number: int) -> Date:
        """A century from its first round year on, as speakers count it: 2000 to 2099 for the 21st."""
        text = f"{number - 1:02}"
        first, last = date_in_calendar(100 * (number - 1) or 1, 1, 1), date_in_calendar(100 * number - 1, 12, 31)
        return cls(earliest=first, latest=last, edtf=f"{text}XX", timex3=text, granularity="century")

    @classmethod
    def months(cls, year: int, month: int, count: int, timex3: str, **more: Any) -> Date:
        """The ``count`` months from a month on, such as a quarter (``2024-Q1``) or a half (``2024-H1``)."""
        first = date_in_calendar(year, month, 1)
        end = add_months(first, count) - timedelta(1)
        return cls.span(first, end, timex3=timex3, **more)

    @classmethod
    def quarter(cls, year: int, number: int) -> Date:
        """A quarter of a year; its EDTF code counts from 33."""
        quarter = cls.months(year, 3 * number - 2, 3, f"{year:04}-Q{number}", granularity="quarter")
        return evolve(quarter, edtf=f"{year:04}-{32 + number}")

    @classmethod
    def half(cls, year: int, number: int) -> Date:
        """A half of a year; its EDTF code counts from 40."""
        half = cls.months(year, 6 * number - 5, 6, f"{year:04}-H{number}", granularity="half")
        return evolve(half, edtf=f"{year:04}-{39 + number}")

    @classmethod
    def weekend(cls, day: date) -> Date:
        """The Saturday and Sunday of the week that holds ``day``."""
        saturday = day + timedelta(5 - day.weekday())
        year, week, _ = day.isocalendar()
        return cls.span(saturday, saturday + timedelta(1), timex3=f"{year:04}-W{week:02}-WE", granularity="week")

    @classmethod
    def before_christ(cls, year: int, **more: Any) -> Date:
        """A year BC, whose days are not known since the calendar of this library starts with the year 1."""
        return cls(edtf=f"-{year - 1:04}", timex3=f"BC{year:04}", granularity="year", **more)

    @classmethod
    def season(cls, year: int, name: str) -> Date:
        """A season of the northern year; winter begins in December of ``year``."""
        month, edtf, timex3 = SEASONS[name]
        first = date_in_calendar(year, month, 1)
        end_year, end_month = (year + 1, 2) if month == 12 else (year, month + 2)
        last = date_in_calendar(end_year, end_month, monthrange(end_year, end_month)[1])
        return cls(
            earliest=first,
            latest=last,
            edtf=f"{year:04}-{edtf}",
            timex3=f"{year:04}-{timex3}",
            granularity="season",
        )

    @classmethod
    def week(cls, day: date, **more: Any) -> Date:
        """The week from Monday to Sunday that holds ``day``."""
        first = day - timedelta(day.weekday())
        year, week, _ = day.isocalendar()
        span = f"{first.isoformat()}/{(first + timedelta(6)).isoformat()}"
        more = {"granularity": "week", **more}
        return cls(earliest=first, latest=first + timedelta(6), edtf=span, timex3=f"{year:04}-W{week:02}", **more)

    @classmethod
    def span(cls, earliest: date | None, latest: date | None, *, timex3: str = "", **more: Any) -> Date:
        """The days from ``earliest`` to ``latest``, both included; None is an open end (written ``..``)."""
        text = "/".join(".." if day is None else day.isoformat() for day in (earliest, latest))
        both = timex3 or (timex3_range(earliest, latest) if earliest and latest else text)
        return cls(earliest=earliest, latest=latest, edtf=text, timex3=both, **more)

    @classmethod
    def any_year(cls, month: int, day: int = 0, **more: Any) -> Date:
        """A day (or a whole month, where ``day`` is 0) of a year that is not known."""
        text = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
        granularity = "day" if day else "month"
        return cls(edtf=text, timex3=text, granularity=granularity, yearly=(month, day), **more)

    @classmethod
    def unknown(cls, timex3: str, **more: Any) -> Date:
        """An unresolved date, of which ``timex3`` says what is known (``XXXX-WXX-2``, ``PAST_REF``)."""
        return cls(**{"edtf": timex3 if timex3.startswith("X") else "", "timex3": timex3, **more})

    @classmethod
    def one_of(cls, *days: date) -> Date:
        """A date that is one of several days, as for digits that can be read in two orders.

        >>> str(Date.one_of(date(2024, 3, 2), date(2024, 2, 3)))
        '[2024-02-03,2024-03-02]'
        """
        ordered = tuple(sorted(days))
        return cls(edtf=f"[{','.join(map(str, ordered))}]", timex3="XXXX-XX-XX", readings=ordered)

    @property
    def is_range(self) -> bool:
        """Whether the date is a range between two dates."""
        return "/" in self.timex3 or self.timex3.startswith("(")

    @property
    def is_day(self) -> bool:
        """Whether the date is one known day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_unresolved(self) -> bool:
        """Whether no day is known at either end."""
        return self.earliest is None and self.latest is None and self.yearly is None

    def ordinals(self) -> tuple[float, float]:
        """The first and the last day as ordinals, infinite at an open end; a night extends to the next day."""
        return self._ordinals

    @cached_property
    def _ordinals(self) -> tuple[float, float]:
        low = float("-inf") if self.earliest is None else self.earliest.toordinal()
        high = float("inf") if self.latest is None else self.latest.toordinal() + self.overnight
        return low, high

    def part_of_day(self, code: str) -> Date:
        """The morning (``MO``), afternoon (``AF``), evening (``EV``) or night (``NI``) of a day.

        >>> Date.day(date(2024, 1, 2)).part_of_day("NI").timex3
        '2024-01-02TNI'
        """
        return evolve(self, timex3=f"{self.timex3}T{code}", overnight=code == "NI")

    def third(self, number: int) -> Date:
        """The early (0), middle (1) or late (2) third of a span, as an approximate date with the same TIMEX3 value.

        >>> str(Date.month(2024, 3).third(1))
        '2024-03-11~/2024-03-20~'
        """
        if self.earliest is None or self.latest is None or self.is_day:
            return evolve(self, approximate=not self.is_day)
        days = (self.latest - self.earliest).days + 1
        if days == DAYS_IN_WEEK:
            first = self.earliest + timedelta(2 * number)
            last = first + timedelta(2)
            return evolve(self, earliest=first, latest=last, edtf=f"{first}~/{last}~", approximate=True)
        first = self.earliest + timedelta(number * (days // 3))
        last = self.latest if number == 2 else first + timedelta(days // 3 - 1)
        return evolve(self, earliest=first, latest=last, edtf=f"{first}~/{last}~", approximate=True)

    def about(self) -> Date:
        """The date marked as approximate, in EDTF with a tilde."""
        return self if self.approximate else evolve(self, approximate=True, edtf=self.edtf and f"{self.edtf}~")

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        return {
            "type": self.kind,
            "earliest": self.earliest and self.earliest.isoformat(),
            "latest": self.latest and self.latest.isoformat(),
            "edtf": self.edtf or None,
            "timex3": self.timex3,
            "granularity": self.granularity,
            "approximate": self.approximate,
            "weekday": self.weekday,
        }

    def __str__(self) -> str:
        return self.edtf or self.timex3
