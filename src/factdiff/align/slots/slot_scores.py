"""Slot scores: how likely each two mentions of a block are to be of one fact by their contexts alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from factdiff.align.candidates.story_candidates import Candidates
from factdiff.align.compared_mentions import Item
from factdiff.align.slots.boosted_scores import BoostedScores, slot_scores_of
from factdiff.align.slots.slot_contexts import SlotContext, slot_contexts
from factdiff.align.slots.slot_levels import KINDS, SLOT_LEVELS, slot_levels
from factdiff.values.relation import CONVERSE, Relation

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

    ``levels`` and ``scores`` are by the numbers of the two items, and ``related`` holds the relations of their values
    in the same way as ``scores``.
    """

    def __init__(self, sources: Mapping[str, Sequence[Item]], candidates: Candidates) -> None:
        self.items = {item.number: item for items in sources.values() for item in items}
        self.levels: dict[tuple[int, int], tuple[float, ...]] = {}
        self.scores: defaultdict[int, dict[int, float]] = defaultdict(dict)
        self.related: defaultdict[int, dict[int, Relation]] = defaultdict(dict)
        for one in sources:
            for two in candidates.partners.get(one, ()):
                if two in sources:
                    self._compare(sources[one], sources[two], candidates)

    def _compare(self, one: Sequence[Item], two: Sequence[Item], candidates: Candidates) -> None:
        """Score all pairs of the items of two sources."""
        rivals, kind = len(one) + len(two), one[0].mention.kind
        if kind not in KINDS:
            return
        score, relations, passage, idf = same_slot().score, candidates.relations, candidates.passage, candidates.idf
        similarity = idf.passage_similarity
        others = [
            (b.number, b.value, context_of(b), passage(b), self.scores[b.number], self.related[b.number]) for b in two
        ]
        for a in one:
            number, value, here = a.number, a.value, context_of(a)
            around, row, related = passage(a), self.scores[number], self.related[number]
            for b, other, there, around_other, column, converse in others:
                wide = similarity(around, around_other)
                if wide:
                    levels = self.levels[number, b] = slot_levels(here, there, idf, kind, wide, rivals)
                    row[b] = column[number] = score(levels)
                    related[b] = relation = relations(value, other)
                    converse[number] = CONVERSE[relation]

    def pairs(self) -> Iterator[tuple[Item, Item, float]]:
        """The pairs of items with their slot scores."""
        for a, b in self.levels:
            yield self.items[a], self.items[b], self.scores[a][b]

    def contradicts(self, a: int, b: int) -> bool:
        """Whether the values of two items exclude each other."""
        return self.related[a][b] is Relation.DISJOINT


def context_of(item: Item) -> SlotContext:
    """The slot context of an item."""
    return item.document.cached(slot_contexts)[item.index]


@cache
def same_slot() -> BoostedScores:
    """The scores of the first question."""
    return slot_scores_of("same_slot", SLOT_LEVELS)
