"""A document: a source with its mentions, its sentences, and the context of each mention."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from datetime import date
from sys import maxsize
from typing import Any, TypeVar
from weakref import ReferenceType

from attrs import field, frozen

from factdiff.context.boilerplate import HEAD, datelines, is_publication_stamp
from factdiff.context.mention_context import ORIGIN_REACH, PERSON, Context, clause_span, mention_context
from factdiff.context.sentences import Sentence, sentences
from factdiff.language import load
from factdiff.records import Mention, Source
from factdiff.text.tokens import Tokens, tokens
from factdiff.text.typography import lowered, plain
from factdiff.values.amounts.number import Number
from factdiff.values.names.name import Name, phonetic_key
from factdiff.values.names.quote import Quote
from factdiff.values.places.place import Place

#: the sections whose mentions are not compared
BOILERPLATE_SECTIONS = frozenset({"boilerplate"})
NOBODY: frozenset[str] = frozenset()
_WORD = re.compile(r"[^\W\d_]+")

Result = TypeVar("Result")


class Document:
    """A source with its mentions; the context of a mention is worked out when it is first asked for.

    ``text`` is that of the source with plain signs, and ``lower`` the same in lower case, with the same offsets.
    ``overlay`` are the mentions of names, offices, quotations and stances, whose spans can hold those of the others.

    >>> from factdiff import Source, find_mentions
    >>> source = Source("Missiles from Iran hit Kyiv. Nine people were killed on Tuesday.")
    >>> document = Document(source, find_mentions(source, kinds=["number"]))
    >>> sorted(document.context(0).events), document.sentence(0).section
    (['kill'], 'body')
    """

    def __init__(
        self,
        source: Source,
        mentions: Sequence[Mention],
        published: date | None = None,
        over: Sequence[Mention] = (),
    ) -> None:
        self.source, self.mentions, self.published, self.overlay = source, mentions, published, over
        self.text, self._lexicon = plain(source.text), load(source.lang).lexicon
        self.lower = lowered(self.text)
        self.sentences = tuple(sentences(self.text, self._lexicon, mentions))
        self._starts = [mention.start for mention in mentions]
        people = [(m.start, m.value) for m in over if isinstance(m.value, Name) and m.value.category == PERSON]
        self._people = [start for start, _ in people]
        self._surnames = [NOBODY, *(frozenset([phonetic_key(name.family or name.full)]) for _, name in people)]
        self._quotes = [(m.start, m.end) for m in over if isinstance(m.value, Quote)]
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._sentence_of = [*map(self.sentence_index_at, self._starts)]
        self._datelines = datelines(self.text)
        self._contexts: dict[int, Context] = {}
        places = [(number, m.start) for number, m in enumerate(mentions) if isinstance(m.value, Place)]
        locative, definite, split = self._lexicon.locative, self._lexicon.definite, tokens(self.text)
        self._located = {number for number, start in places if preceding_word(split, start, definite) in locative}
        self._cache: dict[object, Any] = {}

    def cached(self, work: Callable[[Document], Result]) -> Result:
        """The result of a function of the document, which is called only once."""
        if work not in self._cache:
            self._cache[work] = work(self)
        result: Result = self._cache[work]
        return result

    def sentence(self, number: int) -> Sentence:
        """The sentence of a mention by its number."""
        return self.sentences[self._sentence_of[number]]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence at an offset."""
        return self.sentences[self.sentence_index_at(offset)]

    def sentence_index_at(self, offset: int) -> int:
        """The index of the sentence at an offset."""
        return bisect_right(self._sentence_starts, offset, 1) - 1

    @property
    def content_sentences(self) -> Iterator[Sentence]:
        """The sentences outside boilerplate."""
        return (sentence for sentence in self.sentences if sentence.section not in BOILERPLATE_SECTIONS)

    def told_stems(self, sentence: Sentence) -> frozenset[str]:
        """The stems of a sentence without the words of statements: "a spokesman said"."""
        return sentence.bag - self._lexicon.reporting

    def clause(self, number: int) -> tuple[int, int]:
        """The start and end of the clause of a mention."""
        return clause_span(self.lower, self.mentions[number], self.sentence(number), self._lexicon)

    def sentence_index(self, number: int) -> int:
        """The index of the sentence of a mention."""
        return self._sentence_of[number]

    def mention_indices(self, start: int, end: int) -> range:
        """The numbers of the mentions that begin between two offsets."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def index_of(self, mention: Mention) -> int:
        """The number of a mention; raises ValueError for one of another document."""
        return self.mentions.index(mention, bisect_left(self._starts, mention.start))

    def mentions_between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin between two offsets."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def is_boilerplate(self, number: int) -> bool:
        """Whether a mention stands in boilerplate, in a dateline, or in the publication stamp of a page."""
        start = self._starts[number]
        if self.sentence(number).section in BOILERPLATE_SECTIONS or in_spans(self._datelines, start):
            return True
        return start <= HEAD and is_publication_stamp(self.text, self.mentions, number, self._lexicon)

    def counted_class(self, number: int) -> str:
        """The class of the things that a count counts, or an empty string."""
        value = self.mentions[number].value
        counted = value.counted if isinstance(value, Number) else None
        return self._lexicon.things.get(counted, counted) if counted else ""

    def follows_locative(self, number: int) -> bool:
        """Whether a preposition of place stands before a mention of a place."""
        return number in self._located

    def described_noun(self, number: int) -> str:
        """The stem of the noun that a demonym describes; "person" for "a Swede" and "a Swedish woman"."""
        mention = self.mentions[number]
        if not isinstance(mention.value, Place) or mention.value.form != "demonym":
            return ""
        behind = _WORD.match(self.text, mention.end + 1)
        word = behind.group() if behind and self.text[mention.end] == " " else ""
        if word.islower() and word not in self._lexicon.stop:
            return PERSON if self._lexicon.things.get(word) == PERSON else self._lexicon.lemma(word)
        article = self._lexicon.indefinite
        return PERSON if article and article.search(self.text, max(0, mention.start - 6), mention.start) else ""

    def is_predicated(self, number: int) -> bool:
        """Whether a mention stands in a predicate: "is an Iranian company"."""
        start = self.mentions[number].start
        words = self._lexicon.predicating
        return words is not None and words.search(self.text, max(0, start - 24), start) is not None

    def context(self, number: int) -> Context:
        """The context of a mention by its number."""
        if number not in self._contexts:
            after = self.mentions[number + 1 : bisect_left(self._starts, self.mentions[number].end + ORIGIN_REACH)]
            sentence = self.sentence(number)
            self._contexts[number] = mention_context(
                self.text,
                self.lower,
                self.mentions[number],
                after,
                sentence,
                self._lexicon,
                part=self._is_part(number),
                quoted=self._is_quoted(number),
                subject=self._subject(number),
            )
        return self._contexts[number]

    def _is_quoted(self, number: int) -> bool:
        """Whether a mention stands in a quotation."""
        return in_spans(self._quotes, self._starts[number])

    def _subject(self, number: int) -> frozenset[str]:
        """The surname of the person who is named last before a mention."""
        return self._surnames[bisect_left(self._people, self._starts[number])]

    def _is_part(self, number: int) -> bool:
        """Whether a count stands beside another that it makes a total with: "52 passengers and six crew"."""
        addition = self._lexicon.addition
        if addition is None:
            return False
        for one, two in ((number - 1, number), (number, number + 1)):
            if one >= 0 and two < len(self.mentions):
                first, second = self.mentions[one], self.mentions[two]
                counts = isinstance(first.value, Number) and isinstance(second.value, Number)
                if counts and addition.fullmatch(self.text, first.end, second.start):
                    return True
        return False


def weak_reference(document: Document) -> ReferenceType[Document]:
    """A reference that does not keep a document."""
    return ReferenceType(document)


@frozen(eq=False)
class DocumentPart:
    """A part of a document, such as a word, whose ``document`` has to be kept by who reads the part.

    It holds its document weakly: the cache of the document holds the part, and a ring of references would keep both
    until the garbage collector walks over all that is in memory.
    """

    _document: ReferenceType[Document] = field(converter=weak_reference)

    @property
    def document(self) -> Document:
        """The document that the part stands in; raises ReferenceError once nothing else holds the document."""
        document = self._document()
        if document is None:
            raise ReferenceError("the document of this part is no longer kept")
        return document


def in_spans(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether an offset lies in one of several spans, which are in their order."""
    number = bisect_right(spans, (offset, maxsize)) - 1
    return number >= 0 and offset < spans[number][1]


def preceding_word(split: Tokens, offset: int, articles: Container[str]) -> str:
    """The word right before an offset, in lower case; before one of the ``articles``, the word right before that.

    >>> text = "Unrest in the Sahel"
    >>> preceding_word(tokens(text), text.index("Sahel"), {"the"})
    'in'
    """
    words, kinds, offsets = split
    number = bisect_left(offsets, offset) - 1
    if number < 0 or offsets[number] + len(words[number]) != offset - 1:
        return ""
    if words[number] in articles and number and offsets[number - 1] + len(words[number - 1]) == offsets[number] - 1:
        return kinds[number - 1]
    return kinds[number]
