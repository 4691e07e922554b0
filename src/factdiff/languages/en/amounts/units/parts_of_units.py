"""Amounts of parts of a unit and of one unit: "half a mile", "a three-quarter-acre plot", "a mile and a half"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.amounts.amounts import amount_value, under_rule_name
from factdiff.languages.en.amounts.figures.figure_ranges import UnitFigure
from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.languages.en.amounts.figures.patterns import AMOUNT_START
from factdiff.languages.en.amounts.figures.readings import fraction_figure, read_figure
from factdiff.languages.en.amounts.units.unit_words import CLAUSE_END, unit_form_at
from factdiff.tables import read_table
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.figure import Figure

#: the figure of an article, which is approximate: "a mile away"
ROUGHLY_ONE = Figure(1.0, 0.5, False, 1)
_PART_OF = late(r"\b(?:fraction|part|most|half|rest|bit|tenth|hundredth|thousandth)s?\sof\s$", re.IGNORECASE)
#: part of a unit -> its size
PARTS = {"half": 0.5, "quarter": 0.25, "three-quarter": 0.75, "third": 1 / 3, "two-third": 2 / 3}
_HALF_OF_MATCH = late(r"\b(?:first|second|last|final|third|fourth|next|other)\s$", re.IGNORECASE)
ONE_AND_A_PART = {"a half": "1.5", "a quarter": "1.25", "three-quarters": "1.75", "three quarters": "1.75"}
_AND_A_HALF = late(r"[ \n]and[ \n](a[ \n](?:half|quarter)|three[ \n-]quarters)\b", re.IGNORECASE)
_ONES = (
    *read_table("factdiff.languages.en.amounts.units", "units.toml")["article"]["words"],
    *read_table("factdiff.languages.en.amounts.units", "currencies.toml")["article"]["words"],
)
_ONE, _FIRST_OF_ONE = either(_ONES), {re.split("[ -]", words)[0].lower() for words in _ONES}


def half_of_unit(match: re.Match[str], setting: Setting) -> Built:
    """The half or quarter of one unit: "half a mile", "a quarter of a percentage point"."""
    text = setting.text
    behind = unit_form_at(text, match.end(), fraction=True)
    if behind is None:
        return None
    first = UnitFigure(
        {"figure": Figure.read("0.5" if "half" in match[0].lower() else "0.25")},
        *(behind[0], "", match.start(), match.end(), behind[1]),
    )
    return under_rule_name(amount_value(text, first, None, match.start()))


def part_of_measure(match: re.Match[str], setting: Setting) -> Built:
    """The half, quarter or the like of one unit of measure: "within a half-mile of it", "a three-quarter-acre plot";
    None for a "half-hour", and for the half of a match.
    """
    text, start = setting.text, match.start()
    behind = unit_form_at(text, match.end())
    if behind is None or behind[0].kind != "quantity" or _HALF_OF_MATCH.search(text, max(0, start - 12), start):
        return None
    figure = fraction_figure(PARTS[match["part"].lower().replace(" ", "-").rstrip("s")])
    first = UnitFigure({"figure": figure}, behind[0], "", start, match.end(), behind[1])
    return under_rule_name(amount_value(text, first, None, start))


def article_amount(match: re.Match[str], setting: Setting) -> Built:
    """The amount of one unit with an article: "about a mile away", "a mile and a half", "worth a dollar"; None for the
    denominator of "180 a tonne".
    """
    text, end = setting.text, match.end()
    if text[max(0, match.start() - 2) : match.start() - 1].isdigit():
        return None
    behind = None if _PART_OF.search(text, max(0, match.start() - 14), match.start()) else unit_form_at(text, end)
    if behind is None or (behind[0].kind == "money" and not CLAUSE_END.match(text, behind[1])):
        return None
    more = _AND_A_HALF.match(text, behind[1])
    figure = Figure.read(ONE_AND_A_PART[" ".join(more[1].lower().split())]) if more else ROUGHLY_ONE
    first = UnitFigure({"figure": figure}, behind[0], "", match.start(), end, more.end() if more else behind[1])
    return under_rule_name(amount_value(text, first, None, match.start()))


def halved_amount(match: re.Match[str], setting: Setting) -> Built:
    """The amount of so many units and a half in a compound: "a three-and-a-half-mile tunnel"."""
    behind = unit_form_at(setting.text, match.end())
    whole = read_figure(match["whole"].lower())
    if behind is None or whole is None:
        return None
    figure = fraction_figure(whole.stated + PARTS[match["part"].lower().rstrip("s")])
    first = UnitFigure({"figure": figure}, behind[0], "", match.start(), match.end(), behind[1])
    return under_rule_name(amount_value(setting.text, first, None, match.start()))


RULES = (
    Rule(
        "number-half",
        {"half", "quarter", *pairs("a", "quarter")},
        uncompiled(r"(?<![\w-])(?:half(?: of)?|(?:a )?quarter(?: of)?) an?(?= )"),
        half_of_unit,
    ),
    Rule(
        "number-part-of-unit",
        {
            "half",
            "quarter",
            *pairs(("a", "an", "one"), "half", "quarter"),
            *pairs(("two", "three"), "-", "quarter", "quarters", "third", "thirds"),
        },
        uncompiled(
            r"(?<![\w-])(?:(?:an?|one) )?(?P<part>half|quarter|three[-\s]quarters?|two[-\s]thirds?)(?=[-\s][a-z]{3})"
        ),
        part_of_measure,
    ),
    Rule(
        "number-one",
        pairs(("a", "an"), *_FIRST_OF_ONE),
        uncompiled(rf"(?<![\w-])an?(?= {_ONE}(?!\w|-(?!long|wide|high|deep|tall|thick)))"),
        article_amount,
    ),
    Rule(
        "number-halved",
        pairs((DIGIT, *ONES, *TENS), "-"),
        uncompiled(
            rf"{AMOUNT_START}(?P<whole>[0-9]{{1,3}}|{either((*ONES, *TENS))})-and-"
            r"(?:(?:a|one)-(?=h|q|thi))?(?P<part>half|quarter|third|three-quarters?|two-thirds?)(?=-)"
        ),
        halved_amount,
    ),
)
