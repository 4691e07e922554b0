"""Weighed items: those on which match weights decide, by their sentences, and not the scores of their slots."""

from __future__ import annotations

from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.claims import is_claim
from factdiff.values.amounts.number import Number

#: up to how many sentences a source is brief
BRIEF = 8
#: the kinds that have values which others equal by chance: those are of one fact only where their sentences say so
FEW_VALUES = frozenset({"number", "place", "term"})
#: up to where counts are small
SMALL = 10


def are_brief(a: Item, b: Item) -> bool:
    """Whether two items stand in sources of so few sentences that the match weights of their sentences decide alone."""
    return is_claim(a, b) or max(len(a.document.sentences), len(b.document.sentences)) <= BRIEF


def has_few_values(item: Item) -> bool:
    """Whether others equal the value of an item by chance: it is a place, a grade, or a small or vague count."""
    if isinstance(item.value, Number):
        return item.value.stated is None or item.value.stated < SMALL
    return item.mention.kind in FEW_VALUES


def is_weighed(a: Item, b: Item) -> bool:
    """Whether match weights decide on two items if their values agree."""
    return has_few_values(a) or has_few_values(b) or are_brief(a, b)


def may_be_weighed(a: Item, b: Item) -> bool:
    """Whether match weights decide on items of the kind and the sources of two."""
    return a.mention.kind in FEW_VALUES or are_brief(a, b)
