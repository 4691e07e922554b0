"""Slot scores: how likely each two mentions of a block are to be of one fact by their contexts alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from factdiff.align.candidates.story_candidates import Candidates
from factdiff.align.compared_mentions import Item
from factdiff.align.slots.boosted_scores import BoostedScores, slot_scores_of
from factdiff.align.slots.slot_contexts import SlotContext, slot_contexts
from factdiff.align.slots.slot_levels import KINDS, SLOT_LEVELS, slot_levels
from factdiff.values.relation import CONVERSE, Relation, Value

#: the score of two mentions that share nothing, and of a comparison that cannot be made
NOTHING = -9.0
#: an item in its pairs: its number, its value, its context, the stems of its passage, and its scores and relations
Member = tuple[int, Value, SlotContext, frozenset[str], dict[int, float], dict[int, Relation]]


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
        compared = [(one, two) for one in sources for two in candidates.partners.get(one, ()) if two in sources]
        kind = next(iter(self.items.values())).mention.kind
        if kind in KINDS:
            members = {
                source: self._members(sources[source], candidates)
                for source in dict.fromkeys(chain.from_iterable(compared))
            }
            for one, two in compared:
                self._compare(members[one], members[two], kind, candidates)

    def _members(self, items: Iterable[Item], candidates: Candidates) -> Sequence[Member]:
        """The items of a source with what their pairs are compared by, looked up once for all other sources."""
        passage = candidates.passage
        return [
            (
                item.number,
                item.value,
                context_of(item),
                passage(item),
                self.scores[item.number],
                self.related[item.number],
            )
            for item in items
        ]

    def _compare(self, one: Sequence[Member], two: Sequence[Member], kind: str, candidates: Candidates) -> None:
        """Score all pairs of the items of two sources."""
        rivals, score = len(one) + len(two), same_slot().score
        relations, idf = candidates.relations, candidates.idf
        similarity, values = idf.passage_similarity, candidates.value_similarity
        for number, value, here, around, row, related in one:
            for b, other, there, around_other, column, converse in two:
                wide = similarity(around, around_other)
                if wide:
                    levels = self.levels[number, b] = slot_levels(here, there, idf, values, kind, wide, rivals)
                    row[b] = column[number] = score(levels)
                    related[b] = relation = relations(value, other)
                    converse[number] = CONVERSE[relation]

    def pairs(self) -> Iterator[tuple[Item, Item, float]]:
        """The pairs of items with their slot scores."""
        for a, b in self.levels:
            yield self.items[a], self.items[b], self.scores[a][b]


def context_of(item: Item) -> SlotContext:
    """The slot context of an item."""
    return item.document.cached(slot_contexts)[item.index]


@cache
def same_slot() -> BoostedScores:
    """The scores of the first question."""
    return slot_scores_of("same_slot", SLOT_LEVELS)
