"""Conversions of a story between two currencies that are not made at one rate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factdiff.exchange_rates import currencies
from factdiff.records import Mention
from factdiff.values.amounts.money import Money

#: how far apart the rates of two conversions may lie that are made at one rate, beyond the rounding of their figures
APART = 0.06
#: a sum, and its restatement in another currency
Conversion = tuple[Mention, Mention]


def differing_conversions(glosses: Iterable[Conversion]) -> Iterator[tuple[Conversion, Conversion]]:
    """The conversions that are made at another rate than all others of a story, each with the first of those.

    Only currencies are looked at of which the European Central Bank has no rate.
    """
    by_currencies: defaultdict[tuple[str | None, str | None], list[Conversion]] = defaultdict(list)
    for first, second in glosses:
        a, b = first.value, second.value
        if isinstance(a, Money) and isinstance(b, Money) and a.stated and b.stated and not has_rates(a, b):
            by_currencies[a.currency, b.currency].append((first, second))
    for conversions in by_currencies.values():
        for number, one in enumerate(conversions):
            others = conversions[:number] + conversions[number + 1 :]
            if (number or len(others) > 1) and not any(is_at_one_rate(one, other) for other in others):
                yield one, others[0]


def has_rates(a: Money, b: Money) -> bool:
    """Whether the bank has rates of the currencies of two sums, or one of them is not known."""
    return not (a.currency and b.currency) or currencies().issuperset((a.currency, b.currency))


def is_at_one_rate(one: Conversion, other: Conversion) -> bool:
    """Whether two conversions can be made at one rate, given the rounding of their figures."""
    rates = [rates_of(*pair) for pair in (one, other)]
    return max(low for low, _ in rates) <= min(high for _, high in rates) * (1 + APART)


def rates_of(first: Mention, second: Mention) -> tuple[float, float]:
    """The least and the greatest rate at which a conversion can be made."""
    (a, a_slack), (b, b_slack) = map(stated_and_slack, (first, second))
    return (b - b_slack) / (a + a_slack), (b + b_slack) / (a - a_slack)


def stated_and_slack(mention: Mention) -> tuple[float, float]:
    """The stated figure of a sum, and half of its last digit."""
    value = mention.value
    return (value.stated or 0.0, value.half_digit()) if isinstance(value, Money) else (0.0, 0.0)
