"""MON503: a conversion far off the rate of the day."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import product

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.checks._common.conversions import Conversion, differing_conversions
from factdiff.context.currencies.shared_signs import COUNTRIES, STRONGEST, sharing_currencies
from factdiff.exchange_rates import convert
from factdiff.records import Finding, Mention
from factdiff.values.amounts.figure import format_decimal
from factdiff.values.amounts.money import Money
from factdiff.values.calendar.days import calendar_day
from factdiff.values.places.place import Place

#: how far a conversion may lie from the rate, beyond the rounding of its figures
TOLERANCE = 0.05
#: the first letters of a currency's code, which are those of its country
COUNTRY = 2
#: conversions are made at the rate of the day, or of one some weeks before
BEFORE = (timedelta(0), timedelta(7), timedelta(30), timedelta(90))


def find(story: Story) -> Iterator[Finding]:
    """A finding for each sum whose restatement is far off the rates of the weeks before publication, or, where no rate
    is known, off that of another conversion of the story.

    A sign that several currencies share may mean that of each country that the story names.
    """
    for one, other in differing_conversions(story.glosses):
        spans = [*(evidence(mention, "A") for mention in one), *(evidence(mention, "B") for mention in other)]
        yield finding("warning", rate_message(one, other), spans)
    countries = frozenset(m.value.country for m in story.of_kind("place") if isinstance(m.value, Place))
    for first, second in story.glosses:
        day = calendar_day(story.published.get(first.source or ""))
        if day is None or not isinstance(first.value, Money) or not isinstance(second.value, Money):
            continue
        some, others = set(meant(first, countries)), set(meant(second, countries))
        if min(len(some), len(others)) == 1 and (some <= others or others <= some):
            some, others = {first.value.currency or ""}, {second.value.currency or ""}  # "A$64 million ($43 million)"
        pairs = [(one, two) for one, two in product(sorted(some), sorted(others)) if one != two]
        amount = next((found for pair in pairs if (found := at_rate(first.value, *pair, day))), None)
        if amount is not None and not is_possible(first.value, second.value, pairs, day):
            yield finding("warning", message(first, second, amount), (evidence(first, "A"), evidence(second, "B")))


def meant(mention: Mention, countries: frozenset[str | None]) -> frozenset[str]:
    """The currencies that a sum can be in: its own where it is written out, else those that share its sign.

    Of these it is in its own, in one of the countries that the story names, or, as most dollars are, in the strongest.
    """
    shared = sharing_currencies(mention)
    own = mention.value.currency if isinstance(mention.value, Money) else None
    named = frozenset(currency for currency in shared if currency[:COUNTRY] in countries)
    if own and (not shared or named or (shared in COUNTRIES and countries)):
        return named | {own, STRONGEST.get(own, own) if shared else own}
    return named or shared


def at_rate(money: Money, source: str, target: str, day: date) -> tuple[float, str] | None:
    """The stated figure of a sum in another currency at the rate of a day, and that currency; None where no rate is."""
    amount = convert(money.stated, source, target, day) if money.stated else None
    return None if amount is None else (amount, target)


def is_possible(a: Money, b: Money, pairs: Iterable[tuple[str, str]], published: date) -> bool:
    """Whether a sum restates another in some pair of currencies, at the rate of the day or of the weeks before."""
    days = [published - back for back in BEFORE if back <= published - date.min]
    amounts = (exchanged(a.stated or 0.0, one, two, day) for one, two in pairs for day in days)
    return any(is_near(*amount, b) for amount in amounts)


def exchanged(amount: float, source: str, target: str, day: date) -> tuple[float, float]:
    """The least and the most that an amount of one currency can be in another at the rate of a day.

    The two are the same where the European Central Bank has a rate. A currency without one can be worth anything, up to
    what the strongest of its family is worth.
    """
    known = convert(amount, source, target, day)
    if known is not None:
        return known, known
    most = convert(amount, STRONGEST.get(source, source), target, day)
    least = convert(amount, source, STRONGEST.get(target, target), day)
    return least or 0.0, math.inf if most is None else most


def is_near(least: float, most: float, money: Money) -> bool:
    """Whether a sum lies between two amounts, give or take the tolerance and half a digit."""
    stated, slack = money.stated or 0.0, money.half_digit()
    return least * (1 - TOLERANCE) - slack <= stated <= most * (1 + TOLERANCE) + slack


def message(first: Mention, second: Mention, amount: tuple[float, str]) -> str:
    """The message: the two sums, and the amount at the rate of the day with its currency."""
    there = f"{format_decimal(float(f'{amount[0]:.3g}'), 0.0)} {amount[1]}"
    return (
        f"“{first.surface}” was about {there} at the rate of the day, the text says “{second.surface}”; "
        "the rate of the day of the deal settles it"
    )


def rate_message(one: Conversion, other: Conversion) -> str:
    """The message: two conversions of the story that are not made at one rate."""
    (a, b), (c, d) = one, other
    return (
        f"“{a.surface}” is given as “{b.surface}”, but “{c.surface}” as “{d.surface}”, which is another rate; "
        "the rate of the day settles which is wrong"
    )


CHECK = Check(
    code="MON503",
    name="exchange-rate",
    severity="warning",
    summary="A sum is restated in another currency, far off the rates of all currencies that its sign can mean.",
    why="A conversion the wrong way round, or at last year's rate, is easily made and easily checked.",
    fires=Example(("The painting was sold for $40 million (€44 million) on Tuesday.",), published="2024-01-04"),
    quiet=Example(("The painting was sold for $40 million (€36.5 million) on Tuesday.",), published="2024-01-04"),
    find=find,
)
