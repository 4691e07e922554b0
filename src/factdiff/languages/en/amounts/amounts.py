"""Amounts of all kinds: one or two figures with their unit, as the number, quantity, money, share or duration they are.

The pattern of a rule matches the first figure. The unit and the second figure are read from there.
"""

from __future__ import annotations

import re

from attrs import evolve

from factdiff.language.rules import CLAIM, Built, Found, Rule, Setting
from factdiff.languages.en.amounts.ages.cues import age_by_cue, may_follow_cue
from factdiff.languages.en.amounts.figures.ellipses import amount_of_all, compared_amount
from factdiff.languages.en.amounts.figures.figure_ranges import (
    SIGN,
    UnitFigure,
    lower_figure,
    negated,
    range_end_at,
    unit_figure_at,
    with_shared_unit,
)
from factdiff.languages.en.amounts.figures.number_words import ONES
from factdiff.languages.en.amounts.figures.patterns import (
    AMOUNT_START,
    DIGITS_AHEAD,
    DIGITS_WITH_WORDS,
    FEW_DIGITS,
    FEW_WORDS,
    FIGURE_TRIGGERS,
    FRACTION_SIGNS,
    POINT,
    POINT_AHEAD,
    SHORT_POINT,
    VAGUE_TRIGGERS,
    VAGUE_WORDS,
    WORD_TRIGGERS,
    WORDS,
    WORDS_AHEAD,
)
from factdiff.languages.en.amounts.figures.readings import Fields, read_figure
from factdiff.languages.en.amounts.head_nouns import is_name
from factdiff.languages.en.amounts.money import currency_before, money_value
from factdiff.languages.en.amounts.numbers import number_value
from factdiff.languages.en.amounts.quantities import quantity_value
from factdiff.languages.en.amounts.units.ambiguity import currency_of_country, is_rand
from factdiff.languages.en.amounts.units.unit_words import CODES, LETTERS, SIGNS, UnitForm, unit_form_at
from factdiff.text.patterns import either, late, staged, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import openings, pairs
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.percent import Percent
from factdiff.values.amounts.units import unit
from factdiff.values.calendar.duration import Duration


def figure_amount(match: re.Match[str], setting: Setting) -> Built:
    """The amount that begins with its figure."""
    text = setting.text
    if is_name(text, match.start()):
        return CLAIM
    beside = age_by_cue(setting, match.start()) if may_follow_cue(text, match.start()) else None
    if beside is not None:
        return beside
    first = unit_figure_at(text, *match.span("figure"))
    if first is None:
        return CLAIM if text[match.start()].isdigit() else None
    second = range_end_at(text, first)
    built = amount_value(text, first if second else with_shared_unit(text, first), second, match.start())
    if second is None and isinstance(built, Found) and isinstance(built.value, Number) and built.value.counted is None:
        return with_compared_unit(text, first, built, built.value)
    return built


def with_compared_unit(text: str, first: UnitFigure, built: Found, number: Number) -> Built:
    """A bare number, or the amount that it is by what it is compared with: "27 students, down from 31"."""
    compared = amount_of_all(text, first) or compared_amount(text, first)
    if compared is None:
        return built
    if compared.unit is None:
        return Found(evolve(number, counted=compared.counted), built.start, built.end, built.rule)
    return amount_value(text, first._replace(unit=compared.unit), None, first.start)


def money_amount(match: re.Match[str], setting: Setting) -> Built:
    """The sum behind the sign or code of its currency; None for "R101", a road."""
    text = setting.text
    if match["sign"] == "R" and not is_rand(text, match["figure"]):
        return None
    first = unit_figure_at(text, *match.span("figure"), sign=currency_before(match["sign"]))
    if first is None:
        return None
    second = range_end_at(text, first)
    return under_rule_name(
        amount_value(text, first if second else with_shared_unit(text, first), second, match.start())
    )


def lettered_sum(match: re.Match[str], setting: Setting) -> Built:
    """The sum behind a letter that is the sign of a currency in a text of its country: "N3.3bn"; None elsewhere."""
    figure = match["figure"]
    if figure.isdigit() or currency_of_country(match["sign"], setting.text, match.start()) is None:
        return None
    return money_amount(match, setting)


def under_rule_name(built: Built) -> Built:
    """The result without a name of its own, so that it gets that of its rule."""
    return Found(built.value, built.start, built.end) if isinstance(built, Found) else built


