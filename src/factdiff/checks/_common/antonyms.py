"""Oppositions: a word in one source, and its antonym in nearly the same words in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby, islice

from attrs import frozen

from factdiff.checks._common.quoted_words import as_evidence, quoted_sides
from factdiff.checks._common.sentence_likeness import BOTH, MOST, SHARE, in_common, likeness
from factdiff.context import Antonym, Document, antonyms, antonyms_of
from factdiff.records import Evidence
from factdiff.values.names.stance import Stance

#: how many sentences a summary has at most
BRIEF = 3
#: the matters whose words are verbs with an object, and how many stems behind the verb, or before it, can name that
WITH_OBJECT, OBJECT_STEMS = frozenset({"level"}), 2


@frozen(eq=False)
class Opposition:
    """A word of one source, and its antonym in the most similar sentence of each other source that contradicts it."""

    one: Antonym
    others: tuple[Antonym, ...]

    def evidence(self) -> Iterator[Evidence]:
        """The evidence of both sides."""
        yield as_evidence(self.one, stance_of(self.one), "A")
        yield from (as_evidence(other, stance_of(other), "B") for other in self.others)

    def quoted(self) -> str:
        """The words of both sides with their sources, for a message."""
        return quoted_sides((self.one,), self.others)


def stance_of(one: Antonym) -> Stance:
    """The value of a word of a pair of antonyms: its matter as the verb, its side as the polarity."""
    return Stance(verb=one.matter, polarity=one.side, spoken=False, modality=one.modality)


def oppositions(documents: Sequence[Document]) -> Iterator[Opposition]:
    """The oppositions between sources; each word stands in one of them at most."""
    sides = dict.fromkeys(key for document in documents for key in document.cached(antonyms))
    for matter, side in sides:
        if side > 0 and (matter, -side) in sides:
            some, against = (
                [x for document in documents for x in antonyms_of(document, matter, s)] for s in (side, -side)
            )
            yield from opposed_in_likest(some, against)


def opposed_in_likest(some: Sequence[Antonym], against: Sequence[Antonym]) -> Iterator[Opposition]:
    """The words of one side of a matter, each with the antonyms that contradict it in the most similar sentences.

    A source that says both, of two times or two things, contradicts nobody.
    """
    own, theirs = by_scene(some), by_scene(against)
    numbers_by_stem = by_stem(against)
    used: set[Antonym] = set()
    for one in some:
        best: dict[Document, tuple[float, Antonym]] = {}
        for number in islice(comparable(one, numbers_by_stem), MOST):
            other = against[number]
            share = 0.0 if other in used else opposition_likeness(one, other)
            if share >= SHARE and share > best.get(other.document, (0.0,))[0]:
                best[other.document] = share, other
        others = (other for _, other in best.values())
        contradicting = tuple(
            x for x in others if not says_both(one, x, own[x.document]) and not says_both(x, one, theirs[one.document])
        )
        if contradicting:
            used.update(contradicting)
            yield Opposition(one, contradicting)


def by_scene(words: Iterable[Antonym]) -> Mapping[Document, Sequence[Antonym]]:
    """The words by the scene of their source."""
    found: defaultdict[Document, list[Antonym]] = defaultdict(list)
    for one in words:
        found[one.document].append(one)
    return found


def by_stem(words: Sequence[Antonym]) -> Mapping[str, Sequence[int]]:
    """Stem -> the numbers of the words whose sentences hold it; the empty stem stands for all words."""
    found: defaultdict[str, list[int]] = defaultdict(list, {"": [*range(len(words))]})
    for number, one in enumerate(words):
        for stem in one.sentence.bag:
            found[stem].append(number)
    return found


def comparable(one: Antonym, numbers_by_stem: Mapping[str, Sequence[int]]) -> Iterable[int]:
    """The sorted numbers of the words whose sentences hold a neighbour of a word; of all where it has no neighbour."""
    neighbours = [numbers_by_stem.get(stem, ()) for stem in dict.fromkeys(one.adjacent_stems) if stem]
    return distinct(merge(*neighbours)) if neighbours else numbers_by_stem[""]


def distinct(numbers: Iterable[int]) -> Iterator[int]:
    """Sorted numbers, each once."""
    return (number for number, _ in groupby(numbers))


def opposition_likeness(one: Antonym, other: Antonym) -> float:
    """The similarity of the sentences of a word and its antonym; 0 where they are about two things.

    Between articles, all neighbours of both words must be in both sentences, and both sentences must have the same
    modality; in a brief text one neighbour and any modality are enough.
    """
    brief = min(len(x.document.sentences) for x in (one, other)) <= BRIEF
    required = any if brief else all
    if one.document is other.document or one.sentence.bag.isdisjoint(other.sentence.bag):
        return 0.0
    if not (required(neighbours_shared(one, other)) and required(neighbours_shared(other, one))):
        return 0.0
    if not one.modality or not other.modality or (one.modality != other.modality and not brief):
        return 0.0
    if one.matter in WITH_OBJECT and object_stems(one).isdisjoint(object_stems(other)):
        return 0.0
    return likeness(one, other, frozenset({one.stem, other.stem}))


def object_stems(one: Antonym) -> frozenset[str]:
    """The stems that can name the object of a verb: those right behind it, or before it where there are none."""
    stems, number = one.sentence.stems, one.number
    return frozenset(stems[number + 1 : number + 1 + OBJECT_STEMS] or stems[max(0, number - OBJECT_STEMS) : number])


def neighbours_shared(one: Antonym, other: Antonym) -> Iterator[bool]:
    """Whether the sentence of the antonym holds the neighbours of a word: an answer for each of them."""
    return (stem in other.sentence.bag for stem in one.adjacent_stems if stem)


def says_both(one: Antonym, other: Antonym, own: Iterable[Antonym]) -> bool:
    """Whether the source of the antonym also says what the first word does, in a sentence at least half as similar.

    ``own`` holds the words of that source on the side of the first word.
    """
    without = frozenset({one.stem, other.stem})
    enough = max(BOTH, in_common(one, other, without) / 2)
    return any(in_common(x, other, without | {x.stem}) >= enough for x in own)
