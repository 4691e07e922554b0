"""The scene of a source: its mentions in their surroundings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise, zip_longest
from typing import Any, TypeVar

from attrs import frozen

from factdiff.context.asides import in_dateline, is_stamp
from factdiff.context.sentences import Sentence, place_keys, sentences
from factdiff.language import Lexicon, load, plain
from factdiff.records import Mention, Source
from factdiff.values.age import Age
from factdiff.values.amount import Amount
from factdiff.values.date import Date
from factdiff.values.money import Money
from factdiff.values.name import Name, sounded
from factdiff.values.number import Number
from factdiff.values.place import Place
from factdiff.values.quantity import Quantity
from factdiff.values.quote import Quote
from factdiff.values.time import Time

#: how many words at either side are near; how far behind a mention what it is tied to can stand, in characters
NEAR, TIED = 8, 48
#: how far a clause reaches on either side of a mention, in characters
REACH = 120
#: the class of persons, and how many words behind an age are looked at for what is so old
PERSON, NOUNS = "person", 2
#: sections whose mentions are set aside
ASIDE = frozenset({"boilerplate"})
#: how many words before a date are looked at for a verb of statement
STATED = 3

_BREAK = re.compile(r"[,;:.()]")
_BRACKET = re.compile(r"\s?[(\[]")
#: where a clause ends: a sign, or a joining word, which is looked for by its first letter
_CLAUSE = re.compile(
    r"[;:()\u2014,wWaAtTbB](?:(?<=[;:()\u2014])|"
    r"(?i:(?<=,)\s(?:and|but|while|when|where|which|who|after|before|as|although|though|with)\b|"
    r"(?<!\w.)(?:(?<=w)(?:hile|hen|here|hich)|(?<=a)lthough|(?<=t)hough|(?<=b)ecause)\b))"
)
#: between two counts of parts: what the first counts, and a joining word
_JOINED = re.compile(r"(?:\s[^\W\d_]+){1,2},?\s(?:and|plus)\s")
_WORD = re.compile(r"[^\W\d_]+")
#: what stands around the dates of a life in brackets
_OPENING = re.compile(r"\((?:[^()]{0,50}[;,:]\s?)?\s?$")
_CLOSING = re.compile(r"\s{0,3}\)")
_LIVED = re.compile(r"\s?-{1,2}\s?(?=[^()0-9]{0,12}[0-9][^()]{0,30}\))")
_LIFE = re.compile(r"\([^()]{0,60}[0-9]{3,4}\s?-{1,2}\s?$")
_PREVIOUS = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\s(?:the\s)?$")

Made = TypeVar("Made")


@frozen(eq=False)
class Context:
    """What surrounds one mention.

    ``near`` are the stems and places close to it, ``clause`` those of its clause. ``events`` are the classes of events
    that the clause tells of (of an amount, the nearest), ``roles`` the nearest of those that say what a count counts,
    ``properties`` what is measured or paid; ``tied`` the places that its noun belongs to ("missiles from Iran"), and
    ``places`` those of the clause. ``aspect`` tells that words beside it bound it (until, from) or make it a part of
    another or an earlier figure; ``reported`` that a date is the day of a statement. The ``bearer`` of an age is
    the class of what is so old; ``negated`` that the clause denies what it tells; ``quoted`` that it stands in a
    quotation; ``subject`` is the surname of the person named last before it, as it sounds.
    """

    sentence: Sentence
    near: frozenset[str]
    clause: frozenset[str]
    events: frozenset[str]
    roles: frozenset[str]
    properties: frozenset[str]
    tied: frozenset[str]
    places: frozenset[str]
    aspect: str
    reported: bool
    bearer: str = ""
    negated: bool = False
    quoted: bool = False
    subject: frozenset[str] = frozenset()


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
        self.sentences = tuple(sentences(self.text, self._lexicon, mentions))
        self._starts = [mention.start for mention in mentions]
        self._people = [
            (m.start, sounded(m.value.family or m.value.full))
            for m in over
            if isinstance(m.value, Name) and m.value.category == PERSON
        ]
        self._quotes = [(m.start, m.end) for m in over if isinstance(m.value, Quote)]
        starts = [sentence.start for sentence in self.sentences]
        self._sentence_of = [max(0, bisect_right(starts, start) - 1) for start in self._starts]
        self._contexts: dict[int, Context] = {}
        self._located: dict[int, bool] = {}
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

    def depth(self, number: int) -> int:
        """How many sentences stand before that of a mention."""
        return self._sentence_of[number]

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin between two offsets."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def is_aside(self, number: int) -> bool:
        """Whether a mention is no part of what is told: boilerplate, a dateline, or the stamp of a page."""
        if self.sentence(number).section in ASIDE or in_dateline(self.text, self._starts[number]):
            return True
        return is_stamp(self.text, self.mentions, number, self._lexicon)

    def thing(self, number: int) -> str:
        """The class of what a count counts, or an empty string."""
        value = self.mentions[number].value
        counted = value.counted if isinstance(value, Number) else None
        return self._lexicon.things.get(counted, counted) if counted else ""

    def located(self, number: int) -> bool:
        """Whether a preposition of place stands before a mention."""
        if number not in self._located:
            start = self.mentions[number].start
            previous = _PREVIOUS.search(self.text, max(0, start - 24), start)
            self._located[number] = previous is not None and previous[1].lower() in self._lexicon.locative
        return self._located[number]

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
        start = self._starts[number]
        last = bisect_right(self._quotes, (start, len(self.text))) - 1
        return last >= 0 and start < self._quotes[last][1]

    def _subject(self, number: int) -> frozenset[str]:
        """The surname of the person who is named last before a mention."""
        before = bisect_left(self._people, (self._starts[number], ""))
        return frozenset(name for _, name in self._people[max(0, before - 1) : before])

    def _is_part(self, number: int) -> bool:
        """Whether a count stands beside another that it makes a total with: "52 passengers and six crew"."""
        for one, two in ((number - 1, number), (number, number + 1)):
            if one >= 0 and two < len(self.mentions):
                first, second = self.mentions[one], self.mentions[two]
                counts = isinstance(first.value, Number) and isinstance(second.value, Number)
                if counts and _JOINED.fullmatch(self.text, first.end, second.start):
                    return True
        return False


def around(
    text: str,
    mention: Mention,
    after: Sequence[Mention],
    sentence: Sentence,
    lexicon: Lexicon,
    *,
    part: bool,
    quoted: bool,
    subject: frozenset[str],
) -> Context:
    """The context of one mention, with the mentions that follow it closely, and what the scene knows of it."""
    low, high = clause(text, mention, sentence)
    first, at, end, last = (bisect_left(sentence.starts, offset) for offset in (low, mention.start, mention.end, high))
    before, behind = sentence.stems[first:at], sentence.stems[end:last]
    counted = mention.value.counted if isinstance(mention.value, Number) else None
    if counted and (lexicon.lemma(counted) in behind[:1] or not in_role(behind[:1], lexicon)):
        behind = behind[1:]  # what is counted is as near as can be, and no event
    amount = isinstance(mention.value, Amount)
    found = [word for pair in zip_longest(behind, reversed(before)) for word in pair if word]
    words = frozenset(found)
    events = [classes for word in found if (classes := lexicon.events.get(word))]
    if isinstance(mention.value, Date) and (life := lifespan(text, mention)):
        events.append(life)
    return Context(
        sentence=sentence,
        near=frozenset((*sentence.stems[max(0, at - NEAR) : at], *sentence.stems[end : end + NEAR])),
        clause=words,
        events=frozenset().union(*(events[:1] if amount else events)),
        roles=next((roles for classes in events if (roles := classes & lexicon.roles)), frozenset()),
        properties=next((lexicon.properties[word] for word in found if word in lexicon.properties), frozenset()),
        tied=tied(text, mention, after, lexicon),
        places=frozenset([word for word in words if word[0] == "="]),
        aspect="part" if part else aspect(text, mention, lexicon),
        reported=isinstance(mention.value, Date) and reported(text, mention, sentence, lexicon),
        bearer=bearer(text, mention, lexicon) if isinstance(mention.value, Age) else "",
        negated=lexicon.negation is not None and lexicon.negation.search(text, low, mention.start) is not None,
        quoted=quoted,
        subject=subject,
    )


def lifespan(text: str, mention: Mention) -> frozenset[str]:
    """The event of a date in the brackets of a life: "(3 May 1901 - 9 June 1980)"."""
    if _LIVED.match(text, mention.end) and _OPENING.search(text, max(0, mention.start - REACH // 2), mention.start):
        return frozenset({"birth"})
    if _CLOSING.match(text, mention.end) and _LIFE.search(text, max(0, mention.start - REACH), mention.start):
        return frozenset({"kill"})
    return frozenset()


def in_role(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words tell the role of a count: "nine missing", "two dead"."""
    return any(not lexicon.roles.isdisjoint(lexicon.events.get(word, ())) for word in words)


