"""Places by name, from the table ``gazetteer.bin`` beside this module, which the first look-up maps into memory.

``gazetteer.txt`` holds the words in small letters that stand in its names.

The table begins with a text: whose data it holds, and in its last line the layout as JSON. Behind the zero byte that
ends it stand, little-endian and without gaps: ``slots``, a hash table of offsets into the strings, by name without its
case; ``rows``, one ``ROW`` a place in the order of the ids; and the strings. A name among them is its length, the text
without marks on letters, of how many words the longest name is that starts with it, and its places, the likeliest
first: each the number of a row with the form of the name and whether that is guarded.
"""

from __future__ import annotations

import json
import mmap
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from struct import Struct, unpack_from
from typing import Any
from urllib.parse import urlsplit
from zlib import crc32

from attrs import frozen

#: letters that do not come apart into a plain one and a mark, and typographic apostrophes and hyphens
_LETTERS = str.maketrans(
    {**dict(zip("łŁøØđĐðÐıəƏ’‘ʻʼ‐‑–", "lLoOdDdDiaA''''---", strict=True)), "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe"}
)
#: domains of countries under which anybody publishes
_OPEN = frozenset("AI CC CO EU FM IO LY ME TV WS".split())
#: a place: number, latitude and longitude in hundredths of a degree, inhabitants, offsets of its name and of what is
#: around it, and its feature
ROW = Struct("<IhhHIIB")
#: from this bit on, the inhabitants have the number of zeros behind their first three digits
ZEROS = 12
SLOT = POSTING = "I"
#: the bit of a feature that says that a town is the capital of its country
CAPITAL = 7
#: the bits of a posting behind the number of the row
FORM, GUARDED = 24, 31
_NUMBER = (1 << FORM) - 1
#: from this number on rows are kept by hand, and have a key for an id
HAND = 1 << 31
Forms = ("name", "variant", "alternate", "abbreviation", "demonym", "metonym")
Features = ("country", "city", "district", "county", "continent", "region", "water", "facility")


@frozen
class Entry:
    """A place of the table.

    ``feature`` is country, city, district (a first-order division), county (a second-order one), continent, region,
    water or facility; ``country`` an ISO 3166-1 alpha-2 code, ``admin1`` one of GeoNames; ``lat`` and ``lon`` are in
    degrees, to a hundredth, ``population`` in inhabitants, to three digits (of a division those of its towns; 0: not
    known); ``within`` holds the ids of what contains it, nearest first; ``capital`` says that it is the seat of its
    country.
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
    capital: bool = False

    @cached_property
    def division(self) -> str:
        """The key of the first-order division that it lies in, or nothing.

        >>> entry("geonames:690791").division, entry("geonames:703448").division
        ('', 'UA.12')
        """
        return f"{self.country}.{self.admin1}" if self.admin1 else ""


@frozen(cache_hash=True)
class Named:
    """A place that a name can mean.

    ``form`` is name, variant (an older name or another transliteration), alternate (one in another language or of
    another time, as GeoNames has them), abbreviation, demonym or metonym; a ``guarded`` name is often something else
    in news. The ``position`` is that of its row, from which the ``entry`` is read when it is asked for.
    """

    position: int
    form: str
    guarded: bool

    @cached_property
    def entry(self) -> Entry:
        """The place."""
        return _entry(self.position)


@lru_cache(maxsize=1 << 13)
def lookup(name: str) -> tuple[Named, ...]:
    """All places of exactly this name, most likely first; an empty tuple where there are none.

    Case counts, but for a name longer than three letters that is all in capitals; marks on letters do not count.

    >>> [(n.entry.name, n.form) for n in lookup("Kiev")][0]
    ('Kyiv', 'variant')
    >>> lookup("São Paulo") == lookup("Sao Paulo") == lookup("SAO PAULO")
    True
    """
    key = fold(name)
    items = _items(key)
    if len(key) > 3 and key.isupper() and not any(postings for _, postings in items):
        items = _items(key, capitals=True)
    if len(items) == 1 and len(items[0][1]) == 1:
        return (_named(items[0][1][0]),)
    firsts: dict[int, int] = {}
    for _, postings in items:
        for posting in postings:
            firsts.setdefault(posting & _NUMBER, posting)
    return tuple(map(_named, firsts.values()))


@cache
def small_words() -> frozenset[str]:
    """The words in small letters that stand in names behind another word, as far as their first sign that is none.

    >>> "upon" in small_words(), "said" in small_words()
    (True, False)
    """
    return frozenset(files("factdiff.gazetteer").joinpath("gazetteer.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=1 << 16)
def reach(word: str) -> int:
    """Of how many words the longest name is that starts with a word; 0 where none does.

    >>> reach("Kyiv"), reach("Xyzzy")
    (2, 0)
    """
    key = fold(word)
    return max((most for most, _ in _items(key, capitals=key.isupper())), default=0)


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


@lru_cache(maxsize=1 << 12)
def entry(id: str) -> Entry:
    """The place of an id; KeyError where the table has none.

    >>> entry("geonames:690791").name
    'Ukraine'
    """
    table = _table()
    kind, _, key = id.partition(":")
    wanted = int(key) if key.isdigit() else HAND + table.keys.index(key) if key in table.keys else 0
    position = bisect_left(range(table.count), wanted, key=table.number)
    if kind not in ("geonames", "factdiff") or position == table.count or table.number(position) != wanted:
        raise KeyError(id)
    return _entry(position)


def home(publisher: str | None = None, url: str | None = None) -> str | None:
    """The country of a publisher, from the domain of its address or a place in its name; None where neither tells.

    >>> home("Belfast Telegraph"), home(url="https://www.abc.net.au/news/1"), home("The Daily Planet")
    ('GB', 'AU', None)
    """
    domain = host(url or "").rpartition(".")[2].upper()
    if len(domain) == 2 and domain not in _OPEN:
        return {"UK": "GB"}.get(domain, domain)
    for word in (publisher or "").split():
        for named in lookup(word)[:1]:
            if not named.guarded and (named.entry.population >= 100_000 or named.form == "demonym"):
                return named.entry.country
    return None


def host(url: str) -> str:
    """The host of an address; an empty string where it has none, or is none.

    >>> host("https://www.abc.net.au/news/1"), host("http://[")
    ('www.abc.net.au', '')
    """
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def entries() -> Iterator[Entry]:
    """All places of the table, in the order of their ids."""
    return map(_entry, range(_table().count))


def fold(text: str) -> str:
    """A text without marks on its letters, with plain apostrophes and hyphens: Łódź, N’Djamena -> Lodz, N'Djamena."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def slot(name: str, count: int) -> int:
    """Where the search for a name begins in a hash table of so many slots."""
    return crc32(name.lower().encode("utf-8", "surrogatepass")) % count


