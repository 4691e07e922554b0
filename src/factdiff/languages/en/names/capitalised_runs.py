"""Runs of capitalised words, in which names are found, and the words that belong to no name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

from factdiff.languages.en.calendar.calendar_words import MONTHS
from factdiff.languages.en.headlines.casing import in_headline, is_ordinary_word
from factdiff.languages.en.lexicon import IRREGULAR_FORMS
from factdiff.tables import read_table
from factdiff.text.memo import Memo
from factdiff.text.patterns import late
from factdiff.values.calendar.date import WEEKDAYS

_HERE = "factdiff.languages.en.names"
_TABLE = read_table(_HERE, "offices.toml")
_WORDS = _TABLE["words"]
ORGANISATIONS, THINGS = frozenset(_WORDS["organisations"]), frozenset(_WORDS["things"])
#: words of address before a name, with the abbreviated offices
TITLES = frozenset((*_WORDS["titles"], *map(str.title, _TABLE["abbreviations"])))
SAYING = frozenset(_WORDS["saying"])
#: the nouns of offices, in lower case -> the office
OFFICES: dict[str, str] = {noun: office for office, nouns in _TABLE["offices"].items() for noun in nouns}
#: words before the noun of an office and a hyphen: "Vice-President", "ex-minister"
PREFIXES = frozenset(
    (*(word for words in _TABLE["ranks"].values() for word in words), *_WORDS["former"], *_WORDS["prefixes"])
)
#: nouns that "general" can follow -> the office
GENERALS: dict[str, str] = _TABLE["generals"]
PARTY_NOUNS, PARTY_ADJECTIVES = frozenset(_WORDS["party_nouns"]), frozenset(_WORDS["party_adjectives"])
_, _GIVEN = files(_HERE).joinpath("given_names.txt").read_text(encoding="utf-8").split("\n", 1)
#: given names, without the line on them at the head of their file
GIVEN = frozenset(_GIVEN.split())


def is_office(word: str) -> bool:
    """Whether a word is an office, with a rank or "General" in one word with it.

    >>> is_office("Mayor"), is_office("Vice-President"), is_office("Attorney-General"), is_office("Amery-King")
    (True, True, True, False)
    """
    first, hyphen, noun = word.lower().partition("-")
    if not hyphen:
        return first in OFFICES
    return noun in OFFICES and (first in PREFIXES or (noun == "general" and first in GENERALS))


_LEXICON = read_table("factdiff.languages.en", "lexicon.toml")
#: capitalised words that are no part of a name: words that start sentences, and words of the calendar
STOP = frozenset(
    word.capitalize()
    for word in (
        *_LEXICON["stop"], *WEEKDAYS, *MONTHS, *IRREGULAR_FORMS, *_WORDS["starters"],
    )
) - TITLES - {"May"}  # fmt: skip
#: whether a word may mark the end of a name: one of the above, or in a headline an ordinary word or a verb
ENDS_NAME = Memo(
    lambda word: (
        word not in TITLES and (word in STOP or is_ordinary_word(word.lower()) or (len(word) > 5 and word[-2:] == "ed"))
    )
)
#: whether a word that stands alone can be a surname
MAY_BE_SURNAME = Memo(
    lambda word: (
        (word not in STOP or word in GIVEN)
        and word not in ORGANISATIONS
        and not is_office(word)
        and word not in PARTY_NOUNS
    )
)
UPPER = "A-Z" + "".join(chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
_ABBREVIATED = (
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Sen", "Rep", "Gov", "Rev", "St", "Jr",
    "Smt", "Eng", "Cllr", "Cr", "Adv",
)  # fmt: skip
_TITLE = "|".join(f"(?<={title[0]}){title[1:]}" for title in _ABBREVIATED)
#: what follows the first letter of a capitalised word: a plain word (quickest to match), a title, initials, any word
_REST = (
    rf"(?:[a-z]*+(?![\w.'-])|(?:{_TITLE})\.|\.(?:[{UPPER}]\.){{0,2}}(?=\s?[{UPPER}])"
    r"|[^\W\d_]*(?:(?:-\n(?=[a-z])|-|'(?!s\b))[^\W\d_]+){0,3})"
)
_PARTICLES = r"(?:(?:de|da|do|dos|das|del|della|di|du|van|von|der|den|ten|ter|la|le|el|al|bin|ibn|zu|af|av) ){0,2}"
_NEXT_WORD = rf"{_PARTICLES}(?:(?:al|el|ul|as|ad|ar|an|ash|at|az)-)?[{UPPER}]{_REST}"
_RUN = late(rf"[{UPPER}](?<![\w@#].)(?<!\w['-].){_REST}(?: {_NEXT_WORD}){{0,11}}", re.DOTALL)
_PART = late(_NEXT_WORD)


class Segment(NamedTuple):
    """Words of a run that may be a name, the start of each, and the end of the last."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    end: int

    def after(self, count: int) -> Segment:
        """The segment without its first words."""
        return Segment(self.words[count:], self.starts[count:], self.end) if count else self


class Spans:
    """Spans of a text that do not overlap, such as those of its places."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts, self._ends = [start for start, _ in ordered], [end for _, end in ordered]

    def cover(self, offset: int) -> bool:
        """Whether an offset lies in one of the spans.

        >>> spans = Spans([(3, 7), (9, 12)])
        >>> spans.cover(6), spans.cover(7)
        (True, False)
        """
        number = bisect_right(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]


def runs(text: str) -> list[tuple[str, int]]:
    """The runs of capitalised words of a text, each with its start."""
    return [(run[0], run.start()) for run in _RUN.finditer(text)]


def segments(runs: Iterable[tuple[str, int]], text: str) -> Iterator[Segment]:
    """The parts of runs of capitalised words between words that are part of no name."""
    for run, start in runs:
        if " " in run:
            yield from split_run(words_of_run(run), start, text)
        elif run not in STOP or run in GIVEN:
            yield Segment((run,), (start,), start + len(run))


def split_run(run: list[str], start: int, text: str) -> Iterator[Segment]:
    """The parts of one run, which starts at an offset of the text, between words that are part of no name."""
    starts = [*accumulate([len(word) + 1 for word in run], initial=start)]
    first = 0
    if any(map(ENDS_NAME.__getitem__, run)):
        headline = in_headline(text, start)
        for number, word in enumerate(run):
            plain = word in STOP or (
                headline and ENDS_NAME[word] and (number > first + 1 or is_ordinary_word(word.lower()))
            )
            if plain and not (word in GIVEN and first == number):
                if first < number:
                    yield Segment(tuple(run[first:number]), tuple(starts[first:number]), starts[number] - 1)
                first = number + 1
    if first < len(run):
        yield Segment(tuple(run[first:]), tuple(starts[first:-1]), starts[-1] - 1)


def words_of_run(run: str) -> list[str]:
    """The words of a run; a particle in small letters goes with the word behind it.

    >>> words_of_run("Ana Duarte"), words_of_run("Ana de la Cruz")
    (['Ana', 'Duarte'], ['Ana', 'de la Cruz'])
    """
    return run.split(" ") if run.istitle() and run[-1] != "." else _PART.findall(run)
