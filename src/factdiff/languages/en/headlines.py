"""Where capitals tell nothing: in headlines, whose words have them throughout, and in lines that are all in capitals."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from factdiff.language import read_table
from factdiff.languages.en.lexicon import by_stem, stem

_TABLE = read_table("factdiff.languages.en", "lexicon.toml")
_STOP = frozenset(_TABLE["stop"])
#: words that are no part of a name: those that say nothing, forms of verbs, and what stands before a figure
_ORDINARY = _STOP | frozenset((*_TABLE["verbs"], *_TABLE["counting"]["hedges"], *_TABLE["counting"]["reached"]))
_EVENTS = frozenset(by_stem(_TABLE["events"]))
_LETTERS = re.compile(r"[^\W\d_]+")


class Lines:
    """The lines of a text, each of which is looked at when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
        self._known: dict[int, bool] = {}

    def headline(self, offset: int) -> bool:
        """Whether the line at an offset has capitals throughout."""
        number = bisect_right(self._starts, offset) - 1
        if number not in self._known:
            self._known[number] = is_headline(self._text[self._starts[number] : self._starts[number + 1] - 1])
        return self._known[number]


def is_headline(line: str) -> bool:
    """Whether so many words of a line have a capital that it is no prose; small words say nothing.

    >>> is_headline("Killed Six People in Blast"), is_headline("Ireland won the Six Nations"), is_headline("SIX DEAD")
    (True, False, True)
    """
    words: list[str] = _LETTERS.findall(line)
    prose = sum(word.islower() and word not in _STOP for word in words)
    return 3 * prose < sum(word[0].isupper() for word in words)


@lru_cache(maxsize=8)
def lines(text: str) -> Lines:
    """The lines of a text, which are kept for all who ask for them."""
    return Lines(text)


def in_headline(text: str, offset: int) -> bool:
    """Whether capitals tell nothing at an offset of a text."""
    return lines(text).headline(offset)


def small(text: str, offset: int) -> bool:
    """Whether the letter at an offset is a small one, or as good as one: a capital of a headline."""
    return text[offset].islower() or (text[offset].isupper() and in_headline(text, offset))


@lru_cache(maxsize=4096)
def ordinary(word: str) -> bool:
    """Whether a lower-case word is surely no name, as far as lists tell: one that says nothing, or a verb.

    >>> ordinary("than"), ordinary("killed"), ordinary("boeing")
    (True, True, False)
    """
    return word in _ORDINARY or stem(word) in _EVENTS
