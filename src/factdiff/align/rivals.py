"""Pairs and their rivals: a mention has one best partner in another source, and what agrees with one settles it.

The items that two sources have in one block are compared twice: first those whose values agree, then, of the items that
found no partner so, those whose values contradict each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from attrs import frozen

from factdiff.align.blocks import located
from factdiff.align.levels import Item, Rarity, compared, shared, thing, total
from factdiff.values.number import Number
from factdiff.values.place import Place
from factdiff.values.relation import Comparison, Relation, compare
from factdiff.values.tolerances import Tolerances

#: by how much a pair's contexts are more alike than those of its nearest rival
MARGINS = ((0.15, "clear"), (0.0001, "slight"), (-0.0001, "tie"), (-0.2, "behind"))
#: levels that can show that two contexts share something
SHARED = ("event", "thing", "role", "property", "tied", "places")
#: beyond so many, rivals are many
MOST = 6


@frozen(eq=False)
class Pair:
    """Two items of two sources; ``likeness`` is that of their contexts alone, the values left out."""

    a: Item
    b: Item
    comparison: Comparison
    likeness: float

    @property
    def conflict(self) -> bool:
        """Whether no value is true of both."""
        return self.comparison.relation is Relation.DISJOINT


@frozen(eq=False)
class Link:
    """A pair that speaks of one fact: the labels that say so, and the weight that they make above the threshold."""

    pair: Pair
    labels: Mapping[str, str]
    weight: float


def paired(one: Sequence[Item], two: Sequence[Item], rarity: Rarity, tolerances: Tolerances) -> list[Pair]:
    """The comparable pairs of the items that two sources have in one block."""
    found = []
    for a, b in product(one, two):
        comparison = compare(a.value, b.value, tolerances)
        if comparison.relation is Relation.INCOMPARABLE:
            continue
        if comparison.relation is Relation.DISJOINT and not at_odds(a, b):
            continue
        here, there = a.context, b.context
        likeness = rarity.likeness(here.near, there.near) + rarity.sentences(here.sentence, there.sentence)
        found.append(Pair(a, b, comparison, likeness))
    return found


def at_odds(a: Item, b: Item) -> bool:
    """Whether two items with unlike values can be at odds at all.

    Places can where something happened, and counts where they count like things in like roles: the dead and the hurt
    are two counts.
    """
    if isinstance(a.value, Place):
        return located(a) and located(b)
    if isinstance(a.value, Number):
        return thing(a, b) != "other" and shared(a.context.roles, b.context.roles) != "other"
    return True


Judge = Callable[[str, Pair, Mapping[str, str]], Link | None]


def links(pairs: Sequence[Pair], rarity: Rarity, judge: Judge) -> Iterator[Link]:
    """The links between two sources: agreeing pairs that are each other's best, then conflicts of what is left."""
    agreeing = best_of(judged("agree", [pair for pair in pairs if not pair.conflict], pairs, rarity, judge))
    yield from agreeing
    settled = {item.number for link in agreeing for item in (link.pair.a, link.pair.b)}
    free = [p for p in pairs if p.conflict and p.a.number not in settled and p.b.number not in settled]
    yield from best_of(judged("conflict", free, free, rarity, judge))


def judged(
    question: str, pairs: Sequence[Pair], rivals: Sequence[Pair], rarity: Rarity, judge: Judge
) -> Iterator[Link]:
    """The pairs that a judge takes for links, after all their levels have been looked at."""
    if not pairs:
        return
    shares: defaultdict[int, list[float]] = defaultdict(list)
    for rival in rivals:
        shares[rival.a.number].append(rival.likeness)
        shares[rival.b.number].append(rival.likeness)
    for pair in pairs:
        here, there = shares[pair.a.number], shares[pair.b.number]
        labels = compared(pair.a, pair.b, rarity, pair.comparison)
        labels["rivals"] = str(min(len(here) + len(there) - 2, MOST))
        labels["margin"] = margin(pair.likeness, here, there)
        link = judge(question, pair, labels) if question == "agree" or in_common(labels) else None
        if link is not None:
            yield link


def in_common(labels: Mapping[str, str]) -> bool:
    """Whether the contexts of a pair share anything: a lack of rivals alone is no reason to compare values."""
    same = any(labels.get(level, "").endswith("same") for level in SHARED)
    return same or labels["sentence"] != "none" or labels["value"] == "slip"


def margin(likeness: float, *rivals: Sequence[float]) -> str:
    """By how much a pair leads its nearest rival, on the side where it leads by less."""
    lead = min(likeness - nearest(likeness, shares) for shares in rivals)
    return next((label for least, label in MARGINS if lead >= least), "far")


def nearest(likeness: float, shares: Sequence[float]) -> float:
    """The best likeness of a pair's rivals; nothing where it has none."""
    if len(shares) < 2:
        return 0.0
    first, second = sorted(shares, reverse=True)[:2]
    return second if first == likeness else first


def best_of(links: Iterable[Link]) -> list[Link]:
    """The links that are the best of both their items."""
    ordered = sorted(links, key=lambda link: (-link.weight, link.pair.a.number, link.pair.b.number))
    best: dict[int, Link] = {}
    for link in ordered:
        best.setdefault(link.pair.a.number, link)
        best.setdefault(link.pair.b.number, link)
    return [x for x in ordered if best[x.pair.a.number] is x and best[x.pair.b.number] is x]


def weighed(question: str, pair: Pair, labels: Mapping[str, str]) -> Link | None:
    """The link of a pair whose weight passes the threshold of its question; None for any other."""
    weight = total(question, labels)
    return Link(pair, labels, weight) if weight >= 0.0 else None
