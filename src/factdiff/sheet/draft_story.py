"""The draft and its sources, and what their rows are made with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.context import Document, sentence_with_gap
from factdiff.fact_sheet import NEAREST, Candidate, SheetRow, Status
from factdiff.records import Mention
from factdiff.sheet.word_index import phrase_of, word_index

#: from so many sources on, a value that one alone gives rests on one
SEVERAL = 2


class DraftStory:
    """A draft with its sources: their documents by id, the weights of stems, and the source that each is a copy of."""

    def __init__(
        self, draft: Document, sources: Sequence[Document], idf: InverseDocumentFrequency, originals: Mapping[str, str]
    ) -> None:
        self.draft, self.sources, self.idf, self.originals = draft, sources, idf, originals
        self.documents = {document.source.id: document for document in (draft, *sources)}

    @cached_property
    def overlay(self) -> Sequence[Mention]:
        """The names, offices, quotations and stances of the sources."""
        return [mention for document in self.sources for mention in document.overlay]

    def about(self, mention: Mention) -> str:
        """The words around a mention, with a gap in its place."""
        return sentence_with_gap(self.documents[mention.source], mention)

    def similarity(self, a: Mention, b: Mention) -> float:
        """The similarity of the sentences of two mentions."""
        one, two = (self.documents[m.source].sentence_at(m.start) for m in (a, b))
        return self.idf.sentence_similarity(one, two)

    def candidate(self, mention: Mention, *why: str, weight: float | None = None) -> Candidate:
        """A mention of a source as a candidate, with what is alike."""
        return Candidate(mention, self.about(mention), why, weight)

    def standing(self, mention: Mention, words: str, *why: str) -> Iterator[Candidate]:
        """The first place in each source where the words of a mention stand."""
        phrase = phrase_of(words)
        for document in self.sources:
            for start, end in document.cached(word_index).spans(phrase):
                surface = document.source.text[start:end]
                same = Mention(start, end, surface, mention.kind, mention.value, "same-words", document.source.id)
                yield self.candidate(same, *why)
                break

    def nearest(
        self, mention: Mention, others: Iterable[tuple[float, Mention, Sequence[str]]]
    ) -> tuple[Candidate, ...]:
        """The nearest of other mentions with a likeness and what is alike, each value once; the likest first."""
        found: dict[str, Candidate] = {}
        for _, other, why in sorted(others, key=lambda item: (-item[0], item[1].source or "", item[1].start)):
            found.setdefault(" ".join(other.surface.casefold().split()), self.candidate(other, *why))
        return tuple(found.values())[:NEAREST]

    def status(self, support: Sequence[Candidate], compatible: Sequence[Candidate], *, contradicted: bool) -> Status:
        """The status of a value by what bears it out, what allows it, and whether something contradicts it."""
        backing = {self.originals[candidate.mention.source or ""] for candidate in support}
        every = {self.originals[document.source.id or ""] for document in self.sources}
        if backing:
            return "supported" if len(backing) >= min(SEVERAL, len(every)) else "rests-on-one"
        if compatible:
            return "compatible"
        return "contradicted" if contradicted else "not-found"

    def row(
        self,
        mention: Mention,
        support: Sequence[Candidate],
        compatible: Sequence[Candidate] = (),
        nearest: Callable[[], tuple[Sequence[Candidate], bool]] = lambda: ((), False),
    ) -> SheetRow:
        """The row of a mention; ``nearest`` gives, where nothing bears it out, the nearest candidates and whether they
        contradict it.
        """
        near, contradicted = ((), False) if support or compatible else nearest()
        status = self.status(support, compatible, contradicted=contradicted)
        return SheetRow(mention, status, tuple(support), tuple(compatible), tuple(near), self.about(mention))


def one_a_source(found: Iterable[Candidate]) -> Sequence[Candidate]:
    """The first candidate of each source."""
    first: dict[str | None, Candidate] = {}
    for candidate in found:
        first.setdefault(candidate.mention.source, candidate)
    return list(first.values())
