"""Aligns the mentions of a story: compares them block by block, links them, and makes a fact of each cluster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from factdiff.align.assignment import (
    DecisionRule,
    agreeing_links,
    conflicting_links,
    link_above_threshold,
)
from factdiff.align.candidates.story_candidates import Candidates
from factdiff.align.clusters import Clusters
from factdiff.align.comparison.claims import is_claim
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.names.facts import name_facts
from factdiff.align.pair_verdicts import pair_verdict
from factdiff.align.pairs import Pair
from factdiff.align.slots.slot_links import likely_pairs, slot_links, suspect_pairs
from factdiff.align.slots.slot_scores import SlotScores, slot_scores
from factdiff.align.slots.unlike_pairs import UnlikePair
from factdiff.align.support.support_scores import support_links
from factdiff.align.syndication import NearCopies
from factdiff.align.verdicts import to_fact
from factdiff.align.weighed_items import are_brief, is_weighed
from factdiff.context import Document
from factdiff.records import Fact, SuspectPair
from factdiff.values.amounts.number import Number
from factdiff.values.terms.term import Term
from factdiff.values.tolerances import Tolerances


@frozen
class Alignment:
    """The facts of a story, and the pairs of mentions that may be of one fact though their values are unlike.

    With them are the slot scores of its blocks, the weights of its stems, and the source that each is a near copy of.
    """

    facts: tuple[Fact, ...]
    suspects: tuple[SuspectPair, ...]
    scores: tuple[SlotScores, ...] = field(repr=False)
    idf: InverseDocumentFrequency = field(repr=False)
    originals: Mapping[str, str] = field(repr=False)


def alignment_of(documents: Sequence[Document], tolerances: Tolerances, draft: str | None = None) -> Alignment:
    """The facts of a story: those of values that match weights link, then those of names, quotations and stances.

    With them come the pairs of mentions that may be of one fact though their values are unlike, the likeliest first.
    The source with the id ``draft`` is compared with all others, and is a copy of none.
    """
    copies = NearCopies(documents, draft)
    idf = InverseDocumentFrequency(documents, copies.sentences)
    candidates = Candidates(documents, idf, copies, tolerances, draft)
    clusters = Clusters(candidates.items, candidates.restatement_pairs, candidates.relations)
    scores = tuple(slot_scores(candidates)) if len(documents) > 1 else ()
    unlike = link_mentions(clusters, candidates, scores) if len(documents) > 1 else []
    restated, relations = candidates.restated, candidates.relations
    aligned = tuple(
        to_fact(f"f{n}", cluster, clusters.weakest_link(cluster), restated, relations, copies.originals)
        for n, cluster in enumerate(clusters.all(), 1)
    )
    names = name_facts(documents, idf, number=len(aligned), tolerances=tolerances)
    return Alignment((*aligned, *names), suspect_pairs(unlike, aligned), scores, idf, copies.originals)


def link_mentions(
    clusters: Clusters,
    candidates: Candidates,
    scores: Sequence[SlotScores],
    decide: DecisionRule = link_above_threshold,
) -> Sequence[UnlikePair]:
    """Join the items that speak of one fact: first those whose values agree, then those whose values contradict each
    other, and last those that near copies repeat; the unlike pairs that are likely enough for suspects.

    ``decide`` says which of the pairs are links.
    """
    link_agreeing(clusters, candidates, scores, decide)
    backing_sources = clusters.backing_sources()
    weighed = [
        pairs if pairs and are_brief(pairs[0].a, pairs[0].b) else [*filter(is_grade_or_update, pairs)]
        for pairs in candidates.weighed_pairs
    ]
    links = [link for pairs in weighed for link in conflicting_links(pairs, candidates.idf, decide, backing_sources)]
    unlike = [pair for pair in likely_pairs(scores) if not is_claim(pair.a, pair.b)]
    duplicates = (link for link in candidates.near_duplicates.links if link.pair.conflict)
    clusters.join_all([*duplicates, *links, *slot_links(pair for pair in unlike if not are_brief(pair.a, pair.b))])
    clusters.join_repeated_conflicts()
    for (copy, index), (original, there) in candidates.copies.mentions.items():
        clusters.merge(candidates.item(copy, index), candidates.item(original, there))
    return unlike


def link_agreeing(
    clusters: Clusters,
    candidates: Candidates,
    scores: Sequence[SlotScores],
    decide: DecisionRule = link_above_threshold,
) -> None:
    """Join the items whose values agree: by what supports them, and by match weights where these are better, of brief
    sources and of kinds with few values.
    """
    duplicates = (link for link in candidates.near_duplicates.links if not link.pair.conflict)
    weighed = [[pair for pair in pairs if is_weighed(pair.a, pair.b)] for pairs in candidates.weighed_pairs]
    agreeing = (link for pairs in weighed if pairs for link in agreeing_links(pairs, candidates.idf, decide))
    clusters.join_all([*duplicates, *agreeing, *support_links(scores)])


def is_grade_or_update(pair: Pair) -> bool:
    """Whether two values are grades of a scale that has one subject in a story, or an earlier and a later figure.

    Neither is a slip of the pen, by which slots know unlike values of one fact.
    """
    value = pair.a.value
    if isinstance(value, Term):
        return pair.conflict and not value.table.many_subjects
    return pair.conflict and isinstance(value, Number) and pair_verdict(pair.a, pair.b) == "updated"
