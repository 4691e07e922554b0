"""The places that a text names: how often each country, and which towns lie near each other."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import product

from attrs import field, frozen

from factdiff.gazetteer import Entry

#: how far apart two towns of a text may lie, in kilometres, to be evidence for each other: close by, or in one area
NEAR, AROUND = 60, 250
#: kilometres of a degree of latitude
KILOMETRES = 111.2


@frozen
class NamedPlaces:
    """The places that a text names: how often each country, and the towns by squares of the map.

    A name is no evidence for itself, so every question about a sense takes the surface of its name.
    """

    countries: Counter[str | None] = field(factory=Counter)
    by_surface: defaultdict[tuple[str, str | None], int] = field(factory=lambda: defaultdict(int))
    surfaces: defaultdict[str, set[str]] = field(factory=lambda: defaultdict(set))
    cells: defaultdict[tuple[int, int], dict[tuple[str, str], Entry]] = field(factory=lambda: defaultdict(dict))
    known_closeness: dict[tuple[str, str], float] = field(factory=dict)

    def add(self, surface: str, entry: Entry, times: int = 1) -> None:
        """Add a place that is named so many times: its country, itself, and all that it lies in."""
        if entry.country:
            self.countries[entry.country] += times
            self.countries[None] += times
            self.by_surface[surface, entry.country] += times
            self.by_surface[surface, None] += times
        for key in (entry.id, *entry.within, entry.division):
            self.surfaces[key].add(surface)
        if entry.feature in ("city", "county"):
            (row, column), place = cell(entry), (surface, entry.id)
            for spot in product((row - 1, row, row + 1), (column - 1, column, column + 1)):
                self.cells[spot][place] = entry
            self.known_closeness.clear()

    def country_share(self, surface: str, country: str | None) -> float:
        """The share of the other named places that lie in a country, from 0 to 1."""
        times = self.countries.get(country, 0) if country else 0
        others = self.count_others(surface) if times else 0
        return (times - self.by_surface.get((surface, country), 0)) / others if others else 0.0

    def count_others(self, surface: str) -> int:
        """How many of the named places have a country, without those of this name."""
        return self.countries.get(None, 0) - self.by_surface.get((surface, None), 0)

    def is_named(self, surface: str, key: str) -> bool:
        """Whether another name means the place or the division of a key, or a place in it."""
        names = self.surfaces.get(key)
        return names is not None and (len(names) > 1 or surface not in names)

    def closeness(self, surface: str, entry: Entry) -> float:
        """How close a town lies to other named towns: 3 beside two, 2 beside one, 1 in the area of one, else 0."""
        key = surface, entry.id
        found = self.known_closeness.get(key)
        if found is None:
            found = self.known_closeness[key] = self._measure(surface, entry)
        return found

    def _measure(self, surface: str, entry: Entry) -> float:
        near, area = 0, False
        for (name, ident), other in self.cells.get(cell(entry), {}).items():
            if name != surface and ident != entry.id and (distance := kilometres(entry, other)) <= AROUND:
                area, near = True, near + (distance <= NEAR)
                if near == 2:
                    return 3.0
        return 2.0 if near else float(area)


def cell(entry: Entry) -> tuple[int, int]:
    """The square of the map that a place lies in, 2.5 degrees wide: places within ``AROUND`` lie in it or beside it."""
    return int(entry.lat // 2.5), int(entry.lon // 2.5)


def kilometres(a: Entry, b: Entry) -> float:
    """The distance of two places on a flat map, which is good enough for near ones."""
    east = (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return KILOMETRES * math.hypot(a.lat - b.lat, east)
