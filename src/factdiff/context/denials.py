"""Denials: the verbs that the sentences of a document deny, and the sentences that affirm them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from factdiff.context.document import Document, DocumentPart
from factdiff.context.sentences import Sentence
from factdiff.language import load

#: the sign in the place of one that could not be decoded
UNREADABLE = "\N{REPLACEMENT CHARACTER}"
#: a sign between a verb and a word that is no neighbour of it
_SIGN = re.compile(r"[,;:()\u2014]")
#: how many denials of a document are looked at
MOST = 100


@frozen(eq=False)
class DeniedVerb(DocumentPart):
    """A verb that a sentence denies, by its stem, with the offsets of the denying words.

    ``before`` and ``behind`` are the stems beside the verb; a sentence that affirms the verb has one of them beside it
    as well. ``modality`` is asserted or planned.
    """

    sentence: Sentence
    start: int
    end: int
    verb: str
    before: str
    behind: str
    modality: str


@frozen(eq=False)
class AffirmedVerb:
    """A verb that a sentence affirms, with its offsets."""

    document: Document
    sentence: Sentence
    start: int
    end: int


def denials(document: Document) -> tuple[DeniedVerb, ...]:
    """The verbs that a document denies, outside its boilerplate.

    >>> from factdiff import Source
    >>> [(one.verb, one.behind) for one in denials(Document(Source("The bridge was not closed overnight."), ()))]
    [('clos', 'overnight')]
    """
    return tuple(islice(denied_verbs(document), MOST))


def denied_verbs(document: Document) -> Iterator[DeniedVerb]:
    """All verbs that a document denies, outside its boilerplate."""
    text, language = document.text, load(document.source.lang)
    for sentence in document.content_sentences:
        for denial in language.denials(text, sentence.start, sentence.end):
            if denial.verb not in language.lexicon.stop:
                before, behind = neighbours(text, sentence, denial.start, denial.end)
                verb, before = language.lexicon.lemma(denial.verb), before if denial.bare else ""
                yield DeniedVerb(document, sentence, denial.start, denial.end, verb, before, behind, denial.modality)


def neighbours(text: str, sentence: Sentence, start: int, end: int) -> tuple[str, str]:
    """The stems right before and behind a span in its clause; an empty string where a sign of the clause is nearer."""
    before, behind = sentence.adjacent_stems(start, end)
    first, last = bisect_left(sentence.starts, start), bisect_left(sentence.starts, end)
    if behind and _SIGN.search(text, end, sentence.starts[last]):
        behind = ""
    if before and _SIGN.search(text, sentence.starts[first - 1], start):
        before = ""
    return before, behind


def affirmations(document: Document, denied: DeniedVerb) -> Iterator[AffirmedVerb]:
    """The places where a document affirms the verb of a denial, with a stem of the denying sentence beside it."""
    for sentence in document.content_sentences:
        if denied.verb in sentence.bag:
            yield from affirmations_in(document, sentence, denied)


def affirmations_in(document: Document, sentence: Sentence, denied: DeniedVerb) -> Iterator[AffirmedVerb]:
    """The places where one sentence of a document affirms the verb of a denial."""
    text, language = document.text, load(document.source.lang)
    for number in (n for n, stem in enumerate(sentence.stems) if stem == denied.verb):
        beside = {*sentence.stems[max(0, number - 1) : number], *sentence.stems[number + 1 : number + 2]}
        start = sentence.starts[number]
        if text[start - 1 : start] == "-":
            continue  # the second part of a compound, as "non-fatal"
        if UNREADABLE in text[sentence.start : start]:
            continue  # it may stand for the apostrophe of a denial
        modality = language.affirms(text, sentence.start, start, sentence.end)
        if modality == denied.modality and not beside.isdisjoint(denied.sentence.bag):
            end = next((n for n in range(start, sentence.end) if not text[n].isalpha()), sentence.end)
            yield AffirmedVerb(document, sentence, start, end)
