"""The rows as the file that ``factdiff.gazetteer`` opens; its layout is told there."""

from __future__ import annotations

import json
import re
import struct
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from gazetteer.reading import APOSTROPHES
from gazetteer.rows import Row, ancestors

from factdiff.gazetteer import CAPITAL, FORM, GUARDED, HAND, POSTING, ROW, SLOT, ZEROS, Features, Forms, slot

if TYPE_CHECKING:
    from gazetteer.words import Words

#: of two features that hold one place, which lies nearer to it
NEARNESS = ("facility", "city", "county", "district", "region", "water", "country", "continent")
#: how many inhabitants a place without a figure weighs as much as, where names are put in order
WEIGHT = {"continent": 10**9, "region": 10**6, "water": 10**6, "facility": 10**5}
#: as many places of one name are kept
MOST = 255


class Strings:
    """Texts and lists behind each other, each once, by their offsets."""

    def __init__(self) -> None:
        self.data = bytearray(b"\0")  # so that no offset is 0
        self._known: dict[bytes, int] = {}

    def add(self, item: bytes) -> int:
        """The offset of an item."""
        if item not in self._known:
            self._known[item] = len(self.data)
            self.data += item
        return self._known[item]

    def text(self, text: str) -> int:
        """The offset of a text with its length before it."""
        return self.add(counted(text))


def counted(text: str) -> bytes:
    """A text with its length in bytes before it."""
    data = text.encode()
    return bytes([len(data)]) + data


def order(row: Row, form: str) -> tuple[float, int, str]:
    """The place of a row among those of one name: countries, what is first by hand, then by size."""
    weight = row.population or WEIGHT.get(row.feature, 0)
    weight //= (2 if row.feature == "district" else 1) * (10 if form == "alternate" else 1)
    return 0 if row.feature == "country" else 1 if row.first else 2, -weight, row.id


def number(row: Row, keys: list[str]) -> int:
    """The number of a row: its GeoNames id, or behind all of these the place of its key among the hand-kept ones."""
    kind, _, key = row.id.partition(":")
    return int(key) if kind == "geonames" else HAND + keys.index(key)


def packed(population: int) -> int:
    """A number of inhabitants to three digits: the digits, and in the upper bits how many zeros follow."""
    zeros = max(0, len(str(population)) - 3)
    return round(population / 10**zeros) | zeros << ZEROS


def names(rows: list[Row], guarded: frozenset[str], words: Words) -> dict[str, list[int]]:
    """Name -> its postings, the likeliest first."""
    found: defaultdict[str, list[tuple[Any, int]]] = defaultdict(list)
    for position, row in enumerate(rows):
        for text, form in row.names.items():
            risky = row.guarded or text in guarded or ((row.small or form == "alternate") and words.guards(text))
            posting = position | Forms.index(form) << FORM | risky << GUARDED
            found[text].append((order(row, form), posting))
    return {text: [posting for _, posting in sorted(found[text])][:MOST] for text in found}


def small_words(rows: list[Row]) -> list[str]:
    """The words of names that start in small letters, behind the first of a name, as far as their letters go."""
    words = {word for row in rows for name in row.names for word in name.split(" ")[1:]}
    return sorted({start[0] for word in words if (start := re.match("[a-z]+", word))})


def within(rows: list[Row]) -> list[bytes]:
    """Of each row the positions of all that contains it, nearest first, with their number before them."""
    by_key = {row.key: (position, row) for position, row in enumerate(rows)}
    plain = {row.key: row for row in rows}
    above = {row.key: ancestors(row, plain) for row in rows}
    held: defaultdict[str, int] = defaultdict(int)
    for key in (key for found in above.values() for key in found):
        held[key] += 1

    def distance(key: str) -> tuple[float, int, str]:
        row = plain[key]
        loose = row.feature == "region" and not row.country
        return 6.5 if loose else NEARNESS.index(row.feature), held[key], row.id

    lists = ([by_key[key][0] for key in sorted(above[row.key], key=distance)] for row in rows)
    return [struct.pack(f"<B{len(one)}I", len(one), *one) for one in lists]


def pack(rows: list[Row], guarded: frozenset[str], words: Words, head: str) -> bytes:
    """The file."""
    keys = sorted(row.id.partition(":")[2] for row in rows if row.id.startswith("factdiff:"))
    rows = sorted(rows, key=lambda row: number(row, keys))
    areas = sorted({f"{row.country}.{row.admin1}" for row in rows})
    area = {name: position for position, name in enumerate(areas)}
    strings = Strings()
    postings = names(rows, guarded, words)
    reach: dict[str, int] = {}
    for name in sorted(postings):
        first = name.partition(" ")[0]
        reach[first] = max(reach.get(first, 0), name.count(" ") + 1)
    entries: dict[str, int] = {}
    for name in sorted({*postings, *reach}):
        found = postings.get(name, [])
        tail = struct.pack(f"<BB{len(found)}{POSTING}", reach.get(name, 0), len(found), *found)
        entries[name] = len(strings.data)
        strings.data += counted(name) + tail
    table = bytearray()
    for row, outer in zip(rows, within(rows), strict=True):
        name = row.name.translate(APOSTROPHES)
        at = entries.get(name) or strings.text(name)
        where = (round(row.at[0] * 100), round(row.at[1] * 100))
        around = struct.pack("<H", area[f"{row.country}.{row.admin1}"]) + outer
        feature = Features.index(row.feature) | row.capital << CAPITAL
        table += ROW.pack(number(row, keys), *where, packed(row.population), at, strings.add(around), feature)
    count = len(entries) * 5 // 3  # three slots of five are taken, so that a search ends after a few
    slots = [0] * count
    for name, at in entries.items():
        place = slot(name, count)
        while slots[place]:
            place = (place + 1) % count
        slots[place] = at
    layout = {"rows": len(rows), "slots": count, "keys": keys, "areas": areas}
    text = f"{head}{json.dumps(layout, separators=(',', ':'))}\n".encode()
    text += b" " * (-(len(text) + 1) % 4) + b"\0"
    return text + struct.pack(f"<{count}{SLOT}", *slots) + bytes(table) + bytes(strings.data)
