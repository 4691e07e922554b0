"""Multiples: "twice", "doubled", "a threefold rise", "three times as many"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, TABLE, TENS
from factdiff.languages.en.amounts.figures.patterns import AMOUNT_START
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.amounts.head_nouns import is_name
from factdiff.text.patterns import either, late, pattern, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.number import TIMES, Number

#: word -> its factor: verbs, verbs directly before a noun ("double the number"), adverbs
MULTIPLYING_VERBS: dict[str, float] = TABLE["multiples"]["verbs"]
BARE_VERBS: dict[str, int] = TABLE["multiples"]["bare"]
MULTIPLYING_ADVERBS: dict[str, float] = TABLE["multiples"]["adverbs"]
#: "think twice", "once or twice", "the twice-married"
_IDIOM = late(r"\b(?:think|thinks|thought|thinking|look|or|and) $", re.IGNORECASE)
_RATIO = r"(?:as|more|higher|larger|bigger|greater|faster|longer|the|that|what|its|their|his|her|normal|usual)"
#: the text behind the factor of a multiple: "three times as many", "10 times the average"
TIMES_AS = pattern(rf"(?P<times> times)(?= {_RATIO}\b)")
_NUMBERS_OF_FOLD = (*ONES[1:], *TENS)
_WHOLE = r"(?= (?:the (?:number|amount|size|rate|price|total|figure|average)|that of|what)\b)"


def multiple(factor: float) -> Number:
    """The number of a multiple, with the precision to which writers round it: half a time, or a tenth of it."""
    return Number(figure=Figure(factor, max(0.5, factor / 10) if factor > 1 else 0.2, False, 1), counted=TIMES)


def multiplying_verb(match: re.Match[str], _: Setting) -> Built:
    """The multiple of a verb: "doubled", "double the number"."""
    word = (match["verb"] or match["bare"]).lower()
    return multiple(MULTIPLYING_VERBS.get(word) or BARE_VERBS[word])


def word_in_fold(match: re.Match[str], setting: Setting) -> Built:
    """The multiple of a word in -fold, if it is no name."""
    if is_name(setting.text, match.start()):
        return None
    figure = read_figure(match["count"].lower())
    return multiple(figure.stated) if figure else None


def multiplying_adverb(match: re.Match[str], setting: Setting) -> Built:
    """The multiple of "twice as many", or the number of times of "twice"."""
    if _IDIOM.search(setting.text, max(0, match.start() - 10), match.start()):
        return None
    many = MULTIPLYING_ADVERBS[match["adverb"].lower()]
    if match["ratio"] is not None:
        return multiple(many)
    return Found(Number(figure=Figure.exactly(many), counted=TIMES), *match.span())


def repeatedly(_: re.Match[str], __: Setting) -> Built:
    """The number of times of "repeatedly", which is vague."""
    return Number(vague="multiple", counted=TIMES)


RULES = (
    Rule(
        "fold-verb",
        {*MULTIPLYING_VERBS, *BARE_VERBS},
        uncompiled(
            rf"(?<![\w-])(?:(?P<verb>{either(MULTIPLYING_VERBS)})(?! (?:down|over|up|back|as)\b)|"
            rf"(?P<bare>{either(BARE_VERBS)}){_WHOLE})(?![\w-])"
        ),
        multiplying_verb,
    ),
    Rule(
        "fold",
        {
            *pairs(DIGIT, "fold", "-"),
            *(f"{word}fold" for word in _NUMBERS_OF_FOLD),
            *pairs(_NUMBERS_OF_FOLD, "-"),
        },
        uncompiled(
            rf"(?=[\w-]{{1,12}}fold\b){AMOUNT_START}(?P<count>{either(_NUMBERS_OF_FOLD)}|[1-9][0-9]{{0,3}})-?fold(?!\w)"
        ),
        word_in_fold,
    ),
    Rule(
        "fold-twice",
        MULTIPLYING_ADVERBS,
        uncompiled(rf"(?<![\w-])(?P<adverb>{either(MULTIPLYING_ADVERBS)})(?![\w-])(?P<ratio>(?= {_RATIO}\b))?"),
        multiplying_adverb,
    ),
    Rule("fold-vague", {"repeatedly"}, uncompiled(r"(?<![\w-])repeatedly(?![\w-])"), repeatedly),
)
