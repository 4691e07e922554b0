"""Blocking: only mentions of one kind and dimension meet, and only a bounded number of them from each source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from factdiff.align.levels import Item
from factdiff.values.date import Date
from factdiff.values.money import Money
from factdiff.values.percent import Percent
from factdiff.values.place import Place
from factdiff.values.quantity import Quantity
from factdiff.values.term import Term

#: how many mentions of one source a block holds at most, and how many of one value in sentences of the same words
CAP = 100
REPEATS = 3


def block(item: Item) -> tuple[str, ...]:
    """The block of a mention: its kind, and within it the dimension, scale or currency."""
    value = item.mention.value
    if isinstance(value, Quantity):
        return ("quantity", value.measure.dimension)
    if isinstance(value, Term):
        return ("term", value.scale)
    if isinstance(value, Money):
        return ("money", value.currency or "")
    if isinstance(value, Percent):
        return ("percent", "share" if value.unit == "percent" else "points")
    return (item.mention.kind,)


def blocks(items: Iterable[Item]) -> Iterator[dict[str, list[Item]]]:
    """The blocks of a story that more than one source has a part in, each as source -> its items.

    A place counts once in a source, where something is said to have happened if there is such a mention of it.
    """
    by_block: defaultdict[tuple[str, ...], defaultdict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    said: Counter[tuple[str, int, frozenset[str]]] = Counter()
    for item in leading(items):
        source, bag = item.mention.source or "", item.scene.sentence(item.place).bag
        found = by_block[block(item)][source]
        same = source, id(item.value), bag  # equal values are one object
        if len(found) < CAP and said[same] < REPEATS:
            said[same] += 1
            found.append(item)
    yield from (sources for _, sources in sorted(by_block.items()) if len(sources) > 1)


def leading(items: Iterable[Item]) -> Iterator[Item]:
    """Items that can be compared; of those of one place in one source only the first, located ones before others."""
    seen: dict[tuple[str, str], Item] = {}
    for item in items:
        value = item.mention.value
        if isinstance(value, Place):
            if qualifies(item, value):
                continue
            key = (item.mention.source or "", value.id or value.name)
            if key not in seen or (located(item) and not located(seen[key])):
                seen[key] = item
        elif not isinstance(value, Date) or not value.is_unresolved:
            yield item
    yield from seen.values()


def qualifies(item: Item, value: Place) -> bool:
    """Whether a place only tells where the one before it lies: "Portland, Oregon"."""
    if not item.place:
        return False
    before = item.scene.mentions[item.place - 1]
    inner = isinstance(before.value, Place) and value.id in before.value.within
    return inner and item.scene.source.text[before.end : item.mention.start].strip() == ","


def located(item: Item) -> bool:
    """Whether an item is a place, by its own name, where something happened."""
    value = item.mention.value
    return isinstance(value, Place) and value.form == "name" and item.scene.located(item.place)