def range_amount(match: re.Match[str], setting: Setting) -> Built:
    """The range between two figures, with or without signs and units."""
    text = setting.text
    first = unit_figure_at(text, *match.span("figure"), sign=currency_before(match["sign"]) if match["sign"] else None)
    if first and match["minus"] and "figure" in first.fields:
        first.fields["figure"] = negated(first.fields["figure"])
    second = range_end_at(text, first, between=True) if first else None
    return amount_value(text, first, second, match.start()) if first and second else None


def amount_below(match: re.Match[str], setting: Setting) -> Built:
    """The amount that "sub-" bounds: "the market for sub-500 sq m offices"."""
    first = unit_figure_at(setting.text, *match.span("figure"))
    built = amount_value(setting.text, first, None, match.start()) if first and first.unit else None
    value = built.value if isinstance(built, Found) else None
    if not isinstance(built, Found) or not isinstance(value, Amount):
        return None
    return Found(evolve(value, modifier="less-than"), built.start, built.end)


def scale_amount(match: re.Match[str], setting: Setting) -> Built:
    """The amount of one scale word without an article: "it cost hundred dollars"; None behind another number word."""
    text = setting.text
    behind = unit_form_at(text, match.end())
    before = _COUNTED_SCALE.search(text, max(0, match.start() - 16), match.start())
    if behind is None or behind[0].kind != "money" or before is not None:
        return None
    figure = read_figure(f"a {match[0].lower()}")
    if figure is None:
        return None
    first = UnitFigure({"figure": figure}, behind[0], "", match.start(), match.end(), behind[1])
    return under_rule_name(amount_value(text, first, None, match.start()))


def negative_amount(match: re.Match[str], setting: Setting) -> Built:
    """The amount below zero: "-5 degrees", "minus five percent"."""
    text = setting.text
    first = unit_figure_at(text, *match.span("figure"))
    if first is None or "figure" not in first.fields:
        return None
    first.fields["figure"] = negated(first.fields["figure"])
    second = range_end_at(text, first)
    return amount_value(text, first, second, match.start())


def amount_value(text: str, first: UnitFigure, second: UnitFigure | None, start: int) -> Built:
    """The value of one figure, or of the range of two figures, by their unit."""
    fields, unit_form, end = first.fields, first.unit, first.end
    if second is not None:
        low, high = lower_figure(first, second), second.fields["figure"]
        unit_form, end = second.unit, second.end
        if low is None:
            return None
        if first.unit is not None and unit_form is not None and unit_form.kind == "quantity":
            low = converted(low, first.unit, unit_form)
        low, high = sorted((low, high), key=lambda figure: figure.stated)
        fields = {"figure": low, "upper": high}
    if unit_form is None:
        return number_value(text, fields, first.words, start, end, single=second is None)
    if unit_form.factor != 1.0:
        fields = scaled_fields(fields, unit_form.factor)
    if unit_form.kind == "quantity":
        return quantity_value(text, fields, unit_form.name or "", start, end)
    if unit_form.kind == "money":
        return money_value(text, fields, unit_form, start, end)
    if unit_form.kind == "percent":
        return Found(Percent(unit=unit_form.name or "percent", **fields), start, end, "percent")
    return Found(Duration(unit=unit_form.name or "day", **fields), start, end, "duration")


def converted(figure: Figure, one: UnitForm, two: UnitForm) -> Figure:
    """The figure of one unit, converted to another of the same dimension."""
    if one.name == two.name:
        return figure
    a, b = unit(one.name or ""), unit(two.name or "")
    return evolve(
        figure, stated=b.from_si(a.to_si(figure.stated)), digit=figure.digit * a.factor / b.factor, exact=False
    )


def scaled_fields(fields: Fields, factor: float) -> Fields:
    """The fields with every figure times a factor: 50 cents are half a dollar."""
    found = fields.copy()
    if "scale" in fields:
        found["scale"] = fields["scale"] * factor
    if "figure" in fields:
        found["figure"] = scaled_figure(fields["figure"], factor)
    if "upper" in fields:
        found["upper"] = scaled_figure(fields["upper"], factor)
    return found


def scaled_figure(figure: Figure, factor: float) -> Figure:
    """The figure times a factor."""
    return Figure(round(figure.stated * factor, 9), figure.digit * factor, False, figure.significant)


