"""The rows of a story without a draft: the values that one source alone gives, and what comes nearest to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factdiff.align import Alignment
from factdiff.context import Document
from factdiff.fact_sheet import Candidate, SheetRow
from factdiff.records import Finding
from factdiff.sheet.draft_story import DraftStory
from factdiff.sheet.rows import rows_of
from factdiff.sheet.statuses import with_findings
from factdiff.sheet.value_rows import comparable_values

#: the statuses of a value that no other source gives
ALONE = frozenset({"contradicted", "not-found"})
#: the kinds of which the same words are the same value; of others, what has the same nearest candidates as well
SAME_WORDS = frozenset({"name", "place", "quote", "role", "stance", "term"})


def rows_told_alone(
    documents: Sequence[Document], aligned: Alignment, findings: Sequence[Finding]
) -> tuple[SheetRow, ...]:
    """The rows of the values that one source alone gives, by source: each is held as a draft against the others.

    Copies of a source are no others, and have no rows.
    """
    originals = aligned.originals
    own = [document for document in documents if originals[document.source.id or ""] == document.source.id]
    comparable = comparable_values(aligned.scores, {document.source.id or "" for document in own})
    rows: list[SheetRow] = []
    for document in own:
        others = [other for other in documents if originals[other.source.id or ""] != document.source.id]
        if others:
            every = rows_of(DraftStory(document, others, aligned.idf, originals), comparable)
            alone = [row for row in every if row.status in ALONE]
            rows += with_findings(tuple(each_value_once(alone)), findings, document.source.id)
    return tuple(rows)


def each_value_once(rows: Iterable[SheetRow]) -> Iterator[SheetRow]:
    """The rows without those of a value that has a row already."""
    seen: set[tuple[str, str, tuple[Candidate, ...]]] = set()
    for row in rows:
        kind, words = row.mention.kind, " ".join(row.mention.surface.casefold().split())
        value = kind, words, () if kind in SAME_WORDS else row.nearest
        if value not in seen:
            seen.add(value)
            yield row
