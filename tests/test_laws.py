"""The laws of canonical values and of their relations, for every kind."""

from __future__ import annotations

import json

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from factdiff import Relation, normalize, relate
from factdiff.testing.strategies import amounts, texts_for
from factdiff.testing.written_forms import written_forms
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.amounts.units import units
from values import families, kinds_of, values


@given(values)
def test_a_value_equals_itself(value):
    assert relate(value, value) is Relation.EQUAL


@given(values, values)
def test_relations_are_converse(a, b):
    assert relate(a, b) is relate(b, a).converse


@given(st.data(), families())
def test_relations_of_one_kind_are_converse(data, family):
    a, b = data.draw(family), data.draw(family)
    assert relate(a, b) is relate(b, a).converse


@given(st.data(), families())
def test_inside_is_transitive(data, family):
    a, b, c = (data.draw(family) for _ in range(3))
    if relate(a, b) is Relation.INSIDE and relate(b, c) is Relation.INSIDE:
        assert relate(a, c) is Relation.INSIDE


@given(st.data(), st.sampled_from(["metre", "kilometre", "mile", "foot"]))
def test_a_widening_hedge_makes_nothing_disjoint(data, unit):
    a, b = (Quantity(unit=data.draw(st.sampled_from([unit, "mile"])), **data.draw(amounts())) for _ in range(2))
    if a.is_point and relate(a, b) is not Relation.DISJOINT:
        assert relate(evolve(a, modifier="approximate"), b) is not Relation.DISJOINT


@given(values)
def test_dictionary_form_is_json_with_its_type_first(value):
    data = value.to_dict()
    assert next(iter(data)) == "type"
    assert data["type"] == value.kind
    assert json.loads(json.dumps(data, allow_nan=False)) == data


@given(kinds_of())
def test_bounds_hold_the_stated_figure(value):
    data = value.to_dict()
    if data["stated"] is None or value.kind == "duration":
        return
    slack = 1e-9 * max(1.0, abs(data["stated"]))
    assert data["low"] is None or data["low"] <= data["stated"] + slack
    assert data["high"] is None or data["high"] >= data["stated"] - slack


@given(kinds_of(bare=True))
def test_canonical_wording_gives_the_value_back(value):
    if isinstance(value, Age):
        value = Age(figure=Figure.exactly(float(round(value.stated) % 120)))
    if getattr(value, "currency", "") is None:
        return
    again = normalize(str(value), kind=value.kind)
    assert relate(again, value) is Relation.EQUAL
    assert isinstance(again, Amount)
    assert again.stated == value.stated


@given(amounts())
def test_hedged_wording_gives_the_value_back(fields):
    number = Number(counted="container", **fields)
    if number.vague or (number.upper and number.figure.stated == number.upper.stated):
        return
    again = normalize(f"{number.wording()} containers", kind="number")
    assert relate(again, number) is Relation.EQUAL


@given(st.sampled_from(sorted(units())), st.sampled_from(sorted(units())), st.floats(0.01, 1e6))
def test_one_amount_in_two_units_is_equal(one, two, amount):
    first, second = units()[one], units()[two]
    if first.dimension != second.dimension or first.dimension == "duration":
        return
    there = second.from_si(first.to_si(amount))
    a = Quantity(unit=one, figure=Figure(amount, 1e-9, True, 6))
    b = Quantity(unit=two, figure=Figure(there, 1e-9, True, 6))
    assert relate(a, b) is Relation.EQUAL


@given(st.sampled_from(sorted(units())), st.floats(-1e6, 1e6))
def test_conversion_holds_twelve_digits(name, amount):
    unit = units()[name]
    back = unit.from_si(unit.to_si(amount))
    assert abs(back - amount) <= 1e-9 * max(1.0, abs(amount))


@given(st.data(), values)
def test_every_written_form_gives_the_value_back(data, value):
    if written_forms(value):
        text = data.draw(texts_for(value))
        assert relate(normalize(text, kind=value.kind), value) is Relation.EQUAL


@given(values)
def test_every_value_has_a_wording(value):
    assert str(value)
