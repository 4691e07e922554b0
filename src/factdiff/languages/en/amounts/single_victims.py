"""One victim without a figure: "killed a digger operator", "Worker dies after leak", "one of them has died"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.counts import PERSONS
from factdiff.languages.en.amounts.figures.number_words import TABLE
from factdiff.text.patterns import either, uncompiled
from factdiff.text.triggers import pairs
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.number import Number

#: the nouns for one person that may be a victim
VICTIMS = (PERSONS | {*TABLE["counts"]["persons"]}) - {*TABLE["counts"]["many"]}
#: how far back the verb of a victim stands, in characters
REACH = 70
#: the verb and the article before a victim
_KILLED = re.compile(r"\b(?P<verb>killing|killed|kills|kill)\san?\s(?:[\w-]{1,20}\s){0,3}$", re.IGNORECASE)
#: what shows that nobody was killed there, that it was another time, or that a person did it
_UNREAL = re.compile(
    r"\b(?:not|n't|never|without|nearly|almost|may|might|could|would|if|to|of|for|who|he|she|they|had|suspected|accused)"
    r"\s(?:have\s)?$",
    re.IGNORECASE,
)
#: what shows that there are more victims
_MORE = re.compile(r"(?:,|,?\sand)\s(?:an?|another|one|two|three|four|five|his|her|their|[0-9])\b", re.IGNORECASE)
_DIES = re.compile(r"\s(?:dies|dead|killed)\b(?!,?\sas\sa\b)", re.IGNORECASE)


def victim(match: re.Match[str], setting: Setting) -> Built:
    """The one person whom something killed, or who dies in a headline; None where there are more, or where it is told
    of a person's deed.
    """
    text, start, end = setting.text, *match.span()
    if (start == 0 or text[start - 1] == "\n") and _DIES.match(text, end):
        return Number(figure=Figure.exactly(1), counted="person")
    verb = _KILLED.search(text, max(0, start - REACH), start)
    if verb is None or _MORE.match(text, end) or _UNREAL.search(text, max(0, verb.start() - 16), verb.start()):
        return None
    return Number(figure=Figure.exactly(1), counted="person")


def one_of_them(match: re.Match[str], _: Setting) -> Built:
    """The one of several persons who died: "one of them has died"."""
    return Found(Number(figure=Figure.exactly(1), counted="person"), *match.span("one"))


_GROUP = rf"(?:wounded|injured|hurt|{either(f'{noun}s' for noun in VICTIMS)})"

RULES = (
    Rule("number-victim", VICTIMS, uncompiled(rf"(?<![\w-]){either(VICTIMS)}(?![\w'-])"), victim),
    Rule(
        "number-one-of-them",
        pairs("one", "of"),
        uncompiled(
            rf"(?<![\w-])(?P<one>one) of (?:them|those|(?:the|these) (?:[a-z-]{{1,20}} )?{_GROUP})"
            r"(?: (?:has|have|had|later|since)){0,2} (?:died|was killed|is dead|drowned)\b"
        ),
        one_of_them,
    ),
)
