"""Ages: "37-year-old", "aged 36", "six months old", "Lindqvist, 39, was", "in her late 40s"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.languages.en.amounts.figures.patterns import AMOUNT_START, FRACTION_SIGNS
from factdiff.languages.en.amounts.figures.readings import Fields, read_amount, read_figure
from factdiff.languages.en.headlines.casing import in_headline, names_in
from factdiff.tables import read_table
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import openings, pairs
from factdiff.values.amounts.age import UNIT_YEARS, Age
from factdiff.values.amounts.figure import Figure

#: nouns for a person, behind which an age may stand between commas
PERSONS = frozenset(read_table("factdiff.languages.en", "lexicon.toml")["things"]["person"])
#: the greatest age behind "aged", in years
MAX_AGE = 130
_DIGITS = r"[0-9]{1,3}(?:\.[0-9])?(?![0-9])"
_JOINT = re.compile(r",? (?:and|or) |, ")
_UNIT = either([*UNIT_YEARS, *(f"{unit}s" for unit in UNIT_YEARS)])
#: an age in letters, and one age of several: simple patterns, since that of all amounts is far larger
_TO_99 = rf"(?:{either(TENS)}(?:-{either(ONES[:9])})?|{either(ONES)})"
_LETTERS = rf"(?:(?:a|one)[-\s]hundred(?:(?:[-\s]and)?[-\s]{_TO_99})?|{_TO_99})\b"
_ONE = rf"(?:[0-9]{{1,2}}(?![0-9])|{_LETTERS})"
_WORDS = rf"{_LETTERS}(?:[-\s]and[-\s]a[-\s](?:half|quarter))?"
_POINT = rf"(?:{_DIGITS}|{_WORDS})"
_AFTER_FIGURE = (
    DIGIT,
    ".",
    "-",
    "to",
    "or",
    "yo",
    "y",
    "hundred",
    "and",
    *FRACTION_SIGNS,
    *UNIT_YEARS,
    *(f"{unit}s" for unit in UNIT_YEARS),
)
_FRACTION = r"(?:[-\s]?[1-3]/[2-9]|\s?[\u00bc-\u00be])"
_RANGE = rf"(?:{_DIGITS}(?:(?: to | or | ?- ?){_DIGITS}|{_FRACTION})?|{_WORDS}(?:(?: to | or |-){_WORDS})?)"
#: a name before an age: capitalised words, with the particles of names
_GIVEN = r"(?:[A-Z][\w'.-]{0,20} (?:(?:de|van|von|der|al|bin|ibn|la|le|da|dos|du) ){0,2})"
_NAME = re.compile(rf"(?<!\w)({_GIVEN}{{0,4}}[A-Z][\w'-]{{1,20}}), $")
_NOUN = re.compile(r"\b([^\W\d_]{3,20}), $")
_BEHIND = re.compile(rf"(?: [a-z]+){{0,3}}? ({_GIVEN}{{1,4}}[A-Z][\w'-]{{1,20}})")
_DECADES = {f"{ten[:-1]}ies": 10 * n for n, ten in enumerate(TENS, 2)} | {f"{n}s": n for n in range(20, 100, 10)}
_DECADES["teens"] = 13
_WHOSE = re.compile(r"\bin (?:his|her|their|my|our|your) ((?:early|mid|late)[ -])?$", re.IGNORECASE)
#: part of a decade -> its first and last year
_PARTS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), None: (0, 9)}


def age(match: re.Match[str], setting: Setting) -> Built:
    """The age in any unit, in years."""
    words = match["amount"]
    fields = read_amount(f"between {words}" if "between" in match[0].lower() else words)
    size = UNIT_YEARS[(match.groupdict().get("unit") or "year").lower().rstrip("s")]
    if fields is None or (match[0][:3].lower() == "age" and "figure" in fields and fields["figure"].stated > MAX_AGE):
        return None
    return Found(Age(person=person_beside(setting.text, match), **fields_in_years(fields, size)), *match.span())


def fields_in_years(fields: Fields, size: float) -> Fields:
    """The fields of an age, converted from units of ``size`` years."""
    found = fields.copy()
    if "figure" in fields and size != 1.0:
        figure = fields["figure"]
        found["figure"] = Figure(figure.stated * size, size, False, figure.significant)
    if "upper" in fields and size != 1.0:
        figure = fields["upper"]
        found["upper"] = Figure(figure.stated * size, size, False, figure.significant)
    return found


def person_beside(text: str, match: re.Match[str]) -> str | None:
    """The name beside an age, or None: before it and a comma, or behind it ("the 37-year-old driver Ana Duarte")."""
    before = name_before(text, match.start())
    behind = None if before else _BEHIND.match(text, match.end())
    return before or (next(iter(names_of(text, behind)), None) if behind else None)


def name_before(text: str, start: int) -> str | None:
    """The name right before an age, with a comma between them, or None."""
    match = _NAME.search(text, max(0, start - 60), start)
    return next(reversed(names_of(text, match)), None) if match else None


def names_of(text: str, match: re.Match[str]) -> list[str]:
    """The names in capitalised words; "A Farmer" in a headline is none."""
    names = names_in(text, match.start(1), match[1])
    return [n for n in map(without_person_noun, names) if n] if in_headline(text, match.start(1)) else names


def without_person_noun(name: str) -> str:
    """The name in a headline without the noun for a person before it: "Driver Ana Duarte"."""
    noun, _, rest = name.partition(" ")
    return rest if noun.lower() in PERSONS else name


def age_in_apposition(match: re.Match[str], setting: Setting) -> Built:
    """The age between commas behind a name or a noun for a person: "Lindqvist, 39, was", "a farmer, 73, in"."""
    text = setting.text
    if text[match.start() - 3].isupper() and not in_headline(text, match.start()):
        return None
    name = name_before(text, match.start())
    noun = None if name else _NOUN.search(text, max(0, match.start() - 24), match.start())
    if name is None and (noun is None or noun[1].lower() not in PERSONS):
        return None
    return Age(person=name, figure=Figure.read(match[0]))


def ages_of_several(match: re.Match[str], _: Setting) -> Built:
    """The range from the youngest to the oldest of several persons: "aged 19, 22 and 40"."""
    ages = [read_figure(words) for words in _JOINT.split(" ".join(match["list"].lower().split()))]
    known = sorted((age for age in ages if age is not None), key=lambda age: age.stated)
    return Age(figure=known[0], upper=known[-1]) if known[0].stated < known[-1].stated <= MAX_AGE else None


def age_of_pronoun(match: re.Match[str], _: Setting) -> Built:
    """The age behind a pronoun: "he is 81.", "she turned 40,"."""
    return Found(Age(figure=Figure.read(match["amount"])), match.start("amount"), match.end("amount"))


def age_in_decade(match: re.Match[str], setting: Setting) -> Built:
    """The range of ages of a decade: "in his 40s", "in her late thirties"."""
    whose = _WHOSE.search(setting.text, max(0, match.start() - 16), match.start())
    if whose is None:
        return None
    first = _DECADES[match[0].lower()]
    start = match.start() if whose[1] is None else whose.start(1)
    low, high = _PARTS_OF_DECADE[whose[1] and whose[1].lower().strip(" -")]
    high = min(high, 6) if first == 13 else high
    return Found(Age(figure=Figure.exactly(first + low), upper=Figure.exactly(first + high)), start, match.end())


RULES = (
    Rule(
        "age-attribute",
        {*pairs((DIGIT, *ONES, *TENS), *_AFTER_FIGURE), *pairs("a", "hundred")},
        uncompiled(
            rf"{AMOUNT_START}(?P<amount>{_RANGE})[-\s]?(?:(?P<unit>{_UNIT})(?:[-\s]olds?| of age)|yo|y\.o\.|y/o)(?!\w)"
        ),
        age,
    ),
    Rule(
        "age-aged",
        {"aged", "age", "ages"},
        uncompiled(
            r"age(?:[ds]?(?P<between> between)?| of) "
            rf"(?P<amount>(?(between){_POINT} and {_POINT}|{_RANGE}(?! and {_POINT})))"
            rf"(?: (?P<unit>{_UNIT})(?!\w))?(?![-\w%]|[.,:][0-9])"
        ),
        age,
    ),
    Rule(
        "age-list",
        {"aged", "ages"},
        uncompiled(rf"age[ds] (?P<list>{_ONE}(?:, {_ONE}){{0,20}},? (?:and|or) {_ONE})(?![\w%]|[-.,:][0-9])"),
        ages_of_several,
    ),
    Rule(
        "age-said",
        pairs(("he", "she", "who"), "is", "was", "turn", "turns", "turned", "will", "would"),
        uncompiled(
            r"(?:he|she|who) (?:is|was|turns?|turned|will be|would be) (?:just |only |now )?(?P<amount>[1-9][0-9])"
            r"(?=[.,;]?(?:\s*$|[.,;] |\n| when | at the time))"
        ),
        age_of_pronoun,
    ),
    Rule(
        "age-apposition",
        pairs(DIGIT, ",", ";", "."),
        uncompiled(rf"(?<=[a-z],\s)[1-9][0-9]?(?=, (?!(?:[0-9]|{_WORDS}))|;|\.(?:\s|$))"),
        age_in_apposition,
    ),
    Rule(
        "age-decade",
        openings(_DECADES),
        uncompiled(rf"{either(_DECADES)}(?!\w)"),
        age_in_decade,
    ),
)
