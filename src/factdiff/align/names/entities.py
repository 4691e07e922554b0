"""Entities: which names of a story mean the same person or organisation, and which offices these hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from factdiff.align.connected_components import connected_components
from factdiff.align.names.sentence_lookup import part_span
from factdiff.records import Mention
from factdiff.values.names.name import Name, SpellingIndex, folded, is_misspelling, phonetic_key
from factdiff.values.names.role import Role
from factdiff.values.relation import Relation, Value, relate

#: of how many names one source can hold in a block, and how long an organisation's name must be to be misspelt
CAP, LONG = 60, 10


class Entities:
    """The names of a story, in clusters of the person or organisation that they mean."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = [m for m in mentions if isinstance(m.value, Name)]
        links = [*surname_links(self.mentions), *full_name_links(self.mentions)]
        self.clusters = connected_components(len(self.mentions), links)
        self._cluster = {
            (self.mentions[n].source, self.mentions[n].start): number
            for number, cluster in enumerate(self.clusters)
            for n in cluster
        }

    def at(self, source: str | None, start: int) -> int | None:
        """The number of the cluster of the name at an offset of a source, or None."""
        return self._cluster.get((source, start))

    def names(self) -> Iterator[list[Mention]]:
        """The mentions of each person and organisation."""
        for cluster in self.clusters:
            yield [self.mentions[n] for n in cluster]

    def offices(self, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
        """The mentions of each office: comparable offices of one person together, all others alone."""
        held: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if isinstance(mention.value, Role):
                holder = part_span(mention, "holder")
                number = self.at(mention.source, holder[0]) if holder else None
                if number is None:
                    yield [mention]
                else:
                    held[number].append(mention)
        for some in held.values():
            by_value: defaultdict[Value, list[int]] = defaultdict(list)
            for n, mention in enumerate(some[:CAP]):
                by_value[mention.value].append(n)
            links = [pair for same in by_value.values() for pair in pairwise(same)]
            for (one, [a, *_]), (two, [b, *_]) in combinations(by_value.items(), 2):
                if relate(one, two) is not Relation.INCOMPARABLE:
                    links.append((a, b))
            for group in connected_components(len(some), links):
                yield [some[n] for n in group]


def surname_links(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The links of each lone surname with the full name that holds it, in its own source or else in all sources."""
    full: defaultdict[tuple[str | None, str], dict[str, int]] = defaultdict(dict)
    lone: dict[tuple[str | None, str], int] = {}
    for n, mention in enumerate(mentions):
        value = mention.value
        if isinstance(value, Name) and value.family:
            key = folded(value.family)
            if value.given:
                full[mention.source, key].setdefault(folded(value.full), n)
                full[None, key].setdefault(folded(value.full), n)
            elif (mention.source, key) in lone:
                yield lone[mention.source, key], n
            else:
                lone[mention.source, key] = n
    by_source: defaultdict[str | None, dict[str, list[int]]] = defaultdict(dict)
    for (source, key), some in full.items():
        by_source[source][key] = list(some.values())
    spellings: dict[str | None, SpellingIndex] = {}
    unknown: dict[str, int] = {}
    for (source, key), n in lone.items():
        bearers = full.get((source, key)) or full.get((None, key), {})
        if len(bearers) == 1:
            yield next(iter(bearers.values())), n
        elif key in unknown:
            yield unknown[key], n
        else:
            unknown[key] = n
            if source not in spellings:
                spellings[source] = SpellingIndex(by_source[source])
            slips = [m for other in spellings[source].misspellings_of(key) for m in by_source[source][other]]
            if len(slips) == 1 and not bearers:
                yield slips[0], n


def full_name_links(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The links of full names that are equal, misspelt, or transliterated in another way."""
    first: dict[tuple[str, str], int] = {}
    by_given: defaultdict[str, dict[str, int]] = defaultdict(dict)
    by_family: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for n, mention in enumerate(mentions):
        value = mention.value
        if isinstance(value, Name) and (value.given or value.category != "person"):
            key = (value.category, folded(value.full))
            if key in first:
                yield first[key], n
                continue
            first[key] = n
            if value.given and value.family:
                by_given[folded(value.given)][folded(value.family)] = n
                by_family[folded(value.family)][folded(value.given)] = n
    for some in by_given.values():
        for (a, one), (b, two) in combinations(list(some.items())[:CAP], 2):
            if is_misspelling(a, b) or phonetic_key(a) == phonetic_key(b):
                yield one, two
    for some in by_family.values():
        for (a, one), (b, two) in combinations(list(some.items())[:CAP], 2):
            if phonetic_key(a) == phonetic_key(b) or (1 in (len(a), len(b)) and a[:1] == b[:1]):
                yield one, two
