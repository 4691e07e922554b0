"""Quantities, with the smaller units of compounds ("5ft 11in") and with rates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.figure_ranges import FIGURE, UnitFigure, negated, unit_figure_at
from factdiff.languages.en.amounts.figures.number_words import ONES
from factdiff.languages.en.amounts.figures.readings import Fields, read_figure
from factdiff.languages.en.amounts.units.ambiguity import degree_unit, is_of_weather
from factdiff.languages.en.amounts.units.rates import RATE_UNITS, rate_unit_at
from factdiff.languages.en.amounts.units.unit_words import UnitForm, unit_form_at
from factdiff.tables import read_table
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.amount import without_float_noise
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.amounts.units import PER, unit

#: unit -> the smaller units that can follow it in a compound
COMPOUNDS: dict[str, list[str]] = read_table("factdiff.languages.en.amounts.units", "units.toml")["compounds"]
_JOINT = late(r"(?:,? and|,)?[ \n]|(?<=[a-z])(?=[0-9])", re.IGNORECASE)
#: the text behind inches without their unit
_SPOKEN = late(r"[.,;:!?)]|\s*$|\n| (?:tall|and|high|in|with|but|or|when)\b", re.IGNORECASE)
_QUAKES = r"(?:earthquake|quake|tremor|aftershock|foreshock|temblor)s?"
#: the text between an earthquake and its magnitude
_QUAKE = late(
    rf"\b{_QUAKES}\b[^.;\n]{{0,45}}\b(?:as|at|of|measur(?:ed|es|ing)|register(?:ed|ing)|above|over|below|than|to)\s$",
    re.IGNORECASE,
)
#: units whose figures can be below zero
TEMPERATURES = ("degree", "celsius", "fahrenheit")
_OF_SUBSTANCE = late(r"[ \n]of[ \n][a-z]{3,20}(?:[ \n][a-z]{3,20})?(?=[ \n]per[ \n])", re.IGNORECASE)
#: part of a decade of degrees -> its first and last degree
PARTS_OF_DECADE = {"low": (0, 3), "lower": (0, 3), "mid": (4, 6), "upper": (7, 9), "high": (7, 9), None: (0, 9)}
#: from this decade on, degrees of the weather are of Fahrenheit
LEAST_FAHRENHEIT = 60
_BELOW_ZERO = late(r"[ \n]below zero\b", re.IGNORECASE)
#: "in" is inches behind feet
_INCHES = late(r" in\b\.?", re.IGNORECASE)


def quantity_value(text: str, fields: Fields, name: str, start: int, end: int) -> Found:
    """The quantity in ``text[start:end]``, with the smaller units and the denominator behind it."""
    if name == "degree":
        name = degree_unit(text, start, end)
    if name in TEMPERATURES and "figure" in fields:
        below = _BELOW_ZERO.match(text, end)
        end = below.end() if below else end
        if below or text[start:end].lower().endswith("below zero"):
            fields = below_zero(fields)
    if name in COMPOUNDS and "figure" in fields and "upper" not in fields:
        fields["figure"], name, end = with_smaller_units(text, fields["figure"], name, end)
    rate = rate_unit_at(text, end) or rate_behind_substance(text, end)
    if rate is not None and rate[0] in RATE_UNITS:
        name, end = f"{name}{PER}{RATE_UNITS[rate[0]]}", rate[1]
    return Found(Quantity(unit=name, **fields), start, end, "quantity")


def rate_behind_substance(text: str, end: int) -> tuple[str, int] | None:
    """The volume or mass that holds so much of a substance, "of lead per litre", and its end, or None."""
    substance = _OF_SUBSTANCE.match(text, end)
    rate = rate_unit_at(text, substance.end()) if substance else None
    held = rate is not None and unit(RATE_UNITS.get(rate[0], "day")).dimension in ("volume", "mass")
    return rate if held else None


def below_zero(fields: Fields) -> Fields:
    """The fields with the opposite signs; of a range the two figures change places."""
    found = fields.copy()
    found["figure"] = negated(fields.get("upper") or fields["figure"])
    if "upper" in fields:
        found["upper"] = negated(fields["figure"])
    return found


def with_smaller_units(text: str, figure: Figure, name: str, end: int) -> tuple[Figure, str, int]:
    """The figure with the smaller units that follow, "5ft 11in", in the smallest of them; that unit, and the end."""
    smaller = COMPOUNDS[name]
    while smaller:
        smaller_figure = smaller_unit_at(text, end, smaller)
        if smaller_figure is None or smaller_figure.unit is None or "figure" not in smaller_figure.fields:
            break
        more, small = smaller_figure.fields["figure"], smaller_figure.unit.name or ""
        stated = without_float_noise(figure.stated * unit(name).factor / unit(small).factor + more.stated)
        figure = Figure(stated, more.digit, more.exact, figure.significant + more.significant)
        name, end, smaller = small, smaller_figure.end, COMPOUNDS.get(small, [])
    return figure, name, end


def smaller_unit_at(text: str, end: int, smaller: Sequence[str]) -> UnitFigure | None:
    """The figure with one of the smaller units that follows a larger one, or None."""
    joint = _JOINT.match(text, end)
    match = FIGURE.match(text, joint.end()) if joint else None
    smaller_figure = unit_figure_at(text, *match.span()) if match else None
    if smaller_figure is None:
        return None
    if smaller_figure.unit is None and "inch" in smaller:
        return inches_at(text, smaller_figure, end)
    if smaller_figure.unit is not None and smaller_figure.unit.form in ("pound", "pounds") and "pound" in smaller:
        return smaller_figure._replace(unit=UnitForm("quantity", "pound"))
    return smaller_figure if smaller_figure.unit is not None and smaller_figure.unit.name in smaller else None


def inches_at(text: str, inch_figure: UnitFigure, end: int) -> UnitFigure | None:
    """The inches behind the feet that end at ``end``, or None: "5ft 11 in", or without their unit "six foot two"."""
    inches = _INCHES.match(text, inch_figure.end)
    if inches:
        return inch_figure._replace(unit=UnitForm("quantity", "inch"), end=inches.end())
    spoken = (
        text[max(0, end - 4) : end].lower() == "foot"
        and inch_figure.fields["figure"].stated < 12
        and _SPOKEN.match(text, inch_figure.end)
    )
    return inch_figure._replace(unit=UnitForm("quantity", "inch")) if spoken else None


def stones_and_pounds(match: re.Match[str], _: Setting) -> Built:
    """The weight in stones and pounds: "12st 7lb"."""
    pounds = 14 * int(match["stones"]) + int(match["pounds"])
    return Quantity(unit="pound", figure=Figure.exactly(pounds))


def feet_and_inches(match: re.Match[str], _: Setting) -> Built:
    """The height in feet and inches with signs or hyphens: 6'2", 6-foot-2."""
    tall, more = read_figure(match["feet"].lower()), read_figure((match["inches"] or match["signed"]).lower())
    return Quantity(unit="inch", figure=Figure.exactly(12 * tall.stated + more.stated)) if tall and more else None


