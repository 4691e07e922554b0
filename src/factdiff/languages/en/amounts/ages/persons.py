"""Whose age a figure is: the names and the nouns for persons beside it."""

from __future__ import annotations

import re
from functools import lru_cache

from factdiff import gazetteer
from factdiff.languages.en.amounts.ages.patterns import TABLE
from factdiff.languages.en.amounts.head_nouns import singular_of
from factdiff.languages.en.calendar.calendar_words import MONTHS
from factdiff.languages.en.headlines.casing import in_headline, names_in
from factdiff.languages.en.lexicon import noun_classes
from factdiff.languages.en.names.capitalised_runs import GIVEN, OFFICES, ORGANISATIONS, STOP, THINGS, TITLES
from factdiff.tables import read_table
from factdiff.text.patterns import late
from factdiff.values.calendar.date import WEEKDAYS

#: nouns for a person in the singular
PERSONS = frozenset(read_table("factdiff.languages.en", "lexicon.toml")["things"]["person"]) | {*TABLE["persons"]}
#: nouns with such endings that are no persons
NO_PERSONS = frozenset(TABLE["no_persons"])
#: nouns for a person, of which many mean other things as well
CLASSED = frozenset(noun for noun, name in noun_classes().items() if name == "person") - NO_PERSONS - {*TABLE["not_of"]}
#: nouns behind which "of" can lead to an age
AGED = (CLASSED | PERSONS | {*TABLE["of"]}) - {*TABLE["not_of"]}
#: the endings of further nouns for a person
_ENDINGS = ("man", "woman", "ist", "boy", "girl")
#: the endings of nouns of agents
_AGENTS = ("er", "or", "ant", "ent", "ian", "ee")
#: capitalised words that are no names: "died on Sunday, aged 29"
CALENDAR = frozenset((*WEEKDAYS, *MONTHS))
#: how far before a figure a name is looked for, in characters
REACH = 60
#: how far before an age the subject of its sentence is looked for
SENTENCE = 160
_RUN = late(r"(?<![\w.-])[A-Z][\w'-]*(?: [A-Z][\w'-]+){1,9}")
#: a name: capitalised words, with the particles of names
_GIVEN_NAME = r"(?:[A-Z][\w'.-]{0,20} (?:(?:de|van|von|der|al|bin|ibn|la|le|da|dos|du) ){0,2})"
_SURNAME = r"[A-Z][\w'-]{1,20}(?:,? [JS]r\.?| I{2,3})?"
_NAME = late(rf"(?<!\w)({_GIVEN_NAME}{{0,4}}{_SURNAME})$")
#: two capitalised words, the second of which may be the first of another pair
_PAIR = late(r"\b([A-Z][a-z]+)(?= ([A-Z](?:[\w'-]*\w)?))")
_NOUN = late(r"\b([^\W\d_]{3,20})(?:-of-[a-z]{2,8})?$")
_AGENT = late(
    r"\b(?:the|an?|his|her|their|one|another)(?:\s[\w'-]{2,20}){0,2}?\s([a-z]{3,20})$",
    re.IGNORECASE,
)
_BEHIND = late(rf"(?: [a-z]+){{0,3}}? ({_GIVEN_NAME}{{1,4}}[A-Z][\w'-]{{1,20}})")


def person_beside(text: str, start: int, end: int) -> str | None:
    """The name beside an age, or None: before it and a comma, or behind it ("the 37-year-old driver Ana Duarte")."""
    before = name_before(text, start - 2) if text[max(0, start - 2) : start] == ", " else None
    behind = None if before else _BEHIND.match(text, end)
    if before or behind:
        return before or next(iter(names_of(text, behind)), None) if behind else before
    return subject_before(text, start - 2) if text[max(0, start - 2) : start] == ", " else None


def subject_before(text: str, end: int) -> str | None:
    """The one name of a person in the sentence up to an offset: "Ana Duarte died in Oslo on Sunday, aged 29"; or None.

    >>> subject_before("Ana Duarte died in Oslo on Sunday", 33), subject_before("Ana Duarte and Tom Hale died", 28)
    ('Ana Duarte', None)
    """
    low = max(0, end - SENTENCE)
    low = max(low, *(text.rfind(stop, low, end) + 1 for stop in (". ", "\n", "! ", "? ", "; ")))
    names = (name for run in _RUN.finditer(text, low, end) for name in names_in(text, run.start(), run[0]))
    found = [full for name in names if (full := from_given_name(name))]
    return found[0] if len(found) == 1 else None


