"""DAT104: a stated span that its dates do not give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.checks._common.anniversaries import miscounted
from factdiff.records import Finding, Mention
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.duration import Duration

#: what tells a span, and what tells its ends
KINDS = frozenset({"date", "duration"})
#: days of a unit, and how many units a span may differ from its dates by rounding or by counting both ends
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
SLACK = {"day": 1.0, "week": 0.6, "month": 1.0, "year": 1.0}
#: what may stand between a span and its dates: a few words, and no sign but one comma or bracket
_BETWEEN = re.compile(r"[^.;:!?()\n,]{0,30}[,(]?\s?[^.;:!?()\n,]{0,12}")


def find(story: Story) -> Iterator[Finding]:
    """A finding for each number of days, weeks, months or years beside a range of dates of another length, and for each
    anniversary and each sum of years that the date of the beginning does not give.
    """
    texts = {source.id: source.text for source in story.sources}
    for first, second in pairwise(m for m in story.mentions if m.kind in KINDS):
        if first.source != second.source or first.kind == second.kind:
            continue
        span, dates = (first, second) if first.kind == "duration" else (second, first)
        text = texts[first.source][first.end : second.start]
        if _BETWEEN.fullmatch(text) and (length := wrong(span, dates)) is not None:
            message = (
                f"“{dates.surface}” is {length}, the text says “{span.surface}”; "
                "the dates of the beginning and the end settle which is wrong"
            )
            yield finding("error", message, (evidence(span, "A"), evidence(dates, "B")))
    for source in story.sources:
        own = story.mentions_by_source.get(source.id, ())
        for count, start, actual in miscounted(own, story.published.get(source.id or ""), source.text):
            if count.rule == "date-anchored":
                message = f"“{count.surface}” is {count.value}, the text says “{start.surface}”; a count settles it"
            else:
                message = (
                    f"“{count.surface}” counted from “{start.surface}” would be {actual} years by now; "
                    "the date of the beginning settles it"
                )
            yield finding("error", message, (evidence(count, "A"), evidence(start, "B")))


def wrong(span: Mention, dates: Mention) -> str | None:
    """The length of a range in the unit of a stated span that is not its length, or None."""
    amount, value = span.value, dates.value
    if not isinstance(amount, Duration) or not isinstance(value, Date) or not amount.is_point or amount.stated is None:
        return None
    first, last = value.earliest, value.latest
    if first is None or last is None or not value.is_range or amount.unit not in DAYS or value.approximate:
        return None
    low, high = bounds(first, last, value.granularity, amount.unit)
    if low - SLACK[amount.unit] <= amount.stated <= high + SLACK[amount.unit]:
        return None
    shown = f"{round(low)}" if round(low) == round(high) else f"{round(low)} to {round(high)}"
    return f"{shown} {amount.unit}s"


def bounds(first: date, last: date, granularity: str, unit: str) -> tuple[float, float]:
    """The shortest and the longest length of a range, whose ends may be months or years, in a unit.

    >>> bounds(date(1998, 1, 1), date(2003, 12, 31), "year", "year")
    (5.0, 6.0)
    """
    days = (last - first).days + 1
    ends = {"day": 1.0, "month": 30.44, "year": 365.25}.get(granularity, 1.0)
    longest = days / DAYS[unit]
    return round(max(0.0, longest - ends / DAYS[unit]), 1), round(longest, 1)


CHECK = Check(
    code="DAT104",
    name="span-arithmetic",
    severity="error",
    summary="A stated number of days, weeks, months or years, or an anniversary, is not what its dates give.",
    why="One of the three figures is wrong, and a reader who counts will find out.",
    fires=Example(("The three-week siege, from March 3 to March 10, 2024, ended in a truce.",)),
    quiet=Example(("The three-week siege, from March 3 to March 24, 2024, ended in a truce.",)),
    find=find,
)
