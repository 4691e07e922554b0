"""Assignment: the pairs of items of two sources that are each other's best match.

The items that two sources have in one block are compared twice: first the pairs whose values agree, then, among the
items without a partner so far, the pairs whose values contradict each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factdiff.align.agreement import agreeing_pairs, confirmed_items
from factdiff.align.candidates.link_conditions import can_be_link, can_conflict
from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.binning import Bins, bin_label
from factdiff.align.comparison.claims import claim_labels, is_claim
from factdiff.align.comparison.comparison_levels import (
    KIND_GROUPS,
    context_labels,
    match_weight,
)
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.pairs import Link, Pair
from factdiff.values.relation import Relation

#: by how much the contexts of a pair are more similar than those of the best competing pair
MARGINS = Bins((-0.2, -0.0001, 0.0001, 0.15), ("far", "behind", "tie", "slight", "clear"))
#: the levels that are weighed apart for each group of kinds in a claim
LEVELS_BY_GROUP = ("near", "clause")
#: the labels for the number of competing pairs; a larger number has the last one
MOST_RIVALS = 6
RIVAL_LABELS = tuple(map(str, range(MOST_RIVALS + 1)))

#: the link that a pair with its labels makes for a question (agree, conflict, claim); None for a pair that makes none
DecisionRule = Callable[[str, Pair, Mapping[str, str]], Link | None]


def agreeing_links(pairs: Sequence[Pair], idf: InverseDocumentFrequency, decide: DecisionRule) -> list[Link]:
    """The links between items of two sources whose values agree and that are each other's best match.

    An item with an equal value in the other source is not compared with values that are only compatible with its own.
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
    """The links between items of two sources whose values contradict each other, where no source gives both values.

    ``backing_sources`` are, by the number of an item, the sources that agree with it: the more of them the two sides
    have, the likelier it is that both speak of one fact. The values of a claim are a question of their own.
    """
    free, unlike = [], [pair for pair in pairs if pair.conflict]
    claim = bool(unlike) and is_claim(unlike[0].a, unlike[0].b)
    if not claim and not any(can_conflict(pair, idf) for pair in unlike):
        return []
    confirmed = confirmed_items(pairs) if claim else ()
    for pair in unlike:
        if pair.a.number not in confirmed and pair.b.number not in confirmed:
            here, there = backing_sources[pair.a.number], backing_sources[pair.b.number]
            if pair.b.mention.source not in here and pair.a.mention.source not in there:
                stand = len(here) + len(there), not here.isdisjoint(there)
                free.append(Pair(pair.a, pair.b, pair.relation, pair.similarity, pair.near, *stand))
    asked = free if claim else [pair for pair in free if can_conflict(pair, idf)]
    return mutual_best(decided_links("claim" if claim else "conflict", asked, free, idf, decide))


def decided_links(
    question: str, pairs: Sequence[Pair], rivals: Sequence[Pair], idf: InverseDocumentFrequency, decide: DecisionRule
) -> Iterator[Link]:
    """The links that a decision rule makes of pairs, given the labels of all their levels.

    ``rivals`` are all pairs that compete for the same items.
    """
    if not pairs:
        return
    similarities: defaultdict[Item, list[float]] = defaultdict(list)
    for rival in rivals:
        similarities[rival.a].append(rival.similarity)
        similarities[rival.b].append(rival.similarity)
    for competing in similarities.values():
        competing.sort(reverse=True)
    for pair in pairs:
        here, there = similarities[pair.a], similarities[pair.b]
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


def best_rival(similarity: float, similarities: Sequence[float]) -> float:
    """The similarity of the best competing pair, or 0 where there is none; ``similarities`` fall and hold its own."""
    if len(similarities) < 2:
        return 0.0
    return similarities[1] if similarities[0] == similarity else similarities[0]


def mutual_best(links: Iterable[Link]) -> list[Link]:
    """The links that are the heaviest of both their items."""
    ordered = sorted(links, key=lambda link: (-link.weight, link.pair.a.number, link.pair.b.number))
    best: dict[int, Link] = {}
    for link in ordered:
        best.setdefault(link.pair.a.number, link)
        best.setdefault(link.pair.b.number, link)
    return [x for x in ordered if best[x.pair.a.number] is x and best[x.pair.b.number] is x]


def link_above_threshold(question: str, pair: Pair, labels: Mapping[str, str]) -> Link | None:
    """The link of a pair whose match weight reaches the threshold of its question; None for any other pair."""
    weight = match_weight(question, labels)
    return Link(question, pair, labels, weight) if weight >= 0.0 else None
