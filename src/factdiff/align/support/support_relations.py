"""Support relations: whether a value of a source that agrees with one of a draft bears it out, or only allows it."""

from __future__ import annotations

from math import floor, isinf, log10
from typing import Any

from attrs import evolve

from factdiff.values.amounts.amount import Amount
from factdiff.values.calendar.date import Date
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation, Value, relate

#: the numbers of relations: the same value, one that holds that of the source, and one that lies in its interval
SAME, HOLDS, LIES_IN = 3.0, 2.0, 1.0
#: one that a vague or open value, or a coarser date, allows; one that has some numbers in common; one that is another
#: figure, or another place
ALLOWED, OVERLAPS, OTHER = 0.0, -1.0, -2.0
#: from this number on, a value bears another out
BEARS_OUT = LIES_IN
NUMBERS = {
    Relation.EQUAL: SAME, Relation.CONTAINS: HOLDS, Relation.INSIDE: LIES_IN, Relation.OVERLAPPING: OVERLAPS,
}  # fmt: skip
DAY = "day"


def support_relation(draft: Value, source: Value, relation: Relation) -> float:
    """The number of the relation of a value of a draft to one of a source that agrees with it.

    >>> from factdiff.values.amounts.figure import Figure
    >>> from factdiff.values.amounts.number import Number
    >>> exact, least = Number(figure=Figure.read("118")), Number(figure=Figure.read("110"), modifier="more-than")
    >>> support_relation(exact, least, Relation.INSIDE), support_relation(least, exact, Relation.CONTAINS)
    (0.0, 2.0)
    """
    if isinstance(draft, Place):
        return SAME if relation is Relation.EQUAL else OTHER
    if isinstance(draft, Amount) and isinstance(source, Amount):
        return amount_relation(draft, source, relation)
    if isinstance(draft, Date) and isinstance(source, Date):
        return date_relation(draft, source, relation)
    return NUMBERS[relation]


def date_relation(draft: Date, source: Date, relation: Relation) -> float:
    """The number of the relation of two dates: a night begins on one day, and a month or a year only allows a day."""
    if draft.granularity == source.granularity == DAY and None not in (draft.earliest, source.earliest):
        return NUMBERS[relation] if draft.earliest == source.earliest else OTHER
    if relation is Relation.INSIDE and draft.granularity != source.granularity:
        return ALLOWED
    return NUMBERS[relation]


def amount_relation(draft: Amount, source: Amount, relation: Relation) -> float:
    """The number of the relation of two amounts.

    Two figures, with whatever hedges, bear each other out where one rounds to the other. An open bound allows what lies
    within one unit of its last significant digit: "more than 110" allows 118, and says nothing for 181. A vague amount
    or a range is borne out by a figure in it, and by no other range.
    """
    if draft.stated is None or source.stated is None:
        if relation is Relation.CONTAINS:
            return HOLDS if source.stated is not None else OVERLAPS
        return ALLOWED if relation is Relation.INSIDE and is_open(source) else NUMBERS[relation]
    if relate(without_hedge(draft), without_hedge(source)) is Relation.EQUAL:
        return NUMBERS[relation]
    if relation is Relation.INSIDE:
        return ALLOWED if is_just_beyond(draft, source) else OTHER
    return NUMBERS[relation] if is_just_beyond(source, draft) else OTHER


def without_hedge(amount: Amount) -> Any:
    """The amount as a bare figure."""
    return evolve(amount, modifier=None) if amount.modifier else amount


def is_just_beyond(amount: Amount, bound: Amount) -> bool:
    """Whether a figure lies within one unit of the last significant digit of a bound, or of another hedged figure."""
    if amount.figure is None or bound.figure is None:
        return False
    size = abs(bound.figure.stated)
    unit = 10.0 ** (floor(log10(size)) - max(0, bound.figure.significant - 1)) if size else 1.0
    return abs(amount.figure.stated - bound.figure.stated) <= unit


def is_open(value: Amount) -> bool:
    """Whether an amount is vague, or an interval without an end."""
    region = value.region()
    return value.vague is not None or isinf(region.low) or isinf(region.high)
