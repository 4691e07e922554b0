"""Source blocking: which sources of a story are compared with each other.

In a story of usual size all pairs are candidates. In a larger one each source is paired with the next few sources that
share one of its rarest stems: the sorted neighbourhood method of Hernández and Stolfo (1995).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, islice

from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.context import Document

#: with how many others a source of a large story is compared
PARTNERS = 4
#: what share of the similarity to their best partners two sources of one story must have
RELATED = 0.33
#: up to this number of sources, all pairs are candidates
ALL_PAIRS = 64
#: how many of its rarest stems a source of a larger story has as keys, and with how many others each key pairs it
KEYS, WINDOW = 16, 4
#: the stem of a country
COUNTRY = re.compile(r"=[A-Z]{2}")


def compared_sources(
    documents: Sequence[Document],
    idf: InverseDocumentFrequency,
    originals: Mapping[str, str],
    draft: str | None = None,
) -> Mapping[str, Sequence[str]]:
    """The later sources that each source is compared with; in a large story, those most similar to it.

    Two sources that are far less similar than each is to its best partner, near copies aside, tell two stories, and so
    do two articles that name no country in common. Facts chain over the pairs, so that a fact of all sources is found
    whole while the work grows with the number of sources. ``originals`` gives the source that each is a near copy of. A
    ``draft``, given by its id, is compared with all others.
    """
    by_id = {document.source.id or "": document for document in documents}
    ids = sorted(by_id)
    stems = {id: by_id[id].cached(stems_of) for id in ids}
    named = {id: by_id[id].cached(countries) for id in ids}
    similarities = {
        (one, two): idf.similarity(stems[one], stems[two])
        for one, two in (combinations(ids, 2) if len(ids) <= ALL_PAIRS else sorted_neighbourhood(stems))
        if not named[one] or not named[two] or not named[one].isdisjoint(named[two])
    }
    best = dict.fromkeys(ids, 0.0)
    for pair, share in similarities.items():
        if originals[pair[0]] != originals[pair[1]]:
            for id in pair:
                best[id] = max(best[id], share)
    found = {pair for pair, share in similarities.items() if share >= RELATED * (best[pair[0]] + best[pair[1]]) / 2}
    if len(ids) > 2 * PARTNERS:
        by_source: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
        for one, two in sorted(found, key=lambda pair: (-similarities[pair], pair)):
            by_source[one].setdefault(originals[two], (one, two))
            by_source[two].setdefault(originals[one], (one, two))
        found = {pair for pairs in by_source.values() for pair in islice(pairs.values(), PARTNERS)}
    behind: defaultdict[str, list[str]] = defaultdict(list)
    drafted = {(min(draft, id), max(draft, id)) for id in ids if id != draft} if draft is not None else set()
    for one, two in sorted({*found, *drafted}):
        behind[one].append(two)
    return behind


def sorted_neighbourhood(stems: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """The pairs of sources that share a stem which is among the rarest of both; a source and the next few that have it.

    >>> stems = {"a": frozenset({"fire", "kyiv"}), "b": frozenset({"fire"}), "c": frozenset({"fire"})}
    >>> list(sorted_neighbourhood(stems))
    [('a', 'b'), ('a', 'c'), ('b', 'c')]
    """
    counts = Counter(chain.from_iterable(stems.values()))
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for id, own in stems.items():
        for stem in rarest_stems(own, counts):
            holders[stem].append(id)
    pairs = ((one, two) for ids in holders.values() for n, one in enumerate(ids) for two in ids[n + 1 : n + 1 + WINDOW])
    yield from dict.fromkeys(pairs)


def rarest_stems(own: Iterable[str], counts: Mapping[str, int]) -> Sequence[str]:
    """The stems of a source that the fewest others have, without those that no other has."""
    return sorted((stem for stem in own if counts[stem] > 1), key=lambda stem: (counts[stem], stem))[:KEYS]


def stems_of(document: Document) -> frozenset[str]:
    """All stems of a document."""
    return frozenset().union(*(sentence.bag for sentence in document.sentences))


def countries(document: Document) -> frozenset[str]:
    """The stems of the countries that an article names; none for a single sentence, which is no article."""
    named = (stem for stem in document.cached(stems_of) if COUNTRY.fullmatch(stem))
    return frozenset(named) if len(document.sentences) > 1 else frozenset()
