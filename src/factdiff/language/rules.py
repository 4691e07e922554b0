"""Rules of a language: their triggers and patterns, their setting, and the values that they build."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Protocol

from attrs import field, frozen

from factdiff.text.patterns import Body
from factdiff.values.calendar.date import Date
from factdiff.values.relation import Value

#: granularities too coarse for other dates to be counted from
LOOSE = frozenset({"decade", "century"})


@frozen
class Entity:
    """A name that a trained model found: its offsets, and whether it is of a person or an organisation."""

    start: int
    end: int
    category: str


@frozen(slots=False)  # without slots it is made in half the time
class Setting:
    """The setting of a rule: all that it may know beyond its own match.

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
        last_day = value if value.is_day else self.last_day
        return Setting(**{**vars(self), "last": value, "last_day": last_day})


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
    """The result of a rule for text that is no value: its span is taken, and nothing is reported."""


CLAIM = Claim()
Built = Value | Found | Claim | None


class Spanned(Protocol):
    """A value with its span: what was found, or a mention of it."""

    @property
    def value(self) -> Value:
        """The value."""

    @property
    def start(self) -> int:
        """The offset at which it starts."""

    @property
    def end(self) -> int:
        """The offset at which it ends, exclusive."""


#: reads the names, offices, quotations and stances of a text, given the values that rules found
Overlay = Callable[[Setting, Sequence[Spanned]], Iterable[Overlaid]]


def no_overlay(_: Setting, __: Sequence[Spanned]) -> Iterable[Overlaid]:
    """No overlay, for a language that reads none."""
    return ()


def to_triggers(words: Iterable[str]) -> frozenset[str]:
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
    triggers: frozenset[str] = field(converter=to_triggers)
    body: Body
    build: Callable[[re.Match[str], Setting], Built]
    parts: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern that is matched."""
        return self.body.compiled

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """What the pattern matches at an offset of a text, as a function."""
        return self.body.match


#: the names of a text whose meaning depends on their context, by offset
Named = Callable[[Setting], Mapping[int, Found]]


def no_names(_: Setting) -> Mapping[int, Found]:
    """No names, for a language that reads none."""
    return {}


@frozen
class TriggeredRules:
    """The rules that a token can start: ``followed`` by the kind of the next token, and ``alone`` before any other."""

    alone: tuple[Rule, ...]
    followed: Mapping[str, tuple[Rule, ...]]


def rules_by_trigger(rules: Sequence[Rule]) -> Mapping[str, TriggeredRules]:
    """Kind of token -> the rules that it can start."""
    table: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, rule in enumerate(rules):
        for trigger in rule.triggers:
            first, _, second = trigger.partition(" ")
            table[first][second].add(number)

    @cache  # many tokens start the same rules, and share them
    def in_order(numbers: frozenset[int]) -> tuple[Rule, ...]:
        return tuple([rules[number] for number in sorted(numbers)])

    def start(by_second: Mapping[str, set[int]]) -> TriggeredRules:
        alone = frozenset(by_second.get("", ()))
        followed = {second: in_order(alone | numbers) for second, numbers in by_second.items() if second}
        return TriggeredRules(in_order(alone), followed)

    return {first: start(by_second) for first, by_second in table.items()}
