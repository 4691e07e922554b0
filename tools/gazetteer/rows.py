"""A place in the making."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from gazetteer.reading import fold, keys, listed

#: the forms of names that hand-kept files give; those of packages are names and alternates
FORMS = ("name", "variant", "abbreviation", "demonym", "metonym")
#: what else a hand-kept entry may say
FIELDS = frozenset({*FORMS, "at", "bare", "continent", "country", "feature", "first", "holds", "id", "main", "within"})
#: a word that the English rule for places can read
WORD = r"(?:(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['-][^\W\d_]+)*\.?)"
READABLE = re.compile(rf"{WORD}(?: {WORD})*")


@dataclass
class Row:
    """A place in the making; ``parents`` are keys of rows, ``names`` maps a text without marks to its form.

    ``population`` is of divisions that of their towns; ``first`` puts a row before all but countries; ``guarded`` says
    that all names of the row are; ``small`` rows come from the packages as they are.
    """

    key: str
    id: str
    name: str
    feature: str
    country: str = ""
    admin1: str = ""
    at: tuple[float, float] = (0.0, 0.0)
    population: int = 0
    parents: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    first: bool = False
    guarded: bool = False
    small: bool = False
    capital: bool = False

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
    """A name with and without apostrophes, and with the ways to write Saint, Fort and Mount."""
    found = [name, name.replace("'", "")] if "'" in name else [name]
    for ways in (("Saint ", "St. ", "St "), ("Fort ", "Ft. "), ("Mount ", "Mt. ")):
        for way in ways:
            if name.startswith(way):
                found += [other + name[len(way) :] for other in ways]
                break
    return found


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
