"""Toponym recognition: the names of the gazetteer in a text, each with its senses."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from attrs import evolve, frozen

from factdiff import gazetteer
from factdiff.gazetteer import Named
from factdiff.languages.en.names.cue_words import last_word_start
from factdiff.tables import read_table
from factdiff.text.patterns import late

_LEXICON = read_table("factdiff.languages.en", "lexicon.toml")
TABLE = _LEXICON["places"]
#: short names -> the names of the gazetteer, and those of them that often are something else
SHORT: dict[str, list[str]] = {**_LEXICON["short_places"], **_LEXICON["guarded_short_places"]}
GUARDED_SHORT = frozenset(_LEXICON["guarded_short_places"])
#: short forms of "County" before a name
COUNTIES = frozenset(TABLE["counties"])
STOP = frozenset(_LEXICON["stop"])
#: capitalised words that may follow a town without making a person or a company of it, and that may stand before it
OFFICES, BEFORE = frozenset(TABLE["offices"]), frozenset(TABLE["before"])
#: institutions that are called after a place
INSTITUTIONS = frozenset(TABLE["institutions"])
#: words with a capital that are no place by themselves
WORDS = OFFICES | BEFORE | INSTITUTIONS | frozenset(TABLE["words"])
#: the most words of a county with "Co" before it
LONGEST_COUNTY = 3
#: forms of a name that are no demonym or metonym
NAMES = frozenset({"name", "variant", "alternate", "abbreviation"})
#: from so many inhabitants on, a town is meant wherever its name stands
LARGE = 100_000
#: the inhabitants that a place without a figure counts as
INHABITANTS = {"continent": 10**8, "region": 10**6, "water": 10**6, "facility": 10**5}
#: a word of a name, one behind it, which is a group if all its letters are small, and where a name can start
_ONE = r"(?:[A-Z]\.){2,6}|[A-Z]&[A-Z]\b|[^\W\d_]+(?:['-][^\W\d_]+){0,5}\.?"
_WORD = late(_ONE)
_ANOTHER = late(rf"[ \n](?:([a-z]+)(?![^\W\d_]|['-][^\W\d_])\.?|{_ONE})")
_SMALL = gazetteer.small_words()
_START = late(
    r"[A-Z](?<![\w@#.].)(?<![\W0-9]-.)"
    r"(?=(\.(?:[A-Z]\.){1,5}|&[A-Z]\b|[a-z]*[^\W\d_]*(?:['-][^\W\d_]+){0,5}\.?))",
    re.DOTALL,
)
_PREVIOUS = late(r"(?<![^\W\d_])([^\W\d_]+\.?)[-\s]$")


@frozen(slots=False, eq=False)
class Toponym:
    """A name of the gazetteer as it stands in a text, with the places that it can mean, the likeliest first."""

    surface: str
    named: tuple[Named, ...]

    @cached_property
    def town(self) -> bool:
        """Whether its first sense is a town or a division, whose names persons and companies also have."""
        return is_town(self.named[0])

    @cached_property
    def word(self) -> bool:
        """Whether it is a common word with a capital, or an acronym that is also the name of a village."""
        surface, top = self.surface, self.named[0]
        if surface in WORDS or (surface.lower() in STOP and not surface.isupper()):
            return True
        return surface.isupper() and top.form in ("name", "alternate") and not is_large(top)

    @cached_property
    def sure(self) -> bool:
        """Whether it means the first of its places wherever it stands."""
        top = self.named[0]
        if self.surface.partition(" ")[0] in COUNTIES:
            return True
        guarded = top.guarded and not (" " in self.surface and top.entry.feature == "country")
        return not guarded and is_large(top) and not has_rival(self.named)

    @cached_property
    def towns(self) -> tuple[Named, ...]:
        """The towns of exactly this name, if it can mean more than one place."""
        named = self.named if len(self.named) > 1 else ()
        return tuple(one for one in named if one.entry.feature == "city" and one.form == "name")

    @cached_property
    def level(self) -> tuple[str, str | None] | None:
        """The level that the names in a list with it share: a country, or a first-order division and its country."""
        top = self.named[0]
        if (
            top.guarded
            or top.form not in NAMES
            or top.entry.feature not in ("country", "district")
            or not is_large(top)
        ):
            return None
        return top.entry.feature, top.entry.country if top.entry.feature == "district" else None


def named_spans(text: str) -> Iterator[tuple[int, Toponym]]:
    """The names of the gazetteer in a text with their starts, whatever stands around them."""
    taken = 0
    for match in _START.finditer(text):
        word = match[0] + match[1]
        reach, start = most_words_from(word), match.start()
        if not reach or start < taken or (text[start - 1 : start] == "-" and not after_place(text, start)):
            continue
        toponym = longest_name_from(text, start, word, reach)
        if toponym and not toponym.word:
            taken = start + len(toponym.surface)
            yield start, toponym


def after_place(text: str, start: int) -> bool:
    """Whether the word before a hyphen is a place: "the US-Mexico border"."""
    return is_known_place(word_before(text, start).removesuffix("."))


def word_before(text: str, start: int) -> str:
    """The word before an offset with its full stop, if a blank or a hyphen parts them; else an empty string.

    >>> word_before("the late Mr. Paris", 13), word_before("Later, Paris", 7)
    ('Mr.', '')
    """
    previous = _PREVIOUS.search(text, last_word_start(text, start), start)
    return previous[1] if previous else ""


def name_at(text: str, start: int) -> Toponym | None:
    """The longest name that starts at an offset, or None.

    >>> text = "South Korea's president met the U.S. envoy in St. Petersburg."
    >>> [name_at(text, start).surface for start in (0, 32, 46)]
    ['South Korea', 'U.S.', 'St. Petersburg']
    """
    word = _WORD.match(text, start)
    return longest_name_from(text, start, word[0], most_words_from(word[0])) if word else None


def longest_name_from(text: str, start: int, word: str, reach: int) -> Toponym | None:
    """The longest name at an offset whose first word is given, of at most ``reach`` words, or None.

    It ends before a word in small letters that stands in no name.
    """
    end = start + len(word)
    while reach > 1 and (another := _ANOTHER.match(text, end)) and (another[1] is None or another[1] in _SMALL):
        end, reach = another.end(), reach - 1
    return longest_name(text[start:end]) if reach else None


@lru_cache(maxsize=1 << 14)
def longest_name(phrase: str) -> Toponym | None:
    """The longest name that a phrase starts with, or None.

    >>> longest_name("South Korea's president").surface, longest_name("Nobody")
    ('South Korea', None)
    """
    words = phrase.replace("\n", " ").split(" ")
    while words:
        *before, last = words
        for ending in without_endings(last):
            name = " ".join((*before, ending))
            if senses(name):
                return toponym(phrase[: len(name)])
        words = before
    return None


@lru_cache(maxsize=1 << 14)
def toponym(surface: str) -> Toponym:
    """The toponym with this surface, which may run over the end of a line."""
    return Toponym(surface, senses(surface.replace("\n", " ")))


@lru_cache(maxsize=1 << 14)
def senses(name: str) -> tuple[Named, ...]:
    """The places that a name can mean, also one in short, the likeliest first.

    >>> [senses(name)[0].entry.name for name in ("Kyiv", "Qld", "Co Antrim", "J&K")]
    ['Kyiv', 'Queensland', 'County Antrim', 'Jammu and Kashmir']
    """
    first, _, rest = name.partition(" ")
    if rest and first in COUNTIES:
        return gazetteer.lookup(f"County {rest}")
    short = SHORT.get(name)
    if short is None:
        return gazetteer.lookup(name) or (gazetteer.lookup(name.replace(" Of ", " of ")) if " Of " in name else ())
    found = [one for full in short if (one := next(iter(gazetteer.lookup(full)), None))]
    return (*(evolve(one, guarded=True) if name in GUARDED_SHORT else one for one in found), *gazetteer.lookup(name))


@lru_cache(maxsize=1 << 14)
def most_words_from(word: str) -> int:
    """The number of words of the longest name that starts with a word, with or without its ending."""
    if word in COUNTIES:
        return LONGEST_COUNTY
    return max(map(gazetteer.most_words, without_endings(word)), default=0) or int(
        any(one in SHORT for one in without_endings(word))
    )


@lru_cache(maxsize=1 << 14)
def without_endings(word: str) -> tuple[str, ...]:
    """A word as it stands, and without an ending that may be no part of a name.

    >>> without_endings("Russia's"), without_endings("Ill."), without_endings("Paris-based")
    (("Russia's", 'Russia'), ('Ill.', 'Ill'), ('Paris-based', 'Paris'))
    """
    found = [word]
    if word.endswith("'s"):
        found.append(word[:-2])
    elif word.endswith("."):
        found.append(word[:-1])
    first, hyphen, rest = word.partition("-")
    if hyphen and (rest[:1].islower() or is_known_place(rest)):
        found.append(first)
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def is_known_place(word: str) -> bool:
    """Whether a word means a place wherever it stands."""
    return any(is_large(named) and not named.guarded for named in gazetteer.lookup(word))


def is_town(named: Named) -> bool:
    """Whether a sense is a town or a division, whose names persons and companies also have."""
    return named.form in NAMES and named.entry.feature in ("city", "county", "district")


def is_large(named: Named) -> bool:
    """Whether a place is well known: all but small towns and small divisions."""
    entry = named.entry
    if named.form == "alternate":
        return False
    least = {"city": LARGE, "county": 5 * LARGE, "district": LARGE // 5}.get(entry.feature, 0)
    return entry.population >= least


def has_rival(named: Sequence[Named]) -> bool:
    """Whether the second place of a name is about as well known as the first."""
    return len(named) > 1 and named[0].entry.feature != "country" and prominence(named[1]) > prominence(named[0]) - 1.0


@lru_cache(maxsize=1 << 13)
def prominence(named: Named) -> float:
    """How well a place is known: the logarithm of its inhabitants."""
    entry = named.entry
    people = entry.population or INHABITANTS.get(entry.feature, 500)
    less = (0.5 if entry.feature == "district" else 0.0) + (2.0 if named.form == "alternate" else 0.0)
    return math.log10(max(people, 500)) - less
