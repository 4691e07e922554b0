"""Restatements: mentions in brackets that repeat the one before them, and the mentions that can be compared."""

from __future__ import annotations

import re
from itertools import pairwise

from factdiff.context.document import Document
from factdiff.records import Mention
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.time import Time

_BRACKET = re.compile(r"\s?[(\[]")


def restatements(document: Document) -> tuple[tuple[Mention, Mention], ...]:
    """The pairs of mentions of one kind of which the second, in brackets, restates the first: "900km (500 miles)"."""
    return tuple(
        (first, second)
        for first, second in pairwise(document.mentions)
        if first.kind == second.kind
        and _BRACKET.fullmatch(document.text, first.end, second.start)
        and restates(first, second)
    )


def comparable_mentions(document: Document) -> tuple[int, ...]:
    """The numbers of the mentions that can be compared with other sources.

    Amounts that restate another and mentions in boilerplate are left out.
    """
    restated = {second.start for first, second in document.cached(restatements) if first.kind != "date"}
    return tuple(
        n for n, m in enumerate(document.mentions) if m.start not in restated and not document.is_boilerplate(n)
    )


def restates(first: Mention, second: Mention) -> bool:
    """Whether a mention in brackets can restate the one before it: a day, a time, an amount in another unit."""
    a, b = first.value, second.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.measure.dimension == b.measure.dimension and a.unit != b.unit
    if isinstance(a, Money) and isinstance(b, Money):
        return a.currency != b.currency
    return isinstance(a, Date | Time)
