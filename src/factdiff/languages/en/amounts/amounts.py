"""Amounts: a figure, perhaps the second one of a range, and what stands behind, read into the value that they make.

The pattern of a rule matches the first figure; from there the text is read piece by piece.
"""

from __future__ import annotations

import re

from attrs import evolve

from factdiff.language.rules import CLAIM, Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.figure_ranges import (
    SIGN,
    Piece,
    below_zero,
    lent,
    lower,
    piece_at,
    second_at,
)
from factdiff.languages.en.amounts.figures.patterns import (
    DIGITAL,
    FIRSTS,
    POINT,
    START,
    VAGUE_TRIGGERS,
    VAGUE_WORDS,
    VULGAR,
    WORD_TRIGGERS,
    WORDS,
)
from factdiff.languages.en.amounts.figures.readings import Fields
from factdiff.languages.en.amounts.head_nouns import is_name
from factdiff.languages.en.amounts.money import money, prefix
from factdiff.languages.en.amounts.numbers import number
from factdiff.languages.en.amounts.quantities import quantity
from factdiff.languages.en.amounts.units.ambiguity import has_rand
from factdiff.languages.en.amounts.units.unit_words import CODES, LAST, SIGNS, Tail, tail_at
from factdiff.tables import read_table
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import openings, pairs
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.percent import Percent
from factdiff.values.amounts.units import unit
from factdiff.values.calendar.duration import Duration


def amount(match: re.Match[str], setting: Setting) -> Built:
    """An amount that begins with its figure."""
    text = setting.text
    if is_name(text, match.start()):
        return CLAIM
    first = piece_at(text, *match.span("figure"))
    if first is None:
        return CLAIM if text[match.start()].isdigit() else None
    second = second_at(text, first)
    return value(text, first if second else lent(text, first), second, match.start())


def signed(match: re.Match[str], setting: Setting) -> Built:
    """An amount behind the sign or code of its currency; "R101" is a road."""
    text = setting.text
    if match["sign"] == "R" and (match["figure"].isdigit() or not has_rand(text)):
        return None
    first = piece_at(text, *match.span("figure"), sign=prefix(match["sign"]))
    return named_by_rule(value(text, first, second_at(text, first), match.start())) if first else None


def named_by_rule(built: Built) -> Built:
    """What was built, under the name of its rule and not of its kind."""
    return evolve(built, rule=None) if isinstance(built, Found) else built


def between(match: re.Match[str], setting: Setting) -> Built:
    """An amount between two figures, with or without signs and units."""
    text = setting.text
    first = piece_at(text, *match.span("figure"), sign=prefix(match["sign"]) if match["sign"] else None)
    second = second_at(text, first, between=True) if first else None
    return value(text, first, second, match.start()) if first and second else None


def half(match: re.Match[str], setting: Setting) -> Built:
    """Half of one unit: "half a mile", "a quarter of a percentage point"."""
    text = setting.text
    behind = tail_at(text, match.end(), part=True)
    if behind is None:
        return None
    first = Piece(
        {"figure": Figure.read("0.5" if "half" in match[0].lower() else "0.25")},
        *(behind[0], "", match.start(), match.end(), behind[1]),
    )
    return named_by_rule(value(text, first, None, match.start()))


def one(match: re.Match[str], setting: Setting) -> Built:
    """One unit that an article counts: "about a mile away", "a mile and a half", "worth a dollar"; "180 a tonne" is a
    price.
    """
    text, end = setting.text, match.end()
    if text[max(0, match.start() - 2) : match.start() - 1].isdigit():
        return None
    behind = None if _PART_OF.search(text, max(0, match.start() - 14), match.start()) else tail_at(text, end)
    if behind is None or (behind[0].kind == "money" and not LAST.match(text, behind[1])):
        return None
    more = _AND_A_HALF.match(text, behind[1])
    figure = Figure.read(PARTS[more[1].lower()]) if more else ONE
    first = Piece({"figure": figure}, behind[0], "", match.start(), end, more.end() if more else behind[1])
    return named_by_rule(value(text, first, None, match.start()))


def negative(match: re.Match[str], setting: Setting) -> Built:
    """An amount below zero: "-5 degrees", "minus five percent"."""
    text = setting.text
    first = piece_at(text, *match.span("figure"))
    if first is None or "figure" not in first.fields:
        return None
    first.fields["figure"] = below_zero(first.fields["figure"])
    second = second_at(text, first)
    return value(text, first, second, match.start())


