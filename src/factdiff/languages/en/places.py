"""Places by name, demonym and metonym, and regions inside them ("southern Ukraine")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factdiff import gazetteer
from factdiff.gazetteer import Named
from factdiff.language import CAPITAL, Built, Found, Rule, Setting, either, pattern, read_table
from factdiff.values.place import Place

_TABLE = read_table("factdiff.languages.en", "lexicon.toml")["places"]
#: forms of a name that are no demonym or metonym
NAMES = frozenset({"name", "variant", "abbreviation"})
#: capitalised words that may follow a town without making a person or a company of it, and that may stand before it
OFFICES, BEFORE = frozenset(_TABLE["offices"]), frozenset(_TABLE["before"])
#: countries that are surnames as well ("Michael Jordan")
SURNAMES = frozenset(_TABLE["surnames"])

_WORD = re.compile(r"(?:[A-Z]\.){2,6}|[^\W\d_]+(?:['-][^\W\d_]+){0,5}\.?")
_PREVIOUS = re.compile(r"([^\W\d_]+)[-\s]$")
_LOCATIVE = re.compile(rf"\b{either(_TABLE['locative'])}\s$", re.IGNORECASE)
_NEXT = re.compile(r"\s([A-Z][^\W\d_]*)")
_CONTAINER = re.compile(r",\s(?=[A-Z])")


def place(match: re.Match[str], setting: Setting) -> Built:
    """The longest name that starts here, in the sense that its surroundings bear out."""
    start = match.start()
    if setting.text[start - 1 : start] == "-" and not after_place(setting.text, start):
        return None
    end, named = name_at(setting.text, start)
    chosen = choose(setting.text, start, end, named) if named else None
    return None if chosen is None else Found(to_value(chosen), start, end)


def after_place(text: str, start: int) -> bool:
    """Whether the word before a hyphen is a place: "the US-Mexico border"."""
    previous = _PREVIOUS.search(text, max(0, start - 24), start)
    return previous is not None and bool(gazetteer.lookup(previous[1]))


def name_at(text: str, start: int) -> tuple[int, tuple[Named, ...]]:
    """Where the longest name that starts here ends, and its places; the offset itself and none where there is none.

    >>> text = "South Korea's president met the U.S. envoy in St. Petersburg."
    >>> [text[start : name_at(text, start)[0]] for start in (0, 32, 46)]
    ['South Korea', 'U.S.', 'St. Petersburg']
    """
    words: list[str] = []
    starts: list[int] = []
    position, reach = start, 1
    while len(words) < reach and (match := _WORD.match(text, position)):
        words.append(match.group())
        starts.append(position)
        if len(words) == 1 and not (reach := longest_from(words[0])):
            return start, ()
        position = match.end() + 1
        if text[match.end() : position] not in (" ", "\n"):
            break
    for count in range(min(len(words), reach), 0, -1):
        for last in endings(words[count - 1]):
            if named := gazetteer.lookup(" ".join((*words[: count - 1], last))):
                return starts[count - 1] + len(last), named
    return start, ()


@lru_cache(maxsize=1 << 16)
def longest_from(word: str) -> int:
    """Of how many words the longest name is that starts with a word, whatever may stand at its end."""
    return max(map(gazetteer.reach, endings(word)))


def endings(word: str) -> list[str]:
    """A word as it stands, and without what may be no part of a name at its end.

    >>> endings("Russia's"), endings("Ill."), endings("Paris-based")
    (["Russia's", 'Russia'], ['Ill.', 'Ill'], ['Paris-based', 'Paris'])
    """
    found = [word]
    if word.endswith("'s"):
        found.append(word[:-2])
    elif word.endswith("."):
        found.append(word[:-1])
    if "-" in word:
        found.append(word[: word.index("-")])
    return found


def choose(text: str, start: int, end: int, named: Sequence[Named]) -> Named | None:
    """The place that a name means here, or None where it is rather something else."""
    container = _CONTAINER.match(text, end)
    if container:
        outer = {n.entry.id for n in name_at(text, container.end())[1]}
        inside = [n for n in named if outer & set(n.entry.within)]
        if inside:
            return inside[0]
    first = named[0]
    if first.guarded and not _LOCATIVE.search(text, max(0, start - 12), start):
        return None
    town = first.entry.feature in ("city", "district")
    if first.form in NAMES and (town or first.entry.name in SURNAMES) and part_of_name(text, start, end, town=town):
        return None
    return first


def part_of_name(text: str, start: int, end: int, *, town: bool = True) -> bool:
    """Whether a name is rather part of the name of a person or a company: "Jack London", "Paris Hilton".

    >>> part_of_name("the writer Jack London said", 16, 22), part_of_name("In London he said", 3, 9)
    (True, False)
    """
    follows = _NEXT.match(text, end)
    if town and follows and follows[1] not in OFFICES:
        return True
    previous = _PREVIOUS.search(text, max(0, start - 24), start)
    if previous is None or not previous[1][0].isupper() or previous[1] in BEFORE:
        return False
    return not gazetteer.lookup(previous[1])


def to_value(named: Named) -> Place:
    """The canonical value of a named place."""
    entry = named.entry
    return Place(
        id=entry.id,
        name=entry.name,
        feature=entry.feature,
        country=entry.country,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        within=entry.within,
        form="name" if named.form in NAMES else named.form,
    )


def region(match: re.Match[str], setting: Setting) -> Built:
    """A part of a place that has no name of its own."""
    end, named = name_at(setting.text, match.start("name"))
    if not named or named[0].form not in NAMES or named[0].guarded:
        return None
    whole = named[0].entry
    name = f"{match['direction'].lower()} {whole.name}"
    within = (whole.id, *whole.within)
    value = Place(id=None, name=name, feature="region", country=whole.country, within=within)
    return Found(value, match.start(), end)


_DIRECTION = either([*_TABLE["directions"], *(f"{word}ern" for word in _TABLE["directions"]), "central"])

RULES = (
    Rule("place", {CAPITAL}, pattern(r"(?<![\w@#.])(?<!\W-)(?<![0-9]-)[A-Z]", cased=True), place),
    Rule(
        "place-region",
        {word.split("-")[0] + ending for word in _TABLE["directions"] for ending in ("", "ern")} | {"central"},
        pattern(rf"\b(?P<direction>{_DIRECTION}) (?=(?P<name>[A-Z]))", cased=True),
        region,
    ),
)
