"""The geometry of the charts: shares of the width between 0 and 100, so that they are sharp at any size.

Values are read by the fields of their dictionary form, so that any kind with ``earliest`` and ``latest`` has its place
on the timeline, and any kind with ``low``, ``high`` and ``stated`` a number line.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from attrs import frozen

from factdiff.records import Fact, Mention
from factdiff.report import Report

#: dates wider than this many days ("the 1990s") say too little for a mark on the timeline
WIDEST = 366
#: the width of a timeline, where its marks need no more, and the room of a label and of a mark, in rem
WIDTH, LABEL, MARK = 64, 7.5, 1.2
#: how many bars a number line draws, and how many sources it names beside one of them
MOST_BARS, MOST_NAMES = 12, 4
#: the kinds of which the ticks are whole numbers
WHOLE = frozenset({"number", "ordinal", "age"})


@frozen
class Mark:
    """A date on a lane: ``left`` to ``right`` in per cent, the day or days as ISO dates, and the words."""

    left: float
    right: float
    when: str
    words: str
    disputed: bool


@frozen
class Timeline:
    """The dated mentions by source; ``ticks`` are (per cent, ISO date), and gaps without events are shortened.

    ``width`` is the least width in rem at which nothing overlaps.
    """

    ticks: tuple[tuple[float, str], ...]
    lanes: tuple[tuple[str, tuple[Mark, ...]], ...]
    width: int


def timeline(report: Report) -> Timeline | None:
    """The timeline of a report, or None where fewer than two days are told of."""
    spans: defaultdict[tuple[str, date, date], list[tuple[str, bool]]] = defaultdict(list)
    for fact in report.facts:
        disputed = fact.verdict in ("conflicting", "disputed")
        for m in fact.mentions:
            span = days(m.value.to_dict())
            if span:
                spans[m.source or "", *span].append((" ".join(m.surface.split()), disputed))
    points = sorted({day for _, *span in spans for day in span})
    if len(points) < 2:
        return None
    at = positions(points)
    lanes: defaultdict[str, list[Mark]] = defaultdict(list)
    for (source, first, last), said in sorted(spans.items(), key=lambda item: item[0]):
        when = first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
        words = " / ".join(dict.fromkeys(words for words, _ in said))
        lanes[source].append(Mark(at[first], at[last], when, words, any(disputed for _, disputed in said)))
    ticks = tuple((at[day], day.isoformat()) for day in points)
    width = round(max(min(LABEL * len(points), WIDTH), MARK * len(points)))
    return Timeline(
        ticks=tuple(spaced(ticks, 100 * LABEL / width)),
        lanes=tuple((source, tuple(marks)) for source, marks in sorted(lanes.items())),
        width=width,
    )


def days(value: dict[str, Any]) -> tuple[date, date] | None:
    """The first and last day of a value, where both are known and near enough."""
    first, last = value.get("earliest"), value.get("latest")
    if not isinstance(first, str) or not isinstance(last, str):
        return None
    one, two = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    return (one, two) if (two - one).days <= WIDEST else None


def positions(points: list[date]) -> dict[date, float]:
    """Per cent of the width for each day, in order; a gap grows with the logarithm of its days."""
    steps = [1 + math.log2((b - a).days) for a, b in pairwise(points)]
    at, scale = 4.0, 92 / sum(steps)
    found = {points[0]: at}
    for day, step in zip(points[1:], steps, strict=True):
        at += step * scale
        found[day] = round(at, 2)
    return found


def spaced(ticks: Iterable[tuple[float, str]], room: float) -> Iterator[tuple[float, str]]:
    """The ticks that stand at least ``room`` apart."""
    last = -math.inf
    for at, label in ticks:
        if at - last >= room:
            yield at, label
            last = at


@frozen
class Bar:
    """One value on a number line: its interval and its figure in per cent, and who gives it."""

    left: float
    right: float
    point: float | None
    open_left: bool
    open_right: bool
    label: str
    sources: str
    outlier: bool


@frozen
class NumberLine:
    """The values of a fact on one axis; ``left_out`` counts those of another unit and those for which no room is."""

    fact: Fact
    unit: str
    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    left_out: int


@frozen
class Reach:
    """The interval of an amount on its axis: None where it is open."""

    low: float | None
    high: float | None
    point: float | None
    unit: str


def number_lines(facts: Iterable[Fact]) -> Iterator[NumberLine]:
    """A number line for each fact whose values are amounts, the contradicted first."""
    order = {"conflicting": 0, "disputed": 1, "updated": 2}
    for fact in sorted(facts, key=lambda fact: order.get(fact.verdict, 3)):
        line = number_line(fact)
        if line:
            yield line


def number_line(fact: Fact) -> NumberLine | None:
    """The number line of a fact, or None where its values are no amounts."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for m in fact.mentions:
        groups[str(m.value)].append(m)
    values = {label: group[0].value.to_dict() for label, group in groups.items()}
    in_si = len({value.get("unit") for value in values.values()}) > 1
    reaches = {label: reach(value, in_si=in_si) for label, value in values.items()}
    known = {label: r for label, r in reaches.items() if r is not None}
    if not known:
        return None
    unit = next(iter(known.values())).unit
    drawn = dict([(label, r) for label, r in known.items() if r.unit == unit][:MOST_BARS])
    axis = Axis.of(drawn.values(), whole=fact.kind in WHOLE)
    bars = tuple(bar(label, r, groups[label], axis, fact.outliers) for label, r in drawn.items())
    return NumberLine(fact, unit, axis.ticks(), bars, len(groups) - len(bars))


