"""The words of a source that have an opposite, and which sentences say one of the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import frozen

from factdiff.context.document import Document
from factdiff.context.sentences import Sentence
from factdiff.language import load

#: how many words of one side of a matter are looked at in a source
MOST = 20


@frozen(eq=False)
class Antonym:
    """A word that has an opposite, by its ``number`` among the stems of its sentence: which ``matter`` it is of, and on
    which ``side``, 1 or -1.
    """

    document: Document
    sentence: Sentence
    number: int
    matter: str
    side: int

    @property
    def stem(self) -> str:
        """Its own stem."""
        return self.sentence.stems[self.number]

    @property
    def start(self) -> int:
        """Where the word begins."""
        return self.sentence.starts[self.number]

    @property
    def end(self) -> int:
        """Where it ends."""
        text, last = self.document.text, self.sentence.end
        return next((place for place in range(self.start, last) if not text[place].isalpha()), last)

    @cached_property
    def adjacent_stems(self) -> tuple[str, str]:
        """The stems before and behind it."""
        return self.sentence.adjacent_stems(self.start, self.end)

    @cached_property
    def modality(self) -> str:
        """Asserted or planned; nothing where the sentence denies the word."""
        affirms = load(self.document.source.lang).affirms
        return affirms(self.document.text, self.sentence.start, self.start, self.sentence.end)


def antonyms(document: Document) -> Mapping[tuple[str, int], Sequence[tuple[Sentence, str]]]:
    """The words of a source that have an opposite, unless they stand beside it in their sentence: by matter and side,
    the sentences with the stems.

    >>> from factdiff import Source
    >>> [*antonyms(Document(Source("Prices fell. The poor and the rich came."), ()))]
    [('course', -1)]
    """
    lexicon = load(document.source.lang).lexicon
    sides, able = lexicon.opposites, lexicon.opposed
    found: defaultdict[tuple[str, int], list[tuple[Sentence, str]]] = defaultdict(list)
    for sentence in document.content_sentences:
        stems = sorted(sentence.bag & able)
        told = {sides[stem] for stem in stems}
        for stem in stems:
            matter, side = sides[stem]
            if (matter, -side) not in told and len(found[matter, side]) < MOST:
                found[matter, side].append((sentence, stem))
    return found


def antonyms_of(document: Document, matter: str, side: int) -> list[Antonym]:
    """The words of a source on one side of a matter."""
    return [
        Antonym(document, sentence, sentence.stems.index(stem), matter, side)
        for sentence, stem in document.cached(antonyms).get((matter, side), ())
    ]
