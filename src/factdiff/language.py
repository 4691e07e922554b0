"""What a language is: rules that read values, and the words that tell what surrounds them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any, Protocol

from attrs import define, evolve, field, frozen

from factdiff import _variants
from factdiff._memo import Memo
from factdiff.clauses import Affirms, Denials, Orders, no_affirmations, no_denials, no_orders
from factdiff.errors import UnknownNameError
from factdiff.patterns import Body
from factdiff.values.date import Date
from factdiff.values.relation import Value

#: plain sign -> the typographic ones that stand for it, one for one, so that offsets hold
TYPOGRAPHY = {
    "'": "‘’‛ʼ′`´",
    '"': "“”„‟«»″",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000",
    "-": "\u2010\u2011\u2012\u2013\u2212",
    "\n": "\r\v\f\x85\u2028\u2029",
}
#: granularities too coarse for other dates to be counted from
LOOSE = frozenset({"decade", "century"})
_PLAIN = {sign: plain for plain, signs in TYPOGRAPHY.items() for sign in signs}
#: lone surrogates, which no tokenizer takes
_SURROGATE = re.compile("[\ud800-\udfff]")
#: what a tokenized text sets apart from the word before it
_APART = re.compile(r" (,|'s)(?= )")
#: brackets and quotes as treebanks write them
TREEBANK = {"-LRB-": "    (", "-RRB-": ")    ", "``": ' "', "''": '" '}
_TREEBANK = re.compile("|".join(TREEBANK))


@frozen
class Entity:
    """A name that a trained model found: its offsets, and whether it is of a person or an organisation."""

    start: int
    end: int
    category: str


@frozen(slots=False)  # which is made in half the time, as what is short-lived should be
class Setting:
    """What a rule may know beyond its own match.

    The whole ``text`` with plain quotes, hyphens and spaces; the day it was ``published``, or a day ``near`` which that
    must have been; whether its numeric dates write the month first; its language; and the country of its publisher,
    ISO 3166-1 alpha-2, where that is known. ``narrative`` says that it tells of the past in the order
    of its dates, so that a day without a year lies near the ``last`` date read before it (``last_day``: the last that
    is a day); "two days later" counts from there in every text. ``entities`` are the names that a trained model found,
    where one was asked.
    """

    text: str
    published: date | None = None
    near: date | None = None
    month_first: bool | None = None
    lang: str = "en"
    home: str | None = None
    narrative: bool = False
    last: Date | None = None
    last_day: Date | None = None
    entities: tuple[Entity, ...] = ()

    def after(self, value: Value) -> Setting:
        """The setting behind a mention: a known date is what later ones may be counted from."""
        if not isinstance(value, Date) or value.earliest is None or value.granularity in LOOSE:
            return self
        if self.narrative and self.near and value.earliest.year >= self.near.year - 1:
            return self  # counted from the publication, which the story is not about
        if value.granularity == "year" and self.last and self.last.earliest and value.earliest < self.last.earliest:
            return self  # "the worst year since 1918": an aside, which the story does not follow
        return evolve(self, last=value, last_day=value if value.is_day else self.last_day)


@frozen(slots=False)
class Found:
    """A value with the span it takes when that is not the whole match; ``rule`` is a finer name than the rule's."""

    value: Value
    start: int
    end: int
    rule: str | None = None


@frozen(slots=False)
class Overlaid(Found):
    """A value that may lie over others, with the ``rule`` that read it and named ``parts`` (name, start, end)."""

    rule: str
    parts: tuple[tuple[str, int, int], ...] = ()


class Claim:
    """The answer of a rule whose text is no value: the span is taken, and nothing is reported."""


CLAIM = Claim()
Built = Value | Found | Claim | None


