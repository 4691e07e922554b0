"""Restatements: mentions that repeat the one before them in other terms, and the mentions that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factdiff.context.document import Document
from factdiff.language import load
from factdiff.records import Mention
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.time import Time

_BRACKET = re.compile(r"\s?[(\[]")
#: a comma or a dash, behind which an amount that is not exact can restate the one before it
_BREAK = re.compile(r"(?:,| [\u2013\u2014-]) ")
#: the modifiers of amounts that were converted and rounded
ROUNDED = frozenset({"approximate", "just-over", "nearly"})
#: by which factor a conversion behind a comma can be wrong and still be meant as one
FURTHEST = 3.0
#: a day or a span in brackets with a colon, before the figure that it had
_LABEL = re.compile(r": ?[^()]*\)")


def restatements(document: Document) -> tuple[tuple[Mention, Mention], ...]:
    """The pairs of mentions of one kind of which the second restates the first: "900km (500 miles)", "2m, or 7ft"."""
    return tuple(
        (first, second)
        for first, second in pairwise(document.mentions)
        if first.kind == second.kind
        and restates(first, second)
        and (is_in_brackets(document, first, second) or is_beside(document, first, second))
    )


def is_in_brackets(document: Document, first: Mention, second: Mention) -> bool:
    """Whether a mention opens the brackets right behind another, and is no label of what stands in them."""
    return bool(_BRACKET.fullmatch(document.text, first.end, second.start)) and not is_label(document, second)


def is_beside(document: Document, first: Mention, second: Mention) -> bool:
    """Whether an amount is converted behind another: "418 km, roughly 260 miles", "120 pesos, or $7"."""
    words, a, b = load(document.source.lang).lexicon, first.value, second.value
    if not isinstance(a, Amount) or not isinstance(b, Amount) or words.restating is None or words.continuing is None:
        return False
    joined = words.restating.fullmatch(document.text, first.end, second.start) or (
        b.modifier in ROUNDED and _BREAK.fullmatch(document.text, first.end, second.start)
    )
    return bool(joined) and is_near(a, b) and words.continuing.match(document.text, second.end) is None


def is_near(a: Amount, b: Amount) -> bool:
    """Whether one quantity can have been meant as the conversion of another; sums always can."""
    if not isinstance(a, Quantity):
        return True
    low, high = sorted((abs(a.si_figure), abs(b.si_figure)))
    return low > 0 and high / low < FURTHEST


def comparable_mentions(document: Document) -> tuple[int, ...]:
    """The numbers of the mentions that can be compared with other sources.

    Amounts that restate another, figures of another time in brackets and mentions in boilerplate are left out.
    """
    restated = {second.start for first, second in document.cached(restatements) if first.kind != "date"}
    compared = {index for span in labelled_brackets(document) for index in document.mention_indices(*span)}
    return tuple(
        n
        for n, m in enumerate(document.mentions)
        if m.start not in restated and n not in compared and not document.is_boilerplate(n)
    )


def labelled_brackets(document: Document) -> Iterator[tuple[int, int]]:
    """The spans in brackets that give a figure of another time beside the one before them: "(2020: £14 million)"."""
    for mention in document.mentions:
        if is_label(document, mention):
            yield mention.start, document.text.index(")", mention.end)


def is_label(document: Document, mention: Mention) -> bool:
    """Whether a mention is the day or span before the figure that it had, in brackets."""
    text = document.text
    before = text[mention.start - 1 : mention.start]
    return mention.kind == "date" and before == "(" and _LABEL.match(text, mention.end) is not None


def restates(first: Mention, second: Mention) -> bool:
    """Whether a mention can restate the one before it: a day, a time, an amount in another unit."""
    a, b = first.value, second.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.measure.dimension == b.measure.dimension and a.unit != b.unit
    if isinstance(a, Money) and isinstance(b, Money):
        return a.currency != b.currency
    return isinstance(a, Date | Time)
