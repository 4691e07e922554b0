"""The agreement matrix: how often each two sources agree on the facts that both give."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from attrs import frozen

from factdiff.report import Report

#: the grades of agreement, each with a colour of its own
GRADES = 4


@frozen
class Cell:
    """The agreement of two sources: the number of facts that both give, and of those that they agree on."""

    shared: int
    agreed: int

    @property
    def grade(self) -> int:
        """The share of agreement as a grade from 0 to ``GRADES``; only full agreement has the last."""
        return self.agreed * GRADES // self.shared


def matrix(report: Report) -> list[list[Cell | None]]:
    """A row and a column for each source; None on the diagonal and where two sources share no fact."""
    number = {source.id or "": n for n, source in enumerate(report.sources)}
    shared: Counter[tuple[int, int]] = Counter()
    apart: Counter[tuple[int, int]] = Counter()
    for sides, source_ids in positions(report):
        for a, b in combinations(sorted({number[id] for id in source_ids}), 2):
            shared[a, b] += 1
        for a, b in {(min(x, y), max(x, y)) for x, y in opposed(sides, number)}:
            apart[a, b] += 1
    return [
        [cell(shared, apart, min(a, b), max(a, b)) if a != b else None for b in number.values()]
        for a in number.values()
    ]


def cell(shared: Counter[tuple[int, int]], apart: Counter[tuple[int, int]], a: int, b: int) -> Cell | None:
    """The cell of two sources."""
    count = shared[a, b]
    return Cell(count, count - apart[a, b]) if count else None


def positions(report: Report) -> Iterator[tuple[dict[str, set[str]], set[str]]]:
    """For each fact of several sources: source -> the sides it is on, and all sources of the fact.

    The sides are those of the findings; where no check has a finding on a contradicted fact, its outliers are a side.
    """
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for finding in report.findings:
        for e in finding.evidence if finding.fact and finding.severity != "info" else ():
            found[finding.fact or ""][e.source].add(e.side)
    for fact in report.facts:
        source_ids = {m.source or "" for m in fact.mentions}
        if len(source_ids) > 1:
            outliers = {id: {"outlier" if id in fact.outliers else "rest"} for id in source_ids}
            conflicting = fact.verdict in ("conflicting", "disputed")
            yield found.get(fact.id) or (outliers if conflicting else {}), source_ids


def opposed(sides: dict[str, set[str]], number: dict[str, int]) -> Iterator[tuple[int, int]]:
    """The pairs of sources that have no side in common."""
    for (one, sides_one), (two, sides_two) in combinations(sides.items(), 2):
        if not sides_one & sides_two:
            yield number[one], number[two]
