"""Places by name, demonym and metonym, and regions inside and beside them ("southern Ukraine", "off Libya")."""

from __future__ import annotations

import re
from functools import lru_cache

from factdiff.gazetteer import Named
from factdiff.language import CAPITAL, Built, Found, Rule, Setting, either, pattern
from factdiff.languages.en.senses import Reading, readings
from factdiff.languages.en.toponyms import _TABLE, NAMES, START
from factdiff.values.place import Place


def place(match: re.Match[str], setting: Setting) -> Built:
    """The longest name that starts here, in the sense that the text bears out."""
    reading = read(setting.text).get(match.start())
    if reading is None or reading.chosen is None:
        return None
    return Found(to_value(reading.chosen), reading.name.start, reading.name.end)


@lru_cache(maxsize=8)
def read(text: str) -> dict[int, Reading]:
    """The readings of the names of a text by their offsets."""
    return {reading.name.start: reading for reading in readings(text)}


def to_value(named: Named) -> Place:
    """The canonical value of a named place."""
    entry = named.entry
    return Place(
        id=entry.id,
        name=entry.name,
        feature=entry.feature,
        country=entry.country,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        within=entry.within,
        form="name" if named.form in NAMES else named.form,
    )


def region(match: re.Match[str], setting: Setting) -> Built:
    """A part of a place, or what lies beside it, that has no name of its own."""
    found = read(setting.text)
    reading = found.get(match.start("name"))
    if match.start() in found or reading is None or reading.chosen is None or reading.chosen.form not in NAMES:
        return None
    whole = reading.chosen.entry
    inside = "direction" in match.re.groupindex
    words = match["direction"].lower() if inside else " ".join(match["beside"].split())
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


_SIDES = either(_TABLE["directions"])
_DIRECTION = either([*_TABLE["directions"], *(f"{word}ern" for word in _TABLE["directions"]), "central"])

RULES = (
    Rule("place", {CAPITAL}, START, place),
    Rule(
        "place-region",
        {word.split("-")[0] + ending for word in _TABLE["directions"] for ending in ("", "ern")} | {"central"},
        pattern(rf"\b(?P<direction>(?i:{_DIRECTION})) (?=(?P<name>[A-Z]))", cased=True),
        region,
    ),
    Rule(
        "place-beside",
        {*(word.split("-")[0] for word in _TABLE["directions"]), "off"},
        pattern(rf"\b(?P<beside>{_SIDES} of|off(?: the (?:[a-z]{{3,9}} )?coast of)?) (?=(?P<name>[A-Z]))", cased=True),
        region,
    ),
)
