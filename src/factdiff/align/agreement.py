"""Agreement: which pairs of a block agree, and which items of a claim the other text confirms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.claims import is_claim, subject_label
from factdiff.align.comparison.value_distance import is_distinctive
from factdiff.align.pairs import Pair
from factdiff.values.amounts.amount import Amount
from factdiff.values.calendar.date import Date
from factdiff.values.relation import Relation

#: how similar the contexts of two compatible values must be for one to confirm the other
CONFIRMING = 0.1
#: the labels of values with one subject
SAME_SUBJECT = frozenset({"same", "class"})


def confirmed_items(pairs: Sequence[Pair]) -> set[int]:
    """The numbers of the items of a claim and the other text that confirm each other.

    Those are the items with equal values, and of the others those with compatible values in contexts that have
    something in common.
    """
    same = agreeing_pairs(pairs)
    equal = {i.number for p in same if p.relation is Relation.EQUAL for i in (p.a, p.b)}
    loose = [{p.a.number, p.b.number} for p in same if p.similarity >= CONFIRMING]
    return equal.union(*(numbers for numbers in loose if equal.isdisjoint(numbers)))


def agreeing_pairs(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs whose values agree; of a claim, without those where a value that disagrees fits better."""
    found = [pair for pair in pairs if not pair.conflict]
    if len(found) == len(pairs) or not is_claim(pairs[0].a, pairs[0].b):
        return found
    unlike: defaultdict[Item, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.conflict:
            unlike[pair.a].append(pair)
            unlike[pair.b].append(pair)
    return [
        pair
        for pair in found
        if is_same_long_figure(pair)
        or not any(fits_better(other, pair, item) for item in (pair.a, pair.b) for other in unlike[item])
    ]


def fits_better(unlike: Pair, pair: Pair, item: Item) -> bool:
    """Whether a value that disagrees fits an item better than the one it agrees with in a pair.

    It does if it alone is said of the same event or thing, or if it is a day like the item and the other only a year.
    """
    if subject_label(unlike.a, unlike.b) in SAME_SUBJECT:
        return subject_label(pair.a, pair.b) not in SAME_SUBJECT
    finer = {Relation.INSIDE: pair.a, Relation.CONTAINS: pair.b}.get(pair.relation)
    return (
        finer is item and granularity(pair.a) != granularity(pair.b) and granularity(unlike.a) == granularity(unlike.b)
    )


def is_same_long_figure(pair: Pair) -> bool:
    """Whether two items have the same figure of many digits, which is not equal by chance."""
    same = isinstance(pair.a.value, Amount) and pair.relation is Relation.EQUAL
    return same and is_distinctive(pair.a.value) and is_distinctive(pair.b.value)


def granularity(item: Item) -> str:
    """The granularity of a date; an empty string for any other value."""
    return item.value.granularity if isinstance(item.value, Date) else ""
