"""Headlines, whose words have capitals throughout, so that these tell nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from factdiff.languages.en.lexicon import by_stem, stem
from factdiff.tables import read_table
from factdiff.text.typography import lowered

_TABLE = read_table("factdiff.languages.en", "lexicon.toml")
_STOP = frozenset(_TABLE["stop"])
#: words that are no part of a name: those that say nothing, forms of verbs, and what stands before a figure
_ORDINARY = _STOP | frozenset(
    (
        *_TABLE["verbs"],
        *_TABLE["counting"]["hedges"],
        *_TABLE["counting"]["toll_verbs"],
        *read_table("factdiff.languages.en.names", "offices.toml")["words"]["saying"],
    )
)
#: the stems of verbs, and of words that tell of events and of what is measured or paid
_TELLING = frozenset(
    (
        *map(stem, _TABLE["verbs"]),
        *by_stem({**_TABLE["events"], **read_table("factdiff.languages.en", "context.toml")["properties"]}),
    )
)
_LETTERS = re.compile(r"(?<![^\W_])[^\W\d_]+")
#: words that headlines may leave small; how many words with a capital stand for each other one that a headline has
_SMALL = frozenset(_TABLE["headline"])
SHARE = 6
#: plain words that stand inside names
_JOINING = frozenset({"of", "for", "the", "and", "on", "in"})
#: the beginning of a line of prose, which is quickly told: two long words in small letters
_PROSE = re.compile(r"(?:[^\n]{0,80}?\b[a-z]{6,}+){2}")


class Counts(NamedTuple):
    """How many words of a line have a capital, how many of the others say something, and how many speak against its
    being a headline: those that none leaves small, above all verbs and what they are said of.
    """

    capitals: int
    prose: int
    small: int


def counted(line: str) -> Counts:
    """What the words of a line say of its capitals.

    >>> counted("Killed Six People in Blast"), counted("Ireland won the Six Nations")
    (Counts(capitals=4, prose=0, small=0), Counts(capitals=3, prose=1, small=6))
    """
    if _PROSE.match(line):
        return PROSE
    words: list[str] = _LETTERS.findall(line)
    lower = [word for word in words if word.islower()]
    prose = sum(word not in _STOP for word in lower)
    small = sum(SHARE if ordinary(word) else 1 for word in lower if word not in _SMALL)
    return Counts(sum(word[0].isupper() for word in words), prose, small)


#: those of a line that is surely none
PROSE = Counts(0, 1, 1)


class Lines:
    """The lines of a text, each of which is looked at when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
        self._known: dict[int, Counts] = {}

    def at(self, offset: int) -> Counts:
        """The counts of the line at an offset."""
        number = bisect_right(self._starts, offset) - 1
        if number not in self._known:
            self._known[number] = counted(self._text[self._starts[number] : self._starts[number + 1] - 1])
        return self._known[number]


@lru_cache(maxsize=8)
def lines(text: str) -> Lines:
    """The lines of a text, which are kept for all who ask for them."""
    return Lines(text)


def in_headline(text: str, offset: int) -> bool:
    """Whether capitals tell nothing at an offset of a text, since its line has them nearly throughout.

    >>> in_headline("Nine Killed as Ferry Sinks", 12), in_headline("The Bank of Oslo met Ana Duarte", 4)
    (True, False)
    """
    line = lines(text).at(offset)
    return SHARE * line.small < line.capitals


def in_prose(text: str, offset: int) -> bool:
    """Whether a line has enough words in small letters for the capital at an offset to be that of a name."""
    line = lines(text).at(offset)
    return 3 * line.prose >= line.capitals


def small(text: str, offset: int) -> bool:
    """Whether the letter at an offset is a small one, or as good as one: a capital of a headline."""
    return text[offset].islower() or (text[offset].isupper() and in_headline(text, offset))


def as_prose(text: str, offset: int) -> str:
    """The text for patterns of small letters around an offset: in lower case where capitals tell nothing."""
    return lowered(text) if in_headline(text, offset) else text


def names_in(text: str, offset: int, words: str) -> list[str]:
    """The names that capitalised words at an offset spell: themselves, or of a headline what its plain words leave.

    >>> names_in("Crash Killed Ana Duarte", 0, "Crash Killed Ana Duarte")
    ['Ana Duarte']
    """
    if not in_headline(text, offset):
        return [words]
    runs = groupby(words.split(), key=lambda word: ordinary(word.lower()))
    return [" ".join(run) for plain, run in runs if not plain]


def ended(text: str, start: int, end: int) -> int:
    """Where a name that can run between two offsets ends: in a headline before its first plain word that joins nothing.

    >>> text = "Spokesman for the National Rivers Authority Said No"
    >>> text[18 : ended(text, 18, len(text))]
    'National Rivers Authority'
    """
    words = _LETTERS.finditer(text, start, end)
    plain = (w.start() for w in words if w.start() > start and w[0].lower() not in _JOINING and ordinary(w[0].lower()))
    last = next(plain, end)
    return start + len(text[start:last].rstrip(" ,")) if last < end and in_headline(text, start) else end


@lru_cache(maxsize=4096)
def ordinary(word: str) -> bool:
    """Whether a lower-case word is surely no name, as far as lists tell: one that says nothing, or a verb.

    >>> ordinary("than"), ordinary("killed"), ordinary("boeing")
    (True, True, False)
    """
    return word in _ORDINARY or stem(word) in _TELLING
