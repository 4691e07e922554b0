"""The words of a text, found once for all readings of its overlay."""

from __future__ import annotations

import re
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
        self._found = list(_WORD.finditer(text))
        self.lower = [word.group().lower() for word in self._found]

    def span(self, number: int) -> tuple[int, int]:
        """Where a word starts and ends."""
        return self._found[number].span()

    def match(self, number: int) -> re.Match[str]:
        """A word with its span."""
        return self._found[number]

    def among(self, wanted: Collection[str]) -> list[int]:
        """The numbers of the words that are some of those wanted."""
        return [number for number, word in enumerate(self.lower) if word in wanted]

    def follows(self, number: int) -> bool:
        """Whether another word follows with nothing but blanks, or the apostrophe of "didn't", between."""
        if number < 0 or number + 1 >= len(self._found):
            return False
        gap = self.text[self._found[number].end() : self._found[number + 1].start()]
        return gap.isspace() or gap == "'"
