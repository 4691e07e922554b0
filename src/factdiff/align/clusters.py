"""Facts: clusters of mentions, each other's best partners, with at most one value from each source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations, islice, product

from factdiff.align.assignment import (
    DecisionRule,
    agreeing_links,
    comparable_pairs,
    conflicting_links,
    link_above_threshold,
)
from factdiff.align.blocking import blocks
from factdiff.align.compared_mentions import Item, items_of
from factdiff.align.comparison.comparison_levels import counted_label, overlap_label
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.near_duplicates import NEAR_DUPLICATE, NearDuplicates
from factdiff.align.pairs import Link
from factdiff.align.source_blocking import compared_sources
from factdiff.align.syndication import NearCopies
from factdiff.align.verdicts import to_fact
from factdiff.context import Document, comparable_mentions, restatements
from factdiff.records import Fact, Mention
from factdiff.values.amounts.amount import Amount
from factdiff.values.relation import Relation, Relations, Value
from factdiff.values.tolerances import DEFAULT, Tolerances

#: how many pairs of sources are looked at for one by which two facts are joined
TRIES = 100


def align(
    documents: Sequence[Document],
    idf: InverseDocumentFrequency,
    copies: NearCopies,
    *,
    tolerances: Tolerances = DEFAULT,
) -> tuple[Fact, ...]:
    """The facts of a story, in the order of their first mentions; mentions that join no other are facts of their own.

    Where a mention restates another of its source ("Tuesday (January 2)"), the two are one fact; a restated amount is
    not compared with other sources.
    """
    items, relations = items_of(documents), Relations(tolerances)
    restatement_pairs = {gloss for document in documents for gloss in document.cached(restatements)}
    restated = {b for a, b in restatement_pairs if a.kind != "date"}
    clusters = Clusters(items, restatement_pairs, relations)
    if len(documents) > 1:
        link_mentions(clusters, documents, items, idf, relations, copies)
    return tuple(
        to_fact(f"f{n}", cluster, clusters.weakest_link(cluster), restated, relations, copies.originals)
        for n, cluster in enumerate(clusters.all(), 1)
    )


def link_mentions(
    clusters: Clusters,
    documents: Sequence[Document],
    items: Sequence[Item],
    idf: InverseDocumentFrequency,
    relations: Relations,
    copies: NearCopies,
    decide: DecisionRule = link_above_threshold,
) -> None:
    """Join the items that speak of one fact: first those whose values agree, then what contradicts what they say, and
    last what near copies repeat.

    ``decide`` tells which of the pairs are links.
    """
    firsts = dict(
        zip(documents, accumulate((len(document.mentions) for document in documents), initial=0), strict=False)
    )
    told = {
        document: {
            index: items[first + index]
            for index in document.cached(comparable_mentions)
            if (document, index) not in copies.mentions
        }
        for document, first in firsts.items()
    }
    partners = compared_sources(documents, idf, copies.originals)
    near_duplicates = NearDuplicates(told, relations)
    met = [
        comparable_pairs(
            near_duplicates.unmatched(sources[one], two), near_duplicates.unmatched(sources[two], one), idf, relations
        )
        for sources in blocks(told)
        for one in sources
        for two in partners.get(one, ())
        if two in sources
    ]
    agreeing_ones = [link for pairs in met for link in agreeing_links(pairs, idf, decide)]
    clusters.join_all([*(link for link in near_duplicates.links if not link.pair.conflict), *agreeing_ones])
    backing_sources = clusters.backing_sources()
    unlike = [link for pairs in met for link in conflicting_links(pairs, idf, decide, backing_sources)]
    clusters.join_all([*(link for link in near_duplicates.links if link.pair.conflict), *unlike])
    clusters.join_repeated_conflicts()
    for (copy, index), (original, there) in copies.mentions.items():
        clusters.merge(items[firsts[copy] + index], items[firsts[original] + there])


def join_order(link: Link) -> tuple[float, int, int]:
    """The order in which links are joined: the heaviest first."""
    return -link.weight, link.pair.a.number, link.pair.b.number


def stated_figure(item: Item) -> tuple[object, ...]:
    """Which source gives which figure, in what unit or currency."""
    value = item.value
    figure = value.stated if isinstance(value, Amount) else None
    return item.mention.source, figure, getattr(value, "unit", None), getattr(value, "currency", None)


def can_be_one_thing(known: tuple[Item, Item], pair: tuple[Item, Item]) -> bool:
    """Whether items that say the same can be of one fact: not of unlike things, or in unlike roles."""
    return all(
        overlap_label(a.context.roles, b.context.roles) != "other" and counted_label(a, b) != "other"
        for a, b in zip(known, pair, strict=True)
    )


def has_several(items: Sequence[Item]) -> bool:
    """Whether a cluster holds more than one item."""
    return len(items) > 1


class Cluster:
    """Items that are one fact so far; by source, and their values, each once, but for those that a gloss holds."""

    __slots__ = ("_glossed", "_sources", "_values", "items")

    def __init__(self, item: Item, restatement_pairs: Container[int]) -> None:
        self.items, self._glossed = [item], restatement_pairs
        self._sources: dict[str | None, list[Item]] | None = None
        self._values: dict[int, Value] | None = None

    @property
    def sources(self) -> dict[str | None, list[Item]]:
        """The items of each source."""
        if self._sources is None:
            self._sources = {}
            self._sort(self.items)
        return self._sources

    @property
    def values(self) -> dict[int, Value]:
        """The values that all must bear."""
        if self._values is None:
            self._values = {}
            self._keep(self.items)
        return self._values

    def absorb(self, other: Cluster) -> None:
        """Take in the items of another one."""
        self.items += other.items
        self._sort(other.items)
        self._keep(other.items)

    def _sort(self, items: Iterable[Item]) -> None:
        if self._sources is not None:
            for item in items:
                self._sources.setdefault(item.mention.source, []).append(item)

    def _keep(self, items: Iterable[Item]) -> None:
        if self._values is not None:
            self._values.update((id(item.value), item.value) for item in items if item.number not in self._glossed)


class Clusters:
    """Items on their way to facts: joined link by link, those that agree first, the strongest first."""

    def __init__(
        self, items: Sequence[Item], restatement_pairs: set[tuple[Mention, Mention]], relations: Relations
    ) -> None:
        by_mention = {item.mention: item for item in items} if restatement_pairs else {}
        own = {by_mention[m].number for pair in restatement_pairs for m in pair}
        self._cluster_of = {item.number: Cluster(item, own) for item in items}
        self._links: defaultdict[int, list[Link]] = defaultdict(list)
        self._relations = relations
        for a, b in sorted(restatement_pairs, key=lambda pair: (pair[0].source or "", pair[0].start)):
            self.merge(by_mention[a], by_mention[b])

    def join_all(self, links: Iterable[Link]) -> None:
        """Join links, the heaviest first."""
        for link in sorted(links, key=join_order):
            self.join(link)

    def join(self, link: Link) -> None:
        """Join the clusters of a link, unless unlike values would meet in one source or by a link of like ones."""
        first, second = link.pair.a, link.pair.b
        one, two = self._cluster_of[first.number], self._cluster_of[second.number]
        if one is not two:
            twin = link.labels is NEAR_DUPLICATE  # a source may contradict itself there
            if not twin and len(one.items) + len(two.items) > 2 and self._clash(one, two, link.pair.conflict):
                return
            self.merge(first, second)
        self._links[first.number].append(link)

    def join_repeated_conflicts(self) -> None:
        """Join facts in which the same two sources contradict each other by the same amounts, as in title and text."""
        clusters_with: defaultdict[tuple[object, ...], list[tuple[int, Item]]] = defaultdict(list)
        for number, cluster in enumerate(filter(has_several, self.all())):
            amounts = {
                stated_figure(i): i
                for i in reversed(cluster)
                if isinstance(i.value, Amount) and i.value.stated is not None
            }
            both: defaultdict[int, list[tuple[Item, Item]]] = defaultdict(list)
            for key, item in amounts.items():
                for home, known in clusters_with[item.mention.kind, *key]:
                    both[home].append((known, item))
                clusters_with[item.mention.kind, *key].append((number, item))
            for pairs in both.values():
                self._join_repeated_conflict(sorted(pairs, key=lambda pair: pair[1].number))

    def _join_repeated_conflict(self, both: Sequence[tuple[Item, Item]]) -> None:
        """Join two facts by the items of each that say the same, if two sources contradict each other by these."""
        by_value: dict[int, list[tuple[Item, Item]]] = {}
        for pair in both:
            by_value.setdefault(id(pair[1].value), []).append(pair)
        for some, others in combinations(by_value.values(), 2):
            if self._any_disjoint([(some[0][1].value, others[0][1].value)]):
                for (one, a), (two, b) in islice(product(some, others), TRIES):
                    clusters_with = self._cluster_of[a.number], self._cluster_of[one.number]
                    unlike = a.mention.source != b.mention.source and clusters_with[0] is not clusters_with[1]
                    if unlike and can_be_one_thing((one, two), (a, b)) and not self._clash(*clusters_with, True):
                        self.merge(one, a)

    def backing_sources(self) -> Mapping[int, frozenset[str | None]]:
        """For each item by its number the sources that say what it says, as far as is known by now."""
        said: dict[int, frozenset[str | None]] = {}
        for cluster in self._cluster_of.values():
            if id(cluster) not in said:
                said[id(cluster)] = frozenset(item.mention.source for item in cluster.items)
        return {number: said[id(cluster)] for number, cluster in self._cluster_of.items()}

    def _clash(self, one: Cluster, two: Cluster, conflict: bool) -> bool:
        """Whether items must not meet in one fact: a source says a thing twice only where it restates it."""
        for source in one.sources.keys() & two.sources.keys():
            if self._any_disjoint((a.value, b.value) for a, b in product(one.sources[source], two.sources[source])):
                return True
        return not conflict and self._any_disjoint(product(one.values.values(), two.values.values()))

    def _any_disjoint(self, pairs: Iterable[tuple[Value, Value]]) -> bool:
        """Whether the values of a pair exclude each other."""
        return any(self._relations(a, b) is Relation.DISJOINT for a, b in pairs)

    def merge(self, a: Item, b: Item) -> None:
        """Make one fact of those of two items."""
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
