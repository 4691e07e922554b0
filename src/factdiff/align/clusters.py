"""Clusters: the items that links join into one fact, with at most one value from each source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, product

from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.comparison_levels import counted_label, overlap_label
from factdiff.align.near_duplicates import NEAR_DUPLICATE
from factdiff.align.pairs import Link
from factdiff.records import Mention
from factdiff.values.amounts.amount import Amount
from factdiff.values.relation import Relation, RelationCache, Value

#: how many pairs of items are tried for one by which two clusters can be joined
TRIES = 100


def join_order(link: Link) -> tuple[float, int, int]:
    """The key by which links are sorted: the heaviest first."""
    return -link.weight, link.pair.a.number, link.pair.b.number


def stated_figure(item: Item) -> tuple[object, ...]:
    """The source of an item, its figure, and its unit and currency."""
    value = item.value
    figure = value.stated if isinstance(value, Amount) else None
    return item.mention.source, figure, getattr(value, "unit", None), getattr(value, "currency", None)


def can_be_one_thing(known: tuple[Item, Item], pair: tuple[Item, Item]) -> bool:
    """Whether two pairs of items with equal figures can be one fact: they count the same things, in the same roles."""
    return all(
        overlap_label(a.context.roles, b.context.roles) != "other" and counted_label(a, b) != "other"
        for a, b in zip(known, pair, strict=True)
    )


def has_several(items: Sequence[Item]) -> bool:
    """Whether a cluster holds more than one item."""
    return len(items) > 1


class Cluster:
    """Items that are one fact so far.

    ``restating`` are the numbers of the items that restate another or are restated themselves.
    """

    __slots__ = ("_restating", "_sources", "_values", "items")

    def __init__(self, item: Item, restating: Container[int]) -> None:
        self.items, self._restating = [item], restating
        self._sources: dict[str | None, list[Item]] | None = None
        self._values: dict[int, Value] | None = None

    @property
    def sources(self) -> dict[str | None, list[Item]]:
        """The items of each source."""
        if self._sources is None:
            self._sources = {}
            self._add_by_source(self.items)
        return self._sources

    @property
    def values(self) -> dict[int, Value]:
        """The values, each once, of all items but the restating and restated ones."""
        if self._values is None:
            self._values = {}
            self._add_values(self.items)
        return self._values

    def absorb(self, other: Cluster) -> None:
        """Add the items of another cluster."""
        self.items += other.items
        self._add_by_source(other.items)
        self._add_values(other.items)

    def _add_by_source(self, items: Iterable[Item]) -> None:
        if self._sources is not None:
            for item in items:
                self._sources.setdefault(item.mention.source, []).append(item)

    def _add_values(self, items: Iterable[Item]) -> None:
        if self._values is not None:
            self._values.update((id(item.value), item.value) for item in items if item.number not in self._restating)


class Clusters:
    """All clusters of a story: at first one for each item, joined link by link.

    ``restatement_pairs`` are mentions of one source of which the second restates the first.
    """

    def __init__(
        self, items: Sequence[Item], restatement_pairs: set[tuple[Mention, Mention]], relations: RelationCache
    ) -> None:
        by_mention = {item.mention: item for item in items} if restatement_pairs else {}
        restating = {by_mention[second].number for _, second in restatement_pairs}
        self._cluster_of = {item.number: Cluster(item, restating) for item in items}
        self._links: defaultdict[int, list[Link]] = defaultdict(list)
        self._relations = relations
        for a, b in sorted(restatement_pairs, key=lambda pair: (pair[0].source or "", pair[0].start)):
            self.merge(by_mention[a], by_mention[b])

    def join_all(self, links: Iterable[Link]) -> None:
        """Join links, the heaviest first."""
        for link in sorted(links, key=join_order):
            self.join(link)

    def join(self, link: Link) -> None:
        """Join the clusters of a link, unless values that exclude each other would meet in one source.

        If the values of the link agree, all values must.
        """
        first, second = link.pair.a, link.pair.b
        one, two = self._cluster_of[first.number], self._cluster_of[second.number]
        if one is not two:
            duplicate = link.labels is NEAR_DUPLICATE  # a source may contradict itself there
            if not duplicate and len(one.items) + len(two.items) > 2 and self._clash(one, two, link.pair.conflict):
                return
            self.merge(first, second)
        self._links[first.number].append(link)

    def join_repeated_conflicts(self) -> None:
        """Join clusters in which two sources contradict each other by the same amounts, as in title and text."""
        seen: defaultdict[tuple[object, ...], list[tuple[int, Item]]] = defaultdict(list)
        for number, cluster in enumerate(filter(has_several, self.all())):
            amounts = {
                stated_figure(i): i
                for i in reversed(cluster)
                if isinstance(i.value, Amount) and i.value.stated is not None
            }
            repeated: defaultdict[int, list[tuple[Item, Item]]] = defaultdict(list)
            for key, item in amounts.items():
                for number_before, known in seen[item.mention.kind, *key]:
                    repeated[number_before].append((known, item))
                seen[item.mention.kind, *key].append((number, item))
            for pairs in repeated.values():
                self._join_repeated_conflict(sorted(pairs, key=lambda pair: pair[1].number))

    def _join_repeated_conflict(self, repeated: Sequence[tuple[Item, Item]]) -> None:
        """Join two clusters by pairs of items with equal figures, if two sources contradict each other by these."""
        by_value: dict[int, list[tuple[Item, Item]]] = {}
        for pair in repeated:
            by_value.setdefault(id(pair[1].value), []).append(pair)
        for some, others in combinations(by_value.values(), 2):
            if self._any_disjoint([(some[0][1].value, others[0][1].value)]):
                for (one, a), (two, b) in islice(product(some, others), TRIES):
                    joined = self._cluster_of[a.number], self._cluster_of[one.number]
                    unlike = a.mention.source != b.mention.source and joined[0] is not joined[1]
                    if unlike and can_be_one_thing((one, two), (a, b)) and not self._clash(*joined, True):
                        self.merge(one, a)

    def backing_sources(self) -> Mapping[int, frozenset[str | None]]:
        """The sources in the cluster of each item, by the number of the item."""
        sources: dict[int, frozenset[str | None]] = {}
        for cluster in self._cluster_of.values():
            if id(cluster) not in sources:
                sources[id(cluster)] = frozenset(item.mention.source for item in cluster.items)
        return {number: sources[id(cluster)] for number, cluster in self._cluster_of.items()}

    def _clash(self, one: Cluster, two: Cluster, conflict: bool) -> bool:
        """Whether two clusters must stay apart: joined, one source would give two values that exclude each other."""
        for source in one.sources.keys() & two.sources.keys():
            if self._any_disjoint((a.value, b.value) for a, b in product(one.sources[source], two.sources[source])):
                return True
        return not conflict and self._any_disjoint(product(one.values.values(), two.values.values()))

    def _any_disjoint(self, pairs: Iterable[tuple[Value, Value]]) -> bool:
        """Whether the two values of any pair exclude each other."""
        return any(self._relations(a, b) is Relation.DISJOINT for a, b in pairs)

    def merge(self, a: Item, b: Item) -> None:
        """Join the clusters of two items."""
        one, two = self._cluster_of[a.number], self._cluster_of[b.number]
        if one is not two:
            one, two = (one, two) if len(one.items) >= len(two.items) else (two, one)
            one.absorb(two)
            for item in two.items:
                self._cluster_of[item.number] = one

    def all(self) -> Iterator[list[Item]]:
        """The clusters, each in the order of its items, in the order of their first items."""
        for cluster in {id(cluster): cluster.items for cluster in self._cluster_of.values()}.values():
            yield sorted(cluster, key=lambda item: item.number) if len(cluster) > 1 else cluster

    def weakest_link(self, cluster: Iterable[Item]) -> Link | None:
        """The weakest link that holds a cluster together."""
        found = [link for item in cluster for link in self._links.get(item.number, ())]
        return min(found, key=lambda link: link.weight, default=None)
