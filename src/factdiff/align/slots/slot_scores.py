"""Slot scores: how likely each two mentions of a block are to be of one fact by their contexts alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from factdiff.align.candidates.story_candidates import Candidates
from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.slots.boosted_scores import BoostedScores, slot_scores_of
from factdiff.align.slots.slot_contexts import SlotContext, slot_contexts
from factdiff.align.slots.slot_levels import KINDS, SLOT_LEVELS, slot_levels
from factdiff.values.relation import AGREEING, Relation

#: the score of two mentions that share nothing, and of a comparison that cannot be made
NOTHING = -9.0


def slot_scores(candidates: Candidates) -> Iterator[SlotScores]:
    """The slot scores of the blocks of a story in which two sources have something in common."""
    for sources in candidates.blocks:
        scores = SlotScores(sources, candidates)
        if scores.levels:
            yield scores


class SlotScores:
    """The slot scores of a block, given as source -> its items: of each two of its items in two sources.

    ``levels`` and ``scores`` are by the numbers of the two items.
    """

    def __init__(self, sources: Mapping[str, Sequence[Item]], candidates: Candidates) -> None:
        self.items = {item.number: item for items in sources.values() for item in items}
        self.levels: dict[tuple[int, int], tuple[float, ...]] = {}
        self.scores: defaultdict[int, dict[int, float]] = defaultdict(dict)
        self.relations = candidates.relations
        for one in sources:
            for two in candidates.partners.get(one, ()):
                if two in sources:
                    self._compare(sources[one], sources[two], candidates.idf)

    def _compare(self, one: Sequence[Item], two: Sequence[Item], idf: InverseDocumentFrequency) -> None:
        """Score all pairs of the items of two sources."""
        rivals, kind = len(one) + len(two), one[0].mention.kind
        if kind not in KINDS:
            return
        others = [(item.number, context_of(item), self.scores[item.number]) for item in two]
        score = same_slot().score
        for a in one:
            here, row = context_of(a), self.scores[a.number]
            for b, there, column in others:
                wide = idf.passage_similarity(here.wide, there.wide)
                if wide:
                    levels = self.levels[a.number, b] = slot_levels(here, there, idf, kind, wide, rivals)
                    row[b] = column[a.number] = score(levels)

    def pairs(self) -> Iterator[tuple[Item, Item, float]]:
        """The pairs of items with their slot scores."""
        for a, b in self.levels:
            yield self.items[a], self.items[b], self.scores[a][b]

    def agrees(self, a: int, b: int) -> bool:
        """Whether the values of two items can both be true."""
        return self.relations(self.items[a].value, self.items[b].value) in AGREEING

    def contradicts(self, a: int, b: int) -> bool:
        """Whether the values of two items exclude each other."""
        return self.relations(self.items[a].value, self.items[b].value) is Relation.DISJOINT


def context_of(item: Item) -> SlotContext:
    """The slot context of an item."""
    return item.document.cached(slot_contexts)[item.index]


@cache
def same_slot() -> BoostedScores:
    """The scores of the first question."""
    return slot_scores_of("same_slot", SLOT_LEVELS)
