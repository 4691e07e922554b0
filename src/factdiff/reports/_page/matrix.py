"""How often each two sources agree on the facts that both tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from attrs import frozen

from factdiff.report import Report

#: the grades of agreement that the colours of a cell tell apart
GRADES = 4


@frozen
class Cell:
    """What two sources have in common: facts that both tell, those of them they agree on, and the grade (0 to 4)."""

    shared: int
    agreed: int

    @property
    def grade(self) -> int:
        """The share of agreement in steps, rounded down so that only full agreement has the last."""
        return self.agreed * GRADES // self.shared


def matrix(report: Report) -> list[list[Cell | None]]:
    """A row and a column for each source; None on the diagonal and where two sources share no fact."""
    number = {source.id or "": n for n, source in enumerate(report.sources)}
    shared: Counter[tuple[int, int]] = Counter()
    apart: Counter[tuple[int, int]] = Counter()
    for sides, told in positions(report):
        for a, b in combinations(sorted({number[id] for id in told}), 2):
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
    """For each fact of several sources: the sides that sources take, and all sources that tell it.

    The sides are those of the findings; where no check looked at a contradicted fact, its outliers are a side.
    """
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for finding in report.findings:
        for e in finding.evidence if finding.fact and finding.severity != "info" else ():
            found[finding.fact or ""][e.source].add(e.side)
    for fact in report.facts:
        told = {m.source or "" for m in fact.mentions}
        if len(told) > 1:
            outliers = {id: {"outlier" if id in fact.outliers else "rest"} for id in told}
            conflicting = fact.verdict in ("conflicting", "disputed")
            yield found.get(fact.id) or (outliers if conflicting else {}), told


def opposed(sides: dict[str, set[str]], number: dict[str, int]) -> Iterator[tuple[int, int]]:
    """The pairs of sources that have no side in common."""
    for (one, mine), (two, theirs) in combinations(sides.items(), 2):
        if not mine & theirs:
            yield number[one], number[two]
