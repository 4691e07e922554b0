"""Antonyms: the words of a document that have an opposite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import frozen

from factdiff.context.document import Document
from factdiff.context.sentences import Sentence
from factdiff.language import load

#: how many words on one side of a matter are looked at in a document
MOST = 20


@frozen(eq=False)
class Antonym:
    """A word that has an opposite, by its ``number`` among the stems of its sentence.

    ``matter`` is what the two words are about, and ``side`` is 1 for one of them and -1 for the other.
    """

    document: Document
    sentence: Sentence
    number: int
    matter: str
    side: int

    @property
    def stem(self) -> str:
        """The stem of the word."""
        return self.sentence.stems[self.number]

    @property
    def start(self) -> int:
        """The offset at which the word begins."""
        return self.sentence.starts[self.number]

    @property
    def end(self) -> int:
        """The offset at which the word ends."""
        text, last = self.document.text, self.sentence.end
        return next((place for place in range(self.start, last) if not text[place].isalpha()), last)

    @cached_property
    def adjacent_stems(self) -> tuple[str, str]:
        """The stems right before and behind the word."""
        return self.sentence.adjacent_stems(self.start, self.end)

    @cached_property
    def modality(self) -> str:
        """Asserted or planned; an empty string where the sentence denies the word."""
        affirms = load(self.document.source.lang).affirms
        return affirms(self.document.text, self.sentence.start, self.start, self.sentence.end)


def antonyms(document: Document) -> Mapping[tuple[str, int], Sequence[tuple[Sentence, str]]]:
    """The words of a document that have an opposite: matter and side -> the sentences with the stems.

    Words with their opposite in the same sentence are left out.

    >>> from factdiff import Source
    >>> [*antonyms(Document(Source("Prices fell. The poor and the rich came."), ()))]
    [('course', -1)]
    """
    lexicon = load(document.source.lang).lexicon
    sides, with_opposite = lexicon.opposites, lexicon.opposed
    found: defaultdict[tuple[str, int], list[tuple[Sentence, str]]] = defaultdict(list)
    for sentence in document.content_sentences:
        stems = sorted(sentence.bag & with_opposite)
        inside = {sides[stem] for stem in stems}
        for stem in stems:
            matter, side = sides[stem]
            if (matter, -side) not in inside and len(found[matter, side]) < MOST:
                found[matter, side].append((sentence, stem))
    return found


def antonyms_of(document: Document, matter: str, side: int) -> list[Antonym]:
    """The words of a document on one side of a matter."""
    return [
        Antonym(document, sentence, sentence.stems.index(stem), matter, side)
        for sentence, stem in document.cached(antonyms).get((matter, side), ())
    ]
