"""Packing rows into the file that ``factdiff.gazetteer.table`` reads, which describes the layout."""

from __future__ import annotations

import json
import re
import struct
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from factdiff.gazetteer.table import (
    CAPITAL_BIT,
    FEATURES,
    FIRST_HAND_KEPT,
    FORM_BIT,
    FORMS,
    GUARDED_BIT,
    POSTING,
    ROW,
    SLOT,
    ZEROS_BIT,
    slot,
)
from gazetteer.reading import APOSTROPHES
from gazetteer.rows import Row, ancestors

if TYPE_CHECKING:
    from gazetteer.words import Words

#: the features of containers of a place, from the nearest to the farthest
NEARNESS = ("facility", "city", "county", "district", "region", "water", "country", "continent")
#: the inhabitants that a place without a figure counts as when the places of a name are sorted
WEIGHT = {"continent": 10**9, "region": 10**6, "water": 10**6, "facility": 10**5}
#: the most places of one name that are kept
MOST_SENSES = 255


class Strings:
    """Texts and lists in one block of bytes, each once; they are found by their offsets."""

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
        return self.add(with_length(text))


def with_length(text: str) -> bytes:
    """A text with its length in bytes before it."""
    data = text.encode()
    return bytes([len(data)]) + data


def rank_of_sense(row: Row, form: str) -> tuple[float, int, str]:
    """The sort key of a row among those of one name: countries, then rows marked as first, then by size."""
    weight = row.population or WEIGHT.get(row.feature, 0)
    weight //= (2 if row.feature == "district" else 1) * (10 if form == "alternate" else 1)
    return 0 if row.feature == "country" else 1 if row.first else 2, -weight, row.id


def number(row: Row, keys: list[str]) -> int:
    """The number of a row: its GeoNames id, or for a hand-kept row ``FIRST_HAND_KEPT`` plus the position of its key."""
    kind, _, key = row.id.partition(":")
    return int(key) if kind == "geonames" else FIRST_HAND_KEPT + keys.index(key)


def packed_population(population: int) -> int:
    """A number of inhabitants to three digits: the digits, and in the upper bits how many zeros follow."""
    zeros = max(0, len(str(population)) - 3)
    return round(population / 10**zeros) | zeros << ZEROS_BIT


def names(rows: list[Row], guarded: frozenset[str], words: Words) -> dict[str, list[int]]:
    """Name -> its postings, the likeliest first."""
    found: defaultdict[str, list[tuple[Any, int]]] = defaultdict(list)
    for position, row in enumerate(rows):
        for text, form in row.names.items():
            risky = row.guarded or text in guarded or ((row.small or form == "alternate") and words.guards(text))
            posting = position | FORMS.index(form) << FORM_BIT | risky << GUARDED_BIT
            found[text].append((rank_of_sense(row, form), posting))
    return {text: [posting for _, posting in sorted(found[text])][:MOST_SENSES] for text in found}


def small_words(rows: list[Row]) -> list[str]:
    """The words in small letters behind the first word of a name, up to their first sign that is no letter."""
    words = {word for row in rows for name in row.names for word in name.split(" ")[1:]}
    return sorted({start[0] for word in words if (start := re.match("[a-z]+", word))})


def within(rows: list[Row]) -> list[bytes]:
    """For each row the positions of all rows that contain it, nearest first, with their number before them."""
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
        strings.data += with_length(name) + tail
    table = bytearray()
    for row, outer in zip(rows, within(rows), strict=True):
        name = row.name.translate(APOSTROPHES)
        at = entries.get(name) or strings.text(name)
        where = (round(row.at[0] * 100), round(row.at[1] * 100))
        around = struct.pack("<H", area[f"{row.country}.{row.admin1}"]) + outer
        feature = FEATURES.index(row.feature) | row.capital << CAPITAL_BIT
        table += ROW.pack(
            number(row, keys), *where, packed_population(row.population), at, strings.add(around), feature
        )
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
