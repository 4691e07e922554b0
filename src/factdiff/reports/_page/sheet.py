"""The sheet on the page: a card for each value, and the text of a draft with its values marked."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from factdiff.fact_sheet import STATUSES, Candidate, SheetRow, Status
from factdiff.reports._page.cards import Span
from factdiff.reports._page.view import View
from factdiff.reports._sheet import SIGNS, WORDS, candidate_excerpt, evidence_in_words, heading, progress


@frozen
class RowCard:
    """The card of a row: its number and anchor, the anchor of its value in the draft or in its article, the sign and
    words of its status, where it stands, its candidates by group, and the anchors of findings that contradict it.
    """

    number: int
    anchor: str
    value: str
    row: SheetRow
    sign: str
    words: str
    place: str
    groups: tuple[tuple[str, tuple[Span, ...]], ...]
    findings: tuple[str, ...]

    @property
    def key(self) -> str:
        """What a tick is stored under: it holds as long as the value and its status stay as they are."""
        m = self.row.mention
        return hashlib.sha256(
            f"{m.kind} {m.surface} {self.row.about} {self.row.status}".encode(errors="replace")
        ).hexdigest()[:12]


@frozen
class DraftPiece:
    """A stretch of the draft: its text, and the card of the value that it is in, with whether it is the first stretch
    of that value and its last.
    """

    text: str
    card: RowCard | None
    opening: bool
    ending: bool


@frozen
class Sheet:
    """The sheet on the page; ``key`` is the name under which a browser stores ticks.

    Without a draft there are no ``pieces``, and no ``lang`` and ``title`` of it.
    """

    heading: str
    progress: str
    counts: tuple[tuple[Status, str, str, int], ...]
    kinds: tuple[str, ...]
    cards: tuple[RowCard, ...]
    pieces: tuple[DraftPiece, ...]
    lang: str
    title: str
    key: str


def sheet_of(view: View) -> Sheet | None:
    """The sheet of a report on the page, or None where the report has neither a draft nor rows."""
    report = view.report
    if report.draft is None and not report.sheet:
        return None
    draft = next((source for source in report.sources if source.id == report.draft), None)
    cards = tuple(row_card(view, number, row) for number, row in enumerate(report.sheet, 1))
    count = Counter(row.status for row in report.sheet)
    name = " ".join(source.id or "" for source in ([draft] if draft else report.sources))
    return Sheet(
        heading=heading(report),
        progress=progress(report),
        counts=tuple((status, SIGNS[status], WORDS[status], count[status]) for status in STATUSES if count[status]),
        kinds=tuple(sorted({row.mention.kind for row in report.sheet})),
        cards=cards,
        pieces=tuple(pieces_of(draft.text, cards)) if draft else (),
        lang=draft.lang if draft else "",
        title=(draft.title or draft.id or "") if draft else "",
        key=f"factdiff-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:12]}",
    )


def row_card(view: View, number: int, row: SheetRow) -> RowCard:
    """The card of a row."""
    m = row.mention
    cards = {f.fingerprint: view.finding_anchor(n) for n, group in enumerate(view.groups, 1) for f in group.findings}
    return RowCard(
        number=number,
        anchor=view.row_anchor(number),
        value=view.value_anchor(number) if view.report.draft else view.text_anchor(m.source, m.start),
        row=row,
        sign=SIGNS[row.status],
        words=WORDS[row.status],
        place=f"{m.source}, {view.lines[m.source or ''].place(m.start)}",
        groups=tuple((head, tuple(shown(view, one) for one in found)) for head, found in evidence_in_words(row)),
        findings=tuple(cards[name] for name in row.findings if name in cards),
    )


def shown(view: View, candidate: Candidate) -> Span:
    """A candidate as a piece of evidence."""
    m, words = candidate.mention, candidate_excerpt(candidate)
    anchor, place = view.text_anchor(m.source, m.start), view.lines[m.source or ""].place(m.start)
    return Span(m.source or "", anchor, place, words, ((words.words, False),), why=candidate.why)


def pieces_of(text: str, cards: Sequence[RowCard]) -> Iterator[DraftPiece]:
    """The draft, cut where its values begin and end; of values that lie over each other the shortest is marked."""
    edges = sorted({0, len(text), *(e for c in cards for e in (c.row.mention.start, c.row.mention.end))})
    over = shortest_over(edges, cards)
    seen: set[int] = set()
    for start, end in pairwise(edges):
        card = over.get(start)
        yield DraftPiece(
            text[start:end],
            card,
            opening=card is not None and card.number not in seen,
            ending=card is not None and over.get(end) is not card,
        )
        if card is not None:
            seen.add(card.number)


def shortest_over(edges: Sequence[int], cards: Sequence[RowCard]) -> dict[int, RowCard]:
    """The card of the shortest value over each offset that has any."""
    found: dict[int, RowCard] = {}
    for card in sorted(cards, key=lambda card: (card.row.mention.start - card.row.mention.end, card.number)):
        first, last = (bisect_left(edges, offset) for offset in (card.row.mention.start, card.row.mention.end))
        found.update(dict.fromkeys(edges[first:last], card))
    return found
