"""Quantities: an amount of a unit, with the smaller unit of a compound and with a rate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.figure_ranges import FIGURE, Piece, below_zero, piece_at
from factdiff.languages.en.amounts.figures.number_words import ONES
from factdiff.languages.en.amounts.figures.readings import Fields, read_figure
from factdiff.languages.en.amounts.units.ambiguity import degrees_of
from factdiff.languages.en.amounts.units.rates import UNITS_PER, per
from factdiff.languages.en.amounts.units.unit_words import Tail, tail_at
from factdiff.tables import read_table
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.amount import without_float_noise
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.amounts.units import PER, unit

#: unit -> the smaller ones that make a compound with it
COMPOUNDS: dict[str, list[str]] = read_table("factdiff.languages.en.amounts.units", "units.toml")["compounds"]
_ALSO = re.compile(r"(?:,? and|,)?[ \n]|(?<=[a-z])(?=[0-9])", re.IGNORECASE)
#: what may stand behind inches that are not named
_SPOKEN = re.compile(r"[.,;:!?)]|\s*$|\n| (?:tall|and|high|in|with|but|or|when)\b", re.IGNORECASE)
_QUAKES = r"(?:earthquake|quake|tremor|aftershock|foreshock|temblor)s?"
#: what leads from an earthquake to its magnitude
_QUAKE = re.compile(
    rf"\b{_QUAKES}\b[^.;\n]{{0,45}}\b(?:as|at|of|measur(?:ed|es|ing)|register(?:ed|ing)|above|over|below|than|to)\s$",
    re.IGNORECASE,
)
#: units whose figures can stand below zero
TEMPERATURES = ("degree", "celsius", "fahrenheit")
_BELOW_ZERO = re.compile(r"[ \n]below zero\b", re.IGNORECASE)
#: "in" is inches behind feet
_INCHES = re.compile(r" in\b\.?", re.IGNORECASE)


def quantity(text: str, fields: Fields, name: str, start: int, end: int) -> Found:
    """The quantity of ``name`` in ``text[start:end]``, with what belongs to it behind."""
    if name == "degree":
        name = degrees_of(text, start, end)
    if name in TEMPERATURES and "figure" in fields and "upper" not in fields:
        below = _BELOW_ZERO.match(text, end)
        end = below.end() if below else end
        if below or text[start:end].lower().endswith("below zero"):
            fields["figure"] = below_zero(fields["figure"])
    if name in COMPOUNDS and "figure" in fields and "upper" not in fields:
        fields["figure"], name, end = compound(text, fields["figure"], name, end)
    rate = per(text, end)
    if rate is not None and rate[0] in UNITS_PER:
        name, end = f"{name}{PER}{UNITS_PER[rate[0]]}", rate[1]
    return Found(Quantity(unit=name, **fields), start, end, "quantity")


def compound(text: str, figure: Figure, name: str, end: int) -> tuple[Figure, str, int]:
    """A figure with the smaller units that follow, "5ft 11in", in the smallest of them; that unit, and the end."""
    smaller = COMPOUNDS[name]
    while smaller:
        piece = smaller_at(text, end, smaller)
        if piece is None or piece.tail is None or "figure" not in piece.fields:
            break
        more, small = piece.fields["figure"], piece.tail.name or ""
        stated = without_float_noise(figure.stated * unit(name).factor / unit(small).factor + more.stated)
        figure = Figure(stated, more.digit, more.exact, figure.significant + more.significant)
        name, end, smaller = small, piece.end, COMPOUNDS.get(small, [])
    return figure, name, end


def smaller_at(text: str, end: int, smaller: Sequence[str]) -> Piece | None:
    """The figure of one of the smaller units that stands behind a larger one, or None."""
    joint = _ALSO.match(text, end)
    match = FIGURE.match(text, joint.end()) if joint else None
    piece = piece_at(text, *match.span()) if match else None
    if piece is None:
        return None
    if piece.tail is None and "inch" in smaller:
        return inches_at(text, piece, end)
    if piece.tail is not None and piece.tail.form in ("pound", "pounds") and "pound" in smaller:
        return piece._replace(tail=Tail("quantity", "pound"))
    return piece if piece.tail is not None and piece.tail.name in smaller else None


def inches_at(text: str, piece: Piece, end: int) -> Piece | None:
    """The inches behind the feet that end at ``end``: "5ft 11 in", or in speech without a unit, "six foot two"."""
    inches = _INCHES.match(text, piece.end)
    if inches:
        return piece._replace(tail=Tail("quantity", "inch"), end=inches.end())
    spoken = (
        text[max(0, end - 4) : end].lower() == "foot"
        and piece.fields["figure"].stated < 12
        and _SPOKEN.match(text, piece.end)
    )
    return piece._replace(tail=Tail("quantity", "inch")) if spoken else None


def stones(match: re.Match[str], _: Setting) -> Built:
    """A weight in stones and pounds: "12st 7lb"."""
    pounds = 14 * int(match["stones"]) + int(match["pounds"])
    return Quantity(unit="pound", figure=Figure.exactly(pounds))


def feet(match: re.Match[str], _: Setting) -> Built:
    """A height in signs or hyphens: 6'2", 6-foot-2."""
    tall, more = read_figure(match["feet"].lower()), read_figure((match["inches"] or match["signed"]).lower())
    return Quantity(unit="inch", figure=Figure.exactly(12 * tall.stated + more.stated)) if tall and more else None


def magnitude(match: re.Match[str], _: Setting) -> Built:
    """The magnitude of an earthquake before its figure: "magnitude 7.1"."""
    return Quantity(unit="magnitude", figure=Figure.read(match["figure"]))


def strength(match: re.Match[str], setting: Setting) -> Built:
    """The magnitude of an earthquake that stands beside it: "a 6.1 earthquake", "aftershocks of up to 5.0"."""
    if tail_at(setting.text, match.end()) is not None:
        return None
    if match["quake"] is None and not _QUAKE.search(setting.text, max(0, match.start() - 80), match.start()):
        return None
    return Quantity(unit="magnitude", figure=Figure.read(match["figure"]))


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
        feet,
    ),
    Rule(
        "stones-and-pounds",
        pairs(DIGIT, "st"),
        uncompiled(r"(?<![\w.,/-])(?P<stones>[0-9]{1,2}) ?st ?(?P<pounds>1[0-3]|[0-9])(?: ?lbs?)\b"),
        stones,
    ),
    Rule(
        "magnitude-of-quake",
        pairs(DIGIT, "."),
        uncompiled(
            rf"(?<![\w.,:/$£€-])(?P<figure>[1-9]\.[0-9])(?![\w%°/]|[.,:-][0-9]| (?:million|billion|per)\b)"
            rf"(?P<quake>(?=[-\s]{_QUAKES}\b))?"
        ),
        strength,
    ),
    Rule("absolute-zero", {"absolute"}, uncompiled(r"absolute zero\b"), absolute_zero),
)
