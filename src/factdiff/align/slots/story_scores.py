"""The slot scores of a story, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factdiff.align.candidates.blocking import blocks
from factdiff.align.candidates.story_candidates import Candidates
from factdiff.align.slots.slot_scores import SlotScores


def story_scores(candidates: Candidates, match_weights: Mapping[tuple[int, int], float]) -> Iterator[SlotScores]:
    """The slot scores of the blocks of a story; ``match_weights`` are those of its unlike pairs, by their numbers."""
    for sources in blocks(candidates.compared):
        scores = SlotScores(sources, candidates.partners, candidates.idf, candidates.relations, match_weights)
        if scores.levels:
            yield scores
