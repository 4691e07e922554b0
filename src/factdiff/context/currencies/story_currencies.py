"""Story currencies: what a bare "$" or "Sh" is in, by the sums that other sources of the story write out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from factdiff.context.currencies.shared_signs import COUNTRIES, sharing_currencies
from factdiff.context.document import Document
from factdiff.records import Mention
from factdiff.values.amounts.money import Money
from factdiff.values.places.place import Place

#: the least significant digits of a figure that two sums hardly share by chance
DIGITS = 2


def in_story_currencies(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, with the sums whose sign several currencies share in that of the story.

    "$240,000" beside "C$240,000" of another source is in Canadian dollars, and so are the other bare dollars of the
    story. In a source that writes out one of these currencies itself, bare sums are in that of the country of the
    story if it is another one, and else as they were read.
    """
    if not any(family for document in documents for _, family, _ in document.cached(sums)):
        return tuple(documents)
    country = country_of(documents)
    own = {family: currencies[country] for family, currencies in COUNTRIES.items() if country in currencies}
    found = dict(story_currencies(documents, own))
    return tuple(in_currencies(document, found, own) for document in documents)


def story_currencies(
    documents: Sequence[Document], own: Mapping[frozenset[str], str]
) -> Iterator[tuple[frozenset[str], str]]:
    """For each family of currencies of which sources write sums both bare and out, the one that the bare ones are in:
    that in which the most of their figures are written out, or else, where another one is written out, its ``own``,
    that of the country of the story. An open currency is the only one that is written out.
    """
    bare: defaultdict[frozenset[str], list[Money]] = defaultdict(list)
    stated: defaultdict[str, set[float]] = defaultdict(set)
    for document in documents:
        for family, value in document.cached(bare_sums).values():
            bare[family].append(value)
        for currency, written in document.cached(stated_sums).items():
            stated[currency] |= written
    for family, values in bare.items():
        figures = {v.stated for v in values if v.figure is not None and v.figure.significant >= DIGITS}
        known = sorted(family & stated.keys())
        votes = {currency: len(figures & stated[currency]) for currency in known}
        best = max(known, key=votes.__getitem__, default="")
        is_most = best and votes[best] > max((votes[other] for other in known if other != best), default=0)
        if is_most or (len(known) == 1 and all(value.currency is None for value in values)):
            yield family, best
        elif known and family in own:
            yield family, own[family]


def country_of(documents: Sequence[Document]) -> str:
    """The country in which the most places of the most sources lie; an empty string where no source names a place."""
    votes = Counter(found for document in documents if (found := document.cached(country)))
    return max(sorted(votes), key=votes.__getitem__, default="")


def country(document: Document) -> str:
    """The country in which the most places of a text lie."""
    places = (mention.value for mention in document.mentions if isinstance(mention.value, Place))
    votes = Counter(place.country for place in places if place.country)
    return max(sorted(votes), key=votes.__getitem__, default="")


def bare_sums(document: Document) -> Mapping[Mention, tuple[frozenset[str], Money]]:
    """The sums in a sign of a family of currencies of which the text writes out none, each with that family."""
    stated = document.cached(stated_sums).keys()
    return {
        mention: (family, value)
        for mention, family, value in document.cached(sums)
        if family and stated.isdisjoint(family)
    }


def stated_sums(document: Document) -> Mapping[str, set[float]]:
    """The figures of the sums whose currency is written out, by currency."""
    found: defaultdict[str, set[float]] = defaultdict(set)
    for _, family, value in document.cached(sums):
        if value.currency and not family:
            found[value.currency].add(value.stated or 0.0)
    return found


def sums(document: Document) -> Sequence[tuple[Mention, frozenset[str], Money]]:
    """The sums of a document, each with the currencies that share its sign; none where it is written out."""
    return [(m, sharing_currencies(m), m.value) for m in document.mentions if isinstance(m.value, Money)]


def in_currencies(
    document: Document, currencies: Mapping[frozenset[str], str], own: Mapping[frozenset[str], str]
) -> Document:
    """A document with its bare sums in the currencies of their families, or, where it writes out others of a family, in
    its ``own``, that of the country of the story.
    """
    stated = document.cached(stated_sums).keys()
    changed = {}
    for mention, family, value in document.cached(sums):
        known = currencies if stated.isdisjoint(family) else own
        currency = known.get(family, value.currency)
        if family and currency != value.currency and currency not in stated:
            changed[mention] = evolve(mention, value=evolve(value, currency=currency))
    if not changed:
        return document
    mentions = [changed.get(mention, mention) for mention in document.mentions]
    return Document(document.source, mentions, document.published, document.overlay)
