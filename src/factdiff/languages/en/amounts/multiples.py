"""How many times: "twice", "doubled", "a threefold rise", "three times as many"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, TABLE, TENS
from factdiff.languages.en.amounts.figures.patterns import START
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.amounts.head_nouns import is_name
from factdiff.text.patterns import either, pattern, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.number import TIMES, Number

#: word -> how many times it says: verbs, verbs that stand before what they multiply, adverbs
VERBS: dict[str, float] = TABLE["folds"]["verbs"]
BARE: dict[str, int] = TABLE["folds"]["bare"]
ADVERBS: dict[str, float] = TABLE["folds"]["adverbs"]
#: "think twice", "once or twice", "the twice-married"
_IDIOM = re.compile(r"\b(?:think|thinks|thought|thinking|look|or|and) $", re.IGNORECASE)
_RATIO = r"(?:as|more|higher|larger|bigger|greater|faster|longer|the|that|what|its|their|his|her|normal|usual)"
#: so many times as much: "three times as many", "10 times the average"
TIMES_AS = pattern(rf"(?P<times> times)(?= {_RATIO}\b)")
_OF_FOLD = (*ONES[1:], *TENS)
_WHOLE = r"(?= (?:the (?:number|amount|size|rate|price|total|figure|average)|that of|what)\b)"


def ratio(factor: float) -> Number:
    """How many times as much: as coarse as half a time or a tenth of it, since writers round it."""
    return Number(figure=Figure(factor, max(0.5, factor / 10) if factor > 1 else 0.2, False, 1), counted=TIMES)


def grown(match: re.Match[str], _: Setting) -> Built:
    """A verb that multiplies: "doubled", "double the number"."""
    word = (match["verb"] or match["bare"]).lower()
    return ratio(VERBS.get(word) or BARE[word])


def fold(match: re.Match[str], setting: Setting) -> Built:
    """A word in -fold, if it is no name."""
    if is_name(setting.text, match.start()):
        return None
    figure = read_figure(match["count"].lower())
    return ratio(figure.stated) if figure else None


def twice(match: re.Match[str], setting: Setting) -> Built:
    """Twice as many, or two times."""
    if _IDIOM.search(setting.text, max(0, match.start() - 10), match.start()):
        return None
    many = ADVERBS[match["adverb"].lower()]
    if match["ratio"] is not None:
        return ratio(many)
    return Found(Number(figure=Figure.exactly(many), counted=TIMES), *match.span())


def repeatedly(_: re.Match[str], __: Setting) -> Built:
    """More than once, nobody says how often."""
    return Number(vague="multiple", counted=TIMES)


RULES = (
    Rule(
        "fold-verb",
        {*VERBS, *BARE},
        uncompiled(
            rf"(?<![\w-])(?:(?P<verb>{either(VERBS)})(?! (?:down|over|up|back|as)\b)|"
            rf"(?P<bare>{either(BARE)}){_WHOLE})(?![\w-])"
        ),
        grown,
    ),
    Rule(
        "fold",
        {
            *pairs(DIGIT, "fold", "-"),
            *(f"{word}fold" for word in _OF_FOLD),
            *pairs(_OF_FOLD, "-"),
        },
        uncompiled(rf"(?=[\w-]{{1,12}}fold\b){START}(?P<count>{either(_OF_FOLD)}|[1-9][0-9]{{0,3}})-?fold(?!\w)"),
        fold,
    ),
    Rule(
        "fold-twice",
        ADVERBS,
        uncompiled(rf"(?<![\w-])(?P<adverb>{either(ADVERBS)})(?![\w-])(?P<ratio>(?= {_RATIO}\b))?"),
        twice,
    ),
    Rule("fold-vague", {"repeatedly"}, uncompiled(r"(?<![\w-])repeatedly(?![\w-])"), repeatedly),
)
