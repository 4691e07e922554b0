"""Ages of groups and by decade: "over-65s", "in his 40s", "in her late thirties", "in their 20s and 30s"."""

from __future__ import annotations

import re

from factdiff.language.rules import CLAIM, Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.headlines.casing import is_ordinary_word
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import openings, pairs
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.figure import Figure

_DECADES = {f"{ten[:-1]}ies": 10 * n for n, ten in enumerate(TENS, 2)} | {f"{n}s": n for n in range(20, 100, 10)}
_DECADES["teens"] = 13
_PART = r"(?:(early|mid|late)[ -](?:to[ -](mid|late)[ -])?)?"
_WHOSE = re.compile(
    r"\bin (?:his|her|their|my|our|your) "
    rf"(?:(?:(?:early|mid|late)[ -])?{either(_DECADES)}(?: (?:and|or|to) | ?- ?))?{_PART}$",
    re.IGNORECASE,
)
#: part of a decade -> its first and last year
_PARTS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), None: (0, 9)}
#: number words as plurals: "under-fives"
_PLURALS = {f"{word}es" if word[-1] == "x" else f"{word}s": word for word in ONES} | {
    f"{ten[:-1]}ies": ten for ten in TENS
}
#: the text before the age group of a team, and the text behind one
_TEAM = re.compile(r"\b([A-Z][\w']+)(?: [Mm]en's| [Ww]omen's)? $")
_OF_TEAM = re.compile(
    r"'? (?:side|team|coach|boss|manager|squad|international|world|euro|championship|match|game|player|captain)", re.I
)


def age_in_decade(match: re.Match[str], setting: Setting) -> Built:
    """The range of ages of a decade: "in his 40s", "in her late thirties"."""
    start, end = match.span("decade")
    whose = _WHOSE.search(setting.text, max(0, start - 36), start)
    if whose is None:
        return None
    first = _DECADES[match["decade"].lower()]
    start = start if whose[1] is None else whose.start(1)
    low, high = _PARTS_OF_DECADE[whose[1] and whose[1].lower()]
    high = _PARTS_OF_DECADE[whose[2].lower()][1] if whose[2] else high
    high = min(high, 6) if first == 13 else high
    return Found(Age(figure=Figure.exactly(first + low), upper=Figure.exactly(first + high)), start, end)


def age_group(match: re.Match[str], setting: Setting) -> Built:
    """The ages above or below a bound: "over-65s", "under-fives"; the claim of a team: "England Under-21s"."""
    text, start = setting.text, match.start()
    team = _TEAM.search(text, max(0, start - 30), start) if text[start].isupper() else None
    if _OF_TEAM.match(text, match.end()) or (team and not is_ordinary_word(team[1].lower())):
        return CLAIM
    words = match["age"].lower()
    figure = read_figure(_PLURALS.get(words) or words.rstrip("s"))
    side = "more-than" if match["side"].lower() == "over" else "less-than"
    return Age(figure=figure, modifier=side) if figure else None


RULES = (
    Rule("age-decade", openings(_DECADES), uncompiled(rf"(?P<decade>{either(_DECADES)})(?!\w)"), age_in_decade),
    Rule(
        "age-decade-more",
        pairs(("and", "or", "to"), DIGIT, *filter(str.isalpha, _DECADES), "early", "mid", "late"),
        uncompiled(rf"(?:and|or|to) (?:(?:early|mid|late)[\s-])?(?P<decade>{either(_DECADES)})(?!\w)"),
        age_in_decade,
    ),
    Rule(
        "age-group",
        pairs(("over", "under"), "-", DIGIT, *_PLURALS),
        uncompiled(rf"(?P<side>over|under)(?:-| )(?P<age>[1-9][0-9]?s|(?:{either(_PLURALS)}))(?![\w-])"),
        age_group,
    ),
)