#: what stands before a scale word that is part of a longer amount, or of none: "several hundred", "per thousand"
_COUNTED_SCALE = late(
    r"(?:[0-9½¼¾]|\b(?:an?|the|few|several|couple|many|per|half|quarter|dozen|of an?|and|[a-z]+(?:teen|ty)|"
    rf"{either(ONES)})(?: of)?)[\s-]$",
    re.IGNORECASE,
)
#: the text before a minus sign; behind other text it is a hyphen or a dash
_MINUS = r"(?<![\w.,)\]%°'\"-])(?<!\n)"
#: what stands before the figure of a range, of an amount below zero, and of a sum
_BETWEEN = rf"between (?:about |around |some )?(?P<minus>-|minus )?(?P<sign>{SIGN})? ?"
_BELOW_ZERO = rf"(?:{_MINUS}-|minus[\s-]|negative )"
_SIGN = rf"(?<![\w$])(?P<sign>{SIGN}) ?"
_CODE = rf"(?<!\w)(?P<sign>M?{either(CODES)}) ?"

RULES = (
    Rule(
        "number",
        {DIGIT, *FRACTION_SIGNS},
        staged(
            rf"{AMOUNT_START}(?P<figure>{DIGITS_WITH_WORDS})",
            simple=rf"{AMOUNT_START}(?P<figure>{FEW_DIGITS})",
            ahead=AMOUNT_START + DIGITS_AHEAD,
        ),
        figure_amount,
    ),
    Rule(
        "number-words",
        WORD_TRIGGERS,
        staged(
            rf"{AMOUNT_START}(?P<figure>{WORDS})",
            simple=rf"{AMOUNT_START}(?P<figure>{FEW_WORDS})",
            ahead=AMOUNT_START + WORDS_AHEAD,
        ),
        figure_amount,
    ),
    Rule("number-vague", VAGUE_TRIGGERS, uncompiled(rf"{AMOUNT_START}(?P<figure>{VAGUE_WORDS})"), figure_amount),
    Rule(
        "number-below",
        pairs("sub", "-"),
        uncompiled(rf"(?<![\w-])sub-(?=[1-9])(?P<figure>{DIGITS_WITH_WORDS})"),
        amount_below,
    ),
    Rule(
        "number-scale",
        {"hundred", "thousand", "million", "billion"},
        uncompiled(r"(?<![\w-])(?:hundred|thousand|million|billion)(?= )"),
        scale_amount,
    ),
    Rule(
        "number-point", pairs(".", DIGIT), uncompiled(r"(?<![\w.)\]])(?P<figure>\.[0-9]{1,6}(?![.\w]))"), figure_amount
    ),
    Rule(
        "number-between",
        pairs(
            "between",
            "about",
            "around",
            "some",
            "-",
            "minus",
            *FIGURE_TRIGGERS,
            *(sign.split()[0] for sign in openings(SIGNS)),
        ),
        staged(
            rf"{_BETWEEN}(?P<figure>{POINT})",
            simple=rf"{_BETWEEN}(?P<figure>{SHORT_POINT})",
            ahead=_BETWEEN + POINT_AHEAD,
        ),
        range_amount,
    ),
    Rule(
        "number-negative",
        pairs(("-", "minus", "negative"), *FIGURE_TRIGGERS) | pairs("minus", "-"),
        staged(
            rf"{_BELOW_ZERO}(?P<figure>{DIGITS_WITH_WORDS}|{WORDS})",
            simple=rf"{_BELOW_ZERO}(?P<figure>{SHORT_POINT})",
            ahead=_BELOW_ZERO + POINT_AHEAD,
        ),
        negative_amount,
    ),
    Rule(
        "money-sign",
        openings(SIGNS),
        staged(
            rf"{_SIGN}(?i:(?P<figure>{POINT}))",
            simple=rf"{_SIGN}(?i:(?P<figure>{SHORT_POINT}))",
            ahead=rf"{_SIGN}(?i:{POINT_AHEAD})",
            cased=True,
        ),
        money_amount,
    ),
    Rule(
        "money-letter",
        pairs(map(str.lower, LETTERS), DIGIT),
        uncompiled(rf"(?<![\w$])(?P<sign>{either(LETTERS)}) ?(?i:(?P<figure>{POINT}))", cased=True),
        lettered_sum,
    ),
    Rule(
        "money-code",
        {prefix.lower() + code.lower() for code in CODES for prefix in ("", "M")},
        staged(
            rf"{_CODE}(?i:(?P<figure>{POINT}))",
            simple=rf"{_CODE}(?i:(?P<figure>{SHORT_POINT}))",
            ahead=rf"{_CODE}(?i:{POINT_AHEAD})",
            cased=True,
        ),
        money_amount,
    ),
)
