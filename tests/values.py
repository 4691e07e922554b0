"""Hypothesis strategies for canonical values, for the property tests here."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from factdiff.values.age import Age
from factdiff.values.amount import MODIFIERS
from factdiff.values.date import SEASONS, WEEKDAYS, Date
from factdiff.values.duration import ISO, Duration
from factdiff.values.figure import Figure
from factdiff.values.money import Money
from factdiff.values.number import Number
from factdiff.values.percent import UNITS, Percent
from factdiff.values.place import Place
from factdiff.values.quantity import Quantity
from factdiff.values.scales import names, scale
from factdiff.values.term import Term
from factdiff.values.tolerances import VAGUE
from factdiff.values.units import units

mantissas = st.one_of(
    st.integers(0, 999).map(str),
    st.integers(0, 9_999_999).map(str),
    st.decimals(0, 9999, places=2).map(str),
    st.sampled_from(["1000", "900", "500", "12500", "2.5", "1.26", "1.3"]),
)
figures = st.builds(Figure.read, mantissas, st.sampled_from([1, 1, 10**6, 10**9]))


@st.composite
def amounts(draw):
    """The fields of an amount: bare, hedged, a range, or vague."""
    form = draw(st.sampled_from(["bare", "bare", "hedged", "range", "vague"]))
    if form == "vague":
        return {"vague": draw(st.sampled_from(sorted(VAGUE))), "scale": draw(st.sampled_from([1.0, 100.0, 1000.0]))}
    if form == "range":
        low, high = sorted((draw(figures), draw(figures)), key=lambda figure: figure.stated)
        return {"figure": low, "upper": high}
    return {"figure": draw(figures), "modifier": draw(st.sampled_from(sorted(MODIFIERS))) if form == "hedged" else None}


bare_amounts = st.builds(dict, figure=figures)


def kinds_of(fields):
    """A number, quantity, sum, percentage, duration or age with these fields."""
    lengths = [name for name, unit in units().items() if unit.dimension in ("length", "mass", "temperature")]
    return st.one_of(
        st.builds(lambda f, c: Number(counted=c, **f), fields, st.sampled_from([None, "person", "container"])),
        st.builds(lambda f, u: Quantity(unit=u, **f), fields, st.sampled_from(sorted(lengths))),
        st.builds(lambda f, c: Money(currency=c, **f), fields, st.sampled_from([None, "EUR", "USD"])),
        st.builds(lambda f, u: Percent(unit=u, **f), fields, st.sampled_from(sorted(UNITS))),
        st.builds(lambda f, u: Duration(unit=u, **f), fields, st.sampled_from(sorted(ISO))),
        st.builds(lambda f: Age(**f), fields),
    )


days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
near_days = st.dates(date(2023, 11, 1), date(2024, 3, 1))
dates = st.one_of(
    near_days.map(Date.day),
    days.map(Date.day),
    near_days.map(lambda d: Date.month(d.year, d.month)),
    near_days.map(lambda d: Date.year(d.year)),
    near_days.map(Date.week),
    st.builds(Date.day, near_days, approximate=st.booleans(), weekday=st.sampled_from([None, *WEEKDAYS])),
    st.builds(Date.season, st.integers(2022, 2025), st.sampled_from(sorted(SEASONS))),
    st.integers(190, 205).map(lambda tens: Date.decade(tens * 10)),
    near_days.map(lambda d: Date.any_year(d.month, d.day)),
    st.integers(1, 12).map(Date.any_year),
    st.tuples(near_days, near_days).map(lambda pair: Date.span(*sorted(pair))),
    near_days.map(lambda d: Date.span(d, None)),
    near_days.map(lambda d: Date.span(None, d)),
    st.sampled_from(["PAST_REF", "XXXX-WXX-2"]).map(Date.unknown),
)

ids = ["earth", "france", "lyon", "paris", "italy", "rome"]
tree = {"earth": (), "france": ("earth",), "lyon": ("france", "earth"), "paris": ("france", "earth")}
tree |= {"italy": ("earth",), "rome": ("italy", "earth")}
countries = {"france": "FR", "lyon": "FR", "paris": "FR", "italy": "IT", "rome": "IT"}
features = {"earth": "continent", "france": "country", "italy": "country"}
places = st.builds(
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
kinds_of_things = st.sampled_from([None, "heat", "flood"])
graded = [(name, label) for name in names() for label in sorted(scale(name).grades)]
terms = st.one_of(
    st.builds(lambda grade, of: Term.grade(*grade, of=of), st.sampled_from(graded), kinds_of_things),
    st.builds(
        lambda low, size, of, among: Term.rank(low, low + size, of=of, among=among),
        st.integers(1, 4),
        st.sampled_from([1, 1, 3, 20]),
        kinds_of_things,
        st.sampled_from([None, "world"]),
    ),
)

values = st.one_of(kinds_of(amounts()), dates, places, terms)


def families():
    """Strategies of values that can be compared with each other, so that triples of one kind are common."""
    return st.sampled_from(
        [
            amounts().map(lambda f: Number(**f)),
            st.builds(
                lambda f, u: Quantity(unit=u, **f), amounts(), st.sampled_from(["metre", "kilometre", "mile", "foot"])
            ),
            st.builds(lambda f, u: Duration(unit=u, **f), amounts(), st.sampled_from(["day", "week", "month"])),
            dates,
            places,
            terms,
        ]
    )
