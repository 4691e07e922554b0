"""Facts: clusters of mentions, each other's best partners, with at most one value from each source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, product

from attrs import frozen

from factdiff.align.blocks import blocks
from factdiff.align.levels import Item, Rarity, compared, explained, items_of, total, weights
from factdiff.align.verdict import judged
from factdiff.context import Scene
from factdiff.records import Fact, Level, Mention
from factdiff.values.consensus import apart
from factdiff.values.relation import Relation, compare
from factdiff.values.tolerances import DEFAULT, Tolerances

#: sections whose mentions are set aside
ASIDE = frozenset({"boilerplate"})


@frozen(eq=False)
class Link:
    """Two items that may speak of one fact, with the labels of the levels that say so."""

    a: Item
    b: Item
    weight: float
    labels: Mapping[str, str]


def align(
    scenes: Iterable[Scene],
    glosses: Iterable[tuple[Mention, Mention]] = (),
    *,
    published: Mapping[str, date | None],
    tolerances: Tolerances = DEFAULT,
) -> tuple[Fact, ...]:
    """The facts of a story, in the order of their first mentions; mentions that join no other are facts of their own.

    ``glosses`` are pairs of mentions of one source of which the second restates the first ("Tuesday (January 2)");
    a restated amount is not compared with other sources. ``published`` tells which of two tolls is the later one.
    """
    stage = tuple(scenes)
    items = items_of(stage)
    glossed = {(a, b) for a, b in glosses}
    restated = {b for a, b in glossed if a.kind != "date"}
    taking_part = [i for i in items if i.scene.sentence(i.place).section not in ASIDE and i.mention not in restated]
    clusters = Clusters(items, glossed, tolerances)
    for link in sorted(
        links(taking_part, stage, tolerances), key=lambda link: (-link.weight, link.a.number, link.b.number)
    ):
        clusters.join(link)
    return tuple(
        judged(f"f{n}", cluster, clusters.why(cluster), published, restated, tolerances)
        for n, cluster in enumerate(clusters.all(), 1)
    )


def links(items: Iterable[Item], stage: Iterable[Scene], tolerances: Tolerances) -> Iterator[Link]:
    """The pairs of items that are each other's best partner in their two sources."""
    rarity = Rarity(sentence for scene in stage for sentence in scene.sentences)
    for sources in blocks(items):
        for one, two in combinations(sources.values(), 2):
            alone = len(one) == len(two) == 1
            pairs = [link for a, b in product(one, two) if (link := linked(a, b, alone, rarity, tolerances))]
            yield from mutual(pairs)


def linked(a: Item, b: Item, alone: bool, rarity: Rarity, tolerances: Tolerances) -> Link | None:
    """The link of two items, or None where they cannot be compared or hardly speak of one fact."""
    comparison = compare(a.value, b.value, tolerances)
    if comparison.relation is Relation.INCOMPARABLE:
        return None
    labels = compared(a, b, rarity, comparison, alone=alone)
    least = weights()["threshold"]["conflict" if comparison.relation is Relation.DISJOINT else "join"]
    weight = total(labels)
    return Link(a, b, weight, labels) if weight >= least else None


def mutual(pairs: Iterable[Link]) -> Iterator[Link]:
    """Of the links between two sources, those that are the best of both their items."""
    best: dict[tuple[str, int], Link] = {}
    ordered = sorted(pairs, key=lambda link: (-link.weight, link.a.number, link.b.number))
    for link in ordered:
        best.setdefault(("a", link.a.number), link)
        best.setdefault(("b", link.b.number), link)
    for link in ordered:
        if best["a", link.a.number] is link and best["b", link.b.number] is link:
            yield link


class Clusters:
    """Items on their way to facts: joined link by link, the strongest first."""

    def __init__(self, items: Sequence[Item], glossed: set[tuple[Mention, Mention]], tolerances: Tolerances) -> None:
        self._home: dict[int, list[Item]] = {item.number: [item] for item in items}
        self._links: defaultdict[int, list[Link]] = defaultdict(list)
        self._strong = weights()["threshold"]["conflict"]
        self._tolerances = tolerances
        by_mention = {item.mention: item for item in items} if glossed else {}
        for a, b in sorted(glossed, key=lambda pair: (pair[0].source or "", pair[0].start)):
            self._merge(by_mention[a], by_mention[b])

    def join(self, link: Link) -> None:
        """Join the clusters of a link, unless unlike values would meet in one source, or across a weak link."""
        one, two = self._home[link.a.number], self._home[link.b.number]
        if one is not two:
            for a, b in product(one, two):
                if apart(a.value, b.value, self._tolerances) and (
                    a.mention.source == b.mention.source or link.weight < self._strong
                ):
                    return
            self._merge(link.a, link.b)
        self._links[link.a.number].append(link)

    def _merge(self, a: Item, b: Item) -> None:
        one, two = self._home[a.number], self._home[b.number]
        if one is not two:
            one.extend(two)
            for item in two:
                self._home[item.number] = one

    def all(self) -> Iterator[list[Item]]:
        """The clusters, each in the order of its items, in the order of their first items."""
        for number, cluster in self._home.items():
            if min(item.number for item in cluster) == number:
                yield sorted(cluster, key=lambda item: item.number)

    def why(self, cluster: Iterable[Item]) -> tuple[Level, ...]:
        """The levels of the weakest link that holds a cluster together."""
        found = [link for item in cluster for link in self._links[item.number]]
        return explained(min(found, key=lambda link: link.weight).labels) if found else ()
