"""Blocking: only mentions of one kind and dimension meet, and only a bounded number of them from each source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from factdiff.align.compared_mentions import Item, bare_values
from factdiff.context import Scene, taking_part
from factdiff.records import Mention
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.percent import Percent
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.calendar.date import Date
from factdiff.values.places.place import Place
from factdiff.values.relation import Value
from factdiff.values.terms.term import Term

#: how many mentions of one source a block holds at most, and how many of one value in sentences of the same words
CAP = 100
REPEATS = 3


def block(mention: Mention) -> tuple[str, ...]:
    """The block of a mention: its kind, and within it the dimension, scale or currency."""
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


def blocks(items: Mapping[Scene, Mapping[int, Item]]) -> Iterator[dict[str, list[Item]]]:
    """The blocks of a story that more than one source has a part in, each as source -> its items.

    ``items`` are those that take part, by scene and place.
    """
    by_block: defaultdict[tuple[str, ...], dict[str, list[Item]]] = defaultdict(dict)
    for scene, own in items.items():
        for name, places in scene.once(blocked).items():
            if found := [own[place] for place in places if place in own]:
                by_block[name][scene.source.id or ""] = found
    yield from (sources for _, sources in sorted(by_block.items(), key=itemgetter(0)) if len(sources) > 1)


def blocked(scene: Scene) -> Mapping[tuple[str, ...], Sequence[int]]:
    """The places of the mentions of a source by block, but for those beyond the bounds.

    A place of the map counts once, where something is said to have happened if there is such a mention of it.
    """
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    said: Counter[tuple[Value, frozenset[str]]] = Counter()
    values = scene.once(bare_values)
    for place in leading(scene):
        mention, bag = scene.mentions[place], scene.sentence(place).bag
        some, same = found[block(mention)], (values[place], bag)
        if len(some) < CAP and said[same] < REPEATS:
            said[same] += 1
            some.append(place)
    return found


def leading(scene: Scene) -> Iterator[int]:
    """What can be compared; of the mentions of one place of the map only the first, located ones before others."""
    seen: dict[str, int] = {}
    for place in scene.once(taking_part):
        value = scene.mentions[place].value
        if isinstance(value, Place):
            if qualifies(scene, place, value):
                continue
            key = value.id or value.name
            if key not in seen or (not happened(scene, seen[key]) and happened(scene, place)):
                seen[key] = place
        elif not isinstance(value, Date) or not value.is_unresolved:
            yield place
    yield from seen.values()


def qualifies(scene: Scene, place: int, value: Place) -> bool:
    """Whether a place only tells where the one before it lies: "Portland, Oregon"."""
    if not place:
        return False
    before = scene.mentions[place - 1]
    inner = isinstance(before.value, Place) and value.id in before.value.within
    return inner and scene.source.text[before.end : scene.mentions[place].start].strip() == ","


def happened(scene: Scene, place: int) -> bool:
    """Whether a mention is a place, by its own name, where something happened."""
    value = scene.mentions[place].value
    return isinstance(value, Place) and value.form == "name" and scene.located(place)


def located(item: Item) -> bool:
    """The same of an item."""
    return happened(item.scene, item.place)
