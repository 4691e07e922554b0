"""What one source says with a word, and another with its opposite in nearly the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby, islice

from attrs import frozen

from factdiff.checks._common.quoted_words import shown, span
from factdiff.checks._common.sentence_likeness import BOTH, MOST, SHARE, in_common, likeness
from factdiff.context import Antonym, Document, antonyms, antonyms_of
from factdiff.records import Evidence
from factdiff.values.names.stance import Stance

#: how many sentences a summary has at most
BRIEF = 3


@frozen(eq=False)
class Opposition:
    """A word, and its opposite in other sources, in the likest sentence of each."""

    one: Antonym
    others: tuple[Antonym, ...]

    def evidence(self) -> Iterator[Evidence]:
        """The words of both sides."""
        yield span(self.one, stance(self.one), "A")
        yield from (span(other, stance(other), "B") for other in self.others)

    def shown(self) -> str:
        """What both sides say, with their sources."""
        return shown((self.one,), self.others)


def stance(one: Antonym) -> Stance:
    """The value of a word: what it is about, and on which side."""
    return Stance(verb=one.matter, polarity=one.side, spoken=False, modality=one.modality)


def oppositions(documents: Sequence[Document]) -> Iterator[Opposition]:
    """What sources say with opposite words, each word once."""
    sides = dict.fromkeys(key for document in documents for key in document.cached(antonyms))
    for matter, side in sides:
        if side > 0 and (matter, -side) in sides:
            some, against = (
                [x for document in documents for x in antonyms_of(document, matter, s)] for s in (side, -side)
            )
            yield from held(some, against)


def held(some: Sequence[Antonym], against: Sequence[Antonym]) -> Iterator[Opposition]:
    """The words of one side of a matter, each with those of the other side that contradict it in the likest sentences.

    A source that says both, at one time and another or of two things, settles nothing.
    """
    own, theirs = by_scene(some), by_scene(against)
    behind = by_stem(against)
    used: set[Antonym] = set()
    for one in some:
        best: dict[Document, tuple[float, Antonym]] = {}
        for number in islice(able(one, behind), MOST):
            other = against[number]
            share = 0.0 if other in used else compared(one, other)
            if share >= SHARE and share > best.get(other.document, (0.0,))[0]:
                best[other.document] = share, other
        others = (other for _, other in best.values())
        found = tuple(x for x in others if not told(one, x, own[x.document]) and not told(x, one, theirs[one.document]))
        if found:
            used.update(found)
            yield Opposition(one, found)


def by_scene(words: Iterable[Antonym]) -> Mapping[Document, Sequence[Antonym]]:
    """Words by the documents that they stand in."""
    found: defaultdict[Document, list[Antonym]] = defaultdict(list)
    for one in words:
        found[one.document].append(one)
    return found


def by_stem(words: Sequence[Antonym]) -> Mapping[str, Sequence[int]]:
    """The numbers of words by the stems of their sentences; of all by an empty one."""
    found: defaultdict[str, list[int]] = defaultdict(list, {"": [*range(len(words))]})
    for number, one in enumerate(words):
        for stem in one.sentence.bag:
            found[stem].append(number)
    return found


def able(one: Antonym, behind: Mapping[str, Sequence[int]]) -> Iterable[int]:
    """The numbers of the words that can contradict one, as far as what stands beside it tells, in their order."""
    beside = [behind.get(stem, ()) for stem in dict.fromkeys(one.adjacent_stems) if stem]
    return unique(merge(*beside)) if beside else behind[""]


def unique(numbers: Iterable[int]) -> Iterator[int]:
    """Numbers in order, each once."""
    return (number for number, _ in groupby(numbers))


def compared(one: Antonym, other: Antonym) -> float:
    """How alike what two sources say beside a word and its opposite is; nothing where it is said of two things.

    Between articles, all that stands beside both words must be in both sentences, and what one says to be so is not
    held against what another says may be.
    """
    brief = min(len(x.document.sentences) for x in (one, other)) <= BRIEF
    enough = any if brief else all
    if one.document is other.document or one.sentence.bag.isdisjoint(other.sentence.bag):
        return 0.0
    if not (enough(beside(one, other)) and enough(beside(other, one))):
        return 0.0
    if not one.modality or not other.modality or (one.modality != other.modality and not brief):
        return 0.0
    return likeness(one, other, frozenset({one.stem, other.stem}))


def beside(one: Antonym, other: Antonym) -> Iterator[bool]:
    """Whether what stands before and behind a word is in the sentence of its opposite as well."""
    return (stem in other.sentence.bag for stem in one.adjacent_stems if stem)


def told(one: Antonym, other: Antonym, own: Iterable[Antonym]) -> bool:
    """Whether the source of another word says of the same matter what a word does as well, in words half as alike;
    ``own`` are its words on the side of the one.
    """
    without = frozenset({one.stem, other.stem})
    enough = max(BOTH, in_common(one, other, without) / 2)
    return any(in_common(x, other, without | {x.stem}) >= enough for x in own)
