"""The scene of a source: its mentions in their surroundings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from sys import maxsize
from typing import Any, TypeVar

from factdiff.context.boilerplate import HEAD, datelines, is_stamp
from factdiff.context.mention_context import PERSON, TIED, Context, around, clause
from factdiff.context.sentences import Sentence, sentences
from factdiff.language import load
from factdiff.records import Mention, Source
from factdiff.text.tokens import Tokens, tokens
from factdiff.text.typography import lowered, plain
from factdiff.values.amounts.number import Number
from factdiff.values.names.name import Name, phonetic_key
from factdiff.values.names.quote import Quote
from factdiff.values.places.place import Place

#: sections whose mentions are set aside
ASIDE = frozenset({"boilerplate"})
#: between two counts of parts: what the first counts, and a joining word
_JOINED = re.compile(r"(?:\s[^\W\d_]+){1,2},?\s(?:and|plus)\s")
_WORD = re.compile(r"[^\W\d_]+")
_PREVIOUS = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\s(?:the\s)?$")

Made = TypeVar("Made")


class Scene:
    """A source with its mentions; the context of a mention is worked out when it is first asked for.

    ``text`` is that of the source with plain signs; ``over`` are the mentions that lie over those, of which the names
    of persons and the quotations count.

    >>> from factdiff import Source, find_mentions
    >>> source = Source("Missiles from Iran hit Kyiv. Nine people were killed on Tuesday.")
    >>> scene = Scene(source, find_mentions(source, kinds=["number"]))
    >>> sorted(scene.context(0).events), scene.sentence(0).section
    (['kill'], 'body')
    """

    def __init__(
        self,
        source: Source,
        mentions: Sequence[Mention],
        published: date | None = None,
        over: Sequence[Mention] = (),
    ) -> None:
        self.source, self.mentions, self.published, self.over = source, mentions, published, over
        self.text, self._lexicon = plain(source.text), load(source.lang).lexicon
        self._lower = lowered(self.text)
        self.sentences = tuple(sentences(self.text, self._lexicon, mentions))
        self._starts = [mention.start for mention in mentions]
        self._people = [
            (m.start, phonetic_key(m.value.family or m.value.full))
            for m in over
            if isinstance(m.value, Name) and m.value.category == PERSON
        ]
        self._quotes = [(m.start, m.end) for m in over if isinstance(m.value, Quote)]
        starts = [sentence.start for sentence in self.sentences]
        self._sentence_of = [bisect_right(starts, start, 1) - 1 for start in self._starts]
        self._datelines = datelines(self.text)
        self._contexts: dict[int, Context] = {}
        places = [(number, m.start) for number, m in enumerate(mentions) if isinstance(m.value, Place)]
        locative, split = self._lexicon.locative, tokens(self.text)
        self._located = {number for number, start in places if leading(split, start) in locative}
        self._made: dict[object, Any] = {}

    def once(self, work: Callable[[Scene], Made]) -> Made:
        """What a function makes of the scene, worked out when it is first asked for."""
        if work not in self._made:
            self._made[work] = work(self)
        made: Made = self._made[work]
        return made

    def sentence(self, number: int) -> Sentence:
        """The sentence of a mention by its number."""
        return self.sentences[self._sentence_of[number]]

    @property
    def told(self) -> Iterator[Sentence]:
        """The sentences that are part of what is told."""
        return (sentence for sentence in self.sentences if sentence.section not in ASIDE)

    def clause(self, number: int) -> tuple[int, int]:
        """Where the clause of a mention by its number begins and ends."""
        return clause(self._lower, self.mentions[number], self.sentence(number))

    def depth(self, number: int) -> int:
        """How many sentences stand before that of a mention."""
        return self._sentence_of[number]

    def places(self, start: int, end: int) -> range:
        """The numbers of the mentions that begin between two offsets."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin between two offsets."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def is_aside(self, number: int) -> bool:
        """Whether a mention is no part of what is told: boilerplate, a dateline, or the stamp of a page."""
        start = self._starts[number]
        if self.sentence(number).section in ASIDE or inside(self._datelines, start):
            return True
        return start <= HEAD and is_stamp(self.text, self.mentions, number, self._lexicon)

    def thing(self, number: int) -> str:
        """The class of what a count counts, or an empty string."""
        value = self.mentions[number].value
        counted = value.counted if isinstance(value, Number) else None
        return self._lexicon.things.get(counted, counted) if counted else ""

    def located(self, number: int) -> bool:
        """Whether a preposition of place stands before a place by its number."""
        return number in self._located

    def described(self, number: int) -> str:
        """What a demonym describes: the stem of the noun behind it, "person" of "a Swede" and "a Swedish woman"."""
        mention = self.mentions[number]
        if not isinstance(mention.value, Place) or mention.value.form != "demonym":
            return ""
        behind = _WORD.match(self.text, mention.end + 1)
        word = behind.group() if behind and self.text[mention.end] == " " else ""
        if word.islower() and word not in self._lexicon.stop:
            return PERSON if self._lexicon.things.get(word) == PERSON else self._lexicon.lemma(word)
        article = _PREVIOUS.search(self.text, max(0, mention.start - 6), mention.start)
        return PERSON if article and article[1].lower() in self._lexicon.indefinite else ""

    def predicated(self, number: int) -> bool:
        """Whether a mention is said of something: "is an Iranian company"."""
        start = self.mentions[number].start
        words = self._lexicon.predicating
        return words is not None and words.search(self.text, max(0, start - 24), start) is not None

    def context(self, number: int) -> Context:
        """The context of a mention by its number."""
        if number not in self._contexts:
            after = self.mentions[number + 1 : bisect_left(self._starts, self.mentions[number].end + TIED)]
            sentence = self.sentence(number)
            self._contexts[number] = around(
                self.text,
                self._lower,
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
        return inside(self._quotes, self._starts[number])

    def _subject(self, number: int) -> frozenset[str]:
        """The surname of the person who is named last before a mention."""
        before = bisect_left(self._people, (self._starts[number], ""))
        return frozenset([self._people[before - 1][1]]) if before else frozenset()

    def _is_part(self, number: int) -> bool:
        """Whether a count stands beside another that it makes a total with: "52 passengers and six crew"."""
        for one, two in ((number - 1, number), (number, number + 1)):
            if one >= 0 and two < len(self.mentions):
                first, second = self.mentions[one], self.mentions[two]
                counts = isinstance(first.value, Number) and isinstance(second.value, Number)
                if counts and _JOINED.fullmatch(self.text, first.end, second.start):
                    return True
        return False


def inside(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether an offset lies in one of some spans, which are in their order."""
    number = bisect_right(spans, (offset, maxsize)) - 1
    return number >= 0 and offset < spans[number][1]


def leading(split: Tokens, offset: int) -> str:
    """The word one blank before an offset, in lower case; of an article the word that stands so before it.

    >>> text = "Unrest in the Sahel"
    >>> leading(tokens(text), text.index("Sahel"))
    'in'
    """
    words, kinds, offsets = split
    number = bisect_left(offsets, offset) - 1
    if number < 0 or offsets[number] + len(words[number]) != offset - 1:
        return ""
    if words[number] == "the" and number and offsets[number - 1] + len(words[number - 1]) == offsets[number] - 1:
        return kinds[number - 1]
    return kinds[number]
