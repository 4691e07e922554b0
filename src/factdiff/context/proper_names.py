"""Proper names: the capitalised words of a document and those beside them, whether or not they are read as a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from factdiff.context.document import Document, DocumentPart
from factdiff.context.sentences import Sentence
from factdiff.language import load
from factdiff.records import Mention
from factdiff.values.names.name import Name, folded
from factdiff.values.names.role import Role

#: from which share of capitalised words on a sentence is set like a title, if it has enough words
TITLE_CASE, ENOUGH = 0.6, 4

Word = tuple[str, int]
#: a word; behind a hyphen it goes on with a capital letter
_WORD = re.compile(r"[^\W\d_]+(?:(?:'|-(?=[^\W\d_a-z]))[^\W\d_]+)*")


@frozen(eq=False)
class CapitalisedWord(DocumentPart):
    """A capitalised word: ``word`` in lower case without marks, its sentence, and the words of its run beside it.

    ``before`` and ``behind`` are empty strings where the word beside it is not capitalised. ``name`` is the name that
    it is read as a part of, if any.
    """

    word: str
    start: int
    end: int
    sentence: Sentence
    before: str
    behind: str
    name: Mention | None


@frozen(eq=False)
class ProperNames:
    """The capitalised words of a document: word -> where it stands.

    ``ordinary`` are the words that it writes in small letters, and ``every`` tells how often it has each word.
    """

    by_word: Mapping[str, tuple[CapitalisedWord, ...]]
    ordinary: frozenset[str]
    every: Mapping[str, int]


def proper_names(document: Document) -> ProperNames:
    """The capitalised words of a document, outside boilerplate and titles, dates, places and offices.

    >>> from factdiff import Source
    >>> [*proper_names(Document(Source("The mayor, Ana Duarte, said no."), ())).by_word]
    ['ana', 'duarte']
    """
    found: defaultdict[str, list[CapitalisedWord]] = defaultdict(list)
    ordinary: set[str] = set()
    every: Counter[str] = Counter()
    genitive = load(document.source.lang).lexicon.genitive
    for sentence in document.content_sentences:
        words = [
            (match[0].removesuffix(genitive), match.start())
            for match in _WORD.finditer(document.text, sentence.start, sentence.end)
        ]
        forms = [folded(word) for word, _ in words]
        every.update(forms)
        if sentence.section != "headline" or not is_title(words):
            ordinary.update(form for form, (word, _) in zip(forms, words, strict=True) if word.islower())
            for one in capitalised_words(document, sentence, words):
                found[one.word].append(one)
    return ProperNames({word: tuple(some) for word, some in found.items()}, frozenset(ordinary), every)


def is_title(words: Sequence[Word]) -> bool:
    """Whether most words of a sentence are capitalised."""
    return len(words) >= ENOUGH and sum(word[0].isupper() for word, _ in words) >= TITLE_CASE * len(words)


def capitalised_words(document: Document, sentence: Sentence, words: Sequence[Word]) -> Iterator[CapitalisedWord]:
    """The capitalised words of a sentence that can be a part of a name."""
    text, stop = document.text, load(document.source.lang).lexicon.stop
    spans = document.cached(covering_spans)
    parts = [
        word[0].isupper()
        and not (word.isupper() and len(word) > 1)
        and word.lower() not in stop
        and spans.office_at(start) is None
        and (spans.name_at(start) is not None or spans.value_at(start) is None)
        for word, start in words
    ]

    def beside(one: int, two: int) -> bool:
        inside = one >= 0 and two < len(words) and parts[one] and parts[two]
        return inside and text[words[one][1] + len(words[one][0]) : words[two][1]] in (" ", ". ")

    for n, (word, start) in enumerate(words):
        if parts[n]:
            before = folded(words[n - 1][0]) if beside(n - 1, n) else ""
            behind = folded(words[n + 1][0]) if beside(n, n + 1) else ""
            name = spans.name_at(start)
            if n == 0 and name is None and not behind:
                continue  # a capital letter at the beginning of a sentence tells nothing
            yield CapitalisedWord(document, folded(word), start, start + len(word), sentence, before, behind, name)


class CoveringSpans:
    """The names, offices and other values of a document, looked up by an offset that they cover."""

    def __init__(self, document: Document) -> None:
        overlay = sorted(document.overlay, key=lambda mention: mention.start)
        self.name_at = covering([m for m in overlay if isinstance(m.value, Name)])
        self.office_at = covering([m for m in overlay if isinstance(m.value, Role)])
        self.value_at = covering(document.mentions)


def covering_spans(document: Document) -> CoveringSpans:
    """The same of a document, for its cache."""
    return CoveringSpans(document)


def covering(mentions: Sequence[Mention]) -> Callable[[int], Mention | None]:
    """A function that gives the mention that covers an offset, of mentions in their order."""
    starts = [mention.start for mention in mentions]

    def at(offset: int) -> Mention | None:
        number = bisect_right(starts, offset) - 1
        return mentions[number] if number >= 0 and offset < mentions[number].end else None

    return at
