"""What the sentences of a source deny, and which of them say of a verb that it is so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from factdiff.context.document import Document
from factdiff.context.sentences import Sentence
from factdiff.language import load

#: how many denials of a source are looked at
MOST = 100


@frozen(eq=False)
class DeniedVerb:
    """A verb that a sentence denies, by its stem, with the offsets of the words that do.

    ``before`` and ``behind`` are the stems of which the sentence says so, where one must stand beside the verb for
    another sentence to tell of the same; ``modality`` is asserted or planned.
    """

    document: Document
    sentence: Sentence
    start: int
    end: int
    verb: str
    before: str
    behind: str
    modality: str


@frozen(eq=False)
class AffirmedVerb:
    """A verb that a sentence says to be so, with its offsets."""

    document: Document
    sentence: Sentence
    start: int
    end: int


def denials(document: Document) -> tuple[DeniedVerb, ...]:
    """The verbs that a source denies, but for its boilerplate.

    >>> from factdiff import Source
    >>> [(one.verb, one.behind) for one in denials(Document(Source("The bridge was not closed overnight."), ()))]
    [('clos', 'overnight')]
    """
    return tuple(islice(denied_verbs(document), MOST))


def denied_verbs(document: Document) -> Iterator[DeniedVerb]:
    """The same, one by one."""
    text, language = document.text, load(document.source.lang)
    for sentence in document.content_sentences:
        for denial in language.denials(text, sentence.start, sentence.end):
            if denial.verb not in language.lexicon.stop:
                before, behind = sentence.adjacent_stems(denial.start, denial.end)
                verb, before = language.lexicon.lemma(denial.verb), before if denial.bare else ""
                yield DeniedVerb(document, sentence, denial.start, denial.end, verb, before, behind, denial.modality)


def affirmations(document: Document, denied: DeniedVerb) -> Iterator[AffirmedVerb]:
    """Where a source says of the verb of a denial that it is so, in as many words, of what stands beside it."""
    for sentence in document.content_sentences:
        if denied.verb in sentence.bag:
            yield from affirmations_in(document, sentence, denied)


def affirmations_in(document: Document, sentence: Sentence, denied: DeniedVerb) -> Iterator[AffirmedVerb]:
    """The same of one sentence of a source."""
    text, language = document.text, load(document.source.lang)
    for number in (n for n, stem in enumerate(sentence.stems) if stem == denied.verb):
        beside = {*sentence.stems[max(0, number - 1) : number], *sentence.stems[number + 1 : number + 2]}
        start = sentence.starts[number]
        told = language.affirms(text, sentence.start, start, sentence.end)
        if told == denied.modality and not beside.isdisjoint(denied.sentence.bag):
            end = next((n for n in range(start, sentence.end) if not text[n].isalpha()), sentence.end)
            yield AffirmedVerb(document, sentence, start, end)
