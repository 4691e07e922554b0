"""Words for the units, codes and days of a report."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from factdiff.tables import read_table
from factdiff.values.amounts.number import plural

#: what joins the two units of a rate
PER = " per "
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


@cache
def table(name: str) -> dict[str, Any]:
    """A table of words."""
    return read_table("factdiff.reports._page", f"{name}.toml")


def units(name: str) -> str:
    """A unit, or a counted noun, in the plural.

    >>> units("kilometre"), units("foot per second"), units("person")
    ('kilometres', 'feet per second', 'people')
    """
    over, per, under = name.partition(PER)
    return f"{table('units')['plurals'].get(over) or plural(over)}{per}{under}" if name else ""


def currency(code: str) -> str:
    """The name of a currency by its code of ISO 4217, in the plural.

    >>> currency("EUR"), currency("ISK")
    ('euros', 'ISK')
    """
    return str(table("units")["currencies"].get(code, code))


def signed(weight: float) -> str:
    """A weight with its sign.

    >>> signed(0.5), signed(-0.25)
    ('+0.50', '−0.25')
    """
    return f"{weight:+.2f}".replace("-", "\N{MINUS SIGN}")


def day(first: date, last: date) -> str:
    """A day, a month or a year by its first and last day, or a span by both.

    >>> day(date(2024, 3, 4), date(2024, 3, 4)), day(date(2024, 2, 1), date(2024, 2, 29))
    ('4 Mar 2024', 'Feb 2024')
    >>> day(date(2024, 1, 1), date(2024, 12, 31)), day(date(2024, 3, 30), date(2024, 4, 2))
    ('2024', '30 Mar 2024 to 2 Apr 2024')
    """
    start, end = beginning(first, last), written(last, granularity(first, last))
    return start if start == end else f"{start} to {end}"


def beginning(first: date, last: date) -> str:
    """The first day of a span, or its first month or year where the span is made of whole ones."""
    return written(first, granularity(first, last))


def granularity(first: date, last: date) -> str:
    """The granularity of a span of days: year, month or day."""
    if first.day > 1 or (last != date.max and (last + timedelta(1)).day > 1):
        return "day"
    return "year" if (first.month, last.month) == (1, 12) else "month"


def written(when: date, grain: str) -> str:
    """A day, its month or its year."""
    shown = {
        "day": f"{when.day} {MONTHS[when.month - 1]} {when.year}",
        "month": f"{MONTHS[when.month - 1]} {when.year}",
    }
    return shown.get(grain, str(when.year))
