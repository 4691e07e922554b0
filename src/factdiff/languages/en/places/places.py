"""The rules for places: by name, demonym and metonym, and regions of them ("southern Ukraine", "south of Lyon")."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factdiff.gazetteer import Named
from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.places.candidates import Candidate
from factdiff.languages.en.places.local_places import KEPT, local_places
from factdiff.languages.en.places.senses import Reading, readings
from factdiff.languages.en.places.toponyms import NAMES, TABLE
from factdiff.languages.en.places.unknown_towns import unknown_towns
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.triggers import pairs
from factdiff.values.places.place import Place

#: capitals that are metonyms of a union rather than of their state
_UNIONS = frozenset(TABLE["unions"])
#: verbs behind a capital that make it a metonym of its state
_ACTS = late(
    rf"(?: (?:has|had|have))?(?: (?:not|also|repeatedly|long|already|since|later|then))? {either(TABLE['acts'])}\b"
)


def places(setting: Setting) -> dict[int, Found]:
    """The places that a text names, by their offsets."""
    read = readings_by_offset(setting.text, setting.home)
    found = {
        start: place(setting.text, reading.name, reading.chosen, reading.why)
        for start, reading in read.items()
        if reading.chosen is not None
    }
    for local in (*local_places(setting.text, read), *unknown_towns(setting.text, read)):
        known = read.get(local.start)
        if known is None or not keeps_place(known, local):
            found = {start: one for start, one in found.items() if not local.start <= start < local.end}
            found[local.start] = local
    return found


def keeps_place(known: Reading, local: Found) -> bool:
    """Whether the gazetteer has the place that starts where one of a text does: by its whole name, or "Heathrow"."""
    if known.chosen is None:
        return False
    if known.chosen.entry.feature in KEPT:
        return True
    return known.name.end == local.end and local.rule == "place-local"


def place(text: str, name: Candidate, chosen: Named, why: str) -> Found:
    """The place that a name means, as a found value."""
    seat = chosen.entry.capital and name.toponym.surface not in _UNIONS
    acting = seat and name.evidence is None and _ACTS.match(text, name.end)
    return Found(to_place(chosen, bool(acting)), name.start, name.end, rule_name(why))


@cache
def rule_name(why: str) -> str:
    """The name of the rule that found a place, from its evidence."""
    return "place" if why == "known" else f"place-{why.replace(' ', '-')}"


@lru_cache(maxsize=8)
def readings_by_offset(text: str, home: str | None) -> dict[int, Reading]:
    """The readings of the names of a text by their offsets."""
    return {reading.name.start: reading for reading in readings(text, home)}


@lru_cache(maxsize=1 << 12)
def to_place(named: Named, acting: bool) -> Place:
    """The canonical value of a named place; a capital that is ``acting`` is a metonym of its state."""
    entry = named.entry
    form = "name" if named.form in NAMES else named.form
    return Place(
        id=entry.id,
        name=entry.name,
        feature=entry.feature,
        country=entry.country,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        within=entry.within,
        form="metonym" if acting and form == "name" else form,
    )


def region(match: re.Match[str], setting: Setting) -> Built:
    """A region without a name of its own: a part of a place, or what lies beside it."""
    found = readings_by_offset(setting.text, setting.home)
    reading = found.get(match.start("name"))
    if match.start() in found or reading is None or reading.chosen is None or reading.chosen.form not in NAMES:
        return None
    whole = reading.chosen.entry
    inside = "direction" in match.re.groupindex
    words = match["direction"].lower() if inside else " ".join(match["beside"].lower().split())
    value = Place(
        id=None,
        name=f"{words} {whole.name}",
        feature="region",
        country=whole.country,
        lat=whole.lat,
        lon=whole.lon,
        within=(whole.id, *whole.within) if inside else (),
    )
    return Found(value, match.start(), reading.name.end)


_SIDES = either(TABLE["directions"])
_DIRECTION = either([*TABLE["directions"], *(f"{word}ern" for word in TABLE["directions"]), "central"])

RULES = (
    Rule(
        "place-region",
        {word.split("-")[0] + ending for word in TABLE["directions"] for ending in ("", "ern")} | {"central"},
        uncompiled(rf"\b(?P<direction>(?i:{_DIRECTION})) (?=(?P<name>[A-Z]))", cased=True),
        region,
    ),
    Rule(
        "place-beside",
        {*pairs({word.split("-")[0] for word in TABLE["directions"]}, "of", "-"), *pairs("off", "the")},
        uncompiled(
            rf"\b(?P<beside>(?i:{_SIDES} of|off the (?:[a-z]{{3,9}} )?coast of)) (?=(?P<name>[A-Z]))", cased=True
        ),
        region,
    ),
)
