"""Spellings: the words of a quotation in the form in which quotations are compared, from ``spellings.toml``."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from factdiff.tables import read_table
from factdiff.text.patterns import late

_TABLE = read_table("factdiff.languages.en.names", "spellings.toml")
_CONTRACTIONS = tuple((late(short), words) for short, words in _TABLE["contractions"].items())
_SPOKEN: dict[str, str] = _TABLE["spoken"]
_SPELLINGS = tuple((late(british), american) for british, american in _TABLE["spellings"].items())
#: number in words -> in figures
FIGURES = {word: f"{n}" for n, word in enumerate(_TABLE["numbers"]["cardinals"], 2)} | {
    word: f"{n}th" for n, word in enumerate(_TABLE["numbers"]["ordinals"], 4)
}


@lru_cache(maxsize=1 << 14)
def spelled(word: str) -> str:
    """A lower-case word in one of its British and American spellings, a small number in figures, for comparison alone.

    >>> spelled("organise") == spelled("organize"), spelled("centre") == spelled("center"), spelled("eleventh")
    (True, True, '11th')
    """
    word = word.replace("’", "'")
    if word in FIGURES:
        return FIGURES[word]
    if len(word) > 4:
        for british, american in _SPELLINGS:
            word, changed = british.subn(american, word)
            if changed:
                break
    return word


def expanded(passage: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a passage in lower case, with every contraction in full.

    >>> expanded(("we'll", "defend"))
    ('we', 'will', 'defend')
    """
    return tuple(chain.from_iterable(map(full_form, passage)))


@lru_cache(maxsize=1 << 14)
def full_form(word: str) -> tuple[str, ...]:
    """The words that a lower-case word stands for.

    >>> full_form("we'll"), full_form("gonna"), full_form("harbour")
    (('we', 'will'), ('going', 'to'), ('harbour',))
    """
    word = _SPOKEN.get(word, word)
    if "'" in word:
        for short, words in _CONTRACTIONS:
            word = short.sub(words, word)
    return tuple(word.split())
