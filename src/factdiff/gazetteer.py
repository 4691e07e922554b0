"""Places by name, from the table ``gazetteer.tsv`` beside this module, whose head explains its columns.

It is read at the first look-up. Its rows stand in the order in which a name is likely to mean them: countries, the few
that tools/gazetteer/ puts first by hand (Valencia in Spain), cities, first-order divisions, all else; by population.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from sys import intern

from attrs import frozen

#: letters that do not come apart into a plain one and a mark, and typographic apostrophes and hyphens
_LETTERS = str.maketrans(
    {**dict(zip("łŁøØđĐðÐıəƏ’‘ʻʼ‐‑–", "lLoOdDdDiaA''''---", strict=True)), "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe"}
)


@frozen
class Entry:
    """A place of the table.

    ``feature`` is country, city, district (a first-order division), continent, region, water or facility; ``country``
    an ISO 3166-1 alpha-2 code, ``admin1`` one of GeoNames; ``lat`` and ``lon`` are in degrees, ``population`` in
    inhabitants (0: not known); ``within`` holds the ids of what contains it, nearest first.
    """

    id: str
    name: str
    feature: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    within: tuple[str, ...]


@frozen
class Named:
    """A place that a name can mean; ``form`` is name, variant (an older name or another transliteration), abbreviation,
    demonym or metonym, and a ``guarded`` name is often something else in news.
    """

    entry: Entry
    form: str
    guarded: bool


def lookup(name: str) -> tuple[Named, ...]:
    """All places of exactly this name, most likely first; an empty tuple where there are none.

    Case counts, but for a name longer than three letters that is all in capitals; marks on letters do not count.

    >>> [(n.entry.name, n.form) for n in lookup("Kiev")]
    [('Kyiv', 'variant')]
    >>> lookup("São Paulo") == lookup("Sao Paulo") == lookup("SAO PAULO")
    True
    """
    key = fold(name)
    capitals = key not in _index(False)[0] and len(key) > 3 and key.isupper()
    return _named(key, capitals) if key in _index(capitals)[0] else ()


def reach(word: str) -> int:
    """Of how many words the longest name is that starts with a word; 0 where none does.

    >>> reach("Sri"), reach("Zebra")
    (3, 0)
    """
    first = fold(word)
    most = _index(False)[1].get(first, 0)
    return max(most, _index(True)[1].get(first, 0)) if first.isupper() else most


def longest(words: Sequence[str]) -> tuple[int, tuple[Named, ...]]:
    """The longest name that the first words make, joined by one blank: how many they are, and its places.

    >>> count, (named, *_) = longest(["North", "Korean", "leader"])
    >>> count, named.entry.name, named.form
    (2, 'North Korea', 'demonym')
    """
    for count in range(min(reach(words[0]) if words else 0, len(words)), 0, -1):
        if found := lookup(" ".join(words[:count])):
            return count, found
    return 0, ()


def entry(id: str) -> Entry:
    """The place of an id; KeyError where the table has none.

    >>> entry("geonames:690791").name
    'Ukraine'
    """
    return _entry(_ids()[id])


def fold(text: str) -> str:
    """A text without marks on its letters, with plain apostrophes and hyphens: Łódź, N’Djamena -> Lodz, N'Djamena."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _lines() -> list[bytes]:
    """The rows of the table."""
    return [line for line in Path(__file__).with_name("gazetteer.tsv").read_bytes().splitlines() if line[:1] != b"#"]


@cache
def _index(capitals: bool) -> tuple[dict[str, tuple[int, ...]], dict[str, int]]:
    """Name, or name in capitals -> its lines; and first word -> how many words the longest name with it has."""
    names: dict[str, tuple[int, ...]] = {}
    starts: dict[str, int] = {}
    if capitals:
        for name, numbers in _index(False)[0].items():
            names[name.upper()] = (*names.get(name.upper(), ()), *numbers)
    else:
        for number, line in enumerate(_lines()):
            for item in line[line.rindex(b"\t") + 1 :].decode("ascii").split("|"):
                name = item[item.index(":") + 1 :]
                names[name] = (*names[name], number) if name in names else (number,)
    for name in names:
        first, blanks = name.partition(" ")[0], name.count(" ")
        if starts.get(first, 0) <= blanks:
            starts[first] = blanks + 1
    return names, starts


@cache
def _ids() -> dict[str, int]:
    """Id -> its line."""
    return {line[: line.index(b"\t")].decode(): number for number, line in enumerate(_lines())}


@cache
def _entry(number: int) -> Entry:
    """The place of a line."""
    ident, name, feature, country, admin1, lat, lon, population, within, _ = _lines()[number].decode().split("\t")
    numbers, outer = (float(lat), float(lon), int(population)), tuple(map(intern, within.split()))
    return Entry(intern(ident), name, intern(feature), intern(country) or None, admin1 or None, *numbers, outer)


@cache
def _named(key: str, capitals: bool) -> tuple[Named, ...]:
    """The places of a name that the table has, each in the first form that it has there."""
    found: dict[int, Named] = {}
    for number in sorted(_index(capitals)[0][key]):
        for item in _lines()[number].decode().rpartition("\t")[2].split("|"):
            form, _, name = item.partition(":")
            if number not in found and key == (name.upper() if capitals else name):
                found[number] = Named(_entry(number), intern(form.rstrip("!")), form.endswith("!"))
    return tuple(found.values())
