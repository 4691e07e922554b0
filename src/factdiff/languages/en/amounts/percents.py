"""Shares in words: "two in five", "one in 10", "half of the seats", "nearly half were"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.languages.en.amounts.figures.patterns import AMOUNT_START
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.amounts.fractions import part_of_points, part_of_unit, share_of
from factdiff.languages.en.amounts.hedges import hedge_before
from factdiff.languages.en.amounts.units.ambiguity import is_about_percents
from factdiff.languages.en.amounts.units.unit_words import unit_form_at
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.percent import Percent

_OTHER_HALF = late(
    r"\b(?:first|second|other|latter|last|better|one|final|early|late|each|either|top|bottom)[ -]$", re.IGNORECASE
)
#: the denominator of a share: a number without a unit behind it, and no year
_WHOLE = (
    rf"(?:{either(TENS)}[-\s]{either(ONES[:9])}|{either([*ONES, *TENS])}|[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{0,2}})"
    r"(?![\w/-]|[.,:][0-9])(?! per\b)"
)
_IN = r"(?:(?: in| out of)(?P<each> every)? |-in-)"
#: the usual denominators of shares; "one in" takes any number
_ROUND = frozenset((*range(2, 11), 20, 50, 100, 1_000, 10_000, 100_000))
#: "half" before a verb, without the noun that is halved
_HALF_ALONE = r"half(?=[.,;)]| (?:are|were|is|was|have|had|has|said|say|says|would|will|do|did|voted|live|came|went)\b)"


def share_out_of(match: re.Match[str], setting: Setting) -> Built:
    """The share of "two in five"; None for "one in 20 minutes"."""
    some, every = read_figure(match["some"].lower()), read_figure(match["every"].lower())
    if some is None or every is None or not 0 < some.stated < every.stated:
        return None
    if some.stated != 1 and not match["each"] and every.stated not in _ROUND:
        return None
    behind = unit_form_at(setting.text, match.end())
    if behind is not None and behind[0].kind != "money":
        return None
    return Found(share_of(some.stated / every.stated), *match.span())


def half_share(match: re.Match[str], setting: Setting) -> Built:
    """The share of half of something; None for the first half of a match."""
    text = setting.text
    if _OTHER_HALF.search(text, max(0, match.start() - 10), match.start()):
        return None
    start, end = match.start(), match.start() + 4
    return (
        part_of_unit(text, 0.5, start, end) or part_of_points(text, 0.5, start, end) or Found(share_of(0.5), start, end)
    )


def half_without_noun(match: re.Match[str], setting: Setting) -> Built:
    """The share of half without a noun, behind a hedge: "nearly half were"."""
    return share_of(0.5) if hedge_before(setting.text, match.start(), 0)[1] is not None else None


def part_of_a_point(match: re.Match[str], setting: Setting) -> Built:
    """The part of a percentage point by which a rate moves: "a quarter-point rise", "rose half a point"."""
    by = setting.text[max(0, match.start() - 5) : match.start()].lower() == "by a "
    if match["move"] is None and not by and not is_about_percents(setting.text, *match.span()):
        return None
    stated = {"half": "0.5", "quarter": "0.25"}.get(match["part"].lower(), "0.75")
    return Found(Percent(unit="percentage_point", figure=Figure.read(stated)), *match.span("points"))


def points_to_a_share(match: re.Match[str], _: Setting) -> Built:
    """The percentage points of a change whose result is a share: "up two points to 34%"."""
    figure = read_figure(match["amount"].lower())
    return Found(Percent(unit="percentage_point", figure=figure), *match.span("points")) if figure else None


_POINTS = r"(?P<points>(?P<part>half|quarter|three-quarter)(?:-percentage)?(?:[-\s]| a (?:full )?)point)"
_MOVES = r"(?:rises?|increases?|hikes?|cuts?|reductions?|moves?|drops?|falls?|decreases?|lift|raise)"

RULES = (
    Rule(
        "part-of-a-point",
        {"half", "quarter", "three"},
        uncompiled(rf"(?<![\w-]){_POINTS}(?P<move>(?= (?:\w{{3,12}} )?{_MOVES}\b))?(?!\w)"),
        part_of_a_point,
    ),
    Rule(
        "points-to-share",
        pairs((DIGIT, *ONES), ".", "point", "points"),
        uncompiled(
            rf"{AMOUNT_START}(?P<points>(?P<amount>{either(ONES)}|[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?) points?)"
            r"(?= (?:to|at|from|on) [0-9]{1,3}(?:\.[0-9]{1,2})? ?(?:%|per ?cent\b|pct\b))"
        ),
        points_to_a_share,
    ),
    Rule(
        "share-out-of",
        pairs((DIGIT, *ONES), "in", "out", "-"),
        uncompiled(rf"{AMOUNT_START}(?P<some>{either(ONES)}|[0-9]{{1,3}}){_IN}(?P<every>{_WHOLE})"),
        share_out_of,
    ),
    Rule(
        "share-half",
        {"half"},
        uncompiled(r"(?<![\w-])half(?: of)? (?:the|their|its|his|her|our|all|those|these|them)\b|(?<![\w-])half of\b"),
        half_share,
    ),
    Rule("share-half-alone", {"half"}, uncompiled(rf"(?<![\w-]){_HALF_ALONE}"), half_without_noun),
)
