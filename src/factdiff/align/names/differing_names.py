"""Differing names: one person or thing that two sources name alike but for a word, each with its own word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from attrs import frozen

from factdiff.context import CapitalisedWord, Document, proper_names
from factdiff.values.amounts.age import Age
from factdiff.values.names.given_names import is_short_form
from factdiff.values.names.name import (
    Name,
    SpellingIndex,
    folded,
    house_style,
    is_abbreviation,
    is_derived,
    is_misspelling,
    phonetic_key,
)
from factdiff.values.relation import Relation, relate

#: how many letters two words have at least that may be one name: beside the same word, and alone
BESIDE, ALONE = 3, 5
#: how similar two words beside one word are at least that are one name, misspelt
MISSPELT = 0.5
#: the same of surnames that begin otherwise, and of other words, which can be an abbreviation or another thing
SURNAMES, OTHERS = 0.55, 0.7
#: the same of two words that begin otherwise and stand alone
CLOSE = 0.8
#: how many stems the surroundings of two names share at least: where the words begin alike, and where they do not
ALIKE, UNLIKE = 1, 2
#: how many characters around a name are its surroundings; how often a word that stands alone is written at least
REACH, OFTEN = 70, 2
#: how far from a name its bearer's age can stand, in characters
AGE = 24
#: how many places of a word are looked at in a source, and how many in all are compared with those of another word
MOST, COMPARED = 12, 64


Pair = tuple[tuple[CapitalisedWord, ...], tuple[CapitalisedWord, ...]]


@frozen(eq=False)
class DifferingName:
    """A name that one group of sources writes with one word, and another with another."""

    one: tuple[CapitalisedWord, ...]
    two: tuple[CapitalisedWord, ...]

    @property
    def alone(self) -> bool:
        """Whether one source stands against one, which share no other name and no word beside this one."""
        documents = {word.document for word in (*self.one, *self.two)}
        if len(documents) > 2:
            return False
        own = {name for word in (*self.one, *self.two) for name in (word.before, word.behind)}
        shared = frozenset.intersection(*(frozenset(d.cached(proper_names).by_word) for d in documents)) - own
        return not shared and not any(shared_surroundings(a, b) for a, b in product(self.one, self.two))


def differing_names(documents: Sequence[Document]) -> Iterator[DifferingName]:
    """The names of a story that differ in a word, each word in one of them."""
    named = [document for document in documents if document.overlay]
    ordinary = frozenset[str]().union(*(document.cached(proper_names).ordinary for document in named))
    places: defaultdict[str, list[CapitalisedWord]] = defaultdict(list)
    for document in named:
        for word, some in document.cached(proper_names).by_word.items():
            if len(word) >= BESIDE and word not in ordinary:
                places[word] += some[:MOST]
    used: set[str] = set()
    for pair in candidates(places):
        words = pair[0][0].word, pair[1][0].word
        if used.isdisjoint(words) and is_apart(*pair) and is_apart(*pair[::-1]) and is_one_name(*pair):
            used.update(words)
            yield DifferingName(*pair)


def candidates(places: Mapping[str, Sequence[CapitalisedWord]]) -> Iterator[Pair]:
    """The pairs of words that stand beside one word, on one side of it, or are misspellings; the most similar first."""
    beside: defaultdict[tuple[str, bool], dict[str, list[CapitalisedWord]]] = defaultdict(lambda: defaultdict(list))
    for word, some in places.items():
        for one in some:
            for neighbour, is_before in ((one.before, True), (one.behind, False)):
                if len(neighbour) > 1:
                    beside[neighbour, is_before][word].append(one)
    found: dict[tuple[str, str, str], Pair] = {}
    for (neighbour, _), by_word in beside.items():
        for first, second in combinations(sorted(by_word), 2):
            found[first, second, neighbour] = tuple(by_word[first]), tuple(by_word[second])
    known = sorted(word for word in places if len(word) >= ALONE)
    index = SpellingIndex(known)
    for word in known:
        for other in index.misspellings_of(word):
            if word < other:
                found[word, other, ""] = tuple(places[word]), tuple(places[other])
    return (found[key] for key in sorted(found, key=lambda key: (-likeness(*key[:2]), not key[2], key)))


def is_apart(some: Sequence[CapitalisedWord], others: Sequence[CapitalisedWord]) -> bool:
    """Whether no source of some words has the other one as well, unless in the full name of somebody else."""
    word, shared = others[0].word, {beside for one in others for beside in (one.before, one.behind)}
    for document in {one.document for one in some}:
        names = document.cached(proper_names)
        own = names.by_word.get(word, ())
        full = [folded(one.name.surface).split() for one in own if one.name is not None]
        somebody_else = sum(len(name) > 1 and shared.isdisjoint(name) for name in full)
        if names.every.get(word, 0) > somebody_else:
            return False
    return True


def likeness(one: str, two: str) -> float:
    """The similarity of two words by their letters, 0 to 1."""
    from rapidfuzz.distance import DamerauLevenshtein

    return float(DamerauLevenshtein.normalized_similarity(one, two))


def is_style(one: str, two: str, *, given: bool) -> bool:
    """Whether two words are forms of one: transliterations, short forms of a given name, inflections."""
    if phonetic_key(one) == phonetic_key(two) or house_style(one) == house_style(two) or is_derived(one, two):
        return True
    return (given and is_short_form(one, two)) or is_abbreviation(one) or is_abbreviation(two)


def is_one_name(some: Sequence[CapitalisedWord], others: Sequence[CapitalisedWord]) -> bool:
    """Whether two words, each with its places, are one word of one name."""
    some, others = some[:COMPARED], others[:COMPARED]
    one, two = some[0].word, others[0].word
    persons = has_person(some) or has_person(others)
    misspelt = is_misspelling(one, two) or likeness(one, two) >= least_likeness(one, two, persons=persons)
    beside = [(a, b) for a, b in product(some, others) if shares_neighbour(a, b)]
    if any(ages_differ(a, b) or leaves_out_given_name(a, b) for a, b in beside):
        return False
    if beside and misspelt:
        return not is_style(one, two, given=is_given(*beside[0]) or not persons)
    if beside:
        return any(is_one_person(a, b) for a, b in beside) and not is_style(one, two, given=is_given(*beside[0]))
    often = min(len(some), len(others)) >= OFTEN or any(
        shared_surroundings(a, b) >= UNLIKE for a, b in product(some, others)
    )
    alike = one[0] == two[0] or likeness(one, two) >= CLOSE
    return is_misspelling(one, two) and alike and often and not is_style(one, two, given=True)


def least_likeness(one: str, two: str, *, persons: bool) -> float:
    """How similar two words beside one word of a name are at least that are one word, misspelt.

    >>> [least_likeness("okello", "oketch", persons=True), least_likeness("roarty", "doherty", persons=True)]
    [0.5, 0.55]
    >>> least_likeness("ave", "avenue", persons=False)
    0.7
    """
    if one.startswith(two) or two.startswith(one):
        return OTHERS
    return MISSPELT if one[0] == two[0] else SURNAMES if persons else OTHERS


def leaves_out_given_name(a: CapitalisedWord, b: CapitalisedWord) -> bool:
    """Whether two names before one surname differ by a given name that one leaves out: "Zach" for "Zachary David"."""
    few, many = sorted((given_names(a), given_names(b)), key=len)
    forms = all(any(is_short_form(one, other) for other in many) for one in few)
    return a.behind == b.behind != "" and 0 < len(few) < len(many) and forms


def given_names(one: CapitalisedWord) -> list[str]:
    """The folded given names of the name around a word, or the word and the one before it where none is read."""
    name = one.name.value if one.name else None
    given = name.given if isinstance(name, Name) and name.family else None
    return folded(given).split() if given else [word for word in (one.before, one.word) if word]


def has_person(words: Sequence[CapitalisedWord]) -> bool:
    """Whether one of the words is read as a part of a person's name."""
    return any(word.name and isinstance(word.name.value, Name) and word.name.value.family for word in words)