def magnitude(match: re.Match[str], _: Setting) -> Built:
    """The magnitude of an earthquake before its figure: "magnitude 7.1"."""
    return Quantity(unit="magnitude", figure=Figure.read(match["figure"]))


def magnitude_beside_quake(match: re.Match[str], setting: Setting) -> Built:
    """The magnitude beside an earthquake: "a 6.1 earthquake", "aftershocks of up to 5.0"."""
    if unit_form_at(setting.text, match.end()) is not None:
        return None
    if match["quake"] is None and not _QUAKE.search(setting.text, max(0, match.start() - 80), match.start()):
        return None
    return Quantity(unit="magnitude", figure=Figure.read(match["figure"]))


def temperature_in_decade(match: re.Match[str], setting: Setting) -> Built:
    """The range of degrees of a decade, in a sentence of the weather: "highs in the mid-60s"; None elsewhere."""
    if not is_of_weather(setting.text, *match.span()):
        return None
    first = int(match["decade"][:2])
    low, high = PARTS_OF_DECADE[match["part"] and match["part"].lower()]
    name = degree_unit(setting.text, *match.span())
    if name == "degree" and first >= LEAST_FAHRENHEIT:
        name = "fahrenheit"
    value = Quantity(unit=name, figure=Figure.exactly(first + low), upper=Figure.exactly(first + high))
    return Found(value, match.start("span"), match.end())


def absolute_zero(_: re.Match[str], __: Setting) -> Built:
    """The lowest temperature."""
    return Quantity(unit="kelvin", figure=Figure.read("0"))


RULES = (
    Rule(
        "magnitude",
        {"magnitude"},
        uncompiled(r"magnitude(?:-| of | )(?P<figure>[0-9](?:\.[0-9]{1,2})?)(?![\w-]|[.,][0-9])"),
        magnitude,
    ),
    Rule(
        "feet-and-inches",
        pairs((DIGIT, *ONES[2:8]), "'", "-"),
        uncompiled(
            rf"(?<![\w.,'/-])(?P<feet>[3-8]|{either(ONES[2:8])})(?:' ?(?P<signed>1[01]|[0-9])(?:\"|'')|"
            rf"-(?:foot|feet|ft)-(?P<inches>1[01]|[0-9]|{either(ONES[:11])}))(?![\w'\"])"
        ),
        feet_and_inches,
    ),
    Rule(
        "stones-and-pounds",
        pairs(DIGIT, "st"),
        uncompiled(r"(?<![\w.,/-])(?P<stones>[0-9]{1,2}) ?st ?(?P<pounds>1[0-3]|[0-9])(?: ?lbs?)\b"),
        stones_and_pounds,
    ),
    Rule(
        "magnitude-of-quake",
        pairs(DIGIT, "."),
        uncompiled(
            rf"(?<![\w.,:/$£€-])(?P<figure>[1-9]\.[0-9])(?![\w%°/]|[.,:-][0-9]| (?:million|billion|per)\b)"
            rf"(?P<quake>(?=[-\s]{_QUAKES}\b))?"
        ),
        magnitude_beside_quake,
    ),
    Rule(
        "temperature-decade",
        pairs("the", DIGIT, "low", "lower", "mid", "upper", "high"),
        uncompiled(r"the (?P<span>(?:(?P<part>low|lower|mid|upper|high)[\s-])?(?P<decade>[1-9]0)s)(?!\w)"),
        temperature_in_decade,
    ),
    Rule("absolute-zero", {"absolute"}, uncompiled(r"absolute zero\b"), absolute_zero),
)
