"""Suspect pairs: mentions of two sources with unlike values that may be of one fact, ranked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

from factdiff.align.candidates.blocking import blocks
from factdiff.align.candidates.candidate_pairs import comparable_pairs
from factdiff.align.candidates.source_blocking import compared_sources
from factdiff.align.compared_mentions import Item, items_of
from factdiff.align.comparison.binning import bin_label
from factdiff.align.comparison.comparison_levels import SIMILARITY
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.pairs import Pair
from factdiff.align.syndication import NearCopies
from factdiff.context import Document, comparable_mentions
from factdiff.records import Fact, Level, Mention, SuspectPair
from factdiff.values.relation import RelationCache
from factdiff.values.tolerances import Tolerances

#: how similar the contexts of a suspect pair are at least, and how many pairs are returned at most
SIMILAR, MOST = 0.3, 200


def suspect_pairs(
    documents: Sequence[Document],
    facts: Sequence[Fact],
    idf: InverseDocumentFrequency,
    copies: NearCopies,
    tolerances: Tolerances,
) -> tuple[SuspectPair, ...]:
    """The pairs of comparable mentions whose values exclude each other and that may be of one fact, best first.

    They are ranked by how similar their contexts are. Left out are pairs that are in one fact already, and those whose
    values can well be of two facts: a source gives both, or each is told by more than one source.
    """
    if len(documents) < 2:
        return ()
    fact_of = {mention: fact for fact in facts for mention in fact.mentions}
    found = (pair for pair in unlike_pairs(documents, idf, copies, tolerances) if may_be_one_fact(pair, fact_of))
    return tuple(
        SuspectPair(pair.a.mention, pair.b.mention, pair.similarity, similarity_levels(pair))
        for pair in nsmallest(MOST, found, key=lambda pair: (-pair.similarity, pair.a.number, pair.b.number))
    )


def unlike_pairs(
    documents: Sequence[Document], idf: InverseDocumentFrequency, copies: NearCopies, tolerances: Tolerances
) -> Iterator[Pair]:
    """The pairs of comparable mentions whose values exclude each other, in contexts that are similar enough."""
    relations = RelationCache(tolerances)
    comparable = {document: set(document.cached(comparable_mentions)) for document in documents}
    compared: dict[Document, dict[int, Item]] = {document: {} for document in documents}
    for item in items_of(documents):
        if item.index in comparable[item.document] and (item.document, item.index) not in copies.mentions:
            compared[item.document][item.index] = item
    partners = compared_sources(documents, idf, copies.originals)
    for sources in blocks(compared):
        for one in sources:
            for two in partners.get(one, ()):
                if two in sources:
                    for pair in comparable_pairs(sources[one], sources[two], idf, relations):
                        if pair.conflict and pair.similarity >= SIMILAR:
                            yield pair


def may_be_one_fact(pair: Pair, fact_of: Mapping[Mention, Fact]) -> bool:
    """Whether no source gives the values of both mentions, and not each of them is told by more than one source."""
    one, two = fact_of[pair.a.mention], fact_of[pair.b.mention]
    here, there = ({mention.source for mention in fact.mentions} for fact in (one, two))
    return here.isdisjoint(there) and min(len(here), len(there)) == 1


def similarity_levels(pair: Pair) -> tuple[Level, ...]:
    """The two similarities that rank a pair, as levels: of the sentences, and of the words near the mentions."""
    shares = {"sentence": pair.similarity - pair.near, "near": pair.near}
    return tuple(Level(f"{name}: {bin_label(SIMILARITY, share)}", share) for name, share in shares.items())
