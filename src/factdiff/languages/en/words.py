"""The words that a reading of a text looks for, found once for all, and the words beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from factdiff.language import lowered

#: a word, most of whose letters are plain ones, which are quickly told
_WORD = re.compile(r"[^\W\d_][a-z]*+[^\W\d_]*+")
#: the next word, with nothing but blanks, or the apostrophe of "didn't", between
_NEXT = re.compile(r"(?:\s+|')([^\W\d_]+)")
#: how far back words are looked for, in characters
REACH = 60
#: how far back the nearest word is looked for
NEAR = 24


def last_word(text: str, offset: int) -> int:
    """Where the word that ends right before an offset can start, as far as one blank and the signs behind it tell.

    >>> last_word("the late Mr. Paris", 13)
    9
    """
    low = max(0, offset - NEAR)
    return max(low, text.rfind(" ", low, max(0, offset - 1)) + 1)


class Words:
    """The words of a text that are some of those wanted, in lower case.

    >>> words = Words("He didn't say.", {"he", "say"})
    >>> [word[0] for word in words.among({"say", "t"})], list(words.before(10)), list(words.behind(2))
    (['say'], ['t', 'didn', 'he'], [('didn', 7), ('t', 9), ('say', 13)])
    """

    def __init__(self, text: str, wanted: Collection[str]) -> None:
        self.text, self.lower = text, lowered(text)
        self._found = [word for word in _WORD.finditer(self.lower) if word[0] in wanted]

    def among(self, wanted: Collection[str]) -> list[re.Match[str]]:
        """Those of the words that are some of the wanted."""
        return [word for word in self._found if word[0] in wanted]

    def next(self, offset: int) -> str:
        """The word that follows an offset with nothing but blanks between; an empty string where there is none."""
        word = _NEXT.match(self.lower, offset)
        return word[1] if word else ""

    def behind(self, offset: int) -> Iterator[tuple[str, int]]:
        """The words that follow an offset with nothing but blanks between, each with its end."""
        while word := _NEXT.match(self.lower, offset):
            offset = word.end()
            yield word[1], offset

    def before(self, offset: int) -> Iterator[str]:
        """The same for the words before an offset, the nearest first."""
        tail = self.lower[max(0, offset - REACH) : offset]
        for word in reversed(_WORD.findall(tail)):
            rest = tail[:-1] if tail.endswith("'") else tail.rstrip()
            if rest == tail or not rest.endswith(word):
                return
            tail = rest.removesuffix(word)
            yield word
