"""The table of units is right, and each unit can be written."""

from __future__ import annotations

import math
import re

import pint
import pytest

from factdiff import find_mentions
from factdiff.languages.en.amounts.units.rates import RATE_UNITS
from factdiff.languages.en.amounts.units.unit_words import ATTACHED_FORMS, FORMS, PART_FORMS
from factdiff.values.amounts.units import units

#: names that pint writes in another way (its barrel is no oil barrel, its month and year are other means)
PINT = {
    "barrel": "oil_barrel", "tonne": "metric_ton", "celsius": "degC", "fahrenheit": "degF", "US gallon": "gallon",
    "nautical mile": "nautical_mile", "metre per second": "m/s", "kilometre per hour": "km/h", "mile per hour": "mph",
    "kilometre per second": "km/s", "foot per second": "foot/s", "astronomical unit": "astronomical_unit",
    "light year": "light_year", "US fluid ounce": "fluid_ounce", "imperial gallon": "imperial_gallon",
    "acre foot": "43560 * foot**3", "furlong": "220 * yard", "fathom": "2 * yard",
    "cubic mile": "mile**3", "ton": "short_ton", "long ton": "long_ton",
    "kilotonne": "1000 * metric_ton", "megatonne": "1e6 * metric_ton", "gigatonne": "1e9 * metric_ton",
    "carat": "carat", "magnitude": None, "TEU": None, "decibel": None,
    "part per million": "1e-6 * dimensionless", "part per billion": "1e-9 * dimensionless",
    "milliampere hour": "milliampere * hour", "watt hour": "watt * hour", "mile per gallon": "mile/gallon",
    "revolution per minute": "revolution/minute", "pound per square inch": "pound_force/inch**2",
    "kilobit per second": "kilobit/s", "megabit per second": "megabit/s", "gigabit per second": "gigabit/s",
    "bar": "bar", "millibar": "millibar", "cup": "cup",
    "British thermal unit": "Btu_it", "pound foot": "pound_force * foot",
    "litre per 100 kilometres": "liter / (100 * kilometer)",
    "month": None, "year": None, "decade": None, "century": None,
    "acre": "4840 * yard**2",  # the international acre; pint's is that of the US survey, given up in 2023
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
        days = {"month": 365.2425 / 12, "year": 365.2425, "decade": 3652.425, "century": 36524.25}
        assert unit.factor == (days[name] * 86400 if name in days else 1)
        return
    si = registry(re.sub("(?<=m)([23])$", r"**\1", unit.si)).units
    if unit.offset:
        expected = [registry.Quantity(amount, theirs).to(si).magnitude for amount in (0.0, 37.5)]
    else:
        expected = [(amount * registry(theirs)).to(si).magnitude for amount in (0.0, 37.5)]
    for amount, theirs_in_si in zip((0.0, 37.5), expected, strict=True):
        assert math.isclose(unit.to_si(amount), theirs_in_si, rel_tol=1e-12, abs_tol=1e-9)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_written_form_is_read(form):
    (mention,) = find_mentions(f"It came to 23 {form}")
    assert (mention.value.unit, mention.value.stated) == (FORMS[form], 23)


@pytest.mark.parametrize("form", sorted(ATTACHED_FORMS))
def test_short_forms_are_read_only_behind_the_digits(form):
    (mention,) = find_mentions(f"It came to 23{form}.")
    assert mention.value.unit == ATTACHED_FORMS[form]
    assert [m.kind for m in find_mentions(f"It came to 23 {form} the end.")] in ([], ["number"])


def test_every_unit_has_a_form_in_english():
    assert set(units()) == {*FORMS.values(), *ATTACHED_FORMS.values(), *PART_FORMS.values(), *RATE_UNITS.values()}
