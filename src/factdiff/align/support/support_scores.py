"""Support scores: the log-odds that a value of one source supports a value of another with which it agrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from factdiff.align.compared_mentions import Item
from factdiff.align.pairs import Link, Pair
from factdiff.align.slots.explanation import weighed
from factdiff.align.slots.slot_scores import SlotScores
from factdiff.align.slots.step_functions import StepFunctions, step_functions
from factdiff.align.support.support_levels import SUPPORT_LEVELS, SupportLevels
from factdiff.align.support.support_relations import OTHER
from factdiff.tables import read_table
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.number import Number

RELATION = SUPPORT_LEVELS.index("relation")
#: the kinds whose values are so few that equal ones are of one fact only where their sentences say so
FEW_VALUES = frozenset({"place", "term"})
#: up to where counts are small
SMALL = 10


@cache
def support() -> StepFunctions:
    """The step functions of support."""
    return step_functions(support_table()["support"], SUPPORT_LEVELS)


def support_table() -> Mapping[str, dict[str, float]]:
    """The file of thresholds and weights."""
    return read_table("factdiff.align.support", "support_thresholds_and_weights.toml")


def support_links(scores: Iterable[SlotScores]) -> Iterator[Link]:
    """The links of the pairs of mentions of which each supports the other."""
    least = support_table()["threshold"]["support"]
    for block in scores:
        for (a, b), both in mutual_levels(block).items():
            one, two = block.items[a], block.items[b]
            if has_few_values(one) or has_few_values(two):
                continue
            weight, levels = min((support().score(levels), levels) for levels in both)
            if weight >= least:
                pair = Pair(one, two, block.relations(one.value, two.value), 1.0)
                bar = least - support().prior
                yield Link("agree", pair, {}, weight - least, weighed(support(), levels), bar)


def mutual_levels(block: SlotScores) -> Mapping[tuple[int, int], list[tuple[float, ...]]]:
    """The support levels of each pair of items that support each other, in both directions."""
    found: defaultdict[tuple[int, int], list[tuple[float, ...]]] = defaultdict(list)
    for source in sorted({item.mention.source or "" for item in block.items.values()}):
        for own, other, levels in SupportLevels(block, source).pairs():
            found[min(own.number, other.number), max(own.number, other.number)].append(levels)
    return {pair: both for pair, both in found.items() if all(levels[RELATION] > OTHER for levels in both)}


def has_few_values(item: Item) -> bool:
    """Whether many values equal that of an item: one of a kind with few values, a small count, or a vague amount."""
    value = item.value
    if isinstance(value, Number):
        return value.stated is None or value.stated < SMALL
    return item.mention.kind in FEW_VALUES or (isinstance(value, Amount) and value.vague is not None)
