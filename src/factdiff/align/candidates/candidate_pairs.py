"""Candidate pairs: which items of two sources are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from factdiff.align.candidates.blocking import item_is_event_location
from factdiff.align.candidates.contradiction import can_contradict
from factdiff.align.compared_mentions import Item, item_relation
from factdiff.align.comparison.claims import claim_can_contradict, is_claim
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.pairs import Pair
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation, RelationCache


def comparable_pairs(
    one: Sequence[Item], two: Sequence[Item], idf: InverseDocumentFrequency, relations: RelationCache
) -> list[Pair]:
    """The pairs that can agree or contradict each other, of the items that two sources have in one block."""
    if not one or not two:
        return []
    found, claim = [], is_claim(one[0], two[0])
    deny = claim_can_contradict if claim else can_contradict
    apart, incomparable = Relation.DISJOINT, Relation.INCOMPARABLE
    for a, b in comparable_places(one, two) if isinstance(one[0].value, Place) and not claim else product(one, two):
        relation = item_relation(a, b, relations)
        if relation is incomparable or (relation is apart and not deny(a, b)):
            continue
        here, there = a.context, b.context
        if here.direction * there.direction < 0 and relation is not apart:
            continue  # a gain of 8 per cent is no loss of 8 per cent
        near = idf.similarity(here.near, there.near)
        found.append(Pair(a, b, relation, near + idf.sentence_similarity(here.sentence, there.sentence), near))
    return found


def comparable_places(one: Sequence[Item], two: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """The pairs of places that can agree or contradict each other.

    A place and a larger one that holds it are no pair where both sources name either of the two: equal places are
    better evidence.
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
