"""The words of a source that have an opposite, and which sentences say one of the two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from factdiff.context.scene import Scene
from factdiff.context.sentences import Sentence
from factdiff.language import load

#: how many words of a source are looked at
MOST = 100


@frozen(eq=False)
class Opposed:
    """A word that has an opposite, with its offsets: which ``matter`` it is of, and on which ``side``, 1 or -1.

    ``stem`` is its own, ``before`` and ``behind`` those beside it; ``modality`` is asserted or planned.
    """

    scene: Scene
    sentence: Sentence
    start: int
    end: int
    matter: str
    side: int
    stem: str
    before: str
    behind: str
    modality: str


def opposed(scene: Scene) -> tuple[Opposed, ...]:
    """The words of a source that have an opposite, unless they are denied or stand beside it in their sentence.

    >>> from factdiff import Source
    >>> [(one.matter, one.side) for one in opposed(Scene(Source("Prices fell. The poor and the rich came."), ()))]
    [('course', -1)]
    """
    return tuple(islice(read(scene), MOST))


def read(scene: Scene) -> Iterator[Opposed]:
    """The same, one by one."""
    text, language = scene.text, load(scene.source.lang)
    opposites = language.lexicon.opposites
    for sentence in scene.told:
        found = [(n, *opposites[stem]) for n, stem in enumerate(sentence.stems) if stem in opposites]
        sides = {(matter, side) for _, matter, side in found}
        for n, matter, side in found:
            if (matter, -side) not in sides:
                start = sentence.starts[n]
                end = next((place for place in range(start, sentence.end) if not text[place].isalpha()), sentence.end)
                if modality := language.affirms(text, sentence.start, start, sentence.end):
                    beside = sentence.beside(start, end)
                    yield Opposed(scene, sentence, start, end, matter, side, sentence.stems[n], *beside, modality)
