"""The lexicon of a language: the words from which the context of a mention is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property

from attrs import field, frozen

from factdiff.text.memo import Memo


@frozen
class Lexicon:
    """The words that the context of a mention is read from.

    ``lemma`` gives the base form of a lower-case word, and ``stop`` are the words without content. Lemma -> classes:
    ``events``, ``properties`` (what is measured or paid), ``things`` (of counted nouns), ``opposites`` (the matter of a
    word with an opposite, and its side, 1 or -1) and ``directions`` (1 for words that say that something rose, -1 for
    words that say that it fell). ``roles`` are the classes of events that say what a count is a count of, and
    ``reporting`` the lemmas of statements. ``locative``, ``linking`` and ``indefinite`` are the prepositions of place
    and of belonging and the indefinite articles.

    The patterns look at lower-case text, but for ``publishing``, ``date_introducing`` and ``predicating``:
    ``boilerplate`` matches lines that are no part of an article, ``before`` and ``behind`` the words right beside a
    mention that make it a bound or a part, by the name of the matching group, ``negation`` the words that deny a
    clause, ``publishing`` the words before the day of publication of a page, ``date_introducing`` those before the date
    of a sentence, ``predicating`` those before a predicate, and ``possessive`` the ending of an owner.
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
    indefinite: frozenset[str] = frozenset()
    opposites: Mapping[str, tuple[str, int]] = field(factory=dict)
    possessive: re.Pattern[str] | None = None
    directions: Mapping[str, int] = field(factory=dict)

    @cached_property
    def opposed(self) -> frozenset[str]:
        """The lemmas that have an opposite."""
        return frozenset(self.opposites)

    @cached_property
    def stems(self) -> Mapping[str, str]:
        """Word in lower case -> its stem; an empty string for words without content, and for tokens that are no words."""

        def stem(word: str) -> str:
            bare = word.removesuffix("'s")
            return "" if bare in self.stop or not word[0].isalpha() else self.lemma(bare)

        return Memo(stem)
