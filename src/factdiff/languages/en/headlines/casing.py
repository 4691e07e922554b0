"""Headlines in title case, recognised by counting capitals: in a headline a capital is no sign of a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from factdiff.languages.en.lexicon import by_stem, stem
from factdiff.tables import read_table
from factdiff.text.patterns import late
from factdiff.text.typography import lowered

_TABLE = read_table("factdiff.languages.en", "lexicon.toml")
_STOP = frozenset(_TABLE["stop"])
#: words that are no part of a name: stop words, forms of verbs, and words that stand before a figure
_ORDINARY = _STOP | frozenset(
    (
        *_TABLE["verbs"],
        *_TABLE["counting"]["hedges"],
        *_TABLE["counting"]["toll_verbs"],
        *read_table("factdiff.languages.en.names", "offices.toml")["words"]["saying"],
    )
)
#: the stems of verbs, and of nouns of events and of measures
_EVENT_STEMS = frozenset(
    (
        *map(stem, _TABLE["verbs"]),
        *map(stem, read_table("factdiff.languages.en.names", "offices.toml")["words"]["saying"]),
        *by_stem({**_TABLE["events"], **read_table("factdiff.languages.en", "context.toml")["properties"]}),
    )
)
_LETTERS = late(r"(?<![^\W_])[^\W\d_]+")
#: words that headlines leave in small letters, and how many capitals outweigh one other word in small letters
_SMALL_IN_HEADLINES = frozenset(_TABLE["headline"])
CAPITALS_PER_SMALL = 6
#: ordinary words that stand inside names
_INSIDE_NAMES = frozenset({"of", "for", "the", "and", "on", "in"})
#: the beginning of a line that is certainly prose: two long words in small letters
_PROSE = late(r"(?:[^\n]{0,80}?\b[a-z]{6,}+){2}")


class Counts(NamedTuple):
    """The words of a line by case: how many have a capital, how many in small letters are no stop words (``prose``),
    and how much the words in small letters speak against a headline (``small``), verbs most of all.
    """

    capitals: int
    prose: int
    small: int


def case_counts(line: str) -> Counts:
    """The words of a line, counted by case.

    >>> case_counts("Killed Six People in Blast"), case_counts("Ireland won the Six Nations")
    (Counts(capitals=4, prose=0, small=0), Counts(capitals=3, prose=1, small=6))
    """
    if _PROSE.match(line):
        return PROSE
    words: list[str] = _LETTERS.findall(line)
    lower = [word for word in words if word.islower()]
    prose = sum(word not in _STOP for word in lower)
    small = sum(
        CAPITALS_PER_SMALL if is_ordinary_word(word) else 1 for word in lower if word not in _SMALL_IN_HEADLINES
    )
    return Counts(sum(word[0].isupper() for word in words), prose, small)


#: the counts of a line that is certainly no headline
PROSE = Counts(0, 1, 1)


class Lines:
    """The lines of a text; the words of each are counted when they are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
        self._known: dict[int, Counts] = {}

    def at(self, offset: int) -> Counts:
        """The counts of the line at an offset."""
        number = bisect_right(self._starts, offset) - 1
        counts = self._known.get(number)
        if counts is None:
            line = self._text[self._starts[number] : self._starts[number + 1] - 1]
            counts = self._known[number] = case_counts(line)
        return counts


@lru_cache(maxsize=8)
def lines_of(text: str) -> Lines:
    """The lines of a text, kept for the next call."""
    return Lines(text)


def in_headline(text: str, offset: int) -> bool:
    """Whether an offset lies in a line whose words have capitals nearly throughout.

    >>> in_headline("Nine Killed as Ferry Sinks", 12), in_headline("The Bank of Oslo met Ana Duarte", 4)
    (True, False)
    """
    line = lines_of(text).at(offset)
    return CAPITALS_PER_SMALL * line.small < line.capitals


def in_prose(text: str, offset: int) -> bool:
    """Whether the line at an offset has so many words in small letters that a capital in it shows a name."""
    line = lines_of(text).at(offset)
    return 3 * line.prose >= line.capitals


def is_small_letter(text: str, offset: int) -> bool:
    """Whether the letter at an offset is small, or a capital of a headline, which counts as small."""
    return text[offset].islower() or (text[offset].isupper() and in_headline(text, offset))


def as_prose(text: str, offset: int) -> str:
    """The text as patterns of small letters need it: in lower case where the offset lies in a headline."""
    return lowered(text) if in_headline(text, offset) else text


def names_in(text: str, offset: int, words: str) -> list[str]:
    """The names in a run of capitalised words: the whole run, or in a headline its parts between ordinary words.

    >>> names_in("Crash Killed Ana Duarte", 0, "Crash Killed Ana Duarte")
    ['Ana Duarte']
    """
    if not in_headline(text, offset):
        return [words]
    runs = groupby(words.split(), key=lambda word: is_ordinary_word(word.lower()))
    return [" ".join(run) for plain, run in runs if not plain]


def name_end(text: str, start: int, end: int) -> int:
    """The end of a name between two offsets; in a headline it ends before the first ordinary word.

    >>> text = "Spokesman for the National Rivers Authority Said No"
    >>> text[18 : name_end(text, 18, len(text))]
    'National Rivers Authority'
    """
    words = _LETTERS.finditer(text, start, end)
    plain = (
        w.start()
        for w in words
        if w.start() > start and w[0].lower() not in _INSIDE_NAMES and is_ordinary_word(w[0].lower())
    )
    last = next(plain, end)
    return start + len(text[start:last].rstrip(" ,")) if last < end and in_headline(text, start) else end


@lru_cache(maxsize=4096)
def is_ordinary_word(word: str) -> bool:
    """Whether a lower-case word is on the lists of words that are no names: a stop word, or a verb.

    >>> is_ordinary_word("than"), is_ordinary_word("killed"), is_ordinary_word("boeing")
    (True, True, False)
    """
    return word in _ORDINARY or stem(word) in _EVENT_STEMS