def from_given_name(name: str) -> str | None:
    """The part of a run of capitalised words from a given name on, if a surname follows; or None.

    >>> from_given_name("The Pilot Ana Duarte"), from_given_name("The Harbour Master")
    ('Ana Duarte', None)
    """
    words = name.split()
    first = next((n for n, word in enumerate(words[:-1]) if word in GIVEN), None)
    return None if first is None else " ".join(words[first:])


def name_before(text: str, end: int) -> str | None:
    """The name that ends at an offset, or None."""
    match = _NAME.search(text, max(0, end - REACH), end)
    return next(reversed(names_of(text, match)), None) if match else None


def names_of(text: str, match: re.Match[str]) -> list[str]:
    """The names in capitalised words; "A Farmer" in a headline is none."""
    names = names_in(text, match.start(1), match[1])
    if names and names[-1].lower() in CALENDAR:
        return []
    return [n for n in map(without_person_noun, names) if n] if in_headline(text, match.start(1)) else names


def without_person_noun(name: str) -> str:
    """The name in a headline without the noun for a person before it: "Driver Ana Duarte"."""
    noun, _, rest = name.partition(" ")
    return rest if is_person_noun(noun) else name


def is_person_noun(word: str) -> bool:
    """Whether a word is a noun for one person; one that only its ending shows to be one has small letters.

    >>> is_person_noun("victim"), is_person_noun("victims"), is_person_noun("bridge")
    (True, False, False)
    """
    noun = word.lower()
    return noun in PERSONS or noun in OFFICES or (len(word) > 6 and word.islower() and word.endswith(_ENDINGS))


def is_noun_for_persons(word: str) -> bool:
    """Whether a word is the plural of a noun for a person.

    >>> is_noun_for_persons("daughters"), is_noun_for_persons("bridges")
    (True, False)
    """
    single = singular_of(word.lower()) if word else ""
    return single != word.lower() and is_person_noun(single)


def is_agent_before(text: str, end: int) -> bool:
    """Whether a singular noun of a person, as its ending or a table tells, ends at an offset behind a determiner.

    >>> is_agent_before("The alleged ringleader", 22), is_agent_before("The number", 10), is_agent_before("apples", 6)
    (True, False, False)
    """
    match = _AGENT.search(text, max(0, end - REACH), end)
    noun = match[1].lower() if match else ""
    return noun in CLASSED or (noun.endswith(_AGENTS) and noun not in NO_PERSONS)


def noun_before(text: str, end: int) -> str:
    """The word that ends at an offset, without "-of-three"; an empty string where there is none."""
    match = _NOUN.search(text, max(0, end - 32), end)
    return match[1] if match else ""


def is_person(text: str, end: int) -> bool:
    """Whether the name that ends at an offset is surely of a person: it has a title or a given name, or the text has
    one with its surname.

    >>> is_person("Ana Duarte", 10), is_person("Gulf Oil", 8), is_person("Ana Duarte spoke. Duarte left.", 24)
    (True, False, True)
    """
    match = _NAME.search(text, max(0, end - REACH), end)
    words = match[1].replace(".", "").split() if match else []
    if not words or words[-1] in ORGANISATIONS or words[-1] in THINGS:
        return False
    if any(word in TITLES or word in GIVEN for word in words):
        return True
    return words[-1] in surnames_behind_given_names(text)


@lru_cache(maxsize=8)
def surnames_behind_given_names(text: str) -> frozenset[str]:
    """The words of a text that stand behind a given name."""
    return frozenset(pair[2].removesuffix("'s") for pair in _PAIR.finditer(text) if pair[1] in GIVEN)


def may_be_person(name: str) -> bool:
    """Whether a name of two words or more can be of a person, since it is no place and no organisation.

    >>> may_be_person("Vilma Lindqvist"), may_be_person("New York"), may_be_person("Lindqvist")
    (True, False, False)
    """
    words = name.split()
    return (
        len(words) > 1
        and not any(word in ORGANISATIONS or word in THINGS or word in STOP for word in words)
        and not gazetteer.lookup(name)
    )
