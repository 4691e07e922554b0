"""Towns that no gazetteer has: "the village of Brackmoor", "near Brackmoor", "in Brackmoor, Kent".

A name that one of these shows to be a town's is read behind every other preposition of its text as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factdiff.language.rules import Found
from factdiff.languages.en.headlines.casing import in_headline
from factdiff.languages.en.places.local_places import found_place, is_no_name, outer_place
from factdiff.languages.en.places.senses import Reading
from factdiff.tables import read_table
from factdiff.text.patterns import either

_TABLE = read_table("factdiff.languages.en.places", "local_places.toml")["towns"]
#: how far back the words before a name are looked for, in characters
REACH = 60

_NAME = (
    r"[A-Z][^\W\d_]+(?:['-][^\W\d_]+){0,2}(?: (?:(?:na|an|am|de|la|del|do|da|sur|upon|of the) )?[A-Z][^\W\d_]+){0,2}"
)
_TOWN = re.compile(_NAME)
_OF = re.compile(r" of (?=[A-Z])")
_KIND = re.compile(rf"\b{either(_TABLE['kinds'])}$")
_NEAR = re.compile(r" (?:[Nn]ear|just outside) (?=[A-Z])")
#: what stands behind a town near which something is
_NEAR_END = re.compile(
    r"[.,;:)\n]|$|\s(?:in|and|at|on|shortly|around|about|before|after|to|where|when|early|late|last|this|for|with|by|during)\b"
)
_CONTAINED = re.compile(r", (?=[A-Z])")
_INSIDE = re.compile(rf"\b(?i:{either(_TABLE['at'])}) (?P<name>{_NAME})$")
_ENUMERATED = re.compile(r"(?:, [A-Z][\w'-]+){0,4},? and (?=[A-Z])")
_AREA = re.compile(rf" (?P<kind>{either(_TABLE['areas'])})\b")
_IN_AREA = re.compile(rf"\b(?i:{either(_TABLE['at'])}) (?:the )?(?P<name>{_NAME})$")
#: what shows that a name is a person's
_PERSON = r"\b(?:Mr|Mrs|Ms|Dr)\.? {name}\b|\b{name} (?:said|says|told)\b"


def unknown_towns(text: str, readings: Mapping[int, Reading]) -> Iterator[Found]:
    """The towns of a text that no gazetteer has; ``readings`` are those of the names that one has, by offset."""
    shown = dict(sorted(shown_towns(text, readings)))
    names = {}
    for start, name in shown.items():
        if name not in names:
            names[name] = not re.search(_PERSON.replace("{name}", re.escape(name)), text)
        if names[name]:
            yield found_place(text, start, start + len(name), "city", readings)
    for name in (name for name, town in names.items() if town):
        behind = re.compile(rf"\b(?i:{either(_TABLE['at'])}) (?P<name>{re.escape(name)})(?![\w'-]| [A-Z])")
        for match in behind.finditer(text):
            if match.start("name") not in shown and match.start("name") not in readings:
                yield found_place(text, *match.span("name"), "city", readings)


def shown_towns(text: str, readings: Mapping[int, Reading]) -> Iterator[tuple[int, str]]:
    """The start and the words of each name that its surroundings show to be a town's."""
    for match in _OF.finditer(text):
        if _KIND.search(text, max(0, match.start() - REACH), match.start()):
            yield from town_at(text, match.end(), readings)
    for match in _NEAR.finditer(text):
        for start, name in town_at(text, match.end(), readings):
            if _NEAR_END.match(text, start + len(name)):
                yield start, name
    for match in _CONTAINED.finditer(text):
        outer = outer_place(match.end(), readings)
        if outer is None or _ENUMERATED.match(text, readings[match.end()].name.end):
            continue
        if (inside := _INSIDE.search(text, max(0, match.start() - REACH), match.start())) is not None:
            yield from town_in(text, inside, readings)
    for match in _AREA.finditer(text) if any(kind in text for kind in _TABLE["areas"]) else ():
        if (inside := _IN_AREA.search(text, max(0, match.start() - REACH), match.start())) is not None:
            yield from town_in(text, inside, readings)


def town_at(text: str, start: int, readings: Mapping[int, Reading]) -> Iterator[tuple[int, str]]:
    """The start and the words of the unknown name at an offset, if there is one."""
    match = _TOWN.match(text, start)
    if match and is_unknown(text, start, match[0], readings):
        yield start, match[0]


def town_in(text: str, match: re.Match[str], readings: Mapping[int, Reading]) -> Iterator[tuple[int, str]]:
    """The start and the words of the unknown name that a match holds, if it is one."""
    if is_unknown(text, match.start("name"), match["name"], readings):
        yield match.start("name"), match["name"]


def is_unknown(text: str, start: int, name: str, readings: Mapping[int, Reading]) -> bool:
    """Whether capitalised words can be a town's name, and no gazetteer has one of them."""
    if in_headline(text, start) and " " in name:
        return False
    offset = start
    for word in name.split(" "):
        if word[0].isupper() and (offset in readings or word in _TABLE["never"] or is_no_name(text, offset, word)):
            return False
        offset += len(word) + 1
    return True