def value(text: str, first: Piece, second: Piece | None, start: int) -> Built:
    """What one or two pieces say."""
    fields, tail, end = first.fields, first.tail, first.end
    if second is not None:
        low, high = lower(first, second), second.fields["figure"]
        tail, end = second.tail, second.end
        if low is None:
            return None
        if first.tail is not None and tail is not None and tail.kind == "quantity":
            low = converted(low, first.tail, tail)
        low, high = sorted((low, high), key=lambda figure: figure.stated)
        fields = {"figure": low, "upper": high}
    if tail is None:
        return number(text, fields, first.words, start, end, single=second is None)
    if tail.factor != 1.0:
        fields = times(fields, tail.factor)
    if tail.kind == "quantity":
        return quantity(text, fields, tail.name or "", start, end)
    if tail.kind == "money":
        return money(text, fields, tail, start, end)
    if tail.kind == "percent":
        return Found(Percent(unit=tail.name or "percent", **fields), start, end, "percent")
    return Found(Duration(unit=tail.name or "day", **fields), start, end, "duration")


def converted(figure: Figure, one: Tail, two: Tail) -> Figure:
    """A figure of one unit in another of the same dimension."""
    if one.name == two.name:
        return figure
    a, b = unit(one.name or ""), unit(two.name or "")
    return evolve(
        figure, stated=b.from_si(a.to_si(figure.stated)), digit=figure.digit * a.factor / b.factor, exact=False
    )


def times(fields: Fields, factor: float) -> Fields:
    """The fields with every figure times a factor: 50 cents are half a dollar."""
    found = fields.copy()
    if "scale" in fields:
        found["scale"] = fields["scale"] * factor
    if "figure" in fields:
        found["figure"] = multiple(fields["figure"], factor)
    if "upper" in fields:
        found["upper"] = multiple(fields["upper"], factor)
    return found


def multiple(figure: Figure, factor: float) -> Figure:
    """A figure times a factor."""
    return Figure(round(figure.stated * factor, 9), figure.digit * factor, False, figure.significant)


#: an article counts roughly: "a mile away"
ONE = Figure(1.0, 0.5, False, 1)
_PART_OF = re.compile(r"\b(?:fraction|part|most|half|rest|bit|tenth|hundredth|thousandth)s?\sof\s$", re.IGNORECASE)
PARTS = {"half": "1.5", "quarter": "1.25"}
_AND_A_HALF = re.compile(r"[ \n]and[ \n]a[ \n](half|quarter)\b", re.IGNORECASE)
_ONES = (
    *read_table("factdiff.languages.en.amounts.units", "units.toml")["one"]["words"],
    *read_table("factdiff.languages.en.amounts.units", "currencies.toml")["one"]["words"],
)
_ONE, _FIRST_OF_ONE = either(_ONES), {re.split("[ -]", words)[0].lower() for words in _ONES}
#: a minus is a sign before digits where nothing stands before it that it could join or list
_MINUS = r"(?<![\w.,)\]%°'\"-])(?<!\n)"
_FIGURE = rf"(?P<figure>{POINT})"

RULES = (
    Rule("number", {DIGIT, *VULGAR}, uncompiled(rf"{START}(?P<figure>{DIGITAL})"), amount),
    Rule("number-words", WORD_TRIGGERS, uncompiled(rf"{START}(?P<figure>{WORDS})"), amount),
    Rule("number-vague", VAGUE_TRIGGERS, uncompiled(rf"{START}(?P<figure>{VAGUE_WORDS})"), amount),
    Rule(
        "number-half",
        {"half", "quarter", *pairs("a", "quarter")},
        uncompiled(r"(?<![\w-])(?:half(?: of)?|(?:a )?quarter(?: of)?) an?(?= )"),
        half,
    ),
    Rule(
        "number-one",
        pairs(("a", "an"), *_FIRST_OF_ONE),
        uncompiled(rf"(?<![\w-])an?(?= {_ONE}(?!\w|-(?!long|wide|high|deep|tall|thick)))"),
        one,
    ),
    Rule("number-point", pairs(".", DIGIT), uncompiled(r"(?<![\w.)\]])(?P<figure>\.[0-9]{1,6}(?![.\w]))"), amount),
    Rule(
        "number-between",
        pairs("between", "about", "around", "some", *FIRSTS, *(sign.split()[0] for sign in openings(SIGNS))),
        uncompiled(rf"between (?:about |around |some )?(?P<sign>{SIGN})? ?{_FIGURE}"),
        between,
    ),
    Rule(
        "number-negative",
        pairs(("-", "minus", "negative"), *FIRSTS),
        uncompiled(rf"(?:{_MINUS}-|minus |negative )(?P<figure>{DIGITAL}|{WORDS})"),
        negative,
    ),
    Rule(
        "money-sign",
        openings(SIGNS),
        uncompiled(rf"(?<![\w$])(?P<sign>{SIGN}) ?(?i:{_FIGURE})", cased=True),
        signed,
    ),
    Rule(
        "money-code",
        {prefix.lower() + code.lower() for code in CODES for prefix in ("", "M")},
        uncompiled(rf"(?<!\w)(?P<sign>M?{either(CODES)}) ?(?i:{_FIGURE})", cased=True),
        signed,
    ),
)
