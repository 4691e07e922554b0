"""Pairs and their rivals: a mention has one best partner in another source, and what agrees with one settles it.

The items that two sources have in one block are compared twice: first those whose values agree, then, of the items that
found no partner so, those whose values contradict each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from factdiff.align.agreement import agreeing_pairs, confirmed_items
from factdiff.align.blocking import item_is_event_location
from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.binning import Bins, bin_label
from factdiff.align.comparison.claims import claim_can_contradict, claim_labels, is_claim
from factdiff.align.comparison.comparison_levels import (
    KIND_GROUPS,
    SIMILARITY,
    context_labels,
    match_weight,
    overlap_label,
)
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.comparison.value_distance import distance_label, is_slip
from factdiff.align.contradiction import can_contradict
from factdiff.align.pairs import Link, Pair
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation, Relations

#: by how much a pair's contexts are more alike than those of its nearest rival
MARGINS = Bins((-0.2, -0.0001, 0.0001, 0.15), ("far", "behind", "tie", "slight", "clear"))
#: levels that can show that two contexts share something
CONTEXT_LEVELS = ("event", "thing", "role", "property", "tied", "places")
#: kinds of which two articles give many of many things, and how alike sentences must be that tell of one
FREQUENT_KINDS, SIMILAR_SENTENCES = frozenset({"ordinal", "time"}), frozenset({"akin", "alike", "close", "same"})
#: gaps between the date of an event and those that are told beside it
BACKGROUND_DISTANCES = frozenset({"other grain", "far days"})
#: gaps that no slip of the pen explains, between amounts that two articles give
INCOMPARABLE_DISTANCES = frozenset({"far times"})
#: levels that are weighed apart for each group of kinds in a claim
LEVELS_BY_GROUP = ("near", "clause")
#: beyond so many, rivals are many
MOST_RIVALS = 6
RIVAL_LABELS = tuple(map(str, range(MOST_RIVALS + 1)))


def comparable_pairs(
    one: Sequence[Item], two: Sequence[Item], idf: InverseDocumentFrequency, relations: Relations
) -> list[Pair]:
    """The comparable pairs of the items that two sources have in one block."""
    if not one or not two:
        return []
    found, claim = [], is_claim(one[0], two[0])
    deny = claim_can_contradict if claim else can_contradict
    apart, incomparable = Relation.DISJOINT, Relation.INCOMPARABLE
    for a, b in comparable_places(one, two) if isinstance(one[0].value, Place) and not claim else product(one, two):
        relation = relations(a.value, b.value)
        if relation is incomparable or (relation is apart and not deny(a, b)):
            continue
        here, there = a.context, b.context
        if here.direction * there.direction < 0 and relation is not apart:
            continue  # a gain of 8 per cent is no loss of 8 per cent
        near = idf.similarity(here.near, there.near)
        found.append(Pair(a, b, relation, near + idf.sentence_similarity(here.sentence, there.sentence), near))
    return found


def comparable_places(one: Sequence[Item], two: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """The pairs of places that can agree or be at odds, but for those of which one holds the other and either is named
    by both sources: what is the same speaks louder.
    """
    both = {id(a.value) for a in one} & {id(b.value) for b in two}
    places = [(b, b.value, item_is_event_location(b), id(b.value) in both) for b in two if isinstance(b.value, Place)]
    for a in one:
        if isinstance(place := a.value, Place):
            here, named = item_is_event_location(a), id(place) in both
            for b, other, there, known in places:
                if place is other:
                    yield a, b
                elif place.id in other.within or other.id in place.within:
                    if not (named or known):
                        yield a, b
                elif place.country == other.country or (here and there):
                    yield a, b


DecisionRule = Callable[[str, Pair, Mapping[str, str]], Link | None]


def agreeing_links(pairs: Sequence[Pair], idf: InverseDocumentFrequency, decide: DecisionRule) -> list[Link]:
    """The links of two sources whose values agree and that are each other's best.

    What has its equal in the other source is not asked about values that only can be the same.
    """
    found = agreeing_pairs(pairs)
    equal = [pair for pair in found if pair.relation is Relation.EQUAL]
    same = {item.number for pair in equal for item in (pair.a, pair.b)}
    others = [pair for pair in found if pair.a.number not in same and pair.b.number not in same]
    return mutual_best(decided_links("agree", [*equal, *others], pairs, idf, decide))


def conflicting_links(
    pairs: Sequence[Pair],
    idf: InverseDocumentFrequency,
    decide: DecisionRule,
    backing_sources: Mapping[int, frozenset[str | None]],
) -> list[Link]:
    """The links of two sources whose values contradict each other, neither of which the other source confirms.

    ``backing_sources`` are the sources that say what an item says, by its number: the more stand behind the two sides, the
    likelier it is that they speak of one fact. What one sentence claims is a question of its own.
    """
    free, unlike = [], [pair for pair in pairs if pair.conflict]
    claim = bool(unlike) and is_claim(unlike[0].a, unlike[0].b)
    if not claim and not any(can_conflict(pair, idf) for pair in unlike):
        return []
    settled = confirmed_items(pairs) if claim else ()
    for pair in unlike:
        if pair.a.number not in settled and pair.b.number not in settled:
            here, there = backing_sources[pair.a.number], backing_sources[pair.b.number]
            if pair.b.mention.source not in here and pair.a.mention.source not in there:
                stand = len(here) + len(there), not here.isdisjoint(there)
                free.append(Pair(pair.a, pair.b, pair.relation, pair.similarity, pair.near, *stand))
    asked = free if claim else [pair for pair in free if can_conflict(pair, idf)]
    return mutual_best(decided_links("claim" if claim else "conflict", asked, free, idf, decide))


def decided_links(
    question: str, pairs: Sequence[Pair], rivals: Sequence[Pair], idf: InverseDocumentFrequency, decide: DecisionRule
) -> Iterator[Link]:
    """The pairs that a judge takes for links, after all their levels have been looked at."""
    if not pairs:
        return
    shares: defaultdict[Item, list[float]] = defaultdict(list)
    for rival in rivals:
        shares[rival.a].append(rival.similarity)
        shares[rival.b].append(rival.similarity)
    for some in shares.values():
        some.sort(reverse=True)
    for pair in pairs:
        here, there = shares[pair.a], shares[pair.b]
        labels = context_labels(pair.a, pair.b, idf, pair.relation, pair.near)
        labels["rivals"] = RIVAL_LABELS[min(len(here) + len(there) - 2, MOST_RIVALS)]
        next_best = max(best_rival(pair.similarity, here), best_rival(pair.similarity, there))
        labels["margin"] = bin_label(MARGINS, pair.similarity - next_best)
        if question != "agree":
            labels["backing"] = "more" if pair.backing > 2 else "none"
            labels["together"] = "both" if pair.together else "none"
        if question == "claim":
            labels |= claim_labels(pair.a, pair.b, idf)
            group = KIND_GROUPS.get(labels["kind"], "amount")
            labels |= {level: f"{group}, {labels[level]}" for level in LEVELS_BY_GROUP}
            del labels["depth"]  # a claim is looked for wherever a text may tell of it
        link = decide(question, pair, labels) if can_be_link(question, labels) else None
        if link is not None:
            yield link


def can_be_link(question: str, labels: Mapping[str, str]) -> bool:
    """Whether a pair can be a link at all, whatever it weighs.

    A scale has so few grades that one is met twice by chance: terms agree only where no other fits better and they do
    not belong to two things. Small counts are alike by chance as well, and need contexts that share something. Two
    single sentences that are held against each other are taken to tell of one thing.
    """
    if question == "agree" and labels["kind"] == "term":
        return labels["margin"] not in ("behind", "far") and labels["tied"] != "other"
    if question == "agree" and labels["kind"] == "number":
        return labels["value"] == "distinctive" or labels["role"] == "same" or share_context(labels)
    if question == "claim":
        return labels["texts"] == "sentences" or share_context(labels)
    return question == "agree" or (share_context(labels) and labels["value"] not in INCOMPARABLE_DISTANCES)


def can_conflict(pair: Pair, idf: InverseDocumentFrequency) -> bool:
    """Whether two articles can contradict each other by the values of a pair, as far as their sentences tell.

    Of dates and of values that articles give many of, few pairs can: no others need to be compared.
    """
    kind = pair.a.mention.kind
    if kind == "date":
        return can_be_one_event(pair, sentence_label(pair, idf))
    return kind not in FREQUENT_KINDS or sentence_label(pair, idf) in SIMILAR_SENTENCES


def sentence_label(pair: Pair, idf: InverseDocumentFrequency) -> str:
    """How alike the sentences of a pair are."""
    return bin_label(SIMILARITY, idf.sentence_similarity(pair.a.context.sentence, pair.b.context.sentence))


def can_be_one_event(pair: Pair, sentences: str) -> bool:
    """Whether two unlike dates can be of one event: their clauses tell of one class, in sentences that share something.

    A story has many days, and each of its events one; a day that is right but for its year needs little more. A day is
    not set against a month or a year, nor against one of another season, which are likely told as background.
    """
    if sentences in ("none", "little"):
        return sentences == "little" and is_slip(pair.a.value, pair.b.value)
    same = overlap_label(pair.a.context.events, pair.b.context.events) == "same"
    distance = distance_label(pair.a.value, pair.b.value)
    return distance == "slip" or (same and distance not in BACKGROUND_DISTANCES)


def share_context(labels: Mapping[str, str]) -> bool:
    """Whether the contexts of a pair share anything: a lack of rivals alone is no reason to compare values.

    A slip of the pen is reason enough, unless other values fit far better or the sentences give unlike dates.
    """
    if labels["sentence"] != "none" or any(labels.get(level, "").endswith("same") for level in CONTEXT_LEVELS):
        return True
    return labels["value"] == "slip" and labels["margin"] != "far" and labels.get("when") != "other"


def best_rival(likeness: float, shares: Sequence[float]) -> float:
    """The best likeness of a pair's rivals, of shares in falling order that hold its own; nothing where it has none."""
    if len(shares) < 2:
        return 0.0
    return shares[1] if shares[0] == likeness else shares[0]


def mutual_best(links: Iterable[Link]) -> list[Link]:
    """The links that are the best of both their items."""
    ordered = sorted(links, key=lambda link: (-link.weight, link.pair.a.number, link.pair.b.number))
    best: dict[int, Link] = {}
    for link in ordered:
        best.setdefault(link.pair.a.number, link)
        best.setdefault(link.pair.b.number, link)
    return [x for x in ordered if best[x.pair.a.number] is x and best[x.pair.b.number] is x]


def link_above_threshold(question: str, pair: Pair, labels: Mapping[str, str]) -> Link | None:
    """The link of a pair whose weight passes the threshold of its question; None for any other."""
    weight = match_weight(question, labels)
    return Link(question, pair, labels, weight) if weight >= 0.0 else None
