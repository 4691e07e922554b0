"""The phrase of an office around its head noun: where it starts and ends, and the words that belong to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from factdiff.language.rules import Overlaid
from factdiff.languages.en.headlines.casing import in_headline, is_ordinary_word, name_end
from factdiff.languages.en.names.capitalised_runs import GENERALS, OFFICES, ORGANISATIONS, PREFIXES, SAYING, STOP, UPPER
from factdiff.languages.en.names.cue_words import CueWord
from factdiff.tables import read_table
from factdiff.text.patterns import late

_TABLE = read_table("factdiff.languages.en.names", "offices.toml")
FIELDS: dict[str, str] = {word: field for field, words in _TABLE["fields"].items() for word in words}
RANKS: dict[str, str] = {word: rank for rank, words in _TABLE["ranks"].items() for word in words}
#: offices of two words whose first gives a rank: "lieutenant governor" -> deputy
LED: dict[str, str] = _TABLE["led"]
LIGHT, FORMER = frozenset(_TABLE["words"]["light"]), frozenset(_TABLE["words"]["former"])
#: abbreviated offices before a name, in lower case -> the noun: "Sen."
ABBREVIATIONS: dict[str, str] = _TABLE["abbreviations"]
_STOP = frozenset(read_table("factdiff.languages.en", "lexicon.toml")["stop"])
#: how far back from its noun an office can start, in characters and in words
REACH, MOST_MODIFIERS = 90, 8

_MODIFIER = late(r"\b(?:Lt|Asst|Dep)\.(?= |$)|[^\s,;:.()\"\u2014]+(?:\.[^\W\d_]\.)?", re.IGNORECASE)
_ORGANISATION = late(
    r" (?i:of|for|at) (?i:the |his |her |its |their )?(?P<body>"
    rf"(?:state for )?(?:[{UPPER}][\w'&-]*"
    rf"(?:(?:,? (?i:and )| (?i:of (?:the )?|for (?:the )?)?)[{UPPER}][\w'&-]*){{0,6}}"
    r"|[a-z]{3,20}(?: ministry| department| office| council| police| and [a-z]{3,20}(?= minist|\b))?))"
)
_NEXT_WORD = late(r"[ -]([^\W\d_]+)")
#: "General" behind another office, and a word with a hyphen before one
_GENERAL = late(r"[ -]general\b", re.IGNORECASE)
_PREFIX = late(r"(?<![\w-])([^\W\d_]+)-$")
#: the comma of an apposition, with an age before it
_APPOSED = late(r"(?:, [0-9]{1,3})?, $")
#: the words before the noun of a chief officer: "chief fire" of "chief fire officer", and the whole
_CHIEF = late(r"\bchief (?!executive |of )(?:[^\W\d_]+ ){1,2}$", re.IGNORECASE)
_CHIEF_OFFICER = late(r"\bchief (?!executive |of )(?:[^\W\d_]+ ){1,2}officer\b", re.IGNORECASE)
#: a word of rank, and words that say nothing of an office, before its noun: "Deputy Prime Minister"
_LEADING = late(r"(?:[ -][^\W\d_]+){1,3}")


class OfficePhrase(NamedTuple):
    """The words of an office: their span, the words before the head noun, that noun, and the organisation behind it."""

    start: int
    end: int
    before: tuple[str, ...]
    noun: str
    behind: str


def office_phrase(text: str, noun: CueWord, names: dict[int, Overlaid], floor: int) -> OfficePhrase | None:
    """The phrase of an office around its head noun, or None where the noun is a verb or part of a name."""
    _, at, end, lower = noun
    chief = _CHIEF.search(text, max(floor, at - REACH), at) if lower == "officer" else None
    start, words_before = (chief.start(), chief[0].split()[::-1]) if chief else modifiers(text, at, floor)
    if lower in VERBS and not (
        words_before
        or follows_determiner(text, at)
        or (lower not in LOOSE and (end + 1 in names or is_beside_name(text, at, end, names)))
    ):
        return None
    if lower in ABBREVIATIONS and text[end : end + 1] == ".":
        return OfficePhrase(start, end + 1, tuple(reversed(words_before)), ABBREVIATIONS[lower], "")
    if lower in GENERALS and (general := _GENERAL.match(text, end)):
        lower, end = f"{lower} general", general.end()
    elif follows := _NEXT_WORD.match(text, end):
        following = follows[1].lower()
        if leads_to_noun(text, end, lower, following):
            return None
        if lower in ADJECTIVES and text[at:end].islower() and follows[1].islower() and may_follow_adjective(following):
            return None
    organisation = ""
    if lower not in WITHOUT_ORGANISATION and (match := _ORGANISATION.match(text, end)):
        body, last = match.span("body")
        last = name_end(text, body, next((at for at in range(body, last) if at in names), last))
        organisation = text[body:last].rstrip(", ")
        end = body + len(organisation) if organisation else end
    return OfficePhrase(start, end, tuple(reversed(words_before)), ABBREVIATIONS.get(lower, lower), organisation)


def is_beside_name(text: str, start: int, end: int, names: dict[int, Overlaid]) -> bool:
    """Whether a noun with "of" behind it stands in apposition to the name of a person, or before it: "Ana Duarte, 47,
    head of crime statistics", "Head of security Ana Duarte".
    """
    if not text.startswith(" of ", end):
        return False
    comma = _APPOSED.search(text, max(0, start - 6), start)
    if comma:
        low = max(0, comma.start() - REACH)
        return any(at in names and names[at].end == comma.start() for at in range(low, comma.start()))
    body = _ORGANISATION.match(text, end)
    return body is not None and body.end() + 1 in names


def leads_to_noun(text: str, end: int, word: str, following: str) -> bool:
    """Whether a word that can be an office is a rank or a modifier of an office behind it: "Deputy Prime Minister"."""
    if f"{word} {following}" in LED or begins_compound(text, end, word) or _CHIEF_OFFICER.match(text, end - len(word)):
        return True
    if word not in RANKS and word not in LIGHT:
        return False
    if following in OFFICES or following in FIELDS:
        return True
    words = _LEADING.match(text, end) if following in LIGHT or following in RANKS else None
    return words is not None and any(part in OFFICES for part in words[0].lower().replace("-", " ").split())


def begins_compound(text: str, end: int, word: str) -> bool:
    """Whether an office of several words begins with a word: "Chief Financial Officer"."""
    compounds = COMPOUNDS.get(word)
    return compounds is not None and f"{word}{text[end : end + LONGEST].lower()}".startswith(compounds)


def modifiers(text: str, noun: int, floor: int) -> tuple[int, list[str]]:
    """The start of the office whose head noun stands at an offset, and the words before the noun, nearest first."""
    low, start = max(floor, noun - REACH), noun
    words_before: list[str] = []
    prefix = _PREFIX.search(text, low, start) if text[start - 1 : start] == "-" else None
    if prefix and prefix[1].lower() in PREFIXES:
        start = prefix.start()
        words_before.append(prefix[1])
    while len(words_before) < MOST_MODIFIERS and start > low and text[start - 1] == " ":
        first = max(low, text.rfind(" ", low, start - 1) + 1)
        words = list(_MODIFIER.finditer(text, first, start - 1))
        if (
            not words
            or words[-1].end() != start - 1
            or not is_modifier(text, words[-1])
            or words[-1].start() == low > floor
        ):
            break
        start = words[-1].start()
        words_before.append(words[-1][0])
    return start, words_before


_COMPOUNDS = tuple(words for every in _TABLE["compound"].values() for words in every)
#: first word -> the offices of several words that begin with it; and how long these are at most
COMPOUNDS = {
    first: tuple(words for words in _COMPOUNDS if words.startswith(f"{first} "))
    for first in {words.split()[0] for words in _COMPOUNDS if " " in words}
}
LONGEST = max(map(len, _COMPOUNDS))
#: nouns of offices that are verbs as well, and those that are adjectives as well
VERBS, ADJECTIVES = frozenset(_TABLE["words"]["verbs"]), frozenset(_TABLE["words"]["adjectives"])
#: those of the first that papers use for any office
LOOSE = frozenset(_TABLE["words"]["loose"])
WITHOUT_ORGANISATION = frozenset(_TABLE["offices"]["relative"]) | frozenset(_TABLE["offices"]["witness"])


def may_follow_adjective(word: str) -> bool:
    """Whether a lower-case word may be the noun of an adjective: no stop word, and no verb of saying."""
    return word not in _STOP and word not in SAYING


def follows_determiner(text: str, start: int) -> bool:
    """Whether an article, a possessive, "was" or "as" stands right before an offset."""
    return (
        text[max(0, start - 4) : start]
        .lower()
        .endswith(("the ", " a ", "an ", "was ", "as ", "his ", "her ", "its ", "our "))
    )


def is_modifier(text: str, match: re.Match[str]) -> bool:
    """Whether a word before the head noun of an office can be part of the office."""
    word = match[0]
    lower = word.lower().removesuffix("'s")
    if (lower in _STOP and word != "US") or lower in SAYING:
        return False
    if in_headline(text, match.start()) and is_ordinary_word(lower) and not (lower in FIELDS or lower in LIGHT):
        return False
    if word in STOP and not (lower in FORMER or lower in LIGHT or lower in RANKS):
        return False
    if word[0].isupper() or lower in FIELDS or lower in RANKS or lower in LIGHT or lower in FORMER or lower in OFFICES:
        return True
    return "-" in word or (
        lower.isalpha() and not lower.endswith(("ed", "ly", "ing")) and lower.capitalize() in ORGANISATIONS
    )
