"""The table of units is right, and each unit can be written."""

from __future__ import annotations

import math
import re

import pint
import pytest

from factdiff import find_mentions
from factdiff.languages.en.quantities import ATTACHED, FORMS
from factdiff.values.units import units

#: names that pint writes in another way (its barrel is no oil barrel, its month and year are other means)
PINT = {
    "barrel": "oil_barrel", "tonne": "metric_ton", "celsius": "degC", "fahrenheit": "degF", "US gallon": "gallon",
    "nautical mile": "nautical_mile", "metre per second": "m/s", "kilometre per hour": "km/h", "mile per hour": "mph",
    "knot": "knot", "stone": "stone", "month": None, "year": None,
    **{f"{how} {what}": f"{what}**{power}" for how, power in (("square", 2), ("cubic", 3))
       for what in ("metre", "kilometre", "foot", "mile")},
    **{f"{size}watt hour": f"{size}watt*hour" for size in ("kilo", "mega", "giga")},
}  # fmt: skip


@pytest.fixture(scope="module")
def registry():
    return pint.UnitRegistry()


@pytest.mark.parametrize("name", sorted(units()))
def test_size_agrees_with_pint(name, registry):
    unit = units()[name]
    theirs = PINT.get(name, name)
    if theirs is None:
        assert unit.factor == {"month": 365.2425 / 12, "year": 365.2425}[name] * 86400
        return
    for amount in (0.0, 1.0, 37.5, 1000.0):
        expected = (
            registry.Quantity(amount, theirs)
            .to_base_units()
            .to(registry(re.sub("(?<=m)([23])$", r"**\1", unit.si)).units)
            .magnitude
        )
        assert math.isclose(unit.to_si(amount), expected, rel_tol=1e-12, abs_tol=1e-9)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_written_form_is_read(form):
    (mention,) = find_mentions(f"It came to 23 {form}")
    assert (mention.value.unit, mention.value.stated) == (FORMS[form], 23)


@pytest.mark.parametrize("form", sorted(ATTACHED))
def test_short_forms_are_read_only_behind_the_digits(form):
    (mention,) = find_mentions(f"It came to 23{form}.")
    assert mention.value.unit == ATTACHED[form]
    assert [m.kind for m in find_mentions(f"It came to 23 {form} the end.")] in ([], ["number"])


def test_every_unit_has_a_form_in_english():
    assert set(units()) == set(FORMS.values()) | set(ATTACHED.values())
