"""Facts: clusters of mentions, each other's best partners, with at most one value from each source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations, islice, product

from factdiff.align.assignment import Judge, agreeing, conflicting, paired, weighed
from factdiff.align.blocking import blocks
from factdiff.align.compared_mentions import Item, items_of
from factdiff.align.comparison.comparison_levels import shared, thing
from factdiff.align.comparison.inverse_document_frequency import Rarity
from factdiff.align.near_duplicates import LABELS, Twins
from factdiff.align.pairs import Link
from factdiff.align.source_blocking import neighbours
from factdiff.align.syndication import NearCopies
from factdiff.align.verdicts import judged
from factdiff.context import Scene, restatements, taking_part
from factdiff.records import Fact, Mention
from factdiff.values.amounts.amount import Amount
from factdiff.values.relation import Relation, RelationCache, Value
from factdiff.values.tolerances import DEFAULT, Tolerances

#: how many pairs of sources are looked at for one by which two facts are joined
TRIES = 100


def align(
    stage: Sequence[Scene], rarity: Rarity, copies: NearCopies, *, tolerances: Tolerances = DEFAULT
) -> tuple[Fact, ...]:
    """The facts of a story, in the order of their first mentions; mentions that join no other are facts of their own.

    Where a mention restates another of its source ("Tuesday (January 2)"), the two are one fact; a restated amount is
    not compared with other sources.
    """
    items, relations = items_of(stage), RelationCache(tolerances)
    glossed = {gloss for scene in stage for gloss in scene.once(restatements)}
    restated = {b for a, b in glossed if a.kind != "date"}
    clusters = Clusters(items, glossed, relations)
    if len(stage) > 1:
        link_up(clusters, stage, items, rarity, relations, copies)
    return tuple(
        judged(f"f{n}", cluster, clusters.weakest(cluster), restated, relations, copies.voices)
        for n, cluster in enumerate(clusters.all(), 1)
    )


def link_up(
    clusters: Clusters,
    stage: Sequence[Scene],
    items: Sequence[Item],
    rarity: Rarity,
    relations: RelationCache,
    copies: NearCopies,
    judge: Judge = weighed,
) -> None:
    """Join the items that speak of one fact: first those whose values agree, then what contradicts what they say, and
    last what near copies repeat.

    ``judge`` tells which of the pairs are links.
    """
    firsts = dict(zip(stage, accumulate((len(scene.mentions) for scene in stage), initial=0), strict=False))
    told = {
        scene: {
            place: items[first + place] for place in scene.once(taking_part) if (scene, place) not in copies.mentions
        }
        for scene, first in firsts.items()
    }
    partners = neighbours(stage, rarity, copies.voices)
    twins = Twins(told, relations)
    met = [
        paired(twins.free(sources[one], two), twins.free(sources[two], one), rarity, relations)
        for sources in blocks(told)
        for one in sources
        for two in partners.get(one, ())
        if two in sources
    ]
    agreeing_ones = [link for pairs in met for link in agreeing(pairs, rarity, judge)]
    clusters.join_all([*(link for link in twins.links if not link.pair.conflict), *agreeing_ones])
    backers = clusters.backers()
    unlike = [link for pairs in met for link in conflicting(pairs, rarity, judge, backers)]
    clusters.join_all([*(link for link in twins.links if link.pair.conflict), *unlike])
    clusters.join_doubles()
    for (copy, place), (voice, there) in copies.mentions.items():
        clusters.merge(items[firsts[copy] + place], items[firsts[voice] + there])


def order(link: Link) -> tuple[float, int, int]:
    """The order in which links are joined: the heaviest first."""
    return -link.weight, link.pair.a.number, link.pair.b.number


def said(item: Item) -> tuple[object, ...]:
    """Which source gives which figure, in what unit or currency."""
    value = item.value
    figure = value.stated if isinstance(value, Amount) else None
    return item.mention.source, figure, getattr(value, "unit", None), getattr(value, "currency", None)


def of_one_thing(known: tuple[Item, Item], pair: tuple[Item, Item]) -> bool:
    """Whether items that say the same can be of one fact: not of unlike things, or in unlike roles."""
    return all(
        shared(a.context.roles, b.context.roles) != "other" and thing(a, b) != "other"
        for a, b in zip(known, pair, strict=True)
    )


def several(items: Sequence[Item]) -> bool:
    """Whether a cluster holds more than one item."""
    return len(items) > 1


class Cluster:
    """Items that are one fact so far; by source, and their values, each once, but for those that a gloss holds."""

    __slots__ = ("_glossed", "_sources", "_values", "items")

    def __init__(self, item: Item, glossed: Container[int]) -> None:
        self.items, self._glossed = [item], glossed
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

    def take(self, other: Cluster) -> None:
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

    def __init__(self, items: Sequence[Item], glossed: set[tuple[Mention, Mention]], relations: RelationCache) -> None:
        by_mention = {item.mention: item for item in items} if glossed else {}
        own = {by_mention[m].number for pair in glossed for m in pair}
        self._home = {item.number: Cluster(item, own) for item in items}
        self._links: defaultdict[int, list[Link]] = defaultdict(list)
        self._relations = relations
        for a, b in sorted(glossed, key=lambda pair: (pair[0].source or "", pair[0].start)):
            self.merge(by_mention[a], by_mention[b])

    def join_all(self, links: Iterable[Link]) -> None:
        """Join links, the heaviest first."""
        for link in sorted(links, key=order):
            self.join(link)

    def join(self, link: Link) -> None:
        """Join the clusters of a link, unless unlike values would meet in one source or by a link of like ones."""
        first, second = link.pair.a, link.pair.b
        one, two = self._home[first.number], self._home[second.number]
        if one is not two:
            twin = link.labels is LABELS  # a source may contradict itself there
            if not twin and len(one.items) + len(two.items) > 2 and self._clash(one, two, link.pair.conflict):
                return
            self.merge(first, second)
        self._links[first.number].append(link)

    def join_doubles(self) -> None:
        """Join facts in which the same two sources contradict each other by the same amounts, as in title and text."""
        homes: defaultdict[tuple[object, ...], list[tuple[int, Item]]] = defaultdict(list)
        for number, cluster in enumerate(filter(several, self.all())):
            amounts = {
                said(i): i for i in reversed(cluster) if isinstance(i.value, Amount) and i.value.stated is not None
            }
            both: defaultdict[int, list[tuple[Item, Item]]] = defaultdict(list)
            for key, item in amounts.items():
                for home, known in homes[item.mention.kind, *key]:
                    both[home].append((known, item))
                homes[item.mention.kind, *key].append((number, item))
            for pairs in both.values():
                self._join_double(sorted(pairs, key=lambda pair: pair[1].number))

    def _join_double(self, both: Sequence[tuple[Item, Item]]) -> None:
        """Join two facts by the items of each that say the same, if two sources contradict each other by these."""
        by_value: dict[int, list[tuple[Item, Item]]] = {}
        for pair in both:
            by_value.setdefault(id(pair[1].value), []).append(pair)
        for some, others in combinations(by_value.values(), 2):
            if self._apart([(some[0][1].value, others[0][1].value)]):
                for (one, a), (two, b) in islice(product(some, others), TRIES):
                    homes = self._home[a.number], self._home[one.number]
                    unlike = a.mention.source != b.mention.source and homes[0] is not homes[1]
                    if unlike and of_one_thing((one, two), (a, b)) and not self._clash(*homes, True):
                        self.merge(one, a)

    def backers(self) -> Mapping[int, frozenset[str | None]]:
        """For each item by its number the sources that say what it says, as far as is known by now."""
        said: dict[int, frozenset[str | None]] = {}
        for cluster in self._home.values():
            if id(cluster) not in said:
                said[id(cluster)] = frozenset(item.mention.source for item in cluster.items)
        return {number: said[id(cluster)] for number, cluster in self._home.items()}

    def _clash(self, one: Cluster, two: Cluster, conflict: bool) -> bool:
        """Whether items must not meet in one fact: a source says a thing twice only where it restates it."""
        for source in one.sources.keys() & two.sources.keys():
            if self._apart((a.value, b.value) for a, b in product(one.sources[source], two.sources[source])):
                return True
        return not conflict and self._apart(product(one.values.values(), two.values.values()))

    def _apart(self, pairs: Iterable[tuple[Value, Value]]) -> bool:
        """Whether the values of a pair exclude each other."""
        return any(self._relations(a, b) is Relation.DISJOINT for a, b in pairs)

    def merge(self, a: Item, b: Item) -> None:
        """Make one fact of those of two items."""
        one, two = self._home[a.number], self._home[b.number]
        if one is not two:
            one, two = (one, two) if len(one.items) >= len(two.items) else (two, one)
            one.take(two)
            for item in two.items:
                self._home[item.number] = one

    def all(self) -> Iterator[list[Item]]:
        """The clusters, each in the order of its items, in the order of their first items."""
        for cluster in {id(cluster): cluster.items for cluster in self._home.values()}.values():
            yield sorted(cluster, key=lambda item: item.number) if len(cluster) > 1 else cluster

    def weakest(self, cluster: Iterable[Item]) -> Link | None:
        """The weakest link that holds a cluster together."""
        found = [link for item in cluster for link in self._links.get(item.number, ())]
        return min(found, key=lambda link: link.weight, default=None)
