"""The scene of a source: its mentions in their surroundings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from attrs import frozen

from factdiff.context.sentences import Sentence, place_keys, sentences
from factdiff.language import Lexicon, load, plain
from factdiff.records import Mention, Source
from factdiff.values.amount import Amount
from factdiff.values.date import Date
from factdiff.values.money import Money
from factdiff.values.number import Number
from factdiff.values.place import Place
from factdiff.values.quantity import Quantity

#: how many words at either side are near; how far behind a mention what it is tied to can stand, in characters
NEAR, TIED = 8, 48
#: how far a clause reaches on either side of a mention, in characters
REACH = 120

_BREAK = re.compile(r"[,;:.()]")
_BRACKET = re.compile(r"\s?[(\[]")
_CLAUSE = re.compile(
    r"[;:()\u2014]|,\s(?:and|but|while|when|where|which|who|after|before|as|although|though|with)\b|"
    r"\b(?:while|when|where|which|although|though|because)\b",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(r"([^\W\d_]+)\s(?:the\s)?$")


@frozen(eq=False)
class Context:
    """What surrounds one mention.

    ``near`` are the stems and places close to it, ``events`` the classes of events that its clause tells of (of an
    amount, the nearest), ``tied`` the places that its noun belongs to ("missiles from Iran").
    """

    sentence: Sentence
    near: frozenset[str]
    events: frozenset[str]
    tied: frozenset[str]


class Scene:
    """A source with its mentions; the context of a mention is worked out when it is first asked for.

    >>> from factdiff import Source, find_mentions
    >>> source = Source("Missiles from Iran hit Kyiv. Nine people were killed on Tuesday.")
    >>> scene = Scene(source, find_mentions(source, kinds=["number"]))
    >>> sorted(scene.context(0).events), scene.sentence(0).section
    (['kill'], 'body')
    """

    def __init__(self, source: Source, mentions: Sequence[Mention]) -> None:
        self.source, self.mentions = source, mentions
        self._text, self._lexicon = plain(source.text), load(source.lang).lexicon
        self.sentences = tuple(sentences(self._text, self._lexicon, mentions))
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._starts = [mention.start for mention in mentions]
        self._contexts: dict[int, Context] = {}

    def sentence(self, number: int) -> Sentence:
        """The sentence of a mention by its number."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, self._starts[number]) - 1)]

    def thing(self, number: int) -> str:
        """The class of what a count counts, or an empty string."""
        value = self.mentions[number].value
        counted = value.counted if isinstance(value, Number) else None
        return self._lexicon.things.get(counted, counted) if counted else ""

    def located(self, number: int) -> bool:
        """Whether a preposition of place stands before a mention."""
        start = self.mentions[number].start
        previous = _PREVIOUS.search(self._text, max(0, start - 24), start)
        return previous is not None and previous[1].lower() in self._lexicon.locative

    def context(self, number: int) -> Context:
        """The context of a mention by its number."""
        if number not in self._contexts:
            after = self.mentions[number + 1 : bisect_left(self._starts, self.mentions[number].end + TIED)]
            sentence = self.sentence(number)
            self._contexts[number] = around(self._text, self.mentions[number], after, sentence, self._lexicon)
        return self._contexts[number]


def around(text: str, mention: Mention, after: Sequence[Mention], sentence: Sentence, lexicon: Lexicon) -> Context:
    """The context of one mention, with the mentions that follow it closely."""
    low, high = clause(text, mention, sentence)
    first, at, end, last = (bisect_left(sentence.starts, offset) for offset in (low, mention.start, mention.end, high))
    before, behind = sentence.stems[first:at], sentence.stems[end:last]
    if isinstance(mention.value, Number) and mention.value.counted:
        behind = behind[1:]  # what is counted is as near as can be, and no event
    return Context(
        sentence=sentence,
        near=frozenset((*sentence.stems[max(0, at - NEAR) : at], *sentence.stems[end : end + NEAR])),
        events=events(before, behind, lexicon, nearest=isinstance(mention.value, Amount)),
        tied=tied(text, mention, after, lexicon),
    )


def clause(text: str, mention: Mention, sentence: Sentence) -> tuple[int, int]:
    """Where the clause of a mention begins and ends, as far as signs and joining words tell."""
    low, high = max(sentence.start, mention.start - REACH), min(sentence.end, mention.end + REACH)
    breaks = [match.end() for match in _CLAUSE.finditer(text, low, mention.start)]
    after = _CLAUSE.search(text, mention.end, high)
    return (breaks[-1] if breaks else low), (after.start() if after else high)


def events(before: Sequence[str], behind: Sequence[str], lexicon: Lexicon, *, nearest: bool) -> frozenset[str]:
    """The classes of events that the words of a clause tell of, or those of the nearest such word alone."""
    words = [word for pair in zip_longest(behind, reversed(before), fillvalue="") for word in pair]
    found = [classes for word in words if (classes := lexicon.events.get(word))]
    return frozenset().union(*(found[:1] if nearest else found))


def tied(text: str, mention: Mention, after: Sequence[Mention], lexicon: Lexicon) -> frozenset[str]:
    """The place that the noun behind a mention belongs to: "from Iran" behind it, or "Iranian" within it."""
    for other in after:
        between = text[mention.end : other.start]
        if _BREAK.search(between):
            break
        if isinstance(other.value, Place):
            words = between.lower().split()
            if (other.value.form == "demonym" and len(words) <= 2) or (words and words[-1] in lexicon.linking):
                return frozenset(place_keys(other.value)[-1:])
    return frozenset()


def restatements(source: Source, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of mentions of one kind of which the second, in brackets, says the first again: "900km (500 miles)"."""
    text = plain(source.text)
    for first, second in pairwise(mentions):
        if first.kind == second.kind and _BRACKET.fullmatch(text, first.end, second.start) and restates(first, second):
            yield first, second


def restates(first: Mention, second: Mention) -> bool:
    """Whether a mention in brackets can be the one before it said again: dates, amounts of one dimension, money."""
    a, b = first.value, second.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.measure.dimension == b.measure.dimension and a.unit != b.unit
    if isinstance(a, Money) and isinstance(b, Money):
        return a.currency != b.currency
    return isinstance(a, Date)
