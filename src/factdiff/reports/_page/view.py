"""What the page shows beside its cards: the fact table and the articles, and the anchors that tie all together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from attrs import field, frozen

from factdiff.records import Fact, Source
from factdiff.report import Report
from factdiff.reports._excerpt import one_line
from factdiff.reports._slips import Slip, slips


@frozen
class Row:
    """A fact of the table: for each source the anchors and surfaces of what it says."""

    anchor: str
    fact: Fact
    cells: tuple[tuple[tuple[str, str], ...], ...]
    outliers: frozenset[int]


@frozen(order=True)
class Hold:
    """A span of an article that leads to the ``anchor`` of a card (with its severity and number) or of a fact."""

    start: int
    end: int
    anchor: str
    severity: str = ""
    number: int = 0


@frozen
class Piece:
    """A stretch of an article: the cards that it is evidence of, those of them whose evidence ends with it, and the
    anchor of its fact.
    """

    text: str
    anchor: str | None
    cards: tuple[Hold, ...]
    ending: tuple[Hold, ...]
    fact: str | None


@frozen
class View:
    """A report with the anchors of a page; ``prefix`` keeps those of several pages in one notebook apart."""

    report: Report
    prefix: str = ""
    shared: tuple[Fact, ...] = field(init=False)
    slips: tuple[Slip, ...] = field(init=False, repr=False)
    number: dict[str, int] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        shared = tuple(fact for fact in self.report.facts if fact.verdict != "single-source")
        object.__setattr__(self, "shared", shared)
        object.__setattr__(self, "slips", tuple(slips(self.report.findings)))
        object.__setattr__(self, "number", {s.id or "": n for n, s in enumerate(self.report.sources)})

    def spot(self, source: str | None, start: int) -> str:
        """The anchor of an offset in an article."""
        return f"{self.prefix}s{self.number[source or '']}-{start}"

    def finding_anchor(self, number: int) -> str:
        """The anchor of a card."""
        return f"{self.prefix}finding-{number}"

    def fact_anchor(self, fact: Fact) -> str:
        """The anchor of a fact's row."""
        return f"{self.prefix}fact-{fact.id}"

    def rows(self) -> Iterator[Row]:
        """The facts of more than one source, or with several values in one."""
        for fact in self.shared:
            said: defaultdict[str | None, dict[str, str]] = defaultdict(dict)
            for m in fact.mentions:
                said[m.source].setdefault(one_line(m.surface), self.spot(m.source, m.start))
            cells = tuple(
                tuple((anchor, words) for words, anchor in said[source.id].items()) for source in self.report.sources
            )
            yield Row(self.fact_anchor(fact), fact, cells, frozenset(self.number[id] for id in fact.outliers))

    def articles(self) -> Iterator[tuple[Source, list[Piece]]]:
        """The sources with their texts cut where evidence and mentions of shared facts begin and end."""
        held: defaultdict[str, set[Hold]] = defaultdict(set)
        for n, slip in enumerate(self.slips, 1):
            for e in (e for finding in slip.findings for e in finding.evidence):
                held[e.source].add(Hold(e.start, e.end, self.finding_anchor(n), slip.first.severity, n))
        told: defaultdict[str, set[Hold]] = defaultdict(set)
        for fact in self.shared:
            for m in fact.mentions:
                told[m.source or ""].add(Hold(m.start, m.end, self.fact_anchor(fact)))
        for source in self.report.sources:
            yield source, list(self.pieces(source, sorted(held[source.id or ""]), sorted(told[source.id or ""])))

    def pieces(self, source: Source, held: list[Hold], told: list[Hold]) -> Iterator[Piece]:
        """The text of a source cut at the edges of spans."""
        starts = {span.start for span in (*held, *told)}
        edges = sorted({0, len(source.text), *starts, *(span.end for span in (*held, *told))})
        over = Sweep(held), Sweep(told)
        for start, end in pairwise(edges):
            now, facts = (sweep.at(start) for sweep in over)
            yield Piece(
                source.text[start:end],
                self.spot(source.id, start) if start in starts else None,
                now,
                tuple(span for span in now if span.end == end),
                facts[0].anchor if facts else None,
            )


class Sweep:
    """The spans, sorted by their start, that cover an offset; offsets are asked for in rising order."""

    def __init__(self, spans: list[Hold]) -> None:
        self.waiting = spans[::-1]
        self.open: tuple[Hold, ...] = ()

    def at(self, offset: int) -> tuple[Hold, ...]:
        """The spans that cover ``offset``."""
        now = list(self.open)
        while self.waiting and self.waiting[-1].start <= offset:
            now.append(self.waiting.pop())
        self.open = tuple(span for span in now if span.end > offset)
        return self.open
