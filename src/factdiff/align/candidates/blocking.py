"""Blocking: mentions are compared within one kind and dimension, and only a bounded number of them of each source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from factdiff.align.compared_mentions import Item, bare_values
from factdiff.context import Document, comparable_mentions
from factdiff.records import Mention
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.percent import Percent
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.calendar.date import Date
from factdiff.values.places.place import Place
from factdiff.values.relation import Value
from factdiff.values.terms.term import Term

#: how many mentions of one source a block holds at most, and how many of them of one value in sentences of equal words
CAP = 100
REPEATS = 3


def block_key(mention: Mention) -> tuple[str, ...]:
    """The blocking key of a mention: its kind, and its dimension, scale or currency."""
    value = mention.value
    if isinstance(value, Quantity):
        return ("quantity", value.measure.dimension)
    if isinstance(value, Term):
        return ("term", value.scale)
    if isinstance(value, Money):
        return ("money", value.currency or "")
    if isinstance(value, Percent):
        return ("percent", "share" if value.unit == "percent" else "points")
    return (mention.kind,)


def blocks(items: Mapping[Document, Mapping[int, Item]]) -> Iterator[dict[str, list[Item]]]:
    """The blocks of a story that hold items of more than one source, each as source -> its items.

    ``items`` are those that can be compared, by document and index.
    """
    by_block: defaultdict[tuple[str, ...], dict[str, list[Item]]] = defaultdict(dict)
    for document, own in items.items():
        for name, indices in document.cached(mentions_by_block).items():
            if found := [own[index] for index in indices if index in own]:
                by_block[name][document.source.id or ""] = found
    yield from (sources for _, sources in sorted(by_block.items(), key=itemgetter(0)) if len(sources) > 1)


def mentions_by_block(document: Document) -> Mapping[tuple[str, ...], Sequence[int]]:
    """The indices of the mentions of a document by blocking key, up to the bounds of a block."""
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    repeated: Counter[tuple[Value, frozenset[str]]] = Counter()
    values = document.cached(bare_values)
    for index in blockable_mentions(document):
        mention, bag = document.mentions[index], document.sentence(index).bag
        block, same = found[block_key(mention)], (values[index], bag)
        if len(block) < CAP and repeated[same] < REPEATS:
            repeated[same] += 1
            block.append(index)
    return {key: tuple(block) for key, block in found.items()}  # tuples cost the garbage collector nothing


def blockable_mentions(document: Document) -> Iterator[int]:
    """The indices of the mentions that can be compared with those of other sources.

    Of the mentions of one place only the first counts, or the first that says where something happened.
    """
    seen: dict[str, int] = {}
    for index in document.cached(comparable_mentions):
        value = document.mentions[index].value
        if isinstance(value, Place):
            if qualifies_place_before(document, index, value):
                continue
            key = value.id or value.name
            if key not in seen or (not is_event_location(document, seen[key]) and is_event_location(document, index)):
                seen[key] = index
        elif not isinstance(value, Date) or not value.is_unresolved:
            yield index
    yield from seen.values()


def qualifies_place_before(document: Document, index: int, value: Place) -> bool:
    """Whether a place only says where the place before it lies: "Portland, Oregon"."""
    if not index:
        return False
    before = document.mentions[index - 1]
    inner = isinstance(before.value, Place) and value.id in before.value.within
    return inner and document.source.text[before.end : document.mentions[index].start].strip() == ","


def is_event_location(document: Document, index: int) -> bool:
    """Whether a mention names a place where something happened: a preposition of place stands before its name."""
    value = document.mentions[index].value
    return isinstance(value, Place) and value.form == "name" and document.follows_locative(index)


def item_is_event_location(item: Item) -> bool:
    """Whether an item names a place where something happened."""
    return is_event_location(item.document, item.index)
