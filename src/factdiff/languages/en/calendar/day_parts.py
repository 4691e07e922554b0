"""Parts of the day as spans of time: "in the small hours of Sunday", "shortly before dawn", "since lunchtime"."""

from __future__ import annotations

import re

from attrs import evolve

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.calendar.times import ZONE, time_value
from factdiff.languages.en.headlines.casing import in_headline
from factdiff.tables import read_table
from factdiff.text.patterns import either, uncompiled
from factdiff.text.triggers import openings, pairs

_TABLE = read_table("factdiff.languages.en.calendar", "day_parts.toml")
#: phrase or word -> its first and last hour
PHRASES: dict[str, list[float]] = _TABLE["phrases"]
WORDS: dict[str, list[float]] = _TABLE["words"]
_AT, _BEFORE = (_TABLE["prepositions"][name] for name in ("at", "before"))
#: the hours of the night before dawn that "before dawn" can name
FIRST_BEFORE = 4


def part_of_day(match: re.Match[str], setting: Setting) -> Built:
    """The span that a phrase names."""
    return span_of_hours(match, setting, *PHRASES[" ".join(match["name"].lower().split())])


def beside_part_of_day(match: re.Match[str], setting: Setting) -> Built:
    """The span that a word names behind its preposition; "before dawn" is in the hours before it."""
    if not match["name"].islower() and not in_headline(setting.text, match.start("name")):
        return None  # "a house by Dawn Meyer"
    first, last = WORDS[" ".join(match["name"].lower().split())]
    if " ".join(match["how"].lower().split()) in _BEFORE:
        first, last = max(0, first - FIRST_BEFORE), (first + last) / 2
    return span_of_hours(match, setting, first, last)


def span_of_hours(match: re.Match[str], setting: Setting, first: float, last: float) -> Found:
    """The approximate span between two hours, with the day that stands beside it."""
    found = evolve(time_value(round(60 * first), match, setting, "hour"), until=round(60 * last), approximate=True)
    return Found(found, match.start("span"), match.end("span"))


_END = r"(?! of (?:a|the|our|human)\b)(?![\w'-])"

RULES = (
    Rule(
        "time-day-part",
        openings(PHRASES),
        uncompiled(rf"(?<![\w'-])(?P<span>(?P<name>{either(PHRASES)})){_END}{ZONE}"),
        part_of_day,
    ),
    Rule(
        "time-beside-day-part",
        frozenset().union(
            *(pairs(how, *(word.split("-")[0].split()[0] for word in WORDS)) for how in ("at", "before", "by", "since"))
        )
        | openings([how for how in (*_AT, *_BEFORE) if " " in how])
        | pairs(("around", "about", "until", "till"), *(word.split("-")[0].split()[0] for word in WORDS)),
        uncompiled(rf"(?<![\w'-])(?P<span>(?P<how>{either([*_AT, *_BEFORE])}) (?P<name>{either(WORDS)})){_END}{ZONE}"),
        beside_part_of_day,
    ),
)
