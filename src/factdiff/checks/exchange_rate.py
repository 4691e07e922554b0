"""MON503: a conversion far off the rate of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factdiff.check import Check, Example, Story, evidence, finding
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
    """A finding for each sum whose restatement in brackets is far off the rates of the weeks before publication."""
    days = {source.id: source.published for source in story.sources}
    for first, second in story.glosses:
        published = days.get(first.source)
        a, b = first.value, second.value
        if published is None or not isinstance(a, Money) or not isinstance(b, Money):
            continue
        day = calendar_day(published)
        days_back = [day - back for back in BEFORE if back <= day - date.min]
        amounts = [x for there in days_back if (x := exchanged(a, b, there)) is not None]
        if amounts and not any(is_near(x, b) for x in amounts):
            yield finding("warning", message(first, second, amounts[0]), (evidence(first, "A"), evidence(second, "B")))


def exchanged(a: Money, b: Money, day: date) -> float | None:
    """The stated figure of one sum in the currency of another at the rate of a day, or None where it is not known."""
    if not a.stated or not b.stated or not a.currency or not b.currency:
        return None
    return convert(a.stated, a.currency, b.currency, day)


def is_near(amount: float, money: Money) -> bool:
    """Whether an amount is the stated one, give or take the tolerance and half a digit."""
    stated = money.stated or 0.0
    return abs(amount - stated) <= TOLERANCE * amount + money.half_digit()


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
    summary="A sum is restated in another currency, far off the rate of the European Central Bank.",
    why="A conversion the wrong way round, or at last year's rate, is easily made and easily checked.",
    fires=Example(("The painting was sold for $40 million (€44 million) on Tuesday.",), published="2024-01-04"),
    quiet=Example(("The painting was sold for $40 million (€36.5 million) on Tuesday.",), published="2024-01-04"),
    find=find,
)
