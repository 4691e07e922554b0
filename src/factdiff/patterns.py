"""How the patterns of a language are written, and the tokens that a text is scanned for."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, islice
from sys import intern
from typing import NamedTuple

from attrs import frozen

from factdiff._memo import Memo

#: words, first those of plain letters, runs of digits, and single signs; a group, so that ``split`` keeps them
TOKEN = re.compile(r"([A-Za-z]+(?!\w)|[^\W\d_]+|[^\w\s]|[0-9]+|[_\d])")
#: the trigger that any digits are, beside literal words
DIGIT = "0"
#: of how many texts, and of how many characters at most, the tokens are kept
KEPT, LONGEST = 64, 10_000


def pairs(firsts: str | Iterable[str], *seconds: str) -> frozenset[str]:
    """The triggers of a token, or of each of some, before one of others.

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


def kind(token: str) -> str:
    """What triggers call a token: a word in lower case, a sign, or the class ``DIGIT``."""
    return DIGIT if token.isdigit() else token.lower()


_KINDS = Memo(kind)


class Tokens(NamedTuple):
    """The tokens of a text, what triggers call them, and where they start; behind the last is the end of the text.

    >>> words, kinds, offsets = tokens("On 5 May.")
    >>> words, kinds, offsets
    (['On', '5', 'May', '.', ''], ['on', '0', 'may', '.', ''], [0, 3, 5, 8, 9])
    """

    words: list[str]
    kinds: list[str]
    offsets: Sequence[int]


def tokens(text: str) -> Tokens:
    """The tokens of a text; texts of a usual length are split once for all who ask for their tokens."""
    return kept(text) if len(text) <= LONGEST else split_by_stretches(text)


@lru_cache(maxsize=KEPT)
def kept(text: str) -> Tokens:
    """The same, kept in memory."""
    pieces = [*TOKEN.split(text), ""]
    words, ends = pieces[1::2], accumulate(map(len, pieces))
    return Tokens(words, [*map(_KINDS.__getitem__, words)], [*islice(ends, 0, None, 2)])


def split_by_stretches(text: str) -> Tokens:
    """The same of a long text, in a fifth of the memory: stretch by stretch, with each word stored once."""
    words: list[str] = []
    offsets = array("I", [0])
    while (start := offsets.pop()) < len(text):
        end = text.find(" ", start + LONGEST)
        pieces = TOKEN.split(text[start : end if end >= 0 else len(text)])
        words += map(intern, pieces[1::2])
        offsets.extend([*accumulate(map(len, pieces), initial=start)][1::2])
    words.append("")
    offsets.append(len(text))
    return Tokens(words, [*map(_KINDS.__getitem__, words)], offsets)


@frozen
class Body:
    """The text and the flags of a pattern, which is compiled when it is first needed: large ones take long."""

    text: str
    flags: int

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self.text, self.flags)

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """What the pattern matches at an offset of a text."""
        return self.compiled.match(text, start)


def pattern(body: str, *, cased: bool = False, **parts: str) -> re.Pattern[str]:
    """A pattern: ``{name}`` is replaced by a part, and a blank matches blanks or one line break.

    >>> bool(pattern("{n} of {n}", n=r"[0-9]{1,3}").match("3  of 4"))
    True
    """
    return uncompiled(body, cased=cased, **parts).compiled


def uncompiled(body: str, *, cased: bool = False, **parts: str) -> Body:
    """The same for a rule, to be compiled when it is needed."""
    for name, part in parts.items():
        body = body.replace(f"{{{name}}}", part)
    return Body(body.replace(" ", r"(?:[ \t]{1,3}|\n)"), 0 if cased else re.IGNORECASE)


def either(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first.

    Words that begin alike share a branch, since each branch is a step wherever the pattern is tried.

    >>> either(["may", "mar", "march", "june"])
    '(?:ma(?:r(?:ch|)|y)|june)'
    """
    return f"(?:{branches(sorted(set(words), key=lambda word: (-len(word), word)))})"


def branches(words: Sequence[str]) -> str:
    """The branches of a pattern for words in their order; those with one first sign in two cases are kept apart."""
    alike: dict[str, list[str]] = {}
    for word in words:
        alike.setdefault(word[:1], []).append(word)
    if len({first.lower() for first in alike}) < len(alike):
        return "|".join(map(literal, words))
    found = []
    for group in alike.values():
        low, high = min(group), max(group)
        size = next((size for size, pair in enumerate(zip(low, high, strict=False)) if len({*pair}) > 1), len(low))
        rest = f"(?:{branches([word[size:] for word in group])})" if len(group) > 1 else ""
        found.append(literal(low[:size]) + rest)
    return "|".join(found)


def literal(words: str) -> str:
    """The pattern of words as they are, but for their blanks."""
    return re.escape(words).replace(r"\ ", " ")
