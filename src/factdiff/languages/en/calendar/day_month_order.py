"""The order of numeric dates: day or month first, by the dates of a text themselves or by where it comes from."""

from __future__ import annotations

import re
from functools import lru_cache

from factdiff import gazetteer
from factdiff.language.rules import Setting
from factdiff.languages.en.calendar.calendar_words import WEEKDAY_NUMBERS, full_year
from factdiff.text.patterns import late
from factdiff.values.calendar.days import valid_date

#: countries that write the month first, and those that write both orders
MONTH_FIRST, DAY_OR_MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW"}), frozenset({"CA"})
_NUMERIC = late(
    r"(?P<first>[0-9](?<![\w/.-].)[0-9]?)/(?P<second>[0-3]?[0-9])/(?P<year>[12][0-9]{3}|[0-9]{2})(?![\w/])", re.DOTALL
)
_WEEKDAY = late(rf"\b({'|'.join(sorted(WEEKDAY_NUMBERS, key=len, reverse=True))})\b\.?,?\s$", re.IGNORECASE)
#: how far before a date its weekday can start, in characters
REACH = 14
_DATELINE = late(r"^([A-Z][A-Z' .-]{2,30}|[A-Z][a-z]{2,20})(?=[,(]| [-\u2014(])", re.MULTILINE)
#: the fewest inhabitants of a place in a dateline that is not in capitals
LARGE = 100_000
#: the number of characters in which the dateline is searched
HEAD = 1000


def month_first(text: str) -> bool | None:
    """Whether the numeric dates of a text write the month first, by those that have only one reading; None if unknown.

    >>> month_first("From 03/25/2024 to 04/05/2024."), month_first("On 04/05/2024."), month_first("Sunday, 05/05/2024")
    (True, None, None)
    >>> month_first("Opened on Friday, 04/05/2024.")
    True
    """
    found = _NUMERIC.finditer(text) if "/" in text else ()
    orders = {vote for match in found if (vote := order_of_date(match)) is not None}
    return orders.pop() if len(orders) == 1 else None


def order_of_date(match: re.Match[str]) -> bool | None:
    """Whether a numeric date has the month first; None where both readings are possible."""
    first, second, year = int(match["first"]), int(match["second"]), full_year(match["year"])
    days = {False: valid_date(year, second, first), True: valid_date(year, first, second)}
    if weekday := _WEEKDAY.search(match.string, max(0, match.start() - REACH), match.start()):
        number = WEEKDAY_NUMBERS[weekday[1].lower()]
        days = {order: day for order, day in days.items() if day is not None and day.weekday() == number} or days
    orders = [order for order, day in days.items() if day is not None]
    return orders[0] if len(orders) == 1 else None


def document_order(setting: Setting) -> bool | None:
    """Whether numeric dates write the month first: by the text, or else by the publisher's country or the dateline."""
    if setting.month_first is not None:
        return setting.month_first
    country = setting.home or dateline_country(setting.text[:HEAD])
    return None if country is None or country in DAY_OR_MONTH_FIRST else country in MONTH_FIRST


@lru_cache(maxsize=256)
def dateline_country(head: str) -> str | None:
    """The country of the place that a dateline names, or None.

    >>> dateline_country("LONDON (Reuters) - Nine people died."), dateline_country("Nine people died in London.")
    ('GB', None)
    """
    match = _DATELINE.search(head)
    named = gazetteer.lookup(match[1].strip().title()) if match else ()
    if not match or not named or named[0].form != "name":
        return None
    sure = match[1].isupper() or (not named[0].guarded and named[0].entry.population >= LARGE)
    return named[0].entry.country if sure else None