def reach(value: dict[str, Any], *, in_si: bool) -> Reach | None:
    """The interval of a value on its axis, in SI where the values of a fact have several units."""
    if "stated" not in value or "low" not in value:
        return None
    prefix = "si_" if in_si and "si_low" in value else ""
    low, high, stated = (value[f"{prefix}{name}"] for name in ("low", "high", "stated"))
    if value["type"] == "duration":  # bounds in seconds, the figure in its own unit
        return Reach(low, high, None if low is None or high is None else (low + high) / 2, "second")
    return Reach(low, high, stated, value.get(f"{prefix}unit") or value.get("currency") or "")


@frozen
class Axis:
    """An axis from ``low`` to ``high``; logarithmic where the figures span more than two orders of magnitude."""

    low: float
    high: float
    logarithmic: bool
    step: float = 0.0

    @classmethod
    def of(cls, reaches: Iterable[Reach], *, whole: bool = False) -> Axis:
        """The axis that shows all bounds and figures with room at both ends; its ticks are ``whole`` for counts."""
        ends = [end for r in reaches for end in (r.low, r.high, r.point) if end is not None]
        low, high = min(ends, default=0.0), max(ends, default=1.0)
        if low > 0 and high / low > 100:
            return cls(low / 2, high * 2, True)
        room = max(0.15 * (high - low) or abs(high) / 10 or 1.0, float(whole))
        return cls(low - room, high + room, False, float(whole))

    def at(self, number: float) -> float:
        """Per cent of the width."""
        low, high, x = (math.log(n) for n in (self.low, self.high, number)) if self.logarithmic else (
            self.low, self.high, number,
        )  # fmt: skip
        return round(min(100.0, max(0.0, 4 + 92 * (x - low) / (high - low))), 2)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Three to six round numbers and their places."""
        if self.logarithmic:
            powers = range(math.ceil(math.log10(self.low)), math.floor(math.log10(self.high)) + 1)
            every = max(1, math.ceil(len(powers) / 5))
            numbers = [10.0**power for power in powers[::every]]
        else:
            step = max(self.step, nice((self.high - self.low) / 4))
            first = math.ceil(self.low / step)
            numbers = [step * n for n in range(first, math.floor(self.high / step) + 1)]
        return tuple((self.at(number), written(number)) for number in numbers)


def nice(step: float) -> float:
    """The round step next to ``step``: 1, 2 or 5 times a power of ten.

    >>> nice(37), nice(0.0012)
    (50.0, 0.001)
    """
    power = 10.0 ** math.floor(math.log10(step))
    return next((f * power for f in (1, 2, 5) if step / power < f * 1.5), 10 * power)


def written(number: float) -> str:
    """A number for an axis, short.

    >>> written(1500), written(2_500_000.0), written(0.25), written(3e9)
    ('1,500', '2.5 million', '0.25', '3 billion')
    """
    for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(number) >= scale:
            return f"{number / scale:.4g} {word}"
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.4g}"


def bar(label: str, r: Reach, mentions: list[Mention], axis: Axis, outliers: tuple[str, ...]) -> Bar:
    """The bar of one value."""
    names = list(dict.fromkeys(m.source or "" for m in mentions))
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return Bar(
        left=0.0 if r.low is None else axis.at(r.low),
        right=100.0 if r.high is None else axis.at(r.high),
        point=None if r.point is None else axis.at(r.point),
        open_left=r.low is None,
        open_right=r.high is None,
        label=label,
        sources=", ".join(names[:MOST_NAMES]) + more,
        outlier=bool(set(names) & set(outliers)),
    )
