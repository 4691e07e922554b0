"""Offices and professions, with their rank, field, organisation, country and holder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factdiff.language.rules import Overlaid, Spanned
from factdiff.languages.en.headlines.casing import in_headline, is_ordinary_word, name_end
from factdiff.languages.en.lexicon import stem
from factdiff.languages.en.names.capitalised_runs import OFFICES, ORGANISATIONS, SAYING, STOP, UPPER
from factdiff.languages.en.names.cue_words import CueWord, CueWords
from factdiff.tables import read_table
from factdiff.values.names.name import Name
from factdiff.values.names.role import Role
from factdiff.values.places.place import Place

_TABLE = read_table("factdiff.languages.en.names", "offices.toml")
FAMILIES: dict[str, str] = {office: family for family, offices in _TABLE["families"].items() for office in offices}
#: the words at the end of a compound, behind a blank -> the office
COMPOUND: dict[str, str] = {f" {words}": office for office, every in _TABLE["compound"].items() for words in every}
_COMPOUND = tuple(COMPOUND)
FIELDS: dict[str, str] = {word: field for field, words in _TABLE["fields"].items() for word in words}
RANKS: dict[str, str] = {word: rank for rank, words in _TABLE["ranks"].items() for word in words}
LIGHT, FORMER = frozenset(_TABLE["words"]["light"]), frozenset(_TABLE["words"]["former"])
_STOP = frozenset(read_table("factdiff.languages.en", "lexicon.toml")["stop"])
#: how far back from its noun an office can start, in characters and in words
REACH, MOST_MODIFIERS = 90, 8

_WORD = re.compile(r"[^\W\d_]+")
_MODIFIER = re.compile(r"[^\s,;:.()\"]+(?:\.[^\W\d_]\.)?")
_ORGANISATION = re.compile(
    r" (?i:of|for|at) (?i:the |his |her |its |their )?(?P<body>"
    rf"(?:state for )?(?:[{UPPER}][\w'&-]*(?:,? (?i:and |of (?:the )?|for (?:the )?)?[{UPPER}][\w'&-]*){{0,6}}"
    r"|[a-z]{3,20}(?: ministry| department| office| council| police| and [a-z]{3,20}(?= minist|\b))?))"
)
_NEXT_WORD = re.compile(r"[ -]([^\W\d_]+)")
_APPOSED = re.compile(r",? (?:(?:and |as )?(?:the|a|an|his|her|their|its|our|then|now|currently) )?", re.IGNORECASE)
_WHO = re.compile(
    r",? who (?:is|was|has been|had been|serves as|served as) (?:then |also |now )?(?:the |a |an )?", re.IGNORECASE
)


class OfficePhrase(NamedTuple):
    """The words of an office: their span, the words before the head noun, that noun, and the organisation behind it."""

    start: int
    end: int
    before: tuple[str, ...]
    noun: str
    behind: str


def roles(words: CueWords, found: Sequence[Spanned], names: Sequence[Overlaid]) -> list[Overlaid]:
    """The offices of a text with their holders; ``names`` are the names found in it."""
    text = words.text
    starts = {n.start: n for n in names if isinstance(n.value, Name) and n.value.category == "person"}
    ends = {name.end: name for name in starts.values()}
    places = {f.start: f.value for f in found if isinstance(f.value, Place)}
    offices: list[Overlaid] = []
    floor = 0
    for word in words.among(OFFICES):
        if word.start >= floor and word.start not in starts:
            phrase = office_phrase(text, word, starts, floor)
            if phrase is not None:
                holder = holder_after(text, phrase.end, starts) or holder_before(text, phrase.start, ends)
                value = role_of(phrase, places, holder)
                parts = (("holder", holder.start, holder.end),) if holder else ()
                rule = f"role-{value.office.replace(' ', '-')}"
                offices.append(Overlaid(value, phrase.start, phrase.end, rule, parts))
                floor = phrase.end
    return offices


def office_phrase(text: str, noun: CueWord, names: dict[int, Overlaid], floor: int) -> OfficePhrase | None:
    """The phrase of an office around its head noun, or None where the noun is a verb or part of a name."""
    _, at, end, lower = noun
    start, words_before = modifiers(text, at, floor)
    if lower in VERBS and not words_before and not follows_determiner(text, at):
        return None
    if follows := _NEXT_WORD.match(text, end):
        following = follows[1].lower()
        if (lower in RANKS or lower in LIGHT) and (following in OFFICES or following in FIELDS):
            return None
        if lower in ADJECTIVES and text[at:end].islower() and follows[1].islower() and may_follow_adjective(following):
            return None
    organisation = ""
    if lower not in WITHOUT_ORGANISATION and (match := _ORGANISATION.match(text, end)):
        body, last = match.span("body")
        last = name_end(text, body, next((at for at in range(body, last) if at in names), last))
        organisation = text[body:last].rstrip(", ")
        end = body + len(organisation) if organisation else end
    return OfficePhrase(start, end, tuple(reversed(words_before)), lower, organisation)


def modifiers(text: str, noun: int, floor: int) -> tuple[int, list[str]]:
    """The start of the office whose head noun stands at an offset, and the words before the noun, nearest first."""
    low, start = max(floor, noun - REACH), noun
    words_before: list[str] = []
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


#: nouns of offices that are verbs as well, and those that are adjectives as well
VERBS, ADJECTIVES = frozenset(_TABLE["words"]["verbs"]), frozenset(_TABLE["words"]["adjectives"])
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
    if in_headline(text, match.start()) and is_ordinary_word(lower) and lower not in FIELDS:
        return False
    if word in STOP and not (lower in FORMER and in_headline(text, match.start())):
        return False
    if word[0].isupper() or lower in FIELDS or lower in RANKS or lower in LIGHT or lower in FORMER or lower in OFFICES:
        return True
    return "-" in word or (
        lower.isalpha() and not lower.endswith(("ed", "ly", "ing")) and lower.capitalize() in ORGANISATIONS
    )


def role_of(phrase: OfficePhrase, places: dict[int, Place], holder: Overlaid | None) -> Role:
    """The value of an office from its words and its holder."""
    lower = [word.lower().removesuffix("'s") for word in phrase.before]
    office = OFFICES[phrase.noun]
    whole = " ".join(("", *lower[-2:], phrase.noun))
    if whole.endswith(_COMPOUND):
        office = next(name for words, name in COMPOUND.items() if whole.endswith(words))
    elif phrase.behind == "government" and office == "head":
        office = "prime minister"
    body = [word.lower() for word in _WORD.findall(phrase.behind)]
    fields = frozenset(filter(None, map(FIELDS.get, (*lower, *body))))
    if office in ("head", "director", "manager") and body and phrase.behind.islower() and not fields:
        fields = frozenset({stem(body[-1])})
    if phrase.noun == "secretary" and not fields:
        office = "secretary"
    inside = [places[at] for at in range(phrase.start, phrase.end) if at in places]
    person = holder.value if holder else None
    return Role(
        office=office,
        fields=fields,
        rank=next(filter(None, map(RANKS.get, lower)), None),
        former=not FORMER.isdisjoint(lower),
        organisation=organisation(phrase),
        country=next((place.country for place in inside if place.country), None),
        family=FAMILIES.get(office),
        holder=person.full if isinstance(person, Name) else None,
    )


def organisation(phrase: OfficePhrase) -> str | None:
    """The organisation of an office: a name behind it, or words before it up to the noun of an organisation."""
    if phrase.behind and not phrase.behind.islower():
        return " ".join(phrase.behind.split())
    capitalised = [word.removesuffix("'s") for word in phrase.before if word[0].isupper()]
    named = [n for n, word in enumerate(capitalised) if word in ORGANISATIONS and word.lower() not in FIELDS]
    if named:
        return " ".join(capitalised[: named[-1] + 1])
    lower = [word.removesuffix("'s") for word in (phrase.behind.split() or phrase.before)]
    named = [n for n, word in enumerate(lower) if word.capitalize() in ORGANISATIONS and word not in FIELDS]
    return " ".join(lower[: named[-1] + 1]) if named else None


def holder_after(text: str, end: int, names: dict[int, Overlaid]) -> Overlaid | None:
    """The person whose name follows an office: "mayor Ana Duarte", "the mayor, Ana Duarte,"."""
    match = _HOLDER_GAP.match(text, end)
    return names.get(match.end()) if match else None


def holder_before(text: str, start: int, ends: dict[int, Overlaid]) -> Overlaid | None:
    """The person whose name stands before an office: "Ana Duarte, the mayor", "Ana Duarte, who was mayor"."""
    low = max(0, start - 40)
    comma = text.rfind(",", low, start)
    who = text.rfind(" who ", low, start)
    for at in (comma, who):
        if at >= 0 and at in ends and (_APPOSED.fullmatch(text, at, start) or _WHO.fullmatch(text, at, start)):
            return ends[at]
    return None


_HOLDER_GAP = re.compile(r",? (?:(?:Mr|Mrs|Ms|Dr|Sir)\.? )?")
