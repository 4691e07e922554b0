"""The tokens of a text: words, runs of digits and single signs, with their offsets."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, islice
from sys import intern
from typing import NamedTuple

from factdiff.text.memo import Memo

#: words, first those of plain letters, single signs, and runs of digits; a group, so that ``split`` keeps them. What is
#: ahead is tested first, since blanks are many
TOKEN = re.compile(r"((?=\S)(?:[A-Za-z]++(?!\w)|[^\w\s]|[^\W\d_]++|[0-9]++|[_\d]))")
#: the trigger that any digits are, beside literal words
DIGIT = "0"
#: of how many texts, and of how many characters at most, the tokens are kept
KEPT, LONGEST = 64, 10_000


def kind(token: str) -> str:
    """What triggers call a token: a word in lower case, a sign, or the class ``DIGIT``."""
    return DIGIT if token.isdigit() else token.lower()


_KINDS = Memo(kind)


class Tokens(NamedTuple):
    """The tokens of a text, what triggers call them, and where they start; behind the last is the end of the text.

    >>> words, kinds, offsets = tokens("On 5 May.")
    >>> words, kinds, offsets
    (('On', '5', 'May', '.', ''), ('on', '0', 'may', '.', ''), (0, 3, 5, 8, 9))
    """

    words: Sequence[str]
    kinds: Sequence[str]
    offsets: Sequence[int]


def tokens(text: str) -> Tokens:
    """The tokens of a text; texts of a usual length are split once for all who ask for their tokens."""
    return cached_tokens(text) if len(text) <= LONGEST else split_by_stretches(text)


@lru_cache(maxsize=KEPT)
def cached_tokens(text: str) -> Tokens:
    """The same, kept in memory, as tuples, which the garbage collector need not look through."""
    pieces = [*TOKEN.split(text), ""]
    words, ends = tuple(pieces[1::2]), accumulate(map(len, pieces))
    return Tokens(words, tuple(map(_KINDS.__getitem__, words)), tuple(islice(ends, 0, None, 2)))


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
