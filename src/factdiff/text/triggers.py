"""Triggers: the tokens, alone or in pairs, at which the rules of a language start."""

from __future__ import annotations

from collections.abc import Iterable

from factdiff.text.tokens import TOKEN, kind


def pairs(firsts: str | Iterable[str], *seconds: str) -> frozenset[str]:
    """The triggers of a token, or of each of some, before one of others.

    >>> from factdiff.text.tokens import DIGIT
    >>> sorted(pairs("the", "year", DIGIT))
    ['the 0', 'the year']
    """
    firsts = (firsts,) if isinstance(firsts, str) else firsts
    return frozenset(f"{first} {second}" for first in firsts for second in seconds)


def openings(phrases: Iterable[str]) -> frozenset[str]:
    """The triggers of phrases: the tokens that they start with, two of those that have more than one.

    >>> sorted(openings(["the last", "Yesterday", "mid-May"]))
    ['mid -', 'the last', 'yesterday']
    """
    return frozenset(" ".join(map(kind, TOKEN.findall(phrase)[:2])) for phrase in phrases)
