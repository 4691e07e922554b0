"""What a function makes of words, remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

#: how many words are remembered before all are forgotten
MOST = 1 << 16

Result = TypeVar("Made")


class Memo(dict[str, Result]):
    """What a function makes of each word, looked up as in a dict and made for a word that is not in it.

    A look-up is quicker than in a cache that tells what was used last; with ``MOST`` words it starts anew.

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
