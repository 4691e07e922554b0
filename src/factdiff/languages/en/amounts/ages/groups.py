"""Ages of groups and by decade: "over-65s", "in his 40s", "in her late thirties", "in their 20s and 30s"."""

from __future__ import annotations

import re

from factdiff.language.rules import CLAIM, Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.headlines.casing import is_ordinary_word
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import openings, pairs
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.figure import Figure

_DECADES = {f"{ten[:-1]}ies": 10 * n for n, ten in enumerate(TENS, 2)} | {f"{n}s": n for n in range(20, 100, 10)}
_DECADES["teens"] = 13
_WHOSE = late(r"\bin (?:his|her|their|my|our|your) (?:(early|mid|late)[ -](?:to[ -](mid|late)[ -])?)?$", re.IGNORECASE)
#: part of a decade -> its first and last year
_PARTS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), None: (0, 9)}
#: number words as plurals: "under-fives"
_PLURALS = {f"{word}es" if word[-1] == "x" else f"{word}s": word for word in ONES} | {
    f"{ten[:-1]}ies": ten for ten in TENS
}
#: the text before the age group of a team, and the text behind one
_TEAM = late(r"\b([A-Z][\w']+)(?: [Mm]en's| [Ww]omen's)? $")
_OF_TEAM = late(
    r"'? (?:side|team|coach|boss|manager|squad|international|world|euro|championship|match|game|player|captain)", re.I
)


def age_in_decade(match: re.Match[str], setting: Setting) -> Built:
    """The range of ages of a decade or of two: "in his 40s", "in her late thirties", "in their teens or early 20s"."""
    start, end = match.span()
    whose = _WHOSE.search(setting.text, max(0, start - 36), start)
    if whose is None:
        return None
    first = _DECADES[match["decade"].lower()]
    low, high = years_of_decade(first, whose[1])
    if whose[2]:
        high = years_of_decade(first, whose[2])[1]
    if match["last"]:
        high = years_of_decade(_DECADES[match["last"].lower()], match["part"])[1]
    start = start if whose[1] is None else whose.start(1)
    return Found(Age(figure=Figure.exactly(low), upper=Figure.exactly(high)), start, end) if low < high else None


def years_of_decade(first: int, part: str | None) -> tuple[int, int]:
    """The first and the last year of a part of a decade of ages; teens end at 19.

    >>> years_of_decade(40, "late"), years_of_decade(13, None)
    ((47, 49), (13, 19))
    """
    low, high = _PARTS_OF_DECADE[part and part.lower()]
    return first + low, min(first + high, 19) if first == 13 else first + high


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
    Rule(
        "age-decade",
        openings(_DECADES),
        uncompiled(
            rf"(?P<decade>{either(_DECADES)})(?!\w)"
            rf"(?:(?: (?:and|or|to) |-)(?:(?P<part>early|mid|late)[\s-])?(?P<last>{either(_DECADES)})(?!\w))?"
        ),
        age_in_decade,
    ),
    Rule(
        "age-group",
        pairs(("over", "under"), "-", DIGIT, *_PLURALS),
        uncompiled(rf"(?P<side>over|under)(?:-| )(?P<age>[1-9][0-9]?s|(?:{either(_PLURALS)}))(?![\w-])"),
        age_group,
    ),
)
