"""The words of a text, found once for all readings of its overlay."""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection

_WORD = re.compile(r"[^\W\d_]+")


class Words:
    """The words of a text: their spans, and each in lower case.

    >>> words = Words("He didn't say.")
    >>> words.lower, words.span(2)
    (['he', 'didn', 't', 'say'], (8, 9))
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts, self._ends = array("Q"), array("Q")
        self.lower: list[str] = []
        known: dict[str, str] = {}
        for word in _WORD.finditer(text):
            self._starts.append(word.start())
            self._ends.append(word.end())
            lower = word.group().lower()
            self.lower.append(known.setdefault(lower, lower))

    def span(self, number: int) -> tuple[int, int]:
        """Where a word starts and ends."""
        return self._starts[number], self._ends[number]

    def match(self, number: int) -> re.Match[str]:
        """A word as a match."""
        found = _WORD.match(self.text, self._starts[number])
        assert found is not None
        return found

    def among(self, wanted: Collection[str]) -> list[int]:
        """The numbers of the words that are some of those wanted."""
        return [number for number, word in enumerate(self.lower) if word in wanted]

    def follows(self, number: int) -> bool:
        """Whether another word follows with nothing but blanks, or the apostrophe of "didn't", between."""
        if number < 0 or number + 1 >= len(self.lower):
            return False
        gap = self.text[self._ends[number] : self._starts[number + 1]]
        return gap.isspace() or gap == "'"
