"""The timeline: the dates of each source, with positions in per cent of the width.

Values are read by the fields of their dictionary form: any kind with ``earliest`` and ``latest`` has its place.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from attrs import frozen

from factdiff.report import Report
from factdiff.reports._page.ticks import Tick, without_overlaps
from factdiff.reports._page.wording import beginning, day

#: dates of more days than this ("the 1990s") have no mark on the timeline
WIDEST = 366
#: the greatest width of a timeline whose marks need no more, and the widths of a label and of a mark, in rem
WIDTH, LABEL, MARK = 64, 7.5, 1.2
#: how many pixels a rem has at least
REM = 16
#: a source, and the first and last day of a mention
Span = tuple[str, date, date]


@frozen
class Mark:
    """A date on a lane: ``left`` to ``right`` in per cent, the day or days in words, and the words of the source."""

    left: float
    right: float
    when: str
    words: str
    disputed: bool


@frozen
class Timeline:
    """The dated mentions by source, with ticks at their first days; gaps between days are shortened.

    ``width`` is the least width in rem at which no two marks overlap.
    """

    ticks: tuple[Tick, ...]
    lanes: tuple[tuple[str, tuple[Mark, ...]], ...]
    width: int


def timeline(report: Report) -> Timeline | None:
    """The timeline of a report, or None where its dates have fewer than two days."""
    spans: defaultdict[Span, list[tuple[str, bool]]] = defaultdict(list)
    for fact in report.facts:
        disputed = fact.verdict in ("conflicting", "disputed")
        for m in fact.mentions:
            span = first_and_last_day(m.value.to_dict())
            if span:
                spans[m.source or "", *span].append((" ".join(m.surface.split()), disputed))
    points = sorted({point for _, *span in spans for point in span})
    if len(points) < 2:
        return None
    at = positions(points)
    lanes: defaultdict[str, list[Mark]] = defaultdict(list)
    for (source, first, last), wordings in sorted(spans.items(), key=lambda item: item[0]):
        words = " / ".join(dict.fromkeys(words for words, _ in wordings))
        lanes[source].append(
            Mark(at[first], at[last], day(first, last), words, any(disputed for _, disputed in wordings))
        )
    width = round(max(min(LABEL * len(points), WIDTH), MARK * len(points)))
    return Timeline(
        ticks=without_overlaps(((at[point], label) for point, label in beginnings(spans)), width * REM),
        lanes=tuple((source, tuple(marks)) for source, marks in sorted(lanes.items())),
        width=width,
    )


def beginnings(spans: Mapping[Span, Iterable[tuple[str, bool]]]) -> list[tuple[date, str]]:
    """The first days of spans with the label of the shortest span there, the contradicted first."""
    shortest: dict[date, date] = {}
    disputed = set()
    for (_, first, last), wordings in spans.items():
        shortest[first] = min(last, shortest.get(first, last))
        disputed |= {first for _, contradicted in wordings if contradicted}
    ordered = sorted(shortest.items(), key=lambda span: (span[0] not in disputed, span[0]))
    return [(first, beginning(first, last)) for first, last in ordered]


def first_and_last_day(value: dict[str, Any]) -> tuple[date, date] | None:
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
    for point, step in zip(points[1:], steps, strict=True):
        at += step * scale
        found[point] = round(at, 2)
    return found
