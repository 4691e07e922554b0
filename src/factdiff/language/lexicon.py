"""The lexicon of a language: the words from which the context of a mention is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property

from attrs import field, frozen

from factdiff.text.memo import Memo

#: a sign between two clauses
CLAUSE_SIGN = re.compile(r"[;:()\u2014]")


def stamp_time(before: str = "") -> re.Pattern[str]:
    """A pattern for the time behind the day of publication, given a pattern for words before the time."""
    return re.compile(rf"[\s,|@-]{{0,3}}{before}[0-9]{{1,2}}[:.][0-9]{{2}}(?:\s?[ap]\.?\s?m\.?)?(?:\s[A-Z]{{2,4}}\b)?")


def stamp_gap(before: str = "") -> re.Pattern[str]:
    """A pattern for the signs between the day and time of publication, given a pattern for words before the time."""
    return re.compile(rf"[\s,|@-]{{0,4}}{before}")


STAMP_TIME, STAMP_GAP = stamp_time(), stamp_gap()


@frozen
class RankWords:
    """The words from which it is read of what a rank is one.

    Patterns of lower-case text: ``scopes`` match the words behind a rank that say among what it is counted, by name,
    ``placed`` and ``placed_behind`` the words beside a rank in a table, ``predicated`` those before a rank that is said
    of something, ``anaphoric`` those before one of what was told before, and ``times`` those behind one that counts how
    often something was done. The group of ``subject`` is the noun of which a rank is said behind it.

    ``measures`` gives the measure of a superlative. ``several`` are the nouns of things of which an article tells more
    than one, and ``single`` those of things of which there is one at a time. ``alike`` gives the nouns that are used of
    the same thing as a noun, and ``rankings`` the measures that are used of the same ranking as a measure.
    """

    scopes: Mapping[str, re.Pattern[str]] = field(factory=dict)
    placed: re.Pattern[str] | None = None
    placed_behind: re.Pattern[str] | None = None
    anaphoric: re.Pattern[str] | None = None
    predicated: re.Pattern[str] | None = None
    subject: re.Pattern[str] | None = None
    times: re.Pattern[str] | None = None
    measures: Mapping[str, str] = field(factory=dict)
    several: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    alike: Mapping[str, frozenset[str]] = field(factory=dict)
    rankings: Mapping[str, frozenset[str]] = field(factory=dict)


@frozen
class Lexicon:
    """The words that the context of a mention is read from.

    ``lemma`` gives the base form of a lower-case word, and ``stop`` are the words without content. Lemma -> classes:
    ``events``, ``properties`` (what is measured or paid), ``things`` (of counted nouns), ``opposites`` (the matter of a
    word with an opposite, and its side, 1 or -1) and ``directions`` (1 for words that say that something rose, -1 for
    words that say that it fell). ``roles`` are the classes of events that say what a count is a count of, and
    ``reporting`` the lemmas of statements. ``locative``, ``linking`` and ``definite`` are the prepositions of place and
    of belonging and the definite articles, and ``genitive`` is the ending of an owner.

    Patterns of lower-case text: ``boilerplate`` matches lines that are no part of an article, ``before`` and ``behind``
    the words right beside a mention that make it a bound or a part, by the name of the matching group, ``negation`` the
    words that deny a clause, ``clause_break`` the signs and words between clauses, ``addition`` the words between the
    counts of two parts of a total, and ``possessive`` the ending of an owner. ``count_cues`` match the words by which a
    count is a part, a total or a margin, by name, and ``unrealised`` the verbs of asking, offering and forecasting.

    Patterns of text as it stands: ``restating`` matches the words between an amount and its conversion,
    ``continuing`` those behind an amount that make it none ("5 miles, about 2 km of them uphill"), and ``distributive``
    those that make a figure count more than once. ``publishing`` matches the words before the day of publication of a
    page, ``date_introducing`` those before the date of a sentence, ``stamp_time`` the time behind the day of
    publication and ``stamp_gap`` the signs between the two, ``predicating`` the words before a predicate, and
    ``indefinite`` an indefinite article before a noun.

    Sentences are split as ``segmentation``, the code of a language, does; ``no_abbreviation`` matches words that are
    never an abbreviation there. ``weekdays`` are the names of the days of the week in small letters, not cut short.
    ``ranks`` are the words around ranks.
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
    publishing: re.Pattern[str] | None = None
    date_introducing: re.Pattern[str] | None = None
    predicating: re.Pattern[str] | None = None
    indefinite: re.Pattern[str] | None = None
    definite: frozenset[str] = frozenset()
    genitive: str = ""
    clause_break: re.Pattern[str] = CLAUSE_SIGN
    addition: re.Pattern[str] | None = None
    stamp_time: re.Pattern[str] = STAMP_TIME
    stamp_gap: re.Pattern[str] = STAMP_GAP
    segmentation: str = ""
    no_abbreviation: re.Pattern[str] | None = None
    opposites: Mapping[str, tuple[str, int]] = field(factory=dict)
    possessive: re.Pattern[str] | None = None
    directions: Mapping[str, int] = field(factory=dict)
    weekdays: frozenset[str] = frozenset()
    count_cues: Mapping[str, re.Pattern[str]] = field(factory=dict)
    unrealised: re.Pattern[str] | None = None
    ranks: RankWords = field(factory=RankWords)
    restating: re.Pattern[str] | None = None
    continuing: re.Pattern[str] | None = None
    distributive: re.Pattern[str] | None = None

    @cached_property
    def opposed(self) -> frozenset[str]:
        """The lemmas that have an opposite."""
        return frozenset(self.opposites)

    @cached_property
    def stems(self) -> Mapping[str, str]:
        """Word in lower case -> its stem; an empty string for a word without content, and for any other token."""

        def stem(word: str) -> str:
            bare = word.removesuffix(self.genitive)
            return "" if bare in self.stop or not word[0].isalpha() else self.lemma(bare)

        return Memo(stem)
