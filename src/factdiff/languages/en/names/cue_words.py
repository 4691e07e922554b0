"""Cue words of a text, such as offices and verbs of saying: found once for all rules, with the words beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from factdiff.text.tokens import tokens

#: how far back words are looked for, in characters
REACH = 60
#: how far back the nearest word is looked for
NEAR = 24


def last_word_start(text: str, offset: int) -> int:
    """The start of the word that ends right before an offset, if one does: the last blank there decides.

    >>> last_word_start("the late Mr. Paris", 13)
    9
    """
    low = max(0, offset - NEAR)
    return max(low, text.rfind(" ", low, max(0, offset - 1)) + 1)


def sign_before(text: str, offset: int, blank: Callable[[str], object] = str.isspace) -> str:
    """The last character before an offset that is no blank; an empty string where there is none.

    >>> sign_before("It fell.  12 rose", 10), sign_before("  12 rose", 2)
    ('.', '')
    """
    while offset and blank(text[offset - 1]):
        offset -= 1
    return text[offset - 1 : offset]


def occurrences(text: str, names: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each name with each of its starts in a text, in the order of the text, where one begins with a word.

    >>> list(occurrences("Hull and Hull City", ("Hull City", "Hull")))
    [('Hull', 0), ('Hull City', 9), ('Hull', 9)]
    """
    by_first = defaultdict(list)
    for name in names:
        by_first[tokens(name).words[0]].append(name)
    if by_first:
        words, _, offsets = tokens(text)
        for number in [number for number, word in enumerate(words) if word in by_first]:
            start = offsets[number]
            yield from ((name, start) for name in by_first[words[number]] if text.startswith(name, start))


class CueWord(NamedTuple):
    """A word of a text: its number among the tokens, where it starts and ends, and itself in lower case."""

    number: int
    start: int
    end: int
    lower: str


class CueWords:
    """The cue words of a text, whatever their case, and the words beside each of them.

    >>> words = CueWords("He didn't say.", {"he", "say"})
    >>> he, say = words.among({"he", "say", "t"})
    >>> [word.lower for word in words.words_before(say)], [word.lower for word in words.words_behind(he)]
    (['t', 'didn', 'he'], ['didn', 't', 'say'])
    """

    def __init__(self, text: str, wanted: Collection[str]) -> None:
        self.text = text
        self._words, self._kinds, self._offsets = tokens(text)
        self._found = [number for number, word in enumerate(self._kinds) if word in wanted]

    def among(self, wanted: Collection[str]) -> list[CueWord]:
        """The cue words that are among some wanted ones."""
        return [self._word(number) for number in self._found if self._kinds[number] in wanted]

    def starting_phrases(self, seconds: Mapping[str, Collection[str]], between: Callable[[str], bool]) -> list[CueWord]:
        """The cue words that begin a phrase, given first word -> the words that can follow it.

        An empty string among these is for a phrase of one word; other words may stand ``between`` the two.
        """
        kinds, next_word = self._kinds, self._next
        found = [(number, seconds[kinds[number]]) for number in self._found if kinds[number] in seconds]
        return [
            self._word(number)
            for number, wanted in found
            if (word := kinds[next_word(number)]) in wanted or "" in wanted or between(word)
        ]

    def next(self, word: CueWord) -> CueWord | None:
        """The next word, if only blanks or the apostrophe of "didn't" stand between; else None."""
        number = self._next(word.number)
        return self._word(number) if number >= 0 else None

    def previous(self, word: CueWord) -> CueWord | None:
        """The previous word, if only blanks or the apostrophe of "didn't" stand between; else None."""
        number = word.number - 1
        if number >= 0 and self._end(number) == word.start:
            if self._kinds[number] != "'" or number == 0 or self._end(number - 1) != word.start - 1:
                return None
            number -= 1
        return self._word(number) if number >= 0 and self._kinds[number].isalpha() else None

    def words_behind(self, word: CueWord) -> Iterator[CueWord]:
        """The words behind a word, as far as nothing but blanks or an apostrophe parts them."""
        following = self.next(word)
        while following:
            yield following
            following = self.next(following)

    def words_before(self, word: CueWord) -> Iterator[CueWord]:
        """The words before a word, nearest first, as far as nothing but blanks or an apostrophe parts them."""
        low = word.start - REACH
        previous = self.previous(word)
        while previous and previous.start >= low:
            yield previous
            previous = self.previous(previous)

    def _next(self, number: int) -> int:
        """The number of the next word, if only blanks or an apostrophe stand between; else -1, an empty token."""
        end, following = self._offsets[number] + len(self._words[number]), number + 1
        if self._offsets[following] == end:
            if self._kinds[following] != "'" or self._offsets[following + 1] != end + 1:
                return -1
            following += 1
        return following if self._kinds[following].isalpha() else -1

    def _end(self, number: int) -> int:
        return self._offsets[number] + len(self._words[number])

    def _word(self, number: int) -> CueWord:
        start = self._offsets[number]
        return CueWord(number, start, start + len(self._words[number]), self._kinds[number])