def shares_neighbour(a: CapitalisedWord, b: CapitalisedWord) -> bool:
    """Whether two words stand beside the same word, on the same side of it."""
    before, behind = a.before == b.before, a.behind == b.behind
    return (before and len(a.before) > 1) or (behind and len(a.behind) > 1)


def is_given(a: CapitalisedWord, b: CapitalisedWord) -> bool:
    """Whether two words stand before the same word of a name."""
    return a.behind == b.behind != ""


def is_one_person(a: CapitalisedWord, b: CapitalisedWord) -> bool:
    """Whether two names that share a word are of one person, by their age, office and surroundings."""
    persons = [
        word.name.value for word in (a, b) if word.name and isinstance(word.name.value, Name) and word.name.value.given
    ]
    shared = a.behind if is_given(a, b) else a.before
    if not any(shared in folded(f"{person.given} {person.family}").split() for person in persons):
        return False
    least = (ALIKE if a.word[0] == b.word[0] else UNLIKE) + (not is_given(a, b))
    roles = [person.role for person in persons if person.role]
    office = len(roles) == 2 and relate(roles[0], roles[1]) in (Relation.EQUAL, Relation.INSIDE, Relation.CONTAINS)
    return shared_surroundings(a, b) + office + 2 * (ages_differ(a, b) is False) >= least


def shared_surroundings(a: CapitalisedWord, b: CapitalisedWord) -> int:
    """How many stems the surroundings of two words share, beside the words of their names."""
    return len(surroundings(a) & surroundings(b))


def surroundings(one: CapitalisedWord) -> frozenset[str]:
    """The stems around a word in its sentence, without those of its name."""
    first = one.start - len(one.before) - 1 if one.before else one.start
    last = one.end + len(one.behind) + 1 if one.behind else one.end
    return one.sentence.surroundings(first, last, REACH)


def ages_differ(a: CapitalisedWord, b: CapitalisedWord) -> bool | None:
    """Whether the ages beside two names exclude each other; None where one has none."""
    one, two = age_beside(a), age_beside(b)
    return None if one is None or two is None else relate(one, two) is Relation.DISJOINT


def age_beside(one: CapitalisedWord) -> Age | None:
    """The age right beside a name."""
    ages = one.document.mentions_between(max(one.sentence.start, one.start - AGE), min(one.sentence.end, one.end + AGE))
    return next((mention.value for mention in ages if isinstance(mention.value, Age)), None)