def aspect(text: str, mention: Mention, lexicon: Lexicon) -> str:
    """The class of the words right beside a mention that bound it or make it a part of another, or nothing."""
    before = lexicon.before and lexicon.before.search(text[max(0, mention.start - REACH // 4) : mention.start])
    behind = lexicon.behind and lexicon.behind.match(text[mention.end : mention.end + REACH // 4])
    match = before or behind
    return match.lastgroup or "" if match else ""


def reported(text: str, mention: Mention, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a verb of statement stands right beside a date: "said on Tuesday", "on Tuesday told"."""
    before = _WORD.findall(text[max(sentence.start, mention.start - REACH // 3) : mention.start])
    behind = _WORD.findall(text[mention.end : min(sentence.end, mention.end + REACH // 4)])
    return any(lexicon.lemma(word.lower()) in lexicon.reporting for word in (*before[-STATED:], *behind[:1]))


def clause(text: str, mention: Mention, sentence: Sentence) -> tuple[int, int]:
    """Where the clause of a mention begins and ends, as far as signs and joining words tell."""
    low, high = max(sentence.start, mention.start - REACH), min(sentence.end, mention.end + REACH)
    breaks = [match.end() for match in _CLAUSE.finditer(text, low, mention.start)]
    after = _CLAUSE.search(text, mention.end, high)
    return (breaks[-1] if breaks else low), (after.start() if after else high)


def bearer(text: str, mention: Mention, lexicon: Lexicon) -> str:
    """The class of what is so old: of the noun behind an age ("31-year-old ship"), or a person who is named."""
    if getattr(mention.value, "person", None):
        return PERSON
    words = _WORD.findall(text[mention.end : mention.end + TIED])[:NOUNS]
    return next((kind for word in words if (kind := lexicon.things.get(word.lower()))), "")


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


def restatements(scene: Scene) -> tuple[tuple[Mention, Mention], ...]:
    """Pairs of mentions of one kind of which the second, in brackets, says the first again: "900km (500 miles)"."""
    return tuple(
        (first, second)
        for first, second in pairwise(scene.mentions)
        if first.kind == second.kind
        and _BRACKET.fullmatch(scene.text, first.end, second.start)
        and restates(first, second)
    )


def taking_part(scene: Scene) -> tuple[int, ...]:
    """The numbers of the mentions that can be held against other sources: not those that restate an amount, and none
    that is set aside.
    """
    restated = {second.start for first, second in scene.once(restatements) if first.kind != "date"}
    return tuple(n for n, m in enumerate(scene.mentions) if m.start not in restated and not scene.is_aside(n))


def restates(first: Mention, second: Mention) -> bool:
    """Whether a mention in brackets can be the one before it said again: a day, a time, one amount in two units."""
    a, b = first.value, second.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.measure.dimension == b.measure.dimension and a.unit != b.unit
    if isinstance(a, Money) and isinstance(b, Money):
        return a.currency != b.currency
    return isinstance(a, Date | Time)
