"""Offices and professions, with their rank, field, organisation, country and holder."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factdiff.language.rules import Overlaid, Spanned
from factdiff.languages.en.headlines.casing import in_headline
from factdiff.languages.en.lexicon import stem
from factdiff.languages.en.names.capitalised_runs import (
    GENERALS,
    OFFICES,
    ORGANISATIONS,
    PARTY_ADJECTIVES,
    PARTY_NOUNS,
    Spans,
)
from factdiff.languages.en.names.cue_words import CueWord, CueWords
from factdiff.languages.en.names.office_phrases import (
    ABBREVIATIONS,
    FIELDS,
    FORMER,
    LED,
    LIGHT,
    RANKS,
    OfficePhrase,
    follows_determiner,
    office_phrase,
)
from factdiff.tables import read_table
from factdiff.text.patterns import late
from factdiff.values.names.name import Name
from factdiff.values.names.role import Role
from factdiff.values.places.place import Place

_TABLE = read_table("factdiff.languages.en.names", "offices.toml")
FAMILIES: dict[str, str] = {office: family for family, offices in _TABLE["families"].items() for office in offices}
#: the words at the end of a compound, behind a blank -> the office
COMPOUND: dict[str, str] = {f" {words}": office for office, every in _TABLE["compound"].items() for words in every}
_COMPOUND = tuple(COMPOUND)
SURNAMES = frozenset(_TABLE["words"]["surnames"])
#: the words at which offices are looked for
OFFICE_WORDS = frozenset((*OFFICES, *ABBREVIATIONS))

_WORD = late(r"[^\W\d_]+")
_APPOSED = late(
    r"(?:,? | ?\u2014 ?)(?:(?:and |as )?(?:the|a|an|his|her|their|its|our|then|now|currently) )?", re.IGNORECASE
)
_WHO = late(
    r",? who (?:is|was|has been|had been|serves as|served as) (?:then |also |now )?(?:the |a |an )?", re.IGNORECASE
)


def roles(words: CueWords, found: Sequence[Spanned], names: Sequence[Overlaid]) -> list[Overlaid]:
    """The offices of a text with their holders; ``names`` are the names found in it."""
    text = words.text
    starts = {n.start: n for n in names if isinstance(n.value, Name) and n.value.category == "person"}
    ends = {name.end: name for name in starts.values()}
    places = {f.start: f.value for f in found if isinstance(f.value, Place)}
    offices: list[Overlaid] = []
    floor = 0
    inside = Spans((n.start, n.end) for n in names if isinstance(n.value, Name) and n.value.category != "organisation")
    for word in words.among(OFFICE_WORDS):
        if word.start >= floor and not inside.cover(word.start) and not is_place_name(text, word, places):
            phrase = office_phrase(text, word, starts, floor)
            if phrase is not None:
                holder = holder_after(text, phrase.end, starts) or holder_before(text, phrase.start, ends)
                if holder is None and (word.lower in ABBREVIATIONS or is_family_name(text, word, phrase, places)):
                    continue
                value = role_of(phrase, places, holder)
                parts = (("holder", holder.start, holder.end),) if holder else ()
                rule = f"role-{value.office.replace(' ', '-')}"
                offices.append(Overlaid(value, phrase.start, phrase.end, rule, parts))
                floor = phrase.end
    return offices


def is_place_name(text: str, word: CueWord, places: dict[int, Place]) -> bool:
    """Whether a word starts the name of a place: "Bishop Auckland"."""
    return word.start in places and text[word.start].isupper()


def is_family_name(text: str, noun: CueWord, phrase: OfficePhrase, places: dict[int, Place]) -> bool:
    """Whether the noun of an office without a holder is the surname behind an unknown first name: "Meghan Prince"."""
    if (
        noun.lower not in SURNAMES
        or not phrase.before
        or not text[noun.start].isupper()
        or in_headline(text, noun.start)
    ):
        return False
    if follows_determiner(text, phrase.start) or any(at in places for at in range(phrase.start, phrase.end)):
        return False
    return all(word.istitle() and is_first_name(word) for word in phrase.before)


def is_first_name(word: str) -> bool:
    """Whether a capitalised word before an office is none of its field, rank, organisation or party."""
    lower = word.lower()
    known = lower in FIELDS or lower in RANKS or lower in LIGHT or lower in FORMER or lower in OFFICES
    return word.isalpha() and not (known or word in ORGANISATIONS or word in PARTY_NOUNS or word in PARTY_ADJECTIVES)


def role_of(phrase: OfficePhrase, places: dict[int, Place], holder: Overlaid | None) -> Role:
    """The value of an office from its words and its holder."""
    lower = [word.lower().removesuffix("'s").rstrip(".") for word in phrase.before]
    office = OFFICES.get(phrase.noun) or GENERALS[phrase.noun.split()[0]]
    whole = " ".join(("", *lower[-2:], phrase.noun))
    if whole.endswith(_COMPOUND):
        office = next(name for words, name in COMPOUND.items() if whole.endswith(words))
    elif phrase.noun == "officer" and "chief" in lower[-3:-1]:
        office = " ".join((*lower[lower.index("chief") :], "officer"))
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
        rank=rank_of(lower, phrase.noun),
        former=not FORMER.isdisjoint(lower),
        organisation=organisation(phrase),
        country=next((place.country for place in inside if place.country), None),
        family=FAMILIES.get(office),
        holder=person.full if isinstance(person, Name) else None,
    )


def rank_of(before: Sequence[str], noun: str) -> str | None:
    """The rank of an office, given the lower-case words before its noun."""
    led = LED.get(" ".join((*before[-1:], noun))) or LED.get(noun)
    return led or next(filter(None, map(RANKS.get, before)), None)


def organisation(phrase: OfficePhrase) -> str | None:
    """The organisation of an office: a name behind it, or words before it up to the noun of an organisation."""
    if phrase.behind and not phrase.behind.islower():
        return " ".join(phrase.behind.split())
    capitalised = [word.removesuffix("'s") for word in phrase.before if word[0].isupper() and word.lower() not in RANKS]
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
    dash = text.rfind("\u2014", low, start)
    for at in (comma, who, dash - (text[dash - 1 : dash] == " ")):
        if at >= 0 and at in ends and (_APPOSED.fullmatch(text, at, start) or _WHO.fullmatch(text, at, start)):
            return ends[at]
    return None


_HOLDER_GAP = late(r",? (?:(?:Mr|Mrs|Ms|Dr|Sir)\.? )?")
