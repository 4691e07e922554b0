"""Strategies of values for the laws: those of factdiff.testing, and places of a small tree that nests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from factdiff.testing.strategies import (
    ages,
    amounts,
    dates,
    durations,
    money,
    names,
    numbers,
    ordinals,
    percents,
    places,
    quantities,
    quotes,
    recurrences,
    roles,
    stances,
    terms,
    times,
)
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.duration import Duration
from factdiff.values.places.place import Place

ids = ["earth", "france", "lyon", "paris", "italy", "rome"]
tree = {"earth": (), "france": ("earth",), "lyon": ("france", "earth"), "paris": ("france", "earth")}
tree |= {"italy": ("earth",), "rome": ("italy", "earth")}
countries = {"france": "FR", "lyon": "FR", "paris": "FR", "italy": "IT", "rome": "IT"}
features = {"earth": "continent", "france": "country", "italy": "country"}
nested = st.builds(
    lambda key, form, at: Place(
        id=key,
        name=str(key),
        feature=features.get(key, "city"),
        within=tree.get(key, ()),
        form=form,
        lat=at,
        lon=at,
        country=countries.get(key),
    ),
    st.sampled_from([None, *ids]),
    st.sampled_from(["name", "demonym", "metonym"]),
    st.sampled_from([None, 0.0, 0.1, 40.0]),
)
wide_dates = st.one_of(dates(), st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(Date.day))


def kinds_of(*, bare=False):
    """A number, quantity, sum, percentage, duration or age."""
    return st.one_of(*(kind(bare=bare) for kind in (numbers, quantities, money, percents, durations, ages)))


spoken = st.one_of(roles(), names(), quotes(), stances())
values = st.one_of(kinds_of(), ordinals(), wide_dates, times(), recurrences(), places(), nested, terms(), spoken)


def families():
    """Strategies of values that can be compared with each other, so that triples of one kind are common."""
    return st.sampled_from(
        [
            numbers(),
            st.builds(
                lambda f, u: Quantity(unit=u, **f), amounts(), st.sampled_from(["metre", "kilometre", "mile", "foot"])
            ),
            st.builds(lambda f, u: Duration(unit=u, **f), amounts(), st.sampled_from(["day", "week", "month"])),
            money(currencies=("EUR",)),
            percents(),
            dates(),
            places(),
            nested,
            terms(),
            times(),
            recurrences(),
            roles(),
            names(),
            quotes(),
            stances(),
        ]
    )
