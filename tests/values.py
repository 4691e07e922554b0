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
    numbers,
    ordinals,
    percents,
    places,
    quantities,
    terms,
)
from factdiff.values.date import Date
from factdiff.values.duration import Duration
from factdiff.values.name import Name
from factdiff.values.place import Place
from factdiff.values.quantity import Quantity
from factdiff.values.quote import Quote
from factdiff.values.role import Role
from factdiff.values.stance import Stance

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


families_of_offices = {"minister": "ministry", "president": "state", "chancellor": "state", "head": None}
roles = st.builds(
    lambda office, fields, rank, former, where, country, holder: Role(
        office=office,
        fields=fields,
        rank=rank,
        former=former,
        organisation=where,
        country=country,
        family=families_of_offices[office],
        holder=holder,
    ),
    st.sampled_from(sorted(families_of_offices)),
    st.frozensets(st.sampled_from(["defence", "energy"]), max_size=2),
    st.sampled_from([None, "deputy"]),
    st.booleans(),
    st.sampled_from([None, "River Authority", "Museum"]),
    st.sampled_from([None, "FR", "IT"]),
    st.sampled_from([None, "Ana Duarte"]),
)
given_names, surnames = ["Ana", "A.", "Anna", "José"], ["Duarte", "Duárte", "Zelensky", "Zelenskyy", "Brandvold"]
people = st.builds(
    lambda given, family: Name(
        category="person", full=" ".join(filter(None, (given, family))), given=given, family=family
    ),
    st.sampled_from([None, *given_names]),
    st.sampled_from(surnames),
)
organisations = st.sampled_from(["Bank of Scotland", "River Authority"]).map(
    lambda full: Name(category="organisation", full=full)
)
names_of_all = st.one_of(people, organisations)
quotes = st.builds(
    lambda words, speaker: Quote(words=" ".join(words), speaker=speaker),
    st.lists(
        st.sampled_from(["we", "will", "defend", "the", "harbour", "harbor", "[our]", "..."]), min_size=1, max_size=6
    ),
    st.sampled_from([None, "Ana Duarte"]),
)
stances = st.builds(
    lambda verb, polarity, modality, holder: Stance(
        verb=verb, polarity=polarity, modality=modality, holder=holder, spoken=verb in ("confirm", "deny", "no-comment")
    ),
    st.sampled_from(["confirm", "deny", "no-comment", "approval", "completion"]),
    st.sampled_from([1, -1]),
    st.sampled_from(["asserted", "planned"]),
    st.sampled_from([None, "Ana Duarte"]),
)

spoken = st.one_of(roles, names_of_all, quotes, stances)
values = st.one_of(kinds_of(), ordinals(), wide_dates, places(), nested, terms(), spoken)


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
            roles,
            names_of_all,
            quotes,
            stances,
        ]
    )
