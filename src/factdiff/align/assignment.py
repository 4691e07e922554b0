"""Pairs and their rivals: a mention has one best partner in another source, and what agrees with one settles it.

The items that two sources have in one block are compared twice: first those whose values agree, then, of the items that
found no partner so, those whose values contradict each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from factdiff.align.agreement import agreed, borne_out
from factdiff.align.blocking import located
from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.binning import Steps, step
from factdiff.align.comparison.claims import claimed, denies, is_claim
from factdiff.align.comparison.comparison_levels import GROUPS, LIKENESS, compared, shared, total
from factdiff.align.comparison.inverse_document_frequency import Rarity
from factdiff.align.comparison.value_distance import gap, slip
from factdiff.align.contradiction import at_odds
from factdiff.align.pairs import Link, Pair
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation, RelationCache

#: by how much a pair's contexts are more alike than those of its nearest rival
MARGINS = Steps((-0.2, -0.0001, 0.0001, 0.15), ("far", "behind", "tie", "slight", "clear"))
#: levels that can show that two contexts share something
SHARED = ("event", "thing", "role", "property", "tied", "places")
#: kinds of which two articles give many of many things, and how alike sentences must be that tell of one
LOOSE, CLOSE = frozenset({"ordinal", "time"}), frozenset({"akin", "alike", "close", "same"})
#: gaps between the date of an event and those that are told beside it
BACKGROUND = frozenset({"other grain", "far days"})
#: gaps that no slip of the pen explains, between amounts that two articles give
APART = frozenset({"far times"})
#: levels that are weighed apart for each group of kinds in a claim
BY_GROUP = ("near", "clause")
#: beyond so many, rivals are many
MOST = 6
RIVALS = tuple(map(str, range(MOST + 1)))


def paired(one: Sequence[Item], two: Sequence[Item], rarity: Rarity, relations: RelationCache) -> list[Pair]:
    """The comparable pairs of the items that two sources have in one block."""
    if not one or not two:
        return []
    found, claim = [], is_claim(one[0], two[0])
    deny = denies if claim else at_odds
    apart, incomparable = Relation.DISJOINT, Relation.INCOMPARABLE
    for a, b in acquainted(one, two) if isinstance(one[0].value, Place) and not claim else product(one, two):
        relation = relations(a.value, b.value)
        if relation is incomparable or (relation is apart and not deny(a, b)):
            continue
        here, there = a.context, b.context
        if here.course * there.course < 0 and relation is not apart:
            continue  # a gain of 8 per cent is no loss of 8 per cent
        near = rarity.likeness(here.near, there.near)
        found.append(Pair(a, b, relation, near + rarity.sentences(here.sentence, there.sentence), near))
    return found


def acquainted(one: Sequence[Item], two: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """The pairs of places that can agree or be at odds, but for those of which one holds the other and either is named
    by both sources: what is the same speaks louder.
    """
    both = {id(a.value) for a in one} & {id(b.value) for b in two}
    places = [(b, b.value, located(b), id(b.value) in both) for b in two if isinstance(b.value, Place)]
    for a in one:
        if isinstance(place := a.value, Place):
            here, named = located(a), id(place) in both
            for b, other, there, known in places:
                if place is other:
                    yield a, b
                elif place.id in other.within or other.id in place.within:
                    if not (named or known):
                        yield a, b
                elif place.country == other.country or (here and there):
                    yield a, b


Judge = Callable[[str, Pair, Mapping[str, str]], Link | None]


def agreeing(pairs: Sequence[Pair], rarity: Rarity, judge: Judge) -> list[Link]:
    """The links of two sources whose values agree and that are each other's best.

    What has its equal in the other source is not asked about values that only can be the same.
    """
    found = agreed(pairs)
    equal = [pair for pair in found if pair.relation is Relation.EQUAL]
    same = {item.number for pair in equal for item in (pair.a, pair.b)}
    others = [pair for pair in found if pair.a.number not in same and pair.b.number not in same]
    return best_of(judged("agree", [*equal, *others], pairs, rarity, judge))


def conflicting(
    pairs: Sequence[Pair], rarity: Rarity, judge: Judge, backers: Mapping[int, frozenset[str | None]]
) -> list[Link]:
    """The links of two sources whose values contradict each other, neither of which the other source confirms.

    ``backers`` are the sources that say what an item says, by its number: the more stand behind the two sides, the
    likelier it is that they speak of one fact. What one sentence claims is a question of its own.
    """
    free, unlike = [], [pair for pair in pairs if pair.conflict]
    claim = bool(unlike) and is_claim(unlike[0].a, unlike[0].b)
    if not claim and not any(conceivable(pair, rarity) for pair in unlike):
        return []
    settled = borne_out(pairs) if claim else ()
    for pair in unlike:
        if pair.a.number not in settled and pair.b.number not in settled:
            here, there = backers[pair.a.number], backers[pair.b.number]
            if pair.b.mention.source not in here and pair.a.mention.source not in there:
                stand = len(here) + len(there), not here.isdisjoint(there)
                free.append(Pair(pair.a, pair.b, pair.relation, pair.likeness, pair.near, *stand))
    asked = free if claim else [pair for pair in free if conceivable(pair, rarity)]
    return best_of(judged("claim" if claim else "conflict", asked, free, rarity, judge))


def judged(
    question: str, pairs: Sequence[Pair], rivals: Sequence[Pair], rarity: Rarity, judge: Judge
) -> Iterator[Link]:
    """The pairs that a judge takes for links, after all their levels have been looked at."""
    if not pairs:
        return
    shares: defaultdict[Item, list[float]] = defaultdict(list)
    for rival in rivals:
        shares[rival.a].append(rival.likeness)
        shares[rival.b].append(rival.likeness)
    for some in shares.values():
        some.sort(reverse=True)
    for pair in pairs:
        here, there = shares[pair.a], shares[pair.b]
        labels = compared(pair.a, pair.b, rarity, pair.relation, pair.near)
        labels["rivals"] = RIVALS[min(len(here) + len(there) - 2, MOST)]
        next_best = max(nearest(pair.likeness, here), nearest(pair.likeness, there))
        labels["margin"] = step(MARGINS, pair.likeness - next_best)
        if question != "agree":
            labels["backing"] = "more" if pair.backing > 2 else "none"
            labels["together"] = "both" if pair.together else "none"
        if question == "claim":
            labels |= claimed(pair.a, pair.b, rarity)
            group = GROUPS.get(labels["kind"], "amount")
            labels |= {level: f"{group}, {labels[level]}" for level in BY_GROUP}
            del labels["depth"]  # a claim is looked for wherever a text may tell of it
        link = judge(question, pair, labels) if comparable(question, labels) else None
        if link is not None:
            yield link


def comparable(question: str, labels: Mapping[str, str]) -> bool:
    """Whether a pair can be a link at all, whatever it weighs.

    A scale has so few grades that one is met twice by chance: terms agree only where no other fits better and they do
    not belong to two things. Small counts are alike by chance as well, and need contexts that share something. Two
    single sentences that are held against each other are taken to tell of one thing.
    """
    if question == "agree" and labels["kind"] == "term":
        return labels["margin"] not in ("behind", "far") and labels["tied"] != "other"
    if question == "agree" and labels["kind"] == "number":
        return labels["value"] == "distinctive" or labels["role"] == "same" or in_common(labels)
    if question == "claim":
        return labels["texts"] == "sentences" or in_common(labels)
    return question == "agree" or (in_common(labels) and labels["value"] not in APART)


def conceivable(pair: Pair, rarity: Rarity) -> bool:
    """Whether two articles can contradict each other by the values of a pair, as far as their sentences tell.

    Of dates and of values that articles give many of, few pairs can: no others need to be compared.
    """
    kind = pair.a.mention.kind
    if kind == "date":
        return one_event(pair, alike(pair, rarity))
    return kind not in LOOSE or alike(pair, rarity) in CLOSE


def alike(pair: Pair, rarity: Rarity) -> str:
    """How alike the sentences of a pair are."""
    return step(LIKENESS, rarity.sentences(pair.a.context.sentence, pair.b.context.sentence))


def one_event(pair: Pair, sentences: str) -> bool:
    """Whether two unlike dates can be of one event: their clauses tell of one class, in sentences that share something.

    A story has many days, and each of its events one; a day that is right but for its year needs little more. A day is
    not set against a month or a year, nor against one of another season, which are likely told as background.
    """
    if sentences in ("none", "little"):
        return sentences == "little" and slip(pair.a.value, pair.b.value)
    same = shared(pair.a.context.events, pair.b.context.events) == "same"
    distance = gap(pair.a.value, pair.b.value)
    return distance == "slip" or (same and distance not in BACKGROUND)


def in_common(labels: Mapping[str, str]) -> bool:
    """Whether the contexts of a pair share anything: a lack of rivals alone is no reason to compare values.

    A slip of the pen is reason enough, unless other values fit far better or the sentences give unlike dates.
    """
    if labels["sentence"] != "none" or any(labels.get(level, "").endswith("same") for level in SHARED):
        return True
    return labels["value"] == "slip" and labels["margin"] != "far" and labels.get("when") != "other"


def nearest(likeness: float, shares: Sequence[float]) -> float:
    """The best likeness of a pair's rivals, of shares in falling order that hold its own; nothing where it has none."""
    if len(shares) < 2:
        return 0.0
    return shares[1] if shares[0] == likeness else shares[0]


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
    return Link(question, pair, labels, weight) if weight >= 0.0 else None
