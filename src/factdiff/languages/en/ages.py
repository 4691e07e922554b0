"""Ages: "37-year-old", "aged 36", "six months old", "Lindqvist, 39, was", "in her late 40s"."""

from __future__ import annotations

import re

from factdiff.language import DIGIT, Built, Found, Rule, Setting, either, pattern
from factdiff.languages.en.figures import POINT, START, TENS, WORD_TRIGGERS, Fields, read_amount
from factdiff.values.age import UNITS, Age
from factdiff.values.figure import Figure

#: "aged" more than this is a misreading, in years
OLDEST = 130
_DIGITS = r"[0-9]{1,3}(?:\.[0-9])?(?![0-9])"
_UNIT = either([*UNITS, *(f"{unit}s" for unit in UNITS)])
_RANGE = rf"(?:{_DIGITS}(?:(?: to | or | ?- ?){_DIGITS})?|(?![0-9]){POINT}(?:(?: to | or |-){POINT})?)"
#: a name before an age: capitalised words, with the small ones that names have
_GIVEN = r"(?:[A-Z][\w'.-]{0,20} (?:(?:de|van|von|der|al|bin|ibn|la|le|da|dos|du) ){0,2})"
_NAME = re.compile(rf"(?<!\w)({_GIVEN}{{0,4}}[A-Z][\w'-]{{1,20}}), $")
_BEHIND = re.compile(rf"(?: [a-z]+){{0,3}}? ({_GIVEN}{{1,4}}[A-Z][\w'-]{{1,20}})")
_DECADES = {f"{ten[:-1]}ies": 10 * n for n, ten in enumerate(TENS, 2)} | {f"{n}s": n for n in range(20, 100, 10)}
_DECADES["teens"] = 13
_WHOSE = re.compile(r"\bin (?:his|her|their|my|our|your) ((?:early|mid|late)[ -])?$", re.IGNORECASE)
#: part of a decade -> its first and last year
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), None: (0, 9)}


def age(match: re.Match[str], setting: Setting) -> Built:
    """An age in its unit, in years."""
    words = match["amount"]
    fields = read_amount(f"between {words}" if "between" in match[0] else words)
    size = UNITS[(match.groupdict().get("unit") or "year").lower().rstrip("s")]
    if fields is None or (match[0][:3].lower() == "age" and "figure" in fields and fields["figure"].stated > OLDEST):
        return None
    return Found(Age(person=person(setting.text, match), **in_years(fields, size)), *match.span())


def in_years(fields: Fields, size: float) -> Fields:
    """The fields of an age of which a unit is ``size`` years."""
    found = fields.copy()
    if "figure" in fields and size != 1.0:
        figure = fields["figure"]
        found["figure"] = Figure(figure.stated * size, size, False, figure.significant)
    if "upper" in fields and size != 1.0:
        figure = fields["upper"]
        found["upper"] = Figure(figure.stated * size, size, False, figure.significant)
    return found


def person(text: str, match: re.Match[str]) -> str | None:
    """The name beside an age: before it behind a comma, or the capitalised words that follow ("the 37-year-old driver
    Marta Lindqvist").
    """
    before = _NAME.search(text, max(0, match.start() - 60), match.start())
    behind = None if before else _BEHIND.match(text, match.end())
    return before[1] if before else behind[1] if behind else None


def apposition(match: re.Match[str], setting: Setting) -> Built:
    """An age between commas behind a name: "Lindqvist, 39, was"."""
    name = _NAME.search(setting.text, max(0, match.start() - 60), match.start())
    return Age(person=name[1], figure=Figure.read(match[0])) if name else None


def decade(match: re.Match[str], setting: Setting) -> Built:
    """An age by its decade: "in his 40s", "in her late thirties"."""
    whose = _WHOSE.search(setting.text, max(0, match.start() - 16), match.start())
    if whose is None:
        return None
    first = _DECADES[match[0].lower()]
    start = match.start() if whose[1] is None else whose.start(1)
    low, high = _PARTS[whose[1] and whose[1].lower().strip(" -")]
    high = min(high, 6) if first == 13 else high
    return Found(Age(figure=Figure.exactly(first + low), upper=Figure.exactly(first + high)), start, match.end())


RULES = (
    Rule(
        "age-attribute",
        WORD_TRIGGERS | {DIGIT},
        pattern(rf"{START}(?P<amount>{_RANGE})[-\s]?(?:(?P<unit>{_UNIT})(?:[-\s]olds?| of age)|yo|y\.o\.|y/o)(?!\w)"),
        age,
    ),
    Rule(
        "age-aged",
        {"aged", "age", "ages"},
        pattern(rf"age[ds]?(?: between)? (?P<amount>{POINT} and {POINT}|{_RANGE})(?![-\w%]|[.,:][0-9])"),
        age,
    ),
    Rule(
        "age-apposition",
        {DIGIT},
        pattern(rf"(?<=[a-z],\s)[1-9][0-9]?(?=, (?!(?:[0-9]|{POINT}))|\.(?:\s|$))", cased=True),
        apposition,
    ),
    Rule(
        "age-decade",
        {DIGIT, *(word for word in _DECADES if word.isalpha())},
        pattern(rf"{either(_DECADES)}(?!\w)"),
        decade,
    ),
)
