"""Places by name, demonym and metonym, and regions inside them ("southern Ukraine")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factdiff import gazetteer
from factdiff.gazetteer import Named
from factdiff.language import CAPITAL, Built, Found, Rule, Setting, either, pattern
from factdiff.values.place import Place

#: forms of a name that are no demonym or metonym
NAMES = frozenset({"name", "variant", "abbreviation"})
DIRECTIONS = [
    f"{first}{second}"
    for first in ("north", "south", "east", "west", "north-east", "north-west", "south-east", "south-west",
                  "northeast", "northwest", "southeast", "southwest")
    for second in ("", "ern")
] + ["central"]  # fmt: skip
#: capitalised words that may follow a town without making a person or a company of it
OFFICES = frozenset(
    "Mayor Police Council City County Airport University District Court Fire Town Region Province Port Governor "
    "Hospital Station Prefecture Oblast State Metropolitan".split()
)
#: capitalised words that may stand before a town
BEFORE = frozenset(
    "North South East West Central Greater Downtown Upper Lower Old New The In At From Near Outside".split()
)

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['-][^\W\d_]+)*\.?")
_PREVIOUS = re.compile(r"([^\W\d_]+)[-\s]$")
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|from|outside|to|around|through|across|off|between|via|towards?|leaving)\s$", re.I
)
_NEXT = re.compile(r"\s([A-Z][^\W\d_]*)")
_CONTAINER = re.compile(r",\s([A-Z][^\n,.;]{1,30})")


def place(match: re.Match[str], setting: Setting) -> Built:
    """The longest name that starts here, in the sense that its surroundings bear out."""
    words, ends = words_from(setting.text, match.start())
    count, named = gazetteer.longest(words)
    if not count:
        return None
    chosen = choose(setting.text, match.start(), ends[count - 1], named)
    return None if chosen is None else Found(to_value(chosen), match.start(), ends[count - 1])


def words_from(text: str, start: int) -> tuple[list[str], list[int]]:
    """Up to six words from an offset on, a possessive cut off, with the offset at which each ends."""
    words: list[str] = []
    ends: list[int] = []
    while len(words) < 6:
        match = _WORD.match(text, start)
        if match is None:
            break
        word, end = match.group(), match.end()
        if word.endswith("'s"):
            word, end = word[:-2], end - 2
        elif word.endswith(".") and word.count(".") == 1 and not gazetteer.lookup(word):
            word, end = word[:-1], end - 1
        words.append(word)
        ends.append(end)
        if end != match.end() or text[end : end + 1] not in (" ", "\n") or text[end + 1 : end + 2].isspace():
            break
        start = end + 1
    return words, ends


def choose(text: str, start: int, end: int, named: Sequence[Named]) -> Named | None:
    """The place that a name means here, or None where it is rather something else."""
    container = _CONTAINER.match(text, end)
    if container:
        outer = {n.entry.id for n in gazetteer.longest(words_from(text, container.start(1))[0])[1]}
        inside = [n for n in named if outer & set(n.entry.within)]
        if inside:
            return inside[0]
    first = named[0]
    if first.guarded and not _LOCATIVE.search(text, max(0, start - 12), start):
        return None
    if first.form in NAMES and first.entry.feature in ("city", "district") and part_of_name(text, start, end):
        return None
    return first


def part_of_name(text: str, start: int, end: int) -> bool:
    """Whether a town's name is rather part of the name of a person or a company: "Jack London", "Paris Hilton".

    >>> part_of_name("the writer Jack London said", 16, 22), part_of_name("In London he said", 3, 9)
    (True, False)
    """
    follows = _NEXT.match(text, end)
    if follows and follows[1] not in OFFICES and follows[1].lower() != follows[1]:
        return True
    previous = _PREVIOUS.search(text, max(0, start - 24), start)
    if previous is None or not previous[1][0].isupper() or previous[1] in BEFORE:
        return False
    return not gazetteer.lookup(previous[1])


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
    """A part of a place that has no name of its own."""
    start = match.start("name")
    words, ends = words_from(setting.text, start)
    count, named = gazetteer.longest(words)
    if not count or named[0].form not in NAMES or named[0].guarded:
        return None
    whole = named[0].entry
    name = f"{match['direction'].lower()} {whole.name}"
    within = (whole.id, *whole.within)
    value = Place(id=None, name=name, feature="region", country=whole.country, within=within)
    return Found(value, match.start(), ends[count - 1])


RULES = (
    Rule("place", {CAPITAL}, pattern(r"(?<![\w@#.-])[A-Z]", cased=True), place),
    Rule(
        "place-region",
        {word.split("-")[0] for word in DIRECTIONS},
        pattern(rf"\b(?P<direction>{either(DIRECTIONS)}) (?=(?P<name>[A-Z]))", cased=True),
        region,
    ),
)
