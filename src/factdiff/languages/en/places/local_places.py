"""Places that no gazetteer has: streets, stadiums, lakes and the like by their kind, and parts of a named place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import evolve

from factdiff.gazetteer import Named
from factdiff.language.rules import Found
from factdiff.languages.en.calendar.calendar_words import MONTHS
from factdiff.languages.en.headlines.casing import in_headline, is_ordinary_word
from factdiff.languages.en.places.senses import Reading
from factdiff.languages.en.places.toponyms import NAMES, STOP, is_large
from factdiff.tables import read_table
from factdiff.text.patterns import either, late
from factdiff.values.calendar.date import WEEKDAYS
from factdiff.values.places.place import Place

_TABLE = read_table("factdiff.languages.en.places", "local_places.toml")
_LAST: dict[str, str] = {word: feature for feature, words in _TABLE["last"].items() for word in words}
_FIRST: dict[str, str] = {word: feature for feature, words in _TABLE["first"].items() for word in words}
_ENDINGS: dict[str, str] = {ending: feature for feature, words in _TABLE["endings"].items() for ending in words}
_WORDS = _TABLE["words"]
_NONE, _NO_FIRST = frozenset(_WORDS["none"]), frozenset(_WORDS["no_first"])
_AFTER_PREPOSITION = frozenset(_WORDS["after_preposition"])
_CALENDAR = frozenset((*WEEKDAYS, *MONTHS))
#: the words before the last one of a name, in a capital each
_ONE = r"(?:St\.|[A-Z][^\W\d_]+(?:['-][^\W\d_]+){0,2}|(?<= )of the)"
_BEFORE = late(rf"(?<![\w'&@#.-])(?P<name>{_ONE}(?: {_ONE}){{0,3}}) $")
_BEHIND = late(r" [A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_KIND = late(rf"{either([*_LAST, *_FIRST])}(?![\w-])")
_COMPOUND = late(rf"(?<![\w-])[A-Z][a-zäöüß]{{2,20}}{either(_ENDINGS)}(?![\w-])")
_INSIDE = late(rf"\b{either(_WORDS['at'])} (?:the )?$", re.IGNORECASE)
#: what stands between a place and what contains it
_JOINT = late(r"(?:,|,? (?i:in|near)) (?i:the )?(?=[A-Z])")
_IN = late(r" [Ii]n (?=[A-Z])")
_PART = late(
    rf"(?:\b(?P<inside>(?i:{either(_WORDS['inside'])})) |(?<![^.!?\n] )(?<![\w'-]))"
    r"(?P<name>[A-Z][^\W\d_]+(?:['-][^\W\d_]+){0,2}(?: [A-Z][^\W\d_]+){0,2})$"
)
_ONE_PART = late(
    rf"(?:\b(?P<inside>(?i:{either(_WORDS['inside'])})) |(?<![^.!?\n] )(?<![\w'-]))(?P<name>[A-Z][^\W\d_]+)$"
)
#: how far back the beginning of a name is looked for, in characters
REACH = 60
#: signs before which no word for a kind stands
BEFORE_NO_KIND = frozenset("'-_")
#: features of places of the gazetteer whose kind may stand before or behind their name
KEPT = frozenset({"water", "region", "facility"})
#: features of places that can contain a part of a town
OUTER = frozenset({"city", "county", "district", "country"})


def local_places(text: str, readings: Mapping[int, Reading]) -> Iterator[Found]:
    """The places of a text that no gazetteer has; ``readings`` are those of the names that one has, by offset."""
    for match in _KIND.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (before.isalnum() or before in BEFORE_NO_KIND) and (found := place_by_kind(text, match, readings)):
            yield found
    for match in _COMPOUND.finditer(text) if any(ending in text for ending in _ENDINGS) else ():
        feature = next(feature for ending, feature in _ENDINGS.items() if match[0].endswith(ending))
        yield found_place(text, match.start(), match.end(), feature, readings)
    for match in _IN.finditer(text):
        if found := part_of_place(text, match, readings):
            yield found


def place_by_kind(text: str, kind: re.Match[str], readings: Mapping[int, Reading]) -> Found | None:
    """The place whose name ends or begins with a word for its kind: "Mill Lane", "Loch Awe"; None where none does."""
    low = max(0, kind.start() - REACH)
    before = _BEFORE.search(text, low, kind.start())
    start = name_start(text, before, readings) if before else -1
    if kind[0] in _LAST and start >= 0:
        name = text[start : kind.end()]
        loose = kind[0] in _AFTER_PREPOSITION and not _INSIDE.search(text, max(0, start - 14), start)
        if loose or name in _NONE:
            return None
        return found_place(text, start, kind.end(), _LAST[kind[0]], readings)
    behind = _BEHIND.match(text, kind.end()) if kind[0] in _FIRST and start < 0 else None
    if behind and (known := readings.get(kind.end() + 1)) and known.chosen and known.chosen.entry.feature in KEPT:
        return None
    if behind is None or is_no_name(text, behind.start() + 1, behind[0].strip()):
        return None
    return found_place(text, kind.start(), behind.end(), _FIRST[kind[0]], readings)


def name_start(text: str, before: re.Match[str], readings: Mapping[int, Reading]) -> int:
    """The start of the name in the capitalised words before its last word, without words that belong to none; or -1."""
    start = before.start("name")
    for word in re.finditer(r"\S+", before["name"]):
        if is_no_name(text, start + word.start(), word[0]) or word[0] in _NO_FIRST or word[0].islower():
            continue
        if word[0].endswith("'s") and (known := readings.get(start + word.start())) and known.chosen:
            continue  # "Moscow's Patriot Park"
        rest = before["name"][word.start() :].split()
        if any(is_no_name(text, start + word.start(), one) for one in rest if one not in ("of", "the")):
            continue
        return start + word.start()
    return -1


def is_no_name(text: str, offset: int, word: str) -> bool:
    """Whether a capitalised word is part of no name: a stop word, a month, or an ordinary word of a headline."""
    lower = word.lower()
    return lower in STOP or lower in _CALENDAR or (in_headline(text, offset) and is_ordinary_word(lower))


def part_of_place(text: str, joint: re.Match[str], readings: Mapping[int, Reading]) -> Found | None:
    """The part of a town that no gazetteer has: "in Rathmines in Dublin", "Clontarf in Dublin", where others exist."""
    outer = outer_place(joint.end(), readings)
    if outer is None or outer.guarded or not is_large(outer):
        return None
    pattern = _ONE_PART if in_headline(text, joint.start()) else _PART
    part = pattern.search(text, max(0, joint.start() - REACH), joint.start())
    if part is None:
        return None
    start, words = part.start("name"), part["name"].split()
    if words[-1] in _LAST or any(is_no_name(text, start, word) for word in words):
        return None
    known = readings.get(start)
    if known is None or known.name.part is not None:
        unknown = known is None and part["inside"] is not None
    else:
        unknown = known.chosen is None or is_elsewhere(known, outer)
    if not unknown:
        return None
    feature = "district" if outer.entry.feature == "city" else "city"
    return evolve(found_place(text, *part.span("name"), feature, readings), rule="place-part")


def is_elsewhere(reading: Reading, outer: Named) -> bool:
    """Whether a reading is that of a small town in another country than the place that contains it."""
    chosen = reading.chosen
    if chosen is None or reading.why == "container" or chosen.entry.feature != "city" or is_large(chosen):
        return False
    return chosen.entry.country != outer.entry.country


def found_place(text: str, start: int, end: int, feature: str, readings: Mapping[int, Reading]) -> Found:
    """The place at a span, with the place behind it as what contains it."""
    joint = _JOINT.match(text, end)
    outer = outer_place(joint.end(), readings) if joint else None
    value = Place(
        id=None,
        name=text[start:end],
        feature=feature,
        country=outer.entry.country if outer else None,
        within=(outer.entry.id, *outer.entry.within) if outer else (),
    )
    return Found(value, start, end, "place-local")


def outer_place(offset: int, readings: Mapping[int, Reading]) -> Named | None:
    """The place at an offset that can contain others, or None."""
    reading = readings.get(offset)
    if reading is None or reading.chosen is None or reading.chosen.form not in NAMES:
        return None
    return reading.chosen if reading.chosen.entry.feature in OUTER else None
