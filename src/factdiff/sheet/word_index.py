"""Word index: where a phrase stands in a source, whatever the case, the diacritics and the signs between its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factdiff.context import Document
from factdiff.text.tokens import tokens
from factdiff.values.names.name import folded

#: a letter behind an apostrophe at the end, which belongs to no phrase: a possessive
_POSSESSIVE = re.compile(r"['\u2019]\w?$")


class WordIndex:
    """The words of a text with their offsets, and by each word where it stands."""

    def __init__(self, text: str) -> None:
        words, _, offsets = tokens(text)
        found = ((folded(word), start, start + len(word)) for word, start in zip(words, offsets, strict=True))
        self.words = [word for word in found if word[0]]
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for number, (word, _, _) in enumerate(self.words):
            self._places[word].append(number)

    def spans(self, phrase: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The start and the end of each place at which the words of a phrase follow each other.

        >>> list(WordIndex("Eva Marešová spoke.").spans(("eva", "maresova")))
        [(0, 12)]
        """
        for number in self._places.get(phrase[0], ()) if phrase else ():
            stretch = self.words[number : number + len(phrase)]
            if [word for word, _, _ in stretch] == list(phrase):
                yield stretch[0][1], stretch[-1][2]


def phrase_of(text: str) -> tuple[str, ...]:
    """The words of a text in the form in which they are looked up.

    >>> phrase_of("Jan Kubíček's")
    ('jan', 'kubicek')
    """
    return tuple(word for word in map(folded, tokens(_POSSESSIVE.sub("", text)).words) if word)


def word_index(document: Document) -> WordIndex:
    """The word index of a document."""
    return WordIndex(document.text)
