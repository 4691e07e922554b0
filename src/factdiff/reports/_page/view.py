"""What the page shows: cards, the fact table and the articles, with the anchors that tie them together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import field, frozen

from factdiff.records import Evidence, Fact, Finding, Source
from factdiff.report import Report
from factdiff.reports._excerpt import Excerpt, by_side, excerpt, one_line

#: how many pieces of evidence of one side a card shows in full
MOST_SPANS = 6
_WORD = re.compile(r"\w+(?:[.,]\w+)*|\W")


@frozen
class Span:
    """A piece of evidence as a card shows it; ``words`` are cut into (text, whether it tells the sides apart)."""

    evidence: Evidence
    anchor: str
    shown: Excerpt
    words: tuple[tuple[str, bool], ...]


@frozen
class Card:
    """A finding with its evidence by side, and the fact that says why its values were compared.

    A side has a label, the pieces of evidence that are shown in full, and the anchors and sources of the others.
    """

    anchor: str
    finding: Finding
    sides: tuple[tuple[str, tuple[Span, ...], tuple[tuple[str, str], ...]], ...]
    fact: Fact | None


@frozen
class Row:
    """A fact of the table: for each source the anchors and surfaces of what it says."""

    anchor: str
    fact: Fact
    cells: tuple[tuple[tuple[str, str], ...], ...]
    outliers: frozenset[int]


@frozen(order=True)
class Hold:
    """A span of an article that leads to the ``anchor`` of a finding (with its severity and number) or of a fact."""

    start: int
    end: int
    anchor: str
    severity: str = ""
    number: int = 0


@frozen
class Piece:
    """A stretch of an article: its findings, those of them that end with it, and the anchor of its fact."""

    text: str
    anchor: str | None
    findings: tuple[Hold, ...]
    ending: tuple[Hold, ...]
    fact: str | None


@frozen
class View:
    """A report with the anchors of a page; ``prefix`` keeps those of several pages in one notebook apart."""

    report: Report
    prefix: str = ""
    shared: tuple[Fact, ...] = field(init=False)
    number: dict[str, int] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        shared = tuple(fact for fact in self.report.facts if fact.verdict != "single-source")
        object.__setattr__(self, "shared", shared)
        object.__setattr__(self, "number", {s.id or "": n for n, s in enumerate(self.report.sources)})

    def spot(self, source: str | None, start: int) -> str:
        """The anchor of an offset in an article."""
        return f"{self.prefix}s{self.number[source or '']}-{start}"

    def finding_anchor(self, number: int) -> str:
        """The anchor of a finding's card."""
        return f"{self.prefix}finding-{number}"

    def fact_anchor(self, fact: Fact) -> str:
        """The anchor of a fact's row."""
        return f"{self.prefix}fact-{fact.id}"

    def cards(self) -> Iterator[Card]:
        """The findings, the gravest first."""
        facts = {fact.id: fact for fact in self.report.facts}
        texts = {source.id: source.text for source in self.report.sources}
        for number, finding in enumerate(self.report.findings, 1):
            sides = tuple(
                (
                    side,
                    tuple(self.span(span, finding, texts[span.source]) for span in spans[:MOST_SPANS]),
                    tuple((self.spot(span.source, span.start), span.source) for span in spans[MOST_SPANS:]),
                )
                for side, spans in by_side(finding)
            )
            yield Card(self.finding_anchor(number), finding, sides, facts.get(finding.fact or ""))

    def span(self, span: Evidence, finding: Finding, text: str) -> Span:
        """A piece of evidence in its surroundings, with the words that the other sides lack."""
        rivals = {e.surface for e in finding.evidence if e.side != span.side}
        others = {word for surface in rivals for word in cut(surface)}
        words = tuple((word, word not in others and word[0].isalnum()) for word in cut(one_line(span.surface)))
        return Span(span, self.spot(span.source, span.start), excerpt(text, span), joined(words))

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
        for n, finding in enumerate(self.report.findings, 1):
            for e in finding.evidence:
                held[e.source].add(Hold(e.start, e.end, self.finding_anchor(n), finding.severity, n))
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


def cut(text: str) -> list[str]:
    """The words, figures and signs of a text.

    >>> cut("January 2, 2024")
    ['January', ' ', '2', ',', ' ', '2024']
    """
    return _WORD.findall(text)


def joined(words: Iterable[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    """Neighbours of one sort as one; a blank between two words that differ belongs to them.

    >>> joined([("2", True), (" ", False), ("May", True), (" ", False), ("2024", False)])
    (('2 May', True), (' 2024', False))
    """
    found: list[tuple[str, bool]] = []
    for word, differs in words:
        if found and found[-1][1] == differs:
            found[-1] = (found[-1][0] + word, differs)
        elif differs and len(found) > 1 and not found[-1][0].strip():
            blank, _ = found.pop()
            found[-1] = (found[-1][0] + blank + word, True)
        else:
            found.append((word, differs))
    return tuple(found)
