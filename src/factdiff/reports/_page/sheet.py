"""The sheet of a draft on the page: its text with marked values, and a card for each of them."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from factdiff.fact_sheet import STATUSES, Candidate, SheetRow, Status
from factdiff.reports._page.view import View
from factdiff.reports._sheet import SIGNS, WORDS, evidence_in_words, progress


@frozen
class ShownCandidate:
    """A candidate of a card, with the anchor and the place of it in its article."""

    candidate: Candidate
    anchor: str
    place: str


@frozen
class RowCard:
    """The card of a row: its number and anchor, the sign and words of its status, and its candidates by group."""

    number: int
    anchor: str
    row: SheetRow
    sign: str
    words: str
    place: str
    groups: tuple[tuple[str, tuple[ShownCandidate, ...]], ...]

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
    """The sheet on the page; ``key`` is the name under which a browser stores ticks."""

    progress: str
    counts: tuple[tuple[Status, str, str, int], ...]
    kinds: tuple[str, ...]
    cards: tuple[RowCard, ...]
    pieces: tuple[DraftPiece, ...]
    lang: str
    title: str
    key: str


def sheet_of(view: View) -> Sheet | None:
    """The sheet of a report on the page, or None where the report has no draft."""
    report = view.report
    if report.draft is None:
        return None
    (draft,) = (source for source in report.sources if source.id == report.draft)
    cards = tuple(row_card(view, number, row) for number, row in enumerate(report.sheet, 1))
    count = Counter(row.status for row in report.sheet)
    return Sheet(
        progress=progress(report),
        counts=tuple((status, SIGNS[status], WORDS[status], count[status]) for status in STATUSES if count[status]),
        kinds=tuple(sorted({row.mention.kind for row in report.sheet})),
        cards=cards,
        pieces=tuple(pieces_of(draft.text, cards)),
        lang=draft.lang,
        title=draft.title or draft.id or "",
        key=f"factdiff-{hashlib.sha256((draft.id or '').encode('utf-8', 'replace')).hexdigest()[:12]}",
    )


def row_card(view: View, number: int, row: SheetRow) -> RowCard:
    """The card of a row."""
    groups = tuple(
        (head, tuple(shown(view, candidate) for candidate in found)) for head, found in evidence_in_words(row)
    )
    place = view.lines[row.mention.source or ""].place(row.mention.start)
    return RowCard(number, view.row_anchor(number), row, SIGNS[row.status], WORDS[row.status], place, groups)


def shown(view: View, candidate: Candidate) -> ShownCandidate:
    """A candidate with its anchor and its place."""
    m = candidate.mention
    return ShownCandidate(candidate, view.text_anchor(m.source, m.start), view.lines[m.source or ""].place(m.start))


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
