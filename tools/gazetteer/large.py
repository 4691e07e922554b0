"""Rows of countries, first-order divisions, large towns, and hand-kept places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from gazetteer.reading import APOSTROPHES, Data, fold, keys, listed
from gazetteer.rows import Row, simplified, spellings

#: towns below this number of inhabitants are in the table only when cities.toml or a country names them
LARGE = 100_000
#: a town of this size takes the bare name from the division around it that is called the same
NAMESAKE = 15_000
#: code of a continent -> its key in places.toml
CONTINENTS = dict(
    zip(
        "AF AN AS EU NA OC SA".split(),
        "africa antarctica asia europe north-america oceania south-america".split(),
        strict=True,
    )
)
#: territories that no longer exist, that nobody lives in, or that are a continent
NO_COUNTRIES = frozenset({"AN", "AQ", "BV", "CS", "HM", "UM"})


class Build:
    """The rows by key, filled from the widest places to the smallest."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.rows: dict[str, Row] = {}
        self.around: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for town in data.towns:
            self.around[town["countrycode"]].append(town)
            self.around[f"{town['countrycode']}.{town['admin1code']}"].append(town)
        #: key of a hand-kept city -> its town
        self.chosen = {key: self.town(key) for key in data.hand_cities}
        #: code of a division that is one city -> the key of the city
        self.merged: dict[str, str] = data.overrides["merge"]
        #: GeoNames ids of the capitals
        self.seats = {town["geonameid"] for town in self.capitals()}
        #: GeoNames ids of towns that double a larger one beside them
        self.doubles: set[int] = set()
        #: key of a city that a person has looked at -> its town
        self.cities = dict(self.kept())
        #: country -> the names, without marks, that mean a large city of it rather than a division around it
        self.city_names = self.names_of_cities()
        #: code of a second-order division that is kept by hand -> its key
        self.aliases: dict[str, str] = {}
        #: GeoNames id of a town of the table -> its key
        self.known = {town["geonameid"]: key for key, town in self.cities.items()}

    def town(self, key: str) -> dict[str, Any]:
        """The largest town that a key ("UA Kyiv", "US.OR Portland") can mean."""
        where, name = key.split(" ", 1)
        for town in self.around[where]:
            if town["name"] == name:
                return town
        near = [town["name"] for town in self.around[where] if name in (fold(town["name"]), *town["alternatenames"])]
        raise SystemExit(f"{key!r} is no town of GeoNames; it has {near[:5]}")

    def kept(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Large towns, capitals and the towns of cities.toml, each with its key and each once."""
        wanted = {town["geonameid"]: key for key, town in self.chosen.items()}
        seen: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for town in self.data.towns:
            ident, country, name = town["geonameid"], town["countrycode"], town["name"]
            large = town["population"] >= LARGE and name not in self.data.drop.get(country, ())
            if country in NO_COUNTRIES or not (large or ident in wanted or ident in self.seats):
                continue
            if ident not in wanted and any(lie_close(town, other) for other in seen[country, name]):
                self.doubles.add(ident)
            else:
                seen[country, name].append(town)
                yield wanted.get(ident, key_of_unlisted(town)), town

    def finished(self) -> list[Row]:
        """All rows, sorted by key; regions of places.toml become parents of the places that they hold."""
        for key, place in self.data.places.items():
            for held in keys(place.get("holds", "")):
                for row in self.held(held):
                    row.parents.append(key)
        for row in self.rows.values():
            row.parents = [self.named(key) for key in row.parents if key not in self.data.counties or key in self.rows]
        return sorted(self.rows.values(), key=lambda row: row.key)

    def named(self, key: str) -> str:
        """The key of the row that a key means: itself, or that of a city which cities.toml does not list."""
        if " " in key and key not in self.rows:
            key = key_of_unlisted(self.town(key))
        if key not in self.rows:
            raise SystemExit(f"{key!r} is no place of the table")
        return key

    def held(self, key: str) -> list[Row]:
        """The rows that a key in ``holds`` means: one, or the cities of a division that is no row."""
        if " " in key or key in self.rows:
            return [self.rows[self.named(key)]]
        country, _, admin1 = key.partition(".")
        inside = [r for r in self.rows.values() if r.country == country and r.admin1 == admin1 and r.feature == "city"]
        if not inside:
            raise SystemExit(f"{key!r} in places.toml holds no place of the table")
        return inside

    def add_places(self) -> None:
        """Continents, regions, waters and facilities, by hand."""
        for key, place in self.data.places.items():
            names = listed(place["name"])
            row = Row(key, place.get("id", f"factdiff:{key}"), names[0], place.get("feature", "region"))
            row.country, row.at = place.get("country", ""), tuple(place["at"])
            row.add_hand(place)
            self.rows[key] = row

    def add_countries(self) -> None:
        """Countries and territories, with the names of GeoNames, CLDR and the official one."""
        for code, country in self.data.countries.items():
            if code in NO_COUNTRIES:
                continue
            entry = self.data.hand_countries.get(code, {})
            row = Row(
                code, f"geonames:{country['geonameid']}", entry.get("main", country["name"].strip()), "country", code
            )
            row.population = country["population"]
            row.at = self.data.middles[code]
            row.add("name", [row.name])
            row.add_hand(entry)
            row.add(
                "name",
                [
                    country["name"],
                    self.data.territories.get(code, "").replace("&", "and"),
                    self.data.official.get(code, ""),
                ],
            )
            continent = entry.get("continent", CONTINENTS[country["continentcode"]])
            row.parents += [continent] if continent else []
            self.rows[code] = row

    def add_divisions(self) -> None:
        """First-order divisions that divisions.tsv names, but for those that are one city."""
        for code, (base, *variants) in self.data.english.items():
            if code in self.merged:
                continue
            local, entry = self.data.divisions[code], self.data.overrides["divisions"].get(code, {})
            country, admin1 = code.split(".", 1)
            inside = self.around[code]
            row = Row(code, f"geonames:{local[3]}", base, "district", country, admin1, parents=[country])
            row.at = self.data.middles.get(code) or middle_of(inside) or tuple(entry["at"])
            row.population = sum(town["population"] for town in inside)
            named = self.city_names[country].union(fold(t["name"]) for t in inside if t["population"] >= NAMESAKE)
            directions = set(fold(base).lower().split()) <= set(self.data.overrides["generic"]["words"].split())
            bare = entry.get("bare", fold(base) not in named and not directions)
            kinds = self.kinds(country, local[4])
            if not bare and kinds:
                row.name = f"{base} {kinds[0]}"
            for form, name in (("name", base), *(("variant", variant) for variant in variants)):
                row.add(form, [name] if bare else [])
                row.add(form, [f"{name} {kind}" for kind in kinds if not name.lower().endswith(kind.lower())])
            if country == "IE":
                row.name = f"County {base}"
                row.add("name", [row.name])
            if local[4] == "Republic" and country == "RU":
                row.add("name", [f"Republic of {base}"])
            row.guarded = directions
            row.add_hand(entry)
            self.rows[code] = row

    def names_of_cities(self) -> dict[str, set[str]]:
        """The names of the cities that a person has looked at, by country."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, town in self.cities.items():
            entry = self.data.hand_cities.get(key, {})
            names = [entry.get("main", town["name"]), *listed(entry.get("name", "")), *listed(entry.get("variant", ""))]
            found[town["countrycode"]].update(fold(other) for name in names for other in spellings(name))
        return found

    def kinds(self, country: str, kind: str) -> list[str]:
        """The words that may follow the name of a division of this type."""
        table = self.data.overrides["kinds"]
        own = table.get(country, {}).get(kind) or table["by_country"].get(country)
        words: str = table.get(kind, "") if own is None else own
        return [word.replace("_", " ") for word in words.split()]

    def add_cities(self) -> None:
        """The cities that have a name of their own: not those that are the whole of a country called the same."""
        for key, town in self.cities.items():
            row = self.city(town, key)
            if row.names:
                self.rows[key] = row

    def city(self, town: dict[str, Any], key: str) -> Row:
        """The row of a town."""
        country, admin1 = town["countrycode"], town["admin1code"]
        entry = self.data.hand_cities.get(key, {})
        original = town["name"].translate(APOSTROPHES)
        simple = simplified(original, country, plain=country in self.data.plain)
        row = Row(key, f"geonames:{town['geonameid']}", entry.get("main", simple), "city", country)
        row.capital = town["geonameid"] in self.seats
        row.admin1 = "" if admin1 == "00" else admin1
        row.at, row.population = (town["latitude"], town["longitude"]), town["population"]
        code = f"{country}.{admin1}"
        division = self.merged.get(code, code)
        row.parents = [division if division != key and (division in self.rows or code in self.merged) else country]
        row.parents += [] if key in self.merged.values() else self.county(town)
        if entry.get("bare", True):
            row.add("name", spellings(row.name))
        elif "main" in entry:
            row.add("name", [row.name])
        row.add_hand(entry)
        if "main" not in entry and entry.get("bare", True):
            row.add("name", [original])
        elif entry.get("bare", True):
            row.add("variant", [original])
        return row

    def county(self, town: dict[str, Any]) -> list[str]:
        """The key of the second-order division around a town, where one is known."""
        code = self.data.county_of.get(town["geonameid"], "")
        code = self.aliases.get(code, code)
        return [code] if code else []

    def capitals(self) -> Iterator[dict[str, Any]]:
        """The town of each capital that GeoNames has."""
        for code, country in self.data.countries.items():
            if code in NO_COUNTRIES or not country["capital"]:
                continue
            key = self.data.overrides["capitals"].get(code)
            if key is not None:
                if key:
                    yield self.town(key)
                continue
            found = [t for t in self.around[code] if fold(t["name"]) == fold(country["capital"])]
            if not found:
                raise SystemExit(f"the capital of {code}, {country['capital']}, is no town of GeoNames: see [capitals]")
            yield found[0]


def key_of_unlisted(town: dict[str, Any]) -> str:
    """The key of a town that cities.toml does not list."""
    return f"{town['countrycode']} #{town['geonameid']}"


def lie_close(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two towns lie within half a degree of each other."""
    return all(abs(one[axis] - other[axis]) < 0.5 for axis in ("latitude", "longitude"))


def middle_of(towns: list[dict[str, Any]]) -> tuple[float, float] | None:
    """The middle of the frame around towns, or None without any."""
    if not towns:
        return None
    lats, lons = ([town[axis] for town in towns] for axis in ("latitude", "longitude"))
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
