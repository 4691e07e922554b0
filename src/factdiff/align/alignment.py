"""Aligns the mentions of a story: compares them block by block, links them, and makes a fact of each cluster."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from attrs import frozen

from factdiff.align.assignment import (
    DecisionRule,
    agreeing_links,
    conflicting_links,
    link_above_threshold,
)
from factdiff.align.candidates.blocking import blocks
from factdiff.align.candidates.candidate_pairs import comparable_pairs
from factdiff.align.candidates.source_blocking import compared_sources
from factdiff.align.clusters import Clusters
from factdiff.align.compared_mentions import Item, items_of
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.names.facts import name_facts
from factdiff.align.near_duplicates import NearDuplicates
from factdiff.align.suspect_pairs import suspect_pairs
from factdiff.align.syndication import NearCopies
from factdiff.align.verdicts import to_fact
from factdiff.context import Document, comparable_mentions, restatements
from factdiff.records import Fact, SuspectPair
from factdiff.values.relation import RelationCache
from factdiff.values.tolerances import Tolerances


@frozen
class Alignment:
    """The facts of a story, and the pairs of mentions that may be of one fact though their values are unlike."""

    facts: tuple[Fact, ...]
    suspects: tuple[SuspectPair, ...] = ()


def alignment_of(documents: Sequence[Document], tolerances: Tolerances, *, suspects: bool = True) -> Alignment:
    """The facts of a story: those of values that match weights link, then those of names, quotations and stances.

    With them come the pairs of mentions that are ``suspects``, unless these are not asked for.
    """
    copies = NearCopies(documents)
    idf = InverseDocumentFrequency(documents, copies.sentences)
    aligned = align(documents, idf, copies, tolerances)
    facts = (*aligned, *name_facts(documents, idf, number=len(aligned), tolerances=tolerances))
    return Alignment(facts, suspect_pairs(documents, facts, idf, copies, tolerances) if suspects else ())


def align(
    documents: Sequence[Document], idf: InverseDocumentFrequency, copies: NearCopies, tolerances: Tolerances
) -> tuple[Fact, ...]:
    """The facts of values, in the order of their first mentions; a mention without a partner is a fact of its own.

    A mention that restates another of its source ("Tuesday (January 2)") belongs to the same fact; an amount that
    restates another is not compared with other sources.
    """
    items, relations = items_of(documents), RelationCache(tolerances)
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
    relations: RelationCache,
    copies: NearCopies,
    decide: DecisionRule = link_above_threshold,
) -> None:
    """Join the items that speak of one fact: first those whose values agree, then those whose values contradict each
    other, and last those that near copies repeat.

    ``decide`` says which of the pairs are links.
    """
    offsets = dict(
        zip(documents, accumulate((len(document.mentions) for document in documents), initial=0), strict=False)
    )
    compared = {
        document: {
            index: items[offset + index]
            for index in document.cached(comparable_mentions)
            if (document, index) not in copies.mentions
        }
        for document, offset in offsets.items()
    }
    partners = compared_sources(documents, idf, copies.originals)
    near_duplicates = NearDuplicates(compared, relations)
    candidates = [
        comparable_pairs(
            near_duplicates.unmatched(sources[one], two), near_duplicates.unmatched(sources[two], one), idf, relations
        )
        for sources in blocks(compared)
        for one in sources
        for two in partners.get(one, ())
        if two in sources
    ]
    agreeing = [link for pairs in candidates for link in agreeing_links(pairs, idf, decide)]
    clusters.join_all([*(link for link in near_duplicates.links if not link.pair.conflict), *agreeing])
    backing_sources = clusters.backing_sources()
    conflicting = [link for pairs in candidates for link in conflicting_links(pairs, idf, decide, backing_sources)]
    clusters.join_all([*(link for link in near_duplicates.links if link.pair.conflict), *conflicting])
    clusters.join_repeated_conflicts()
    for (copy, index), (original, there) in copies.mentions.items():
        clusters.merge(items[offsets[copy] + index], items[offsets[original] + there])
