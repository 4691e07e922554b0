"""Blocking: only mentions of one kind and dimension meet, and only a bounded number of them from each source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factdiff.align.levels import Item
from factdiff.values.money import Money
from factdiff.values.number import Number
from factdiff.values.percent import Percent
from factdiff.values.place import Place
from factdiff.values.quantity import Quantity
from factdiff.values.term import Term

#: how many mentions of one source a block holds at most
CAP = 200


def block(item: Item) -> tuple[str, ...] | None:
    """The block of a mention: its kind, and within it the dimension, scale, currency or class of counted things.

    Of places only those where something happened are compared; None for the others.
    """
    value = item.mention.value
    if isinstance(value, Quantity):
        return ("quantity", value.measure.dimension)
    if isinstance(value, Term):
        return ("term", value.scale)
    if isinstance(value, Money):
        return ("money", value.currency or "")
    if isinstance(value, Percent):
        return ("percent", "share" if value.unit == "percent" else "points")
    if isinstance(value, Number):
        return ("number", item.scene.thing(item.place))
    if isinstance(value, Place):
        return ("place",) if value.form == "name" and item.scene.located(item.place) else None
    return (item.mention.kind,)


def blocks(items: Iterable[Item]) -> Iterator[dict[str, list[Item]]]:
    """The blocks of a story, each as source -> its items; what counts an unknown thing meets every count."""
    by_block: defaultdict[tuple[str, ...], defaultdict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for item in items:
        key = block(item)
        if key is not None and len(found := by_block[key][item.mention.source or ""]) < CAP:
            found.append(item)
    unknown: dict[str, list[Item]] = by_block.get(("number", ""), defaultdict(list))
    for key in sorted(by_block):
        sources = by_block[key]
        merged = {
            source: [*sources.get(source, ()), *(unknown.get(source, ()) if key[0] == "number" and key[1] else ())]
            for source in sorted({*sources, *(unknown if key[0] == "number" else ())})
        }
        if len(merged) > 1:
            yield {source: found for source, found in merged.items() if found}
