"""A cache of the results of a function of words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

#: how many words are kept before all are dropped
MOST = 1 << 16

Result = TypeVar("Result")


class Memo(dict[str, Result]):
    """The results of a function of words, as a dict that calls the function for a word that is not in it.

    A look-up is quicker than in a cache that keeps the order of use; with ``MOST`` words it starts anew.

    >>> lengths = Memo(len)
    >>> lengths["three"], dict(lengths)
    (5, {'three': 5})
    """

    def __init__(self, make: Callable[[str], Result]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> Result:
        if len(self) >= MOST:
            self.clear()
        result = self[word] = self._make(word)
        return result