class Spanned(Protocol):
    """A value with its span: what was found, or a mention of it."""

    @property
    def value(self) -> Value:
        """The value."""

    @property
    def start(self) -> int:
        """Where it starts."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


#: a reading of what may lie over the values that rules found, and of what these lie in: names, offices, quotations
Overlay = Callable[[Setting, Sequence[Spanned]], Iterable[Overlaid]]


def no_overlay(_: Setting, __: Sequence[Spanned]) -> Iterable[Overlaid]:
    """The overlay of a language that has none."""
    return ()


def trigger_set(words: Iterable[str]) -> frozenset[str]:
    """The triggers of a rule."""
    return frozenset(words)


@frozen
class Rule:
    """One way to write a value.

    ``triggers`` are lower-case words or signs, or ``DIGIT``, that can start it, or two of them with a blank between,
    where the second must follow; ``body`` is that of the pattern which is matched at the trigger alone and must be
    linear; ``build`` makes the value, claims the span, or passes, and raises OverflowError for a day that the calendar
    does not hold. ``parts`` names groups of the pattern whose spans the mention keeps.
    """

    name: str
    triggers: frozenset[str] = field(converter=trigger_set)
    body: Body
    build: Callable[[re.Match[str], Setting], Built]
    parts: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern that is matched."""
        return self.body.compiled


@frozen
class Lexicon:
    """The words that context is read from.

    ``lemma`` gives the base form of a lower-case word; ``stop`` words say nothing; ``events`` maps a lemma to its
    classes of events; ``things`` maps the lemma of a counted thing to its class; ``boilerplate`` recognises lines
    that are no part of the article; ``locative`` and ``linking`` are the prepositions of place and of belonging.
    ``roles`` are the classes of events that say what a count is a count of, ``properties`` maps a lemma to what is
    measured or paid, ``reporting`` lemmas tell of statements; ``before`` and ``behind`` recognise the words right
    beside a mention that bound it or make it a part of another, by the name of the group that matches; ``negation``
    recognises what denies the clause that follows (these and ``boilerplate`` look at text in lower case), ``posted``
    and ``leading`` what stands before the day of publication of a page and before a date of a sentence,
    ``predicating`` what says of something that it is so; ``indefinite`` are the articles before a noun that was not
    told of before. ``opposites`` maps a lemma that has an opposite to what the two are about and to its side, 1 or -1;
    ``owning`` recognises what stands behind the owner of what follows.
    """

    lemma: Callable[[str], str]
    stop: frozenset[str]
    events: Mapping[str, frozenset[str]]
    things: Mapping[str, str]
    boilerplate: re.Pattern[str] | None
    locative: frozenset[str]
    linking: frozenset[str]
    roles: frozenset[str] = frozenset()
    properties: Mapping[str, frozenset[str]] = field(factory=dict)
    reporting: frozenset[str] = frozenset()
    before: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    negation: re.Pattern[str] | None = None
    posted: re.Pattern[str] | None = None
    leading: re.Pattern[str] | None = None
    predicating: re.Pattern[str] | None = None
    indefinite: frozenset[str] = frozenset()
    opposites: Mapping[str, tuple[str, int]] = field(factory=dict)
    owning: re.Pattern[str] | None = None

    @cached_property
    def opposed(self) -> frozenset[str]:
        """The lemmas that have an opposite."""
        return frozenset(self.opposites)

    @cached_property
    def told(self) -> Mapping[str, str]:
        """The stem of a word in lower case, or nothing for one that says nothing, and for a token that is no word."""

        def told(word: str) -> str:
            bare = word.removesuffix("'s")
            return "" if bare in self.stop or not word[0].isalpha() else self.lemma(bare)

        return Memo(told)


#: the names of a text whose meaning its surroundings tell, by their offsets
Named = Callable[[Setting], Mapping[int, Found]]


def no_names(_: Setting) -> Mapping[int, Found]:
    """The names of a language that reads none."""
    return {}


@frozen
class Start:
    """The rules that a token can start, in their order: those ``followed`` by the kind of the next, else ``alone``."""

    alone: tuple[Rule, ...]
    followed: Mapping[str, tuple[Rule, ...]]


