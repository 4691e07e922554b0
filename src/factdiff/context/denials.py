"""What the sentences of a source deny, and which of them say of a verb that it is so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from factdiff.context.document import Scene
from factdiff.context.sentences import Sentence
from factdiff.language import load

#: how many denials of a source are looked at
MOST = 100


@frozen(eq=False)
class Denied:
    """A verb that a sentence denies, by its stem, with the offsets of the words that do.

    ``before`` and ``behind`` are the stems of which the sentence says so, where one must stand beside the verb for
    another sentence to tell of the same; ``modality`` is asserted or planned.
    """

    scene: Scene
    sentence: Sentence
    start: int
    end: int
    verb: str
    before: str
    behind: str
    modality: str


@frozen(eq=False)
class Affirmed:
    """A verb that a sentence says to be so, with its offsets."""

    scene: Scene
    sentence: Sentence
    start: int
    end: int


def denials(scene: Scene) -> tuple[Denied, ...]:
    """The verbs that a source denies, but for its boilerplate.

    >>> from factdiff import Source
    >>> [(one.verb, one.behind) for one in denials(Scene(Source("The bridge was not closed overnight."), ()))]
    [('clos', 'overnight')]
    """
    return tuple(islice(read(scene), MOST))


def read(scene: Scene) -> Iterator[Denied]:
    """The same, one by one."""
    text, language = scene.text, load(scene.source.lang)
    for sentence in scene.told:
        for denial in language.denials(text, sentence.start, sentence.end):
            if denial.verb not in language.lexicon.stop:
                before, behind = sentence.beside(denial.start, denial.end)
                verb, before = language.lexicon.lemma(denial.verb), before if denial.bare else ""
                yield Denied(scene, sentence, denial.start, denial.end, verb, before, behind, denial.modality)


def affirmations(scene: Scene, denied: Denied) -> Iterator[Affirmed]:
    """Where a source says of the verb of a denial that it is so, in as many words, of what stands beside it."""
    for sentence in scene.told:
        if denied.verb in sentence.bag:
            yield from affirmed(scene, sentence, denied)


def affirmed(scene: Scene, sentence: Sentence, denied: Denied) -> Iterator[Affirmed]:
    """The same of one sentence of a source."""
    text, language = scene.text, load(scene.source.lang)
    for number in (n for n, stem in enumerate(sentence.stems) if stem == denied.verb):
        beside = {*sentence.stems[max(0, number - 1) : number], *sentence.stems[number + 1 : number + 2]}
        start = sentence.starts[number]
        told = language.affirms(text, sentence.start, start, sentence.end)
        if told == denied.modality and not beside.isdisjoint(denied.sentence.bag):
            end = next((n for n in range(start, sentence.end) if not text[n].isalpha()), sentence.end)
            yield Affirmed(scene, sentence, start, end)
