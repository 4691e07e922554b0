"""MON503: a conversion far off the rate of the day."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.context.currencies.shared_signs import STRONGEST, possible_currencies
from factdiff.exchange_rates import convert
from factdiff.records import Finding, Mention
from factdiff.values.amounts.figure import format_decimal
from factdiff.values.amounts.money import Money
from factdiff.values.calendar.days import calendar_day

#: how far a conversion may lie from the rate, beyond the rounding of its figures
TOLERANCE = 0.05
#: conversions are made at the rate of the day, or of one some weeks before
BEFORE = (timedelta(0), timedelta(7), timedelta(30), timedelta(90))


def find(story: Story) -> Iterator[Finding]:
    """A finding for each sum whose restatement in brackets is far off the rates of the weeks before publication.

    A sign that several currencies share may mean each of them.
    """
    days = {source.id: source.published for source in story.sources}
    for first, second in story.glosses:
        published = days.get(first.source)
        a, b = first.value, second.value
        if published is None or not isinstance(a, Money) or not isinstance(b, Money):
            continue
        day = calendar_day(published)
        days_back = [day - back for back in BEFORE if back <= day - date.min]
        amount = at_rate(a, b, day)
        if amount is not None and not is_possible(first, second, days_back):
            yield finding("warning", message(first, second, amount), (evidence(first, "A"), evidence(second, "B")))


def at_rate(a: Money, b: Money, day: date) -> float | None:
    """The stated figure of one sum in the currency of another at the rate of a day, or None where it is not known."""
    if not a.stated or not b.stated or not a.currency or not b.currency:
        return None
    return convert(a.stated, a.currency, b.currency, day)


def is_possible(first: Mention, second: Mention, days: Sequence[date]) -> bool:
    """Whether a sum restates another at the rate of one of some days, in some of the currencies that both can be in."""
    a, b = first.value, second.value
    if not isinstance(a, Money) or not isinstance(b, Money):
        return False
    some, others = possible_currencies(first), possible_currencies(second)
    if min(len(some), len(others)) == 1 and (some <= others or others <= some):
        some, others = frozenset([a.currency or ""]), frozenset([b.currency or ""])  # "A$64 million ($43 million)"
    pairs = product(some, others, days)
    amounts = (exchanged(a.stated or 0.0, one, two, day) for one, two, day in pairs if one != two)
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


def message(first: Mention, second: Mention, amount: float) -> str:
    """The message: the two sums, and the amount at the rate of the day."""
    there = f"{format_decimal(float(f'{amount:.3g}'), 0.0)} {second.value.to_dict()['currency']}"
    return (
        f"“{first.surface}” was about {there} at the rate of the day, the text says “{second.surface}”; "
        "the rate of the day of the deal settles it"
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
