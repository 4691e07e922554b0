"""Facts: clusters of mentions, each other's best partners, with at most one value from each source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, combinations, islice, product

from factdiff.align.blocks import blocks
from factdiff.align.copies import NearCopies
from factdiff.align.items import Item, items_of
from factdiff.align.levels import explained, shared, thing
from factdiff.align.pairs import Link
from factdiff.align.rarity import Rarity
from factdiff.align.rivals import Judge, agreeing, conflicting, paired, weighed
from factdiff.align.twins import LABELS, Twins
from factdiff.align.verdict import judged
from factdiff.context import Scene, restatements, taking_part
from factdiff.records import Fact, Level, Mention
from factdiff.values.amount import Amount
from factdiff.values.relation import Relation, Relations, Value
from factdiff.values.tolerances import DEFAULT, Tolerances

#: with how many others a source of a large story is compared
PARTNERS = 4
#: the stem of a country
COUNTRY = re.compile(r"=[A-Z]{2}")
#: what share of their best partners' likeness two sources of one story must have
RELATED = 0.33


def align(
    stage: Sequence[Scene], rarity: Rarity, copies: NearCopies, *, tolerances: Tolerances = DEFAULT
) -> tuple[Fact, ...]:
    """The facts of a story, in the order of their first mentions; mentions that join no other are facts of their own.

    Where a mention restates another of its source ("Tuesday (January 2)"), the two are one fact; a restated amount is
    not compared with other sources.
    """
    items, relations = items_of(stage), Relations(tolerances)
    glossed = {gloss for scene in stage for gloss in scene.once(restatements)}
    restated = {b for a, b in glossed if a.kind != "date"}
    clusters = Clusters(items, glossed, relations)
    if len(stage) > 1:
        link_up(clusters, stage, items, rarity, relations, copies)
    return tuple(
        judged(f"f{n}", cluster, clusters.why(cluster) if len(cluster) > 1 else (), restated, relations, copies.voices)
        for n, cluster in enumerate(clusters.all(), 1)
    )


def link_up(
    clusters: Clusters,
    stage: Sequence[Scene],
    items: Sequence[Item],
    rarity: Rarity,
    relations: Relations,
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
        for one, two in combinations(sources, 2)
        if (one, two) in partners
    ]
    agreeing_ones = [link for pairs in met for link in agreeing(pairs, rarity, judge)]
    clusters.join_all([*(link for link in twins.links if not link.pair.conflict), *agreeing_ones])
    sources = cache(clusters.sources)
    unlike = [link for pairs in met for link in conflicting(pairs, rarity, judge, sources)]
    clusters.join_all([*(link for link in twins.links if link.pair.conflict), *unlike])
    clusters.join_doubles()
    for (copy, place), (voice, there) in copies.mentions.items():
        clusters.merge(items[firsts[copy] + place], items[firsts[voice] + there])


def neighbours(stage: Sequence[Scene], rarity: Rarity, voices: Mapping[str, str]) -> set[tuple[str, str]]:
    """The pairs of sources that are compared: those of one story, of a large one each with the few most like it.

    Two sources that are far less alike than each is with its best partner, near copies aside, tell two stories, and so
    do two articles that name no country in common. Facts chain over the pairs, so that one that all tell is found
    whole, and the work grows with the number of sources. ``voices`` gives the source that each is a near copy of.
    """
    scenes = {scene.source.id or "": scene for scene in stage}
    ids = sorted(scenes)
    stems = {id: scene.once(bag) for id, scene in scenes.items()}
    named = {id: scene.once(lands) for id, scene in scenes.items()}
    alike = {
        (one, two): rarity.likeness(stems[one], stems[two])
        for one, two in combinations(ids, 2)
        if not named[one] or not named[two] or not named[one].isdisjoint(named[two])
    }
    best = dict.fromkeys(ids, 0.0)
    for pair, share in alike.items():
        if voices[pair[0]] != voices[pair[1]]:
            for id in pair:
                best[id] = max(best[id], share)
    found = {pair for pair, share in alike.items() if share >= RELATED * (best[pair[0]] + best[pair[1]]) / 2}
    if len(ids) <= 2 * PARTNERS:
        return found
    by_source: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for one, two in sorted(found, key=lambda pair: (-alike[pair], pair)):
        by_source[one].setdefault(voices[two], (one, two))
        by_source[two].setdefault(voices[one], (one, two))
    return {pair for pairs in by_source.values() for pair in islice(pairs.values(), PARTNERS)}


def bag(scene: Scene) -> frozenset[str]:
    """The stems of a source, each once."""
    return frozenset().union(*(sentence.bag for sentence in scene.sentences))


def lands(scene: Scene) -> frozenset[str]:
    """The countries that an article names; none of a single sentence, which is no article."""
    named = (stem for stem in scene.once(bag) if COUNTRY.fullmatch(stem))
    return frozenset(named) if len(scene.sentences) > 1 else frozenset()


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


class Clusters:
    """Items on their way to facts: joined link by link, those that agree first, the strongest first."""

    def __init__(self, items: Sequence[Item], glossed: set[tuple[Mention, Mention]], relations: Relations) -> None:
        self._home: dict[int, list[Item]] = {item.number: [item] for item in items}
        self._links: defaultdict[int, list[Link]] = defaultdict(list)
        self._relations = relations
        by_mention = {item.mention: item for item in items} if glossed else {}
        self._glossed = {by_mention[m].number for pair in glossed for m in pair}
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
            if not twin and len(one) + len(two) > 2 and self._clash(one, two, link.pair.conflict):
                return
            self.merge(first, second)
        self._links[first.number].append(link)

    def join_doubles(self) -> None:
        """Join facts in which the same two sources contradict each other by the same amounts, as in title and text."""
        first: dict[tuple[object, ...], tuple[Item, Item]] = {}
        for cluster in filter(several, self.all()):
            amounts = {
                said(i): i for i in reversed(cluster) if isinstance(i.value, Amount) and i.value.stated is not None
            }
            for a, b in combinations(sorted(amounts.values(), key=lambda item: item.number), 2):
                if a.mention.source != b.mention.source and self._apart([(a.value, b.value)]):
                    known = first.setdefault((a.mention.kind, *said(a), *said(b)), (a, b))
                    homes = self._home[a.number], self._home[known[0].number]
                    if homes[0] is not homes[1] and of_one_thing(known, (a, b)) and not self._clash(*homes, True):
                        self.merge(known[0], a)

    def sources(self, item: Item) -> set[str]:
        """The sources that say what an item says, as far as is known by now."""
        return {other.mention.source or "" for other in self._home[item.number]}

    def _clash(self, one: Sequence[Item], two: Sequence[Item], conflict: bool) -> bool:
        """Whether items must not meet in one fact: a source says a thing twice only where it restates it."""
        met = {item.mention.source for item in one} & {item.mention.source for item in two}
        if met:
            own = product(*([item for item in some if item.mention.source in met] for some in (one, two)))
            if self._apart((a.value, b.value) for a, b in own if a.mention.source == b.mention.source):
                return True
        if conflict:
            return False
        values = ([item.value for item in some if item.number not in self._glossed] for some in (one, two))
        return self._apart((a, b) for a, b in product(*values))

    def _apart(self, pairs: Iterable[tuple[Value, Value]]) -> bool:
        """Whether the values of a pair exclude each other."""
        return any(self._relations(a, b) is Relation.DISJOINT for a, b in pairs)

    def merge(self, a: Item, b: Item) -> None:
        """Make one fact of those of two items."""
        one, two = self._home[a.number], self._home[b.number]
        if one is not two:
            one.extend(two)
            for item in two:
                self._home[item.number] = one

    def all(self) -> Iterator[list[Item]]:
        """The clusters, each in the order of its items, in the order of their first items."""
        for cluster in {id(cluster): cluster for cluster in self._home.values()}.values():
            yield sorted(cluster, key=lambda item: item.number) if len(cluster) > 1 else cluster

    def why(self, cluster: Iterable[Item]) -> tuple[Level, ...]:
        """The levels of the weakest link that holds a cluster together."""
        found = [link for item in cluster for link in self._links.get(item.number, ())]
        if not found:
            return ()
        weakest = min(found, key=lambda link: link.weight)
        return explained("conflict" if weakest.pair.conflict else "agree", weakest.labels)
