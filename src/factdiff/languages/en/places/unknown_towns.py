"""Towns that no gazetteer has: "the village of Brackmoor", "near Brackmoor", "in Brackmoor, Kent".

A name that one of these shows to be a town's is read behind every other preposition of its text as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factdiff.language.rules import Found
from factdiff.languages.en.headlines.casing import in_headline
from factdiff.languages.en.names.capitalised_runs import GIVEN
from factdiff.languages.en.names.cue_words import last_word_start, occurrences
from factdiff.languages.en.places.local_places import BEFORE_NO_KIND, found_place, is_no_name, outer_place
from factdiff.languages.en.places.senses import Reading
from factdiff.tables import read_table
from factdiff.text.patterns import either, late

_TABLE = read_table("factdiff.languages.en.places", "local_places.toml")["towns"]
#: how far back the words before a name are looked for, in characters
REACH = 60

_NAME = (
    r"[A-Z][^\W\d_]+(?:['-][^\W\d_]+){0,2}(?: (?:(?:na|an|am|de|la|del|do|da|sur|upon|of the) )?[A-Z][^\W\d_]+){0,2}"
)
_TOWN = late(_NAME)
_KINDS, _AREAS = (frozenset(_TABLE[name]) for name in ("kinds", "areas"))
_OF = late(r" of (?=[A-Z])")
_NEAR = (" near ", " Near ")
#: what stands behind a town near which something is
_NEAR_END = late(
    r"[.,;:)\n]|$|\s(?:in|and|at|on|shortly|around|about|before|after|to|where|when|early|late|last|this|for|with|by|during)\b",
    re.IGNORECASE,
)
_INSIDE = late(rf"\b(?i:{either(_TABLE['at'])}) (?P<name>{_NAME})$")
_ENUMERATED = late(r"(?:, [A-Z][\w'-]+){0,4},? and (?=[A-Z])")
_IN_AREA = late(rf"\b(?i:{either(_TABLE['at'])}) (?:the )?(?P<name>{_NAME})$")
_AT = frozenset(_TABLE["at"])
#: titles before a name and verbs behind it that show a person's
_TITLES, _SAYING = ("Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ", "Dr ", "Dr. "), (" said", " says", " told")


def unknown_towns(text: str, readings: Mapping[int, Reading]) -> Iterator[Found]:
    """The towns of a text that no gazetteer has; ``readings`` are those of the names that one has, by offset."""
    shown = dict(shown_towns(text, readings))
    found = list(occurrences(text, dict.fromkeys(shown.values())))
    persons = {name for name, start in found if is_person(text, start, start + len(name))}
    for name, start in found:
        end = start + len(name)
        if name not in persons and (
            start in shown or (start not in readings and is_behind_preposition(text, start, end))
        ):
            yield found_place(text, start, end, "city", readings)


def is_person(text: str, start: int, end: int) -> bool:
    """Whether a title or a given name before the name in ``text[start:end]``, or a verb behind it, shows a person."""
    if text.endswith(_TITLES, 0, start) or text.startswith(_SAYING, end):
        return True
    return text[start - 1 : start] == " " and text[last_word_start(text, start) : start - 1] in GIVEN


def is_behind_preposition(text: str, start: int, end: int) -> bool:
    """Whether a preposition stands before the whole name in ``text[start:end]``."""
    if text[end : end + 1].isalnum() or text[end : end + 1] in BEFORE_NO_KIND or text[end + 1 : end + 2].isupper():
        return False
    return text[start - 1 : start] == " " and text[last_word_start(text, start) : start - 1].lower() in _AT


def shown_towns(text: str, readings: Mapping[int, Reading]) -> Iterator[tuple[int, str]]:
    """The start and the words of each name that its surroundings show to be a town's."""
    for match in _OF.finditer(text):
        if text[last_word_start(text, match.start() + 1) : match.start()] in _KINDS:
            yield from town_at(text, match.end(), readings)
    for near in _NEAR:
        for start in ends_of(text, near):
            yield from (town for town in town_at(text, start, readings) if _NEAR_END.match(text, start + len(town[1])))
    for start, reading in readings.items():
        contains = text.startswith(", ", start - 2) and outer_place(start, readings)
        if contains and not _ENUMERATED.match(text, reading.name.end):
            yield from town_before(text, start - 2, _INSIDE, readings)
    for area in _AREAS:
        for end in ends_of(text, f" {area}"):
            if not text[end : end + 1].isalnum():
                yield from town_before(text, end - len(area) - 1, _IN_AREA, readings)


def ends_of(text: str, words: str) -> Iterator[int]:
    """The ends of all places at which words stand in a text.

    >>> list(ends_of("east of Hull, west of Leeds", " of "))
    [8, 22]
    """
    start = text.find(words)
    while start >= 0:
        yield start + len(words)
        start = text.find(words, start + len(words))


def town_at(text: str, start: int, readings: Mapping[int, Reading]) -> Iterator[tuple[int, str]]:
    """The start and the words of the unknown name at an offset, if there is one."""
    match = _TOWN.match(text, start)
    if match and is_unknown(text, start, match[0], readings):
        yield start, match[0]


def town_before(
    text: str, end: int, pattern: re.Pattern[str], readings: Mapping[int, Reading]
) -> Iterator[tuple[int, str]]:
    """The start and the words of the unknown name that ends at an offset and a pattern finds, if there is one."""
    match = pattern.search(text, max(0, end - REACH), end)
    if match and is_unknown(text, match.start("name"), match["name"], readings):
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
