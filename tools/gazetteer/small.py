"""Rows of towns from 500 inhabitants and of divisions that no hand-kept file names, as the packages have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from gazetteer.large import LARGE, NO_COUNTRIES, Build, key_of_unlisted, middle_of
from gazetteer.reading import APOSTROPHES, fold
from gazetteer.rows import READABLE, Row

if TYPE_CHECKING:
    from gazetteer.words import Words

#: towns from this number of inhabitants bring their alternate names
KNOWN = 10_000
#: names in other languages are no use below this length
LEAST = 4


def fill(build: Build, words: Words) -> None:
    """Add all second-order divisions and towns that are not there yet, and the alternate names of the towns."""
    taken = {name for row in build.rows.values() for name in row.names}
    add_counties(build, words)
    for town in build.data.towns:
        add_town(build, town)
    add_alternates(build, taken)


def add_divisions(build: Build, words: Words) -> None:
    """First-order divisions of which most are single towns, and hand-kept files have none."""
    for code, (name, _, _, ident, *_) in build.data.divisions.items():
        country = code.partition(".")[0]
        if code in build.rows or code in build.merged or country not in build.rows or code in build.data.counties:
            continue
        row = Row(code, f"geonames:{ident}", name, "district", country, code.partition(".")[2], parents=[country])
        inside = build.around[code]
        row.at = build.data.middles.get(code) or middle_of(inside) or build.data.middles[country]
        row.population, row.small = sum(town["population"] for town in inside), True
        if named(build, row, [name], inside, words).names:
            build.rows[code] = row


def add_counties(build: Build, words: Words) -> None:
    """Second-order divisions, but for those that are kept by hand as regions."""
    by_hand = {
        (parent, name): row.key
        for row in build.rows.values()
        if row.feature == "region"
        for name in row.names
        for parent in row.parents
    }
    inside: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for town in build.data.towns:
        for code in build.county(town):
            inside[code].append(town)
    for code, (name, _, _, ident, kind, aliases, *_) in build.data.counties.items():
        country, admin1, *_ = code.split(".")
        if code in build.rows:
            continue
        around = f"{country}.{admin1}"
        if key := by_hand.get((around, fold(name))):
            build.aliases[code] = key
            build.rows[key].feature = "county"
            build.rows[key].population = sum(town["population"] for town in inside[code])
            continue
        outer = build.merged.get(around, around)
        if outer not in build.rows and around not in build.merged:
            outer = country
        at = middle_of(inside[code]) or namesake(build, around, name)
        if country not in build.rows or at is None:
            continue
        row = Row(code, f"geonames:{ident}", name, "county", country, admin1, at, parents=[outer])
        row.population, row.small = sum(town["population"] for town in inside[code]), True
        names = [name, *aliases.split("|")]
        names += [f"{name} {kind}"] if kind in ("Province", "District", "Department", "Prefecture") else []
        if named(build, row, names, inside[code] or build.around[around], words).names:
            build.rows[code] = row


def namesake(build: Build, code: str, name: str) -> tuple[float, float] | None:
    """The position of the town with the name of a division that has no towns, or the middle of its container."""
    for town in build.around[code]:
        if town["name"] == name:
            return town["latitude"], town["longitude"]
    return middle_of(build.around[code])


def named(build: Build, row: Row, names: Iterable[str], towns: list[dict[str, Any]], words: Words) -> Row:
    """A division with its names, bare or with an English word for its type, but none that a town of it has."""
    known = build.city_names[row.country].union(fold(town["name"]) for town in towns)
    for name in names:
        plain = fold(name).translate(APOSTROPHES)
        base = words.bare(plain)
        found = [name for name in (plain, base) if name == base or words.english(name)]
        if row.country == "US" and row.feature == "county":
            found.remove(base)
        row.add("name", [name for name in found if name.isascii() and name not in known])
    row.name = next((name for name in row.names if words.english(name)), next(iter(row.names), row.name))
    return row


def add_town(build: Build, town: dict[str, Any]) -> None:
    """The row of a town that is not there yet."""
    known = town["geonameid"] in build.known or town["geonameid"] in build.doubles
    if not known and town["countrycode"] not in NO_COUNTRIES:
        row = build.city(town, key_of_unlisted(town))
        row.small, row.guarded = True, town["population"] >= LARGE  # a large one is a part of a city
        if row.names:
            build.rows[row.key] = row


def add_alternates(build: Build, taken: set[str]) -> None:
    """The names of towns in other languages and times, but for those that are the name of something better known."""
    for town in build.data.towns:
        row = build.rows.get(build.known.get(town["geonameid"], key_of_unlisted(town)))
        if row is None or town["population"] < KNOWN or not row.names:
            continue
        for text in town["alternatenames"]:
            plain = fold(text)
            cased = len(plain) >= LEAST and plain[0].isupper() and not plain.isupper()
            if cased and plain.isascii() and plain not in taken and READABLE.fullmatch(plain):
                row.names.setdefault(plain, "alternate")
