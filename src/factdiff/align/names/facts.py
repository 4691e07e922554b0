"""The facts of names, offices, quotations and stances, which have rules of their own instead of match weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, starmap

from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.names.entities import Entities
from factdiff.align.names.quotations import utterance_clusters
from factdiff.align.names.stances import stance_clusters
from factdiff.context import Document
from factdiff.records import Fact, Mention, Verdict
from factdiff.values.consensus import sides
from factdiff.values.names.name import same_speaker
from factdiff.values.names.quote import Quote
from factdiff.values.names.role import Role
from factdiff.values.relation import Relation, relate
from factdiff.values.tolerances import DEFAULT, Tolerances

#: how many words two quotations share that are of one utterance though two speakers are named, and of how many
LONG, NEARLY = 8, 0.8


def name_facts(
    documents: Sequence[Document],
    idf: InverseDocumentFrequency,
    *,
    number: int = 0,
    tolerances: Tolerances = DEFAULT,
) -> Iterator[Fact]:
    """The facts of the names, offices, quotations and stances of documents, numbered from ``number`` + 1."""
    mentions = [mention for document in documents for mention in document.overlay]
    people = Entities(mentions)
    clusters = chain(
        people.names(), people.offices(mentions), utterance_clusters(documents, idf), stance_clusters(documents, idf)
    )
    for n, cluster in enumerate(clusters, number + 1):
        yield to_fact(f"f{n}", cluster, tolerances)


def to_fact(id: str, mentions: Sequence[Mention], tolerances: Tolerances) -> Fact:
    """The fact of a cluster of mentions."""
    first = mentions[0]
    if len(mentions) == 1:
        return Fact(id, first.kind, "single-source", (first,), first.value)
    found = verdict(mentions, tolerances)
    values = [mention.value for mention in mentions]
    apart = sides(values, tolerances) if found == "conflicting" else [list(range(len(values)))]
    leading = len(apart) == 1 or len(apart[0]) > len(apart[1])
    outliers = {mentions[i].source or "" for group in apart[1:] for i in group} if leading else set()
    return Fact(
        id=id,
        kind=first.kind,
        verdict=found,
        mentions=tuple(mentions),
        consensus=values[apart[0][0]] if leading else None,
        outliers=tuple(sorted(outliers)),
    )


def verdict(mentions: Sequence[Mention], tolerances: Tolerances) -> Verdict:
    """The verdict on a cluster of mentions, by the relations between its values."""
    values = list(dict.fromkeys(mention.value for mention in mentions))
    relations = {relate(a, b, tolerances) for a, b in combinations(values, 2)}
    if Relation.DISJOINT in relations:
        return conflict_verdict(mentions, tolerances)
    if len({mention.source for mention in mentions}) < 2:
        return "single-source"
    if relations <= {Relation.EQUAL}:
        return "agreed"
    return "ambiguous" if relations == {Relation.INCOMPARABLE} else "compatible"


def conflict_verdict(mentions: Sequence[Mention], tolerances: Tolerances) -> Verdict:
    """The verdict on mentions with values that exclude each other.

    Two offices of a person are compatible if one source gives both, as of a deputy who became the head. Words of two
    speakers are ambiguous, since they are two utterances, unless a long stretch of both is the same.
    """
    if isinstance(mentions[0].value, Role):
        groups = sides([mention.value for mention in mentions], tolerances)
        sources = [{mentions[n].source for n in group} for group in groups]
        return "conflicting" if all(a.isdisjoint(b) for a, b in combinations(sources, 2)) else "compatible"
    speakers = [mention.value.speaker for mention in mentions if isinstance(mention.value, Quote)]
    two = any(same_speaker(speakers[0], other) is False for other in speakers[1:])
    return "ambiguous" if two and not any(starmap(nearly_match, combinations(mentions, 2))) else "conflicting"


def nearly_match(a: Mention, b: Mention) -> bool:
    """Whether two quotations in unlike words share a stretch so long that they are of one utterance, whoever spoke."""
    if not isinstance(a.value, Quote) or not isinstance(b.value, Quote):
        return False
    stretch = a.value.stretch_shared_with(b.value)
    if stretch is None or stretch.shared < LONG or stretch.share < NEARLY:
        return False
    return any(change.one and change.two for change in stretch.alterations)