@frozen(eq=False)
class _Table:
    """The open file: its bytes, its slots, where its rows and strings begin, and the texts of its layout."""

    data: Any
    slots: Any
    count: int
    rows: int
    strings: int
    keys: tuple[str, ...]
    areas: tuple[str, ...]

    def number(self, position: int) -> int:
        """The number of a row, by which the rows are in order."""
        found: int = unpack_from("<I", self.data, self.rows + position * ROW.size)[0]
        return found

    def id(self, number: int) -> str:
        """The id of a row by its number."""
        return f"factdiff:{self.keys[number - HAND]}" if number >= HAND else f"geonames:{number}"

    def text(self, offset: int) -> str:
        """The text at an offset among the strings."""
        start = self.strings + offset
        text: str = self.data[start + 1 : start + 1 + self.data[start]].decode()
        return text


@cache
def _table() -> _Table:
    """The table, opened once; mapped where it is a file of its own, read where it is a part of an archive."""
    path = files("factdiff.gazetteer").joinpath("gazetteer.bin")
    if isinstance(path, Path):
        with path.open("rb") as file:
            data: Any = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    else:
        data = path.read_bytes()
    start = data.find(b"\0") + 1
    layout = json.loads(data[data.rfind(b"\n{", 0, start) : start - 1])
    rows = start + 4 * layout["slots"]
    strings = rows + ROW.size * layout["rows"]
    slots = memoryview(data)[start:rows].cast("I")
    return _Table(data, slots, layout["rows"], rows, strings, tuple(layout["keys"]), tuple(layout["areas"]))


def _items(key: str, *, capitals: bool = False) -> list[tuple[int, tuple[int, ...]]]:
    """The names of the table that are a key, or, with ``capitals``, that are it when all their letters are.

    Each as the number of words of the longest name that starts with it, and its postings.
    """
    table = _table()
    data, slots, count = table.data, table.slots, len(table.slots)
    wanted = key.encode("utf-8", "surrogatepass")
    size = len(wanted)
    items = []
    place = slot(key, count)
    while offset := slots[place]:
        start = table.strings + offset
        if data[start] == size:
            end = start + 1 + size
            found = data[start + 1 : end]
            if found == wanted or (capitals and found.upper() == wanted):
                items.append((data[end], unpack_from(f"<{data[end + 1]}{POSTING}", data, end + 2)))
        place = (place + 1) % count
    return items


def _named(posting: int) -> Named:
    """The place of a posting, with its form."""
    return Named(posting & _NUMBER, Forms[posting >> FORM & 7], bool(posting >> GUARDED))


@lru_cache(maxsize=1 << 13)
def _entry(position: int) -> Entry:
    """The place of a row."""
    table = _table()
    number, lat, lon, people, name, around, feature = ROW.unpack_from(table.data, table.rows + position * ROW.size)
    country, admin1, within = _around(around)
    population = (people & (1 << ZEROS) - 1) * 10 ** (people >> ZEROS)
    ident, text = table.id(number), table.text(name)
    numbers, capital = (lat / 100, lon / 100, population), bool(feature >> CAPITAL)
    return Entry(ident, text, Features[feature & 127], country, admin1, *numbers, within, capital)


@lru_cache(maxsize=1 << 12)
def _around(offset: int) -> tuple[str | None, str | None, tuple[str, ...]]:
    """What stands at an offset among the strings: a country, a division, and the ids of all that contains a place."""
    table = _table()
    area, count = unpack_from("<HB", table.data, table.strings + offset)
    country, _, admin1 = table.areas[area].partition(".")
    within = unpack_from(f"<{count}I", table.data, table.strings + offset + 3)
    return country or None, admin1 or None, tuple(_outer(position) for position in within)


@lru_cache(maxsize=1 << 12)
def _outer(position: int) -> str:
    """The id of a row that holds others."""
    table = _table()
    return table.id(table.number(position))
