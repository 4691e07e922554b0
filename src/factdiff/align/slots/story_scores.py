"""The slot scores of a story, block by block."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.align.candidates.blocking import blocks
from factdiff.align.candidates.story_candidates import Candidates
from factdiff.align.slots.slot_scores import SlotScores


def story_scores(candidates: Candidates) -> Iterator[SlotScores]:
    """The slot scores of the blocks of a story."""
    for sources in blocks(candidates.compared):
        scores = SlotScores(sources, candidates.partners, candidates.idf, candidates.relations)
        if scores.levels:
            yield scores
