"""The slot scores of a story, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factdiff.align.candidates.blocking import blocks
from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.slots.slot_scores import SlotScores
from factdiff.context import Document
from factdiff.values.relation import RelationCache


def story_scores(
    compared: Mapping[Document, Mapping[int, Item]],
    partners: Mapping[str, Sequence[str]],
    idf: InverseDocumentFrequency,
    relations: RelationCache,
) -> Iterator[SlotScores]:
    """The slot scores of the blocks of a story, of its ``compared`` items by document and index."""
    for sources in blocks(compared):
        scores = SlotScores(sources, partners, idf, relations)
        if scores.levels:
            yield scores
