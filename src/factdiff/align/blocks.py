"""Blocking: only mentions of one kind and dimension meet, and only a bounded number of them from each source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factdiff.align.levels import Item
from factdiff.values.money import Money
from factdiff.values.number import Number
from factdiff.values.percent import Percent
from factdiff.values.quantity import Quantity
from factdiff.values.term import Term

#: how many unlike mentions of one source a block holds at most
CAP = 200


def block(item: Item) -> tuple[str, ...]:
    """The block of a mention: its kind, and within it the dimension, scale, currency or class of counted things."""
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
        return ("number", item.context.thing or "")
    return (item.mention.kind,)


def blocks(items: Iterable[Item]) -> Iterator[dict[str, list[Item]]]:
    """The blocks of a story, each as source -> its items; what counts an unknown thing meets every count."""
    by_block: defaultdict[tuple[str, ...], defaultdict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    seen: set[tuple[object, ...]] = set()
    for item in items:
        key = block(item)
        source = item.mention.source or ""
        repeat = (key, source, item.mention.value, item.context.near, id(item.context.sentence))
        if repeat in seen or len(by_block[key][source]) >= CAP:
            continue
        seen.add(repeat)
        by_block[key][source].append(item)
    unknown: dict[str, list[Item]] = by_block.get(("number", ""), defaultdict(list))
    for key in sorted(by_block):
        sources = by_block[key]
        merged = {
            source: [*sources.get(source, ()), *(unknown.get(source, ()) if key[0] == "number" and key[1] else ())]
            for source in sorted({*sources, *(unknown if key[0] == "number" else ())})
        }
        if len(merged) > 1:
            yield {source: found for source, found in merged.items() if found}
