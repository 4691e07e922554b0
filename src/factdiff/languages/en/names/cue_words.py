"""The words that a reading of a text looks for, found once for all, and the words beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from factdiff.text.tokens import tokens

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


def sign_before(text: str, offset: int, blank: Callable[[str], object] = str.isspace) -> str:
    """The last character before an offset that is no blank, or nothing where there is none.

    >>> sign_before("It fell.  12 rose", 10), sign_before("  12 rose", 2)
    ('.', '')
    """
    while offset and blank(text[offset - 1]):
        offset -= 1
    return text[offset - 1 : offset]


class Word(NamedTuple):
    """A word of a text: its number among the tokens, where it starts and ends, and itself in lower case."""

    number: int
    start: int
    end: int
    lower: str


class Words:
    """The words of a text that are some of those wanted, in any case, and the words beside them.

    >>> words = Words("He didn't say.", {"he", "say"})
    >>> he, say = words.among({"he", "say", "t"})
    >>> [word.lower for word in words.before(say)], [word.lower for word in words.behind(he)]
    (['t', 'didn', 'he'], ['didn', 't', 'say'])
    """

    def __init__(self, text: str, wanted: Collection[str]) -> None:
        self.text = text
        self._words, self._kinds, self._offsets = tokens(text)
        self._found = [number for number, word in enumerate(self._kinds) if word in wanted]

    def among(self, wanted: Collection[str]) -> list[Word]:
        """Those of the words that are some of the wanted."""
        return [self._word(number) for number in self._found if self._kinds[number] in wanted]

    def led(self, wanted: Collection[str], able: Callable[[str, str], bool]) -> list[Word]:
        """The same, but for those that cannot stand before the word behind them, or before none, an empty string."""
        kinds, found = self._kinds, [number for number in self._found if self._kinds[number] in wanted]
        return [self._word(number) for number in found if able(kinds[number], kinds[self._next(number)])]

    def next(self, word: Word) -> Word | None:
        """The word that follows another with nothing but blanks, or the apostrophe of "didn't", between."""
        number = self._next(word.number)
        return self._word(number) if number >= 0 else None

    def last(self, word: Word) -> Word | None:
        """The word that so stands before another."""
        number = word.number - 1
        if number >= 0 and self._word(number).end == word.start:
            if self._kinds[number] != "'" or number == 0 or self._word(number - 1).end != word.start - 1:
                return None
            number -= 1
        return self._word(number) if number >= 0 and self._kinds[number].isalpha() else None

    def behind(self, word: Word) -> Iterator[Word]:
        """The words that so follow another and each other."""
        following = self.next(word)
        while following:
            yield following
            following = self.next(following)

    def before(self, word: Word) -> Iterator[Word]:
        """The words that so stand before another and each other, the nearest first."""
        low = word.start - REACH
        previous = self.last(word)
        while previous and previous.start >= low:
            yield previous
            previous = self.last(previous)

    def _next(self, number: int) -> int:
        """The number of the word that so follows another, or -1, that of the empty token behind the text."""
        end, following = self._offsets[number] + len(self._words[number]), number + 1
        if self._offsets[following] == end:
            if self._kinds[following] != "'" or self._offsets[following + 1] != end + 1:
                return -1
            following += 1
        return following if self._kinds[following].isalpha() else -1

    def _word(self, number: int) -> Word:
        start = self._offsets[number]
        return Word(number, start, start + len(self._words[number]), self._kinds[number])