def starting(rules: Sequence[Rule]) -> Mapping[str, Start]:
    """What each kind of token that can start any of some rules can start of them."""
    table: dict[str, dict[int, set[str]]] = {}
    for number, rule in enumerate(rules):
        for trigger in rule.triggers:
            first, _, second = trigger.partition(" ")
            table.setdefault(first, {}).setdefault(number, set()).add(second)

    def able(needs: Mapping[int, set[str]], *seconds: str) -> tuple[Rule, ...]:
        return tuple(rules[number] for number, needed in needs.items() if not needed.isdisjoint(seconds))

    def start(needs: Mapping[int, set[str]]) -> Start:
        seconds = set().union(*needs.values()) - {""}
        return Start(able(needs, ""), {second: able(needs, "", second) for second in seconds})

    return {first: start(needs) for first, needs in table.items()}


@define(slots=False, frozen=True)
class Language:
    """A language: its rules in the order that decides ties, and what is done with what they find.

    ``named`` gives the places of a text, which count where no rule finds anything. ``finish`` completes what was found
    (hedges around a figure, what is counted) without going back beyond an offset that earlier mentions have taken;
    ``overlay`` reads names, offices, quotations and stances, whose spans may hold those of what the rules found, and be
    held by one another; ``orders`` reads which of two events a sentence puts first, ``denials`` which verbs it denies,
    and ``affirms`` the modality of one that it does not; ``published`` reads the day of publication from a text;
    ``month_first`` tells the order of its numeric dates, or None; ``narrative`` tells whether a text published on a day
    tells of times long past; ``spelt`` gives a text as it is read, of the same length: without lines in capitals.
    """

    code: str
    rules: tuple[Rule, ...]
    lexicon: Lexicon
    finish: Callable[[Found, Setting, int], Found]
    published: Callable[[str], date | None]
    month_first: Callable[[str], bool | None]
    overlay: Overlay = no_overlay
    named: Named = no_names
    orders: Orders = no_orders
    denials: Denials = no_denials
    affirms: Affirms = no_affirmations
    narrative: Callable[[str, date | None], bool] = lambda text, published: False
    spelt: Callable[[str], str] = str

    @cached_property
    def starts(self) -> Mapping[str, Start]:
        """The rules that a token can start, by its kind."""
        return starting(self.rules)

    def tried(self, kinds: Sequence[str]) -> dict[int, tuple[Rule, ...]]:
        """The rules to try at those tokens of a text that can start any, by the numbers of the tokens; behind the last
        kind stands an empty one.
        """
        return {
            number: rules
            for number, start in enumerate(map(self.starts.get, kinds))
            if start and (rules := start.followed.get(kinds[number + 1], start.alone))
        }


@cache
def read_table(package: str, name: str) -> dict[str, Any]:
    """A TOML table beside the rules of a language, read once."""
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def plain(text: str) -> str:
    r"""The text with plain quotes, hyphens and spaces, of the same length.

    Of a tokenized text, the signs that it sets apart go back to the word before them.

    >>> plain("“5–10\u00a0km”"), plain("in Paris , France")
    ('"5-10 km"', 'in Paris,  France')
    """
    for sign, simple in _PLAIN.items():
        if sign in text:
            text = text.replace(sign, simple)
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
    if " , " in text or " 's " in text:
        text = _APART.sub(r"\1 ", _TREEBANK.sub(lambda match: TREEBANK[match.group()], text))
    return text


@lru_cache(maxsize=8)
def lowered(text: str) -> str:
    """The text in lower case, of the same length: of the dotted capital I, which has no such lower case, an i is made.

    >>> lowered("In İzmir, Turkey")
    'in izmir, turkey'
    """
    return text.replace("İ", "i").lower()


def load(code: str) -> Language:
    """The language of a code, or the one that reads what all languages share."""
    try:
        found: Language = _variants.load("languages", code).LANGUAGE
    except UnknownNameError:
        found = _variants.load("languages", "und").language(code)
    return found
