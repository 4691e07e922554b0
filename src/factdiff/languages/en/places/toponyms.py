"""The names of the gazetteer that stand in a text, and what the places tell that they can mean."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from attrs import frozen

from factdiff import gazetteer
from factdiff.gazetteer import Named
from factdiff.languages.en.names.cue_words import last_word
from factdiff.tables import read_table

TABLE = read_table("factdiff.languages.en", "lexicon.toml")["places"]
STOP = frozenset(read_table("factdiff.languages.en", "lexicon.toml")["stop"])
#: capitalised words that may follow a town without making a person or a company of it, and that may stand before it
OFFICES, BEFORE = frozenset(TABLE["offices"]), frozenset(TABLE["before"])
#: institutions that are called after a place
INSTITUTIONS = frozenset(TABLE["institutions"])
#: words with a capital that are no place by themselves
WORDS = OFFICES | BEFORE | INSTITUTIONS | frozenset(TABLE["words"])
#: forms of a name that are no demonym or metonym
NAMES = frozenset({"name", "variant", "alternate", "abbreviation"})
#: a town of so many inhabitants is a place wherever its name stands
LARGE = 100_000
#: what a place without a figure weighs as much as, in inhabitants
WEIGHT = {"continent": 10**8, "region": 10**6, "water": 10**6, "facility": 10**5}
#: a word of a name, one behind it, which is a group if all its letters are small, and where a name can start
_ONE = r"(?:[A-Z]\.){2,6}|[^\W\d_]+(?:['-][^\W\d_]+){0,5}\.?"
_WORD = re.compile(_ONE)
_ANOTHER = re.compile(rf"[ \n](?:([a-z]+)(?![^\W\d_]|['-][^\W\d_])\.?|{_ONE})")
_SMALL = gazetteer.small_words()
_START = re.compile(
    r"[A-Z](?<![\w@#.].)(?<![\W0-9]-.)(?=(\.(?:[A-Z]\.){1,5}|[a-z]*[^\W\d_]*(?:['-][^\W\d_]+){0,5}\.?))", re.DOTALL
)
_PREVIOUS = re.compile(r"(?<![^\W\d_])([^\W\d_]+\.?)[-\s]$")


@frozen(slots=False, eq=False)
class Toponym:
    """A name of the gazetteer as it can stand in texts, the places that it can mean, and what these tell of it."""

    surface: str
    named: tuple[Named, ...]

    @cached_property
    def town(self) -> bool:
        """Whether it is that of a town or a division, as persons and companies bear them."""
        return town(self.named[0])

    @cached_property
    def word(self) -> bool:
        """Whether it is a common word with a capital, or an acronym that a village is called like."""
        surface, top = self.surface, self.named[0]
        if surface in WORDS or (surface.lower() in STOP and not surface.isupper()):
            return True
        return surface.isupper() and top.form in ("name", "alternate") and not large(top)

    @cached_property
    def sure(self) -> bool:
        """Whether it is the first of its places wherever it stands."""
        top = self.named[0]
        return not top.guarded and large(top) and not rivals(self.named)

    @cached_property
    def towns(self) -> tuple[Named, ...]:
        """Which of its places are towns of that very name, where it can mean more than one place."""
        named = self.named if len(self.named) > 1 else ()
        return tuple(one for one in named if one.entry.feature == "city" and one.form == "name")

    @cached_property
    def level(self) -> tuple[str, str | None] | None:
        """What the name of a country or a first-order division says of its peers: what it is, and where."""
        top = self.named[0]
        if top.guarded or top.form not in NAMES or top.entry.feature not in ("country", "district") or not large(top):
            return None
        return top.entry.feature, top.entry.country if top.entry.feature == "district" else None


def named_spans(text: str) -> Iterator[tuple[int, Toponym]]:
    """The names of a text and where they start, before anything is known of what stands around them."""
    taken = 0
    for match in _START.finditer(text):
        word = match[0] + match[1]
        reach, start = longest_from(word), match.start()
        if not reach or start < taken or (text[start - 1 : start] == "-" and not after_place(text, start)):
            continue
        toponym = name_of(text, start, word, reach)
        if toponym and not toponym.word:
            taken = start + len(toponym.surface)
            yield start, toponym


def after_place(text: str, start: int) -> bool:
    """Whether the word before a hyphen is a place: "the US-Mexico border"."""
    return known(word_before(text, start).removesuffix("."))


def word_before(text: str, start: int) -> str:
    """The word before an offset, with its full stop and a blank or hyphen behind it; nothing where none stands there.

    >>> word_before("the late Mr. Paris", 13), word_before("Later, Paris", 7)
    ('Mr.', '')
    """
    previous = _PREVIOUS.search(text, last_word(text, start), start)
    return previous[1] if previous else ""


def name_at(text: str, start: int) -> Toponym | None:
    """The longest name that starts here, or None.

    >>> text = "South Korea's president met the U.S. envoy in St. Petersburg."
    >>> [name_at(text, start).surface for start in (0, 32, 46)]
    ['South Korea', 'U.S.', 'St. Petersburg']
    """
    word = _WORD.match(text, start)
    return name_of(text, start, word[0], longest_from(word[0])) if word else None


def name_of(text: str, start: int, word: str, reach: int) -> Toponym | None:
    """The longest name that starts with a word, of at most so many, up to one in small letters that no name has."""
    end = start + len(word)
    while reach > 1 and (another := _ANOTHER.match(text, end)) and (another[1] is None or another[1] in _SMALL):
        end, reach = another.end(), reach - 1
    return longest(text[start:end]) if reach else None


@lru_cache(maxsize=1 << 14)
def longest(phrase: str) -> Toponym | None:
    """The longest name that a phrase starts with, or None.

    >>> longest("South Korea's president").surface, longest("Nobody")
    ('South Korea', None)
    """
    words = phrase.replace("\n", " ").split(" ")
    while words:
        *before, last = words
        for ending in endings(last):
            name = " ".join((*before, ending))
            if gazetteer.lookup(name):
                return toponym(phrase[: len(name)])
        words = before
    return None


@lru_cache(maxsize=1 << 14)
def toponym(surface: str) -> Toponym:
    """The name that stands so in a text, maybe over the end of a line."""
    return Toponym(surface, gazetteer.lookup(surface.replace("\n", " ")))


@lru_cache(maxsize=1 << 14)
def longest_from(word: str) -> int:
    """Of how many words the longest name is that starts with a word, whatever may stand at its end."""
    return max(map(gazetteer.reach, endings(word)))


@lru_cache(maxsize=1 << 14)
def endings(word: str) -> tuple[str, ...]:
    """A word as it stands, and without what may be no part of a name at its end.

    >>> endings("Russia's"), endings("Ill."), endings("Paris-based")
    (("Russia's", 'Russia'), ('Ill.', 'Ill'), ('Paris-based', 'Paris'))
    """
    found = [word]
    if word.endswith("'s"):
        found.append(word[:-2])
    elif word.endswith("."):
        found.append(word[:-1])
    first, hyphen, rest = word.partition("-")
    if hyphen and (rest[:1].islower() or known(rest)):
        found.append(first)
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def known(word: str) -> bool:
    """Whether a word is a place wherever it stands."""
    return any(large(named) and not named.guarded for named in gazetteer.lookup(word))


def town(named: Named) -> bool:
    """Whether a name is that of a town or a division, as persons and companies bear them."""
    return named.form in NAMES and named.entry.feature in ("city", "county", "district")


def large(named: Named) -> bool:
    """Whether a place is known without more: all but small towns and second-order divisions."""
    entry = named.entry
    if named.form == "alternate":
        return False
    least = {"city": LARGE, "county": 5 * LARGE, "district": LARGE // 5}.get(entry.feature, 0)
    return entry.population >= least


def rivals(named: Sequence[Named]) -> bool:
    """Whether another place of the name is about as well known as the first."""
    return len(named) > 1 and named[0].entry.feature != "country" and weight(named[1]) > weight(named[0]) - 1.0


@lru_cache(maxsize=1 << 13)
def weight(named: Named) -> float:
    """How well a place is known: the logarithm of its inhabitants."""
    entry = named.entry
    people = entry.population or WEIGHT.get(entry.feature, 500)
    less = (0.5 if entry.feature == "district" else 0.0) + (2.0 if named.form == "alternate" else 0.0)
    return math.log10(max(people, 500)) - less
