"""Sums of money: a sign or code before the figure, or a word or code behind it; cents, and what a price is per."""

from __future__ import annotations

import re

from factdiff.language.rules import Found
from factdiff.languages.en.amounts.figures.figure_ranges import FIGURE, piece_at
from factdiff.languages.en.amounts.figures.readings import Fields
from factdiff.languages.en.amounts.units.ambiguity import currency_of
from factdiff.languages.en.amounts.units.rates import per
from factdiff.languages.en.amounts.units.unit_words import ALIASES, CODES, SIGNS, Tail
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.money import Money

#: the end of a sentence, before which cents need no name
_LAST = re.compile(r"[.!?]?\s*(?:\n|$)")
_ALSO = re.compile(r"(?:,? and)?[ \n]", re.IGNORECASE)


def prefix(written: str) -> Tail:
    """What the sign or code of a currency before a figure says: "$", "EUR", "MSEK"."""
    if written in CODES or written[1:] in CODES:
        return Tail("money", ALIASES.get(written[-3:], written[-3:]), 1.0 if written in CODES else 1e6, form=written)
    return Tail("money", SIGNS.get(written) or None, form=written)


def money(text: str, fields: Fields, tail: Tail, start: int, end: int) -> Found:
    """The sum in ``text[start:end]``, with its cents and its rate."""
    if tail.factor == 1.0 and "figure" in fields and "upper" not in fields:
        fields["figure"], end = with_cents(text, fields["figure"], end)
    currency = currency_of(tail.name, tail.form, text, start, end)
    rate = per(text, end)
    if rate is None:
        return Found(Money(currency=currency, **fields), start, end, "money")
    return Found(Money(currency=currency, per=rate[0], **fields), start, rate[1], "money")


def with_cents(text: str, figure: Figure, end: int) -> tuple[Figure, int]:
    """A figure with the cents that follow, "3 dollars 50 cents" or at the end "3 dollars and 50"; where they end."""
    joint = _ALSO.match(text, end)
    match = FIGURE.match(text, joint.end()) if joint else None
    cents = piece_at(text, *match.span()) if match else None
    if cents is None or "figure" not in cents.fields:
        return figure, end
    spoken = cents.tail is None and _LAST.match(text, cents.end) is not None
    if not spoken and (cents.tail is None or cents.tail.factor != 0.01):
        return figure, end
    part = cents.fields["figure"].stated
    return (
        (Figure.read(f"{figure.stated + part / 100:.2f}"), cents.end)
        if part < 100 and figure.stated.is_integer()
        else (figure, end)
    )
