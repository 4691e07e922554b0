"""Ranks by a measure: "the second-largest", "Japan's biggest", "the world's number two", "one of the oldest in Europe".

A superlative without a number is a rank only where its field is named ("in Canada", "the world's").
"""

from __future__ import annotations

import re

from factdiff import gazetteer
from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.calendar.calendar_words import ORDINAL_SUFFIXES
from factdiff.languages.en.headlines.casing import in_headline, names_in
from factdiff.tables import read_table
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.terms.term import Term

_TABLE = read_table("factdiff.languages.en.amounts", "ranks.toml")
MEASURES: dict[str, str] = {word: name for name, words in _TABLE["measures"].items() for word in words}
#: the same with the superlatives that are ranks behind a number alone
NUMBERED_MEASURES = MEASURES | {word: name for name, words in _TABLE["numbered"].items() for word in words}
FIELD_WORDS: dict[str, str] = {word: name for name, words in _TABLE["among"].items() for word in words}
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
#: the lowest rank of "one of the largest"
MAX_ONE_OF = 20

_CAPITALS = r"[A-Z](?:[\w-]{1,20}|\.[A-Z]\.(?:[A-Z]\.)?)(?: [A-Z][\w-]{1,20}){0,2}"
_NAME = rf"(?:(?i:the) )?(?P<among>{_CAPITALS}|{either(FIELD_WORDS)})"
_OWNER = late(rf"(?:^|(?<=[\s(\"'-])){_NAME}'(?i:s)?(?: \w{{1,12}})?[ -]$".replace(" ", r"\s"))
_FIELD = late(rf"(?: [\w'-]{{1,20}}){{0,5}}? (?i:in|on|of) {_NAME}(?!\w)".replace(" ", r"\s"))
_ONE_OF = late(r"(?:one of|among|amongst)\s(?:the\s|[\w.' -]{1,30}'s?\s)?$", re.IGNORECASE)
_DETERMINED = late(r"(?:\bthe|'s|s')\s$", re.IGNORECASE)
#: a possessive, behind which a rank is one among the things of its owner alone ("its second-largest deal")
_OWN = late(r"\b(?:its|their|his|her|our|my|your)\s$", re.IGNORECASE)
_HISTORY = late(r"(?:\s[\w'-]{1,20}){0,3}?\s(?:in|of)\s(?:its|their|his|her|our|my)\b", re.IGNORECASE)
_NUMBERED = late(r"(?:\bthe|'s|s'|\bworld|\branked|\bas|\bmak(?:es|ing)(?:\s[\w.'-]{1,20}){1,4})\s$", re.IGNORECASE)


def rank_field(text: str, start: int, end: int) -> str | None:
    """The key of the field of a rank: "" where the field is named elsewhere, None where there is none."""
    found = _OWNER.search(text, max(0, start - 60), start) or _FIELD.match(text, end)
    if found is None:
        return None
    name = (names_in(text, found.start("among"), found["among"]) or [""])[-1]
    listed = name.lower() in FIELD_WORDS or gazetteer.lookup(name) or not in_headline(text, start)
    return field_key(name) if listed else None


def field_key(name: str) -> str:
    """The key by which a field is compared: the id of a place, "world", or "" for one that the text names elsewhere.

    >>> field_key("Britain") == field_key("United Kingdom"), field_key("world"), field_key("country")
    (True, 'world', '')
    >>> field_key("Canadian")
    ''
    """
    if name.lower() in FIELD_WORDS:
        return FIELD_WORDS[name.lower()]
    named = gazetteer.lookup(name)
    if named:
        return named[0].entry.id if named[0].form != "demonym" else ""
    return name.lower()


def numbered_superlative(match: re.Match[str], setting: Setting) -> Built:
    """The rank of a superlative with a number, "second-largest"; an ordinal where it is one among an owner's things."""
    rank = ORDINALS.index(match["word"].lower()) + 2 if match["word"] else int(match["digits"])
    own = _OWN.search(setting.text, max(0, match.start() - 8), match.start())
    if own or _HISTORY.match(setting.text, match.end()):
        return Ordinal(rank=rank)
    among = rank_field(setting.text, match.start(), match.end())
    return Term.rank(rank, of=NUMBERED_MEASURES[" ".join(match["measure"].lower().split())], among=among or None)


def superlative(match: re.Match[str], setting: Setting) -> Built:
    """The first rank, or one of the first, of a superlative whose field is named."""
    start, end = match.span()
    among = rank_field(setting.text, start, end)
    if among is None:
        return None
    of = MEASURES[" ".join(match["measure"].lower().split())]
    if _ONE_OF.search(setting.text, max(0, start - 60), start):
        return Term.rank(1, MAX_ONE_OF + 1, of=of, among=among or None)
    if not _DETERMINED.search(setting.text, max(0, start - 8), start):
        return None
    return Term.rank(1, of=of, among=among or None)


def numbered_rank(match: re.Match[str], setting: Setting) -> Built:
    """The rank of a number alone: "the number three among Japan's jewellers"."""
    if not _NUMBERED.search(setting.text, max(0, match.start() - 60), match.start()):
        return None
    among = rank_field(setting.text, match.start(), match.end())
    return Term.rank(NUMBERS.index(match["word"].lower()) + 2, among=among or None)


#: the text behind a rank; "the number two bus" is none
_ALONE = r"(?=[.,;:)]| (?:in|among|of|behind|for|on|after|by)\b)"
_MEASURE = rf"(?P<measure>{either(MEASURES)})(?![\w-])"
_NUMBERED_MEASURE = rf"(?P<measure>{either(NUMBERED_MEASURES)})(?![\w-])"

RULES = (
    Rule(
        "rank-placed",
        {*pairs(DIGIT, *ORDINAL_SUFFIXES), *ORDINALS},
        uncompiled(
            rf"\b(?:(?P<word>{either(ORDINALS)})|(?P<digits>[1-9][0-9]?)(?:st|nd|rd|th))(?:-| ){_NUMBERED_MEASURE}"
        ),
        numbered_superlative,
    ),
    Rule("rank-top", {word.split()[0].split("-")[0] for word in MEASURES}, uncompiled(rf"\b{_MEASURE}"), superlative),
    Rule("rank-number", {"number"}, uncompiled(rf"\bnumber(?:-| )(?P<word>{either(NUMBERS)}){_ALONE}"), numbered_rank),
)
