"""Aligns the mentions of a story: compares them block by block, links them, and makes a fact of each cluster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

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
from factdiff.align.comparison.claims import is_claim
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.names.facts import name_facts
from factdiff.align.near_duplicates import NearDuplicates
from factdiff.align.slots.slot_links import likely_pairs, slot_links
from factdiff.align.slots.story_scores import story_scores
from factdiff.align.syndication import NearCopies
from factdiff.align.verdicts import to_fact
from factdiff.context import Document, comparable_mentions, restatements
from factdiff.records import Fact
from factdiff.values.relation import RelationCache
from factdiff.values.tolerances import Tolerances


def facts_of(documents: Sequence[Document], tolerances: Tolerances) -> tuple[Fact, ...]:
    """The facts of a story: those of values that match weights link, then those of names, quotations and stances."""
    copies = NearCopies(documents)
    idf = InverseDocumentFrequency(documents, copies.sentences)
    aligned = align(documents, idf, copies, tolerances)
    return (*aligned, *name_facts(documents, idf, number=len(aligned), tolerances=tolerances))


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
    offsets = offsets_of(documents)
    compared = compared_by_document(documents, items, copies)
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
    claims = [pairs for pairs in candidates if pairs and is_claim(pairs[0].a, pairs[0].b)]
    conflicting = [link for pairs in claims for link in conflicting_links(pairs, idf, decide, backing_sources)]
    conflicting += slot_links(likely_pairs(story_scores(compared, partners, idf, relations)))
    clusters.join_all([*(link for link in near_duplicates.links if link.pair.conflict), *conflicting])
    clusters.join_repeated_conflicts()
    for (copy, index), (original, there) in copies.mentions.items():
        clusters.merge(items[offsets[copy] + index], items[offsets[original] + there])


def offsets_of(documents: Sequence[Document]) -> dict[Document, int]:
    """The number of the first item of each document."""
    counts = accumulate((len(document.mentions) for document in documents), initial=0)
    return dict(zip(documents, counts, strict=False))


def compared_by_document(
    documents: Sequence[Document], items: Sequence[Item], copies: NearCopies
) -> dict[Document, dict[int, Item]]:
    """The items that are compared with those of other sources, by document and index."""
    return {
        document: {
            index: items[offset + index]
            for index in document.cached(comparable_mentions)
            if (document, index) not in copies.mentions
        }
        for document, offset in offsets_of(documents).items()
    }


def compared_items(
    documents: Sequence[Document],
) -> tuple[
    list[Item],
    dict[Document, dict[int, Item]],
    Mapping[str, Sequence[str]],
    InverseDocumentFrequency,
    RelationCache,
]:
    """All items of documents, and what their slots are scored from: the items that are compared, which sources are
    compared, the weights of stems, and the relations of values.
    """
    copies = NearCopies(documents)
    idf = InverseDocumentFrequency(documents, copies.sentences)
    items = items_of(documents)
    compared = compared_by_document(documents, items, copies)
    return items, compared, compared_sources(documents, idf, copies.originals), idf, RelationCache()
