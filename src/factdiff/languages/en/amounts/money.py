"""Sums of money, with a sign or code before the figure or a word or code behind it, with cents and as prices."""

from __future__ import annotations

import re

from factdiff.language.rules import Found
from factdiff.languages.en.amounts.figures.figure_ranges import FIGURE, unit_figure_at
from factdiff.languages.en.amounts.figures.readings import Fields
from factdiff.languages.en.amounts.units.ambiguity import currency_of
from factdiff.languages.en.amounts.units.rates import rate_unit_at
from factdiff.languages.en.amounts.units.unit_words import ALIASES, CODES, SIGNS, UnitForm
from factdiff.text.patterns import late
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.money import Money

#: the end of a sentence, before which cents may stand without their unit
_LAST = late(r"[.!?]?\s*(?:\n|$)")
_JOINT = late(r"(?:,? and)?[ \n]", re.IGNORECASE)


def currency_before(written: str) -> UnitForm:
    """The currency of a sign or code before a figure: "$", "EUR", "MSEK"."""
    if written in CODES or written[1:] in CODES:
        return UnitForm(
            "money", ALIASES.get(written[-3:], written[-3:]), 1.0 if written in CODES else 1e6, form=written
        )
    return UnitForm("money", SIGNS.get(written) or None, form=written)


def money_value(text: str, fields: Fields, currency_form: UnitForm, start: int, end: int) -> Found:
    """The sum in ``text[start:end]``, with the cents and the denominator behind it."""
    if currency_form.factor == 1.0 and "figure" in fields and "upper" not in fields:
        fields["figure"], end = with_cents(text, fields["figure"], end)
    currency = currency_of(currency_form.name, currency_form.form, text, start, end)
    rate = rate_unit_at(text, end)
    if rate is None:
        return Found(Money(currency=currency, **fields), start, end, "money")
    return Found(Money(currency=currency, per=rate[0], **fields), start, rate[1], "money")


def with_cents(text: str, figure: Figure, end: int) -> tuple[Figure, int]:
    """The figure with the cents that follow, and their end: "3 dollars 50 cents", "3 dollars and 50."."""
    joint = _JOINT.match(text, end)
    match = FIGURE.match(text, joint.end()) if joint else None
    cents = unit_figure_at(text, *match.span()) if match else None
    if cents is None or "figure" not in cents.fields:
        return figure, end
    spoken = cents.unit is None and _LAST.match(text, cents.end) is not None
    if not spoken and (cents.unit is None or cents.unit.factor != 0.01):
        return figure, end
    part = cents.fields["figure"].stated
    return (
        (Figure.read(f"{figure.stated + part / 100:.2f}"), cents.end)
        if part < 100 and figure.stated.is_integer()
        else (figure, end)
    )
