"""Ages set beside a person: "Lindqvist, 39, was", "a farmer, 73, in", "Ella Roe, six, and", "Vilma Lindqvist (81)"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.ages.patterns import ADVERBS, FULL_YEARS, LETTERS, TABLE, WORDS
from factdiff.languages.en.amounts.ages.persons import (
    NO_PERSONS,
    is_agent_before,
    is_noun_for_persons,
    is_person,
    is_person_noun,
    may_be_person,
    name_before,
    noun_before,
)
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.headlines.casing import in_headline
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.figure import Figure

#: how far around a bracket words of sport and elections are looked for, in characters
REACH = 120
#: nouns for kin before a name: "their son Ben"
KIN = frozenset(TABLE["kin"])
_COUNTED = late(rf"\b{either(TABLE['counted'])}\b|\b[0-9]{{1,2}}-[0-9]{{1,2}}\b", re.IGNORECASE)


def age_in_apposition(match: re.Match[str], setting: Setting) -> Built:
    """The age between commas behind a name or a noun for a person: "Lindqvist, 39, was", "a farmer, 73, in"."""
    text = setting.text
    if text[match.start() - 3].isupper() and not in_headline(text, match.start()):
        return None
    name = name_not_noun(text, match.start() - 2)
    end = match.start() - 2
    if name is not None and name.split()[-1].lower() in NO_PERSONS:
        return None
    noun = noun_before(text, end)
    if name is None and not is_person_noun(noun) and not is_agent_before(text, end) and noun not in TABLE["pairs"]:
        return None
    return Age(person=name, figure=Figure.read(match[0]))


def age_behind_comma(match: re.Match[str], setting: Setting) -> Built:
    """The age in letters, or behind "now", between commas: "Ella Roe, six, and", "Vilma Berg, now 81,"."""
    text = setting.text
    name = name_not_noun(text, match.start())
    if name is None:
        return age_at(match, None) if is_person_noun(noun_before(text, match.start())) else None
    sure = is_person(text, match.start()) or is_listed_person(text, match.start() - len(name))
    if not sure and (not may_be_person(name) or is_counting(text, match.start())):
        return None
    return age_at(match, name)


def age_in_brackets(match: re.Match[str], setting: Setting) -> Built:
    """The age in brackets behind a person; None for a minute, a seed, a count of votes or the number of a page."""
    text = setting.text
    if is_counting(text, match.start()):
        return None
    name = name_before(text, match.start() - 1)
    if name is None:
        return age_at(match, None) if is_person_noun(noun_before(text, match.start() - 1)) else None
    sure = is_person(text, match.start() - 1) or may_be_person(name) or is_agent_before(text, match.start() - 1)
    return age_at(match, name) if sure or is_listed_person(text, match.start() - 1 - len(name)) else None


def name_not_noun(text: str, end: int) -> str | None:
    """The name that ends at an offset; None without one, and where it is a noun with a capital: "Girl, nine, found".

    >>> name_not_noun("Ana Duarte", 10), name_not_noun("Girl", 4)
    ('Ana Duarte', None)
    """
    name = name_before(text, end)
    return (
        None if name is not None and is_person_noun(name) and name_before(text, end - len(name) - 1) is None else name
    )


def is_listed_person(text: str, start: int) -> bool:
    """Whether a noun for persons, or the age of another person, stands before the name at an offset.

    >>> is_listed_person("her sons Tadhg (9)", 9), is_listed_person("Ella (9) and Tadhg (7)", 13)
    (True, True)
    """
    noun = noun_before(text, start - 1)
    return noun in KIN or is_noun_for_persons(noun) or is_behind_age(text, start)


def is_behind_age(text: str, start: int) -> bool:
    """Whether the age of another person stands before the name at an offset: "Ella, 9, and Tadhg, seven"."""
    before = _BEHIND_AGE.search(text, max(0, start - LONGEST), start)
    return before is not None and is_person(text, before.start() - (text[before.start()] == "("))


def age_at(match: re.Match[str], person: str | None) -> Built:
    """The age of a person at the figure of a match, or None where it is none."""
    figure = read_figure(" ".join(match["amount"].lower().split()))
    return Found(Age(person=person, figure=figure), *match.span("amount")) if figure else None


def is_counting(text: str, start: int) -> bool:
    """Whether a line around an offset is of sport or an election, where figures beside names are counts.

    >>> is_counting("Ana Duarte (81) scored in a 2-1 win.", 11), is_counting("Ana Duarte (81) died.", 11)
    (True, False)
    """
    low, high = max(0, start - REACH), start + REACH
    low = max(low, text.rfind("\n", low, start) + 1)
    stop = text.find("\n", start, high)
    return _COUNTED.search(text, low, stop if stop >= 0 else high) is not None


#: how long the age before a name can be, in characters
LONGEST = 24
_BEHIND_AGE = late(rf"(?:, {FULL_YEARS}|\({FULL_YEARS}\)),? (?:and )?$", re.IGNORECASE)
_FULL_STOP = r"[;.!?](?:\s|$)| [-\u2013\u2014] "
#: what else may stand behind the age of a person
_ASIDE = (
    r" \((?:pictured|left|right|centre|center|above|below|inset)\b| at the time\b| next (?:week|month|year)\b"
    r"| and (?:his|her)\b"
)

RULES = (
    Rule(
        "age-apposition",
        pairs(DIGIT, ",", ";", ".", "-", "\u2013", "\u2014", "(", "at", "next", "and"),
        uncompiled(
            r"(?<=[a-z],\s)(?:[1-9][0-9]?|10[0-9])"
            rf"(?=, (?!(?:[0-9]|{WORDS}))|{_FULL_STOP}| and (?-i:[A-Z])[a-z]+ [A-Z]|{_ASIDE})"
        ),
        age_in_apposition,
    ),
)
#: rules that are tried behind their sign, at the figure
CUED = (
    Rule(
        "age-in-letters",
        {","},
        uncompiled(
            rf", (?:{ADVERBS} (?P<adverb>)(?=[0-9])|)(?P<amount>(?(adverb){FULL_YEARS}|{LETTERS}))"
            rf"(?=, (?!{FULL_YEARS})|{_FULL_STOP}| and (?-i:[A-Z]))"
        ),
        age_behind_comma,
    ),
    Rule(
        "age-in-brackets",
        {"("},
        uncompiled(rf"\((?P<amount>{FULL_YEARS})(?: years?(?: old)?| yrs?)?\)"),
        age_in_brackets,
    ),
)
