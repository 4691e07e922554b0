"""The file ``gazetteer.bin``: its layout, and how names and places are read from it.

The file begins with a text: the origins and licences of the data, and in its last line the layout as JSON. Behind the
zero byte that ends it stand, little-endian and without gaps: ``slots``, a hash table of offsets into the strings, by
name without its case; ``rows``, one ``ROW`` a place, sorted by id; and the strings. A name among them is its length,
the text without marks on letters, the number of words of the longest name that starts with it, and its places, the
likeliest first: each the number of a row with the form of the name and whether that is guarded.
"""

from __future__ import annotations

import json
import mmap
import unicodedata
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from struct import Struct, unpack_from
from typing import Any
from zlib import crc32

from attrs import frozen

#: letters that Unicode does not decompose into a plain letter and a mark, and typographic apostrophes and hyphens
_LETTERS = str.maketrans(
    {**dict(zip("łŁøØđĐðÐıəƏ’‘ʻʼ‐‑–", "lLoOdDdDiaA''''---", strict=True)), "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe"}
)
#: a place: number, latitude and longitude in hundredths of a degree, inhabitants, offsets of its name and of its area,
#: and its feature
ROW = Struct("<IhhHIIB")
#: the first bit of the inhabitants that holds the number of zeros behind their first three digits
ZEROS_BIT = 12
SLOT = POSTING = "I"
#: the bit of a feature that marks the capital of a country
CAPITAL_BIT = 7
#: the bits of a posting for the form of the name and for its guard, above the number of the row
FORM_BIT, GUARDED_BIT = 24, 31
ROW_MASK = (1 << FORM_BIT) - 1
#: the first number of the rows that are kept by hand, which have a key in their id
FIRST_HAND_KEPT = 1 << 31
FORMS = ("name", "variant", "alternate", "abbreviation", "demonym", "metonym")
FEATURES = ("country", "city", "district", "county", "continent", "region", "water", "facility")


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
        return entry_at(self.position)


def fold(text: str) -> str:
    """A text without marks on its letters, with plain apostrophes and hyphens: Łódź, N’Djamena -> Lodz, N'Djamena."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def slot(name: str, count: int) -> int:
    """The slot at which the search for a name begins in a hash table of ``count`` slots."""
    return crc32(name.lower().encode("utf-8", "surrogatepass")) % count


@frozen(eq=False)
class Table:
    """The open file: its bytes, its slots, the number of its rows, the offsets of rows and strings, keys and areas."""

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
        return f"factdiff:{self.keys[number - FIRST_HAND_KEPT]}" if number >= FIRST_HAND_KEPT else f"geonames:{number}"

    def text(self, offset: int) -> str:
        """The text at an offset among the strings."""
        start = self.strings + offset
        text: str = self.data[start + 1 : start + 1 + self.data[start]].decode()
        return text


@cache
def open_table() -> Table:
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
    return Table(data, slots, layout["rows"], rows, strings, tuple(layout["keys"]), tuple(layout["areas"]))


def names_of_key(key: str, *, capitals: bool = False) -> list[tuple[int, tuple[int, ...]]]:
    """The names of the table that equal a key, or with ``capitals`` those that equal it when put into capitals.

    Each is the number of words of the longest name that starts with it, and its postings.
    """
    table = open_table()
    data, slots, count = table.data, table.slots, len(table.slots)
    key_bytes = key.encode("utf-8", "surrogatepass")
    size = len(key_bytes)
    items = []
    position = slot(key, count)
    while offset := slots[position]:
        start = table.strings + offset
        if data[start] == size:
            end = start + 1 + size
            found = data[start + 1 : end]
            if found == key_bytes or (capitals and found.upper() == key_bytes):
                items.append((data[end], unpack_from(f"<{data[end + 1]}{POSTING}", data, end + 2)))
        position = (position + 1) % count
    return items


def named_of_posting(posting: int) -> Named:
    """The place of a posting with the form of the name."""
    return Named(posting & ROW_MASK, FORMS[posting >> FORM_BIT & 7], bool(posting >> GUARDED_BIT))


@lru_cache(maxsize=1 << 13)
def entry_at(position: int) -> Entry:
    """The place in the row at a position."""
    table = open_table()
    number, lat, lon, people, name, around, feature = ROW.unpack_from(table.data, table.rows + position * ROW.size)
    country, admin1, within = area_at(around)
    population = (people & (1 << ZEROS_BIT) - 1) * 10 ** (people >> ZEROS_BIT)
    ident, text = table.id(number), table.text(name)
    numbers, capital = (lat / 100, lon / 100, population), bool(feature >> CAPITAL_BIT)
    return Entry(ident, text, FEATURES[feature & 127], country, admin1, *numbers, within, capital)


@lru_cache(maxsize=1 << 12)
def area_at(offset: int) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The area at an offset among the strings: a country, a division, and the ids of what contains a place."""
    table = open_table()
    area, count = unpack_from("<HB", table.data, table.strings + offset)
    country, _, admin1 = table.areas[area].partition(".")
    within = unpack_from(f"<{count}I", table.data, table.strings + offset + 3)
    return country or None, admin1 or None, tuple(id_at(position) for position in within)


@lru_cache(maxsize=1 << 12)
def id_at(position: int) -> str:
    """The id of the row at a position."""
    table = open_table()
    return table.id(table.number(position))
