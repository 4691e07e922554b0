"""The fact table and the articles of the page, and the anchors that link them and the cards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from attrs import field, frozen

from factdiff.records import Fact, Source
from factdiff.report import Report
from factdiff.reports._excerpt import one_line
from factdiff.reports._finding_groups import FindingGroup, finding_groups
from factdiff.reports._lines import Lines


@frozen
class Row:
    """A fact of the table: for each source the anchors and surfaces of its mentions."""

    anchor: str
    fact: Fact
    cells: tuple[tuple[tuple[str, str], ...], ...]
    outliers: frozenset[int]


@frozen(order=True)
class LinkedSpan:
    """A span of an article that links to the ``anchor`` of a card (with its severity and number), suspect or fact."""

    start: int
    end: int
    anchor: str
    severity: str = ""
    number: int = 0


@frozen
class TextPiece:
    """A part of an article: its text, the spans of findings over it, those of them that end with it, and the anchors of
    a suspect, of a row of the sheet and of a fact that it is of.
    """

    text: str
    anchor: str | None
    cards: tuple[LinkedSpan, ...]
    ending: tuple[LinkedSpan, ...]
    suspect: str | None
    row: str | None
    fact: str | None


@frozen
class View:
    """A report with the anchors of a page; ``prefix`` keeps those of several pages in one notebook apart."""

    report: Report
    prefix: str = ""
    shared: tuple[Fact, ...] = field(init=False)
    groups: tuple[FindingGroup, ...] = field(init=False, repr=False)
    number: dict[str, int] = field(init=False, repr=False)
    lines: dict[str, Lines] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        shared = tuple(fact for fact in self.report.facts if fact.verdict != "single-source")
        object.__setattr__(self, "shared", shared)
        object.__setattr__(self, "groups", tuple(finding_groups(self.report.findings)))
        object.__setattr__(self, "lines", {s.id or "": Lines.of(s) for s in self.report.sources})
        object.__setattr__(self, "number", {s.id or "": n for n, s in enumerate(self.report.sources)})

    def text_anchor(self, source: str | None, start: int) -> str:
        """The anchor of an offset in an article."""
        return f"{self.prefix}s{self.number[source or '']}-{start}"

    def finding_anchor(self, number: int) -> str:
        """The anchor of a card."""
        return f"{self.prefix}finding-{number}"

    def suspect_anchor(self, number: int) -> str:
        """The anchor of the card of a suspect."""
        return f"{self.prefix}suspect-{number}"

    def row_anchor(self, number: int) -> str:
        """The anchor of the card of a row of the sheet."""
        return f"{self.prefix}row-{number}"

    def value_anchor(self, number: int) -> str:
        """The anchor of the value of a row in the text of the draft."""
        return f"{self.prefix}value-{number}"

    def fact_anchor(self, fact: Fact) -> str:
        """The anchor of a fact's row."""
        return f"{self.prefix}fact-{fact.id}"

    def rows(self) -> Iterator[Row]:
        """The facts of more than one source, or with several values in one."""
        for fact in self.shared:
            surfaces: defaultdict[str | None, dict[str, str]] = defaultdict(dict)
            for m in fact.mentions:
                surfaces[m.source].setdefault(one_line(m.surface), self.text_anchor(m.source, m.start))
            cells = tuple(
                tuple((anchor, words) for words, anchor in surfaces[source.id].items())
                for source in self.report.sources
            )
            yield Row(self.fact_anchor(fact), fact, cells, frozenset(self.number[id] for id in fact.outliers))

    def articles(self) -> Iterator[tuple[Source, list[TextPiece]]]:
        """The sources with their texts cut where evidence and mentions of shared facts begin and end."""
        card_spans: defaultdict[str, set[LinkedSpan]] = defaultdict(set)
        for n, group in enumerate(self.groups, 1):
            for e in (e for finding in group.findings for e in finding.evidence):
                card_spans[e.source].add(LinkedSpan(e.start, e.end, self.finding_anchor(n), group.first.severity, n))
        suspect_spans: defaultdict[str, set[LinkedSpan]] = defaultdict(set)
        for n, suspect in enumerate(self.report.suspects, 1):
            for e in suspect.evidence:
                suspect_spans[e.source].add(LinkedSpan(e.start, e.end, self.suspect_anchor(n), number=n))
        row_spans: defaultdict[str, set[LinkedSpan]] = defaultdict(set)
        for n, row in enumerate(self.report.sheet, 1):
            for m in (row.mention, *(candidate.mention for candidate in row.evidence)):
                row_spans[m.source or ""].add(LinkedSpan(m.start, m.end, self.row_anchor(n), number=n))
        fact_spans: defaultdict[str, set[LinkedSpan]] = defaultdict(set)
        for fact in self.shared:
            for m in fact.mentions:
                fact_spans[m.source or ""].add(LinkedSpan(m.start, m.end, self.fact_anchor(fact)))
        for source in self.report.sources:
            every = (sorted(spans[source.id or ""]) for spans in (card_spans, suspect_spans, row_spans, fact_spans))
            yield source, list(self.pieces(source, *every))

    def pieces(self, source: Source, *spans: list[LinkedSpan]) -> Iterator[TextPiece]:
        """The text of a source, cut where a span of its findings, suspects, rows or facts begins or ends."""
        starts = {span.start for some in spans for span in some}
        edges = sorted({0, len(source.text), *starts, *(span.end for some in spans for span in some)})
        sweeps = [Sweep(some) for some in spans]
        for start, end in pairwise(edges):
            cards, suspects, rows, facts = (sweep.at(start) for sweep in sweeps)
            yield TextPiece(
                source.text[start:end],
                self.text_anchor(source.id, start) if start in starts else None,
                cards,
                tuple(span for span in cards if span.end == end),
                min(suspects, key=lambda span: span.number).anchor if suspects else None,
                min(rows, key=lambda span: span.number).anchor if rows else None,
                facts[0].anchor if facts else None,
            )


class Sweep:
    """The spans, sorted by their start, that cover an offset; offsets are asked for in rising order."""

    def __init__(self, spans: list[LinkedSpan]) -> None:
        self.waiting = spans[::-1]
        self.open: tuple[LinkedSpan, ...] = ()

    def at(self, offset: int) -> tuple[LinkedSpan, ...]:
        """The spans that cover ``offset``."""
        covering = list(self.open)
        while self.waiting and self.waiting[-1].start <= offset:
            covering.append(self.waiting.pop())
        self.open = tuple(span for span in covering if span.end > offset)
        return self.open
