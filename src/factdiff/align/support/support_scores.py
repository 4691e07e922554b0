"""Support scores: the log-odds that a value of one source supports a value of another with which it agrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain

from factdiff.align.compared_mentions import Item
from factdiff.align.pairs import Link, Pair
from factdiff.align.slots.boosted_scores import BoostedScores, boosted_scores
from factdiff.align.slots.explanation import weighed
from factdiff.align.slots.slot_scores import SlotScores
from factdiff.align.support.support_levels import SUPPORT_LEVELS, SupportLevels
from factdiff.align.support.support_relations import OTHER
from factdiff.align.weighed_items import are_brief, has_few_values
from factdiff.tables import read_table

RELATION = SUPPORT_LEVELS.index("relation")
#: the directions of a pair
BOTH = 2


@cache
def support() -> BoostedScores:
    """The scores of support."""
    trees = read_table("factdiff.align.support", "support_trees.toml")
    return boosted_scores(SUPPORT_LEVELS, support_table()["support"], trees)


def support_table() -> Mapping[str, dict[str, float]]:
    """The file of thresholds and weights."""
    return read_table("factdiff.align.support", "support_thresholds_and_weights.toml")


def support_links(scores: Iterable[SlotScores]) -> Iterator[Link]:
    """The links of the pairs of mentions of which each supports the other, and on which match weights do not decide."""
    least, prior = support_table()["threshold"]["support"], support().prior
    for block in scores:
        for (a, b), both in mutual_levels(block).items():
            weight, levels = min((support().score(levels), levels) for levels in both)
            if weight >= least:
                pair = Pair(a, b, block.related[a.number][b.number], 1.0)
                yield Link("agree", pair, {}, weight - least, partial(weighed, support(), levels), least - prior)


def mutual_levels(block: SlotScores) -> Mapping[tuple[Item, Item], list[tuple[float, ...]]]:
    """The support levels of each pair of items that support each other, in both directions."""
    found: defaultdict[tuple[Item, Item], list[tuple[float, ...]]] = defaultdict(list)
    sources: defaultdict[str | None, list[int]] = defaultdict(list)
    for number, item in block.items.items():
        if not has_few_values(item):
            sources[item.mention.source].append(number)
    every = frozenset(chain.from_iterable(sources.values()))
    for source, own in sources.items():
        for one, two, levels in SupportLevels(block, source or "").pairs(own, every):
            if levels[RELATION] > OTHER and not are_brief(one, two):
                found[(one, two) if one.number < two.number else (two, one)].append(levels)
    return {pair: both for pair, both in found.items() if len(both) == BOTH}
