"""The words of a language from which the context of a mention is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property

from attrs import field, frozen

from factdiff.text.memo import Memo


@frozen
class Lexicon:
    """The words that context is read from.

    ``lemma`` gives the base form of a lower-case word; ``stop`` words say nothing; ``events`` maps a lemma to its
    classes of events; ``things`` maps the lemma of a counted thing to its class; ``boilerplate`` recognises lines
    that are no part of the article; ``locative`` and ``linking`` are the prepositions of place and of belonging.
    ``roles`` are the classes of events that say what a count is a count of, ``properties`` maps a lemma to what is
    measured or paid, ``reporting`` lemmas tell of statements; ``before`` and ``behind`` recognise the words right
    beside a mention that bound it or make it a part of another, by the name of the group that matches; ``negation``
    recognises what denies the clause that follows (these and ``boilerplate`` look at text in lower case), ``publishing``
    and ``date_introducing`` what stands before the day of publication of a page and before a date of a sentence,
    ``predicating`` what says of something that it is so; ``indefinite`` are the articles before a noun that was not
    told of before. ``opposites`` maps a lemma that has an opposite to what the two are about and to its side, 1 or -1;
    ``possessive`` recognises what stands behind the owner of what follows; ``directions`` maps a lemma that tells which way a
    change went to 1 (up) or -1 (down).
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
        """The stem of a word in lower case, or nothing for one that says nothing, and for a token that is no word."""

        def told(word: str) -> str:
            bare = word.removesuffix("'s")
            return "" if bare in self.stop or not word[0].isalpha() else self.lemma(bare)

        return Memo(told)
