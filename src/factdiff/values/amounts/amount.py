"""Amounts: the common base of numbers, quantities, money, percentages, ages and durations.

An amount is a bare figure, a figure with a hedge, a range between two figures, or a vague word. Its *region* is the
interval of numbers that it may stand for. Two bare figures agree when one of them, rounded to the precision of the
other, equals the other; all other pairs are compared by their regions.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from attrs import field, frozen, validators

from factdiff.values.amounts.figure import Figure, format_decimal
from factdiff.values.relation import Answer, Relation
from factdiff.values.tolerances import DEFAULT, VAGUE_MINIMA, Tolerances

#: modifier -> its canonical wording before the figure
MODIFIERS = {
    "approximate": "about",
    "more-than": "more than",
    "just-over": "just over",
    "at-least": "at least",
    "less-than": "less than",
    "at-most": "at most",
    "nearly": "nearly",
}
INFINITY = float("inf")
#: whole numbers below this one have no noise
WHOLE = 10.0**12
#: figures that lie further apart than so many times the precision of both are unequal, however they are rounded
COARSELY = 3.0
#: scale of a vague word -> its canonical wording
VAGUE_SCALES = {
    12.0: "dozen", 1e2: "hundred", 1e3: "thousand", 1e5: "lakh", 1e6: "million", 1e7: "crore", 1e9: "billion",
    1e12: "trillion", 1e15: "quadrillion",
}  # fmt: skip


@frozen
class Region:
    """An interval of numbers; a bound is infinite where the amount has none."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def within(self, other: Region) -> bool:
        """Whether every number of this region lies in ``other``."""
        low = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        high = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return low and high

    def is_apart_from(self, other: Region) -> bool:
        """Whether a gap lies between the two regions; regions that touch have none."""
        return self.high < other.low or other.high < self.low

    def widened(self, by: float) -> Region:
        """The region extended by an amount at both ends."""
        return Region(self.low - by, self.high + by, self.low_open, self.high_open)

    def raised(self, share: float) -> Region:
        """The region whose upper end is raised by a share of it."""
        return Region(self.low, self.high + share * abs(self.high), self.low_open, self.high_open) if share else self

    def mapped(self, function: Callable[[float], float]) -> Region:
        """The region in another unit, without the noise of binary floats; ``function`` must not be decreasing."""
        return Region(
            without_float_noise(function(self.low)),
            without_float_noise(function(self.high)),
            self.low_open,
            self.high_open,
        )


@frozen(kw_only=True)
class Amount:
    """An amount in its own unit.

    ``figure`` is the figure as written and ``upper`` the second figure of a range. A vague word has ``vague``, its
    class (a key of ``Tolerances.vague``), and ``scale`` instead. Exactly one of ``figure`` and ``vague`` is set.
    """

    figure: Figure | None = None
    upper: Figure | None = None
    vague: str | None = None
    scale: float = 1.0
    modifier: str | None = field(default=None, validator=validators.optional(validators.in_(MODIFIERS)))

    @property
    def is_point(self) -> bool:
        """Whether the amount is one bare figure."""
        return self.figure is not None and self.upper is None and self.modifier is None

    @property
    def stated(self) -> float | None:
        """The figure in the text, or None for a range or a vague word."""
        return self.figure.stated if self.figure is not None and self.upper is None else None

    @cached_property
    def digits(self) -> tuple[str, int]:
        """The significant digits of the stated figure, seven at most, and its power of ten; no digits without one.

        >>> Amount(figure=Figure.read("4317")).digits, Amount(figure=Figure.read("0")).digits
        (('4317', 3), ('', 0))
        """
        if not self.stated:
            return "", 0
        mantissa, _, power = f"{abs(self.stated):.6e}".partition("e")
        return mantissa.replace(".", "").rstrip("0"), int(power)

    @cached_property
    def six_digits(self) -> str:
        """The digits of the stated figure in its shortest form of six at most, without noughts at its end."""
        return f"{abs(self.stated):.6g}".replace(".", "").rstrip("0") or "0" if self.stated else ""

    @cached_property
    def si_figure(self) -> float:
        """The stated figure in the SI unit, if the amount has a unit of measure; 0 without a figure."""
        return float(self.in_si(self.stated)) if self.stated else 0.0

    def in_si(self, figure: float) -> float:
        """A figure in the SI unit of the amount; itself, as the amount has no unit of measure."""
        return figure

    def half_digit(self) -> float:
        """Half a unit of the last significant digit: the error of a conversion at either end."""
        return max((f.digit / 2 for f in (self.figure, self.upper) if f is not None), default=0.0)

    def region(self, tolerances: Tolerances = DEFAULT) -> Region:
        """The numbers that the amount may stand for."""
        return self._default_region if tolerances is DEFAULT else self._region(tolerances)

    def region_in_unit(self, to_unit: Callable[[float], float], tolerances: Tolerances = DEFAULT) -> Region:
        """The region in another unit, to which ``to_unit`` converts a figure (``unchanged`` keeps the unit)."""
        return (
            self._default_region_as_written
            if to_unit is unchanged and tolerances is DEFAULT
            else self.region(tolerances).mapped(to_unit)
        )

    @cached_property
    def _default_region(self) -> Region:
        return self._region(DEFAULT)

    @cached_property
    def _default_region_as_written(self) -> Region:
        return self._default_region.mapped(unchanged)

    def _region(self, tolerances: Tolerances) -> Region:
        if self.figure is None:
            low, high = tolerances.vague[self.vague or "many"]
            return Region(low * self.scale, INFINITY if high is None else high * self.scale)
        if self.upper is not None:
            bare = Region(self.figure.stated, self.upper.stated)
            return bare.widened(tolerances.hedge * abs(bare.high)) if self.modifier == "approximate" else bare
        return hedged_region(self.figure, self.modifier, tolerances)

    def possible_region(self) -> Region:
        """The numbers that the words allow: for vague words all that they can mean, otherwise the region."""
        least = VAGUE_MINIMA.get(self.vague or "")
        return self.region() if least is None else Region(least * self.scale, INFINITY)

    def bounds(self) -> dict[str, Any]:
        """The fields common to all amounts; ``typical`` is added for vague words whose bounds are only typical."""
        region, usual = self.possible_region(), self.region()
        if self.upper is not None:
            modifier: str | None = "between"
        else:
            modifier = "vague" if self.vague else self.modifier
        return {
            "low": json_bound(region.low),
            "high": json_bound(region.high),
            "low_open": region.low_open,
            "high_open": region.high_open,
            "stated": json_number(self.stated),
            "modifier": "more-than" if modifier == "just-over" else modifier,
            "significant": max((f.significant for f in (self.figure, self.upper) if f is not None), default=0),
            **({"typical": [json_bound(usual.low), json_bound(usual.high)]} if self.vague in VAGUE_MINIMA else {}),
        }

    def wording(self) -> str:
        """The canonical wording of the amount without its unit."""
        if self.figure is None:
            return vague_wording(self.vague or "many", self.scale)
        if self.upper is not None:
            low, high = str(self.figure), str(self.upper)
            if high[-1].isalpha() and not low[-1].isalpha():  # "1 and 2 million" would be read as two millions
                high = format_decimal(self.upper.stated, 0.0)
            words = f"between {low} and {high}"
            return f"about {words}" if self.modifier else words
        return f"{MODIFIERS[self.modifier]} {self.figure}" if self.modifier else str(self.figure)


def hedged_region(figure: Figure, modifier: str | None, tolerances: Tolerances) -> Region:
    """The region of one figure with its hedge."""
    stated = figure.stated
    step = 0.0 if figure.exact else figure.digit / 2
    share = max(tolerances.hedge * abs(stated), figure.digit)
    match modifier:
        case None:
            return Region(stated - step, stated + step)
        case "approximate":
            return Region(stated - share, stated + share)
        case "nearly":
            return Region(stated - share, stated)
        case "just-over":
            return Region(stated, stated + share, low_open=True)
        case "more-than":
            return Region(stated, INFINITY, low_open=True)
        case "at-least":
            return Region(stated, INFINITY)
        case "less-than":
            return Region(-INFINITY, stated, high_open=True)
    return Region(-INFINITY, stated)


def vague_wording(vague: str, scale: float) -> str:
    """The canonical words of a vague amount.

    >>> vague_wording("several", 1000.0), vague_wording("tens", 1000.0), vague_wording("couple", 1.0)
    ('several thousand', 'tens of thousands', 'a couple')
    >>> vague_wording("several", 100_000_000.0)
    'several hundred million'
    """
    word = f"a {vague}" if vague in ("couple", "few", "handful") else vague
    if scale == 1:
        return word
    unit = VAGUE_SCALES.get(scale) or next(
        (
            f"{VAGUE_SCALES[scale / size]} {name}"
            for size, name in reversed(VAGUE_SCALES.items())
            if scale / size in VAGUE_SCALES
        ),
        f"times {scale:,.0f}",
    )
    return f"{word} of {unit}s" if vague.endswith("s") and vague != "several" else f"{word} {unit}"


def json_bound(bound: float) -> float | int | None:
    """A bound for JSON: None where it is infinite."""
    return None if bound in (INFINITY, -INFINITY) else json_number(bound)


def json_number(number: float | None) -> float | int | None:
    """A number for JSON: a whole number as an integer, others rounded to 12 significant digits."""
    if number is None:
        return None
    return int(number) if float(number).is_integer() else without_float_noise(number)


def without_float_noise(number: float) -> float:
    """The number rounded to 12 significant digits, without the noise of binary floats.

    >>> without_float_noise(0.1 + 0.2)
    0.3
    """
    if number % 1 == 0 and -WHOLE < number < WHOLE:
        return float(number)
    return float(number if number in (INFINITY, -INFINITY) else f"{number:.12g}")


def unchanged(number: float) -> float:
    """The number itself: the conversion of amounts that are compared in the unit in which they are written."""
    return number


#: the answer for two bare figures, of which neither rounds to the other
UNEQUAL = Answer(Relation.DISJOINT, "no common interval", "{a} is not {b}")


def relate_amounts(
    a: Amount,
    b: Amount,
    tolerances: Tolerances,
    *,
    units: tuple[Callable[[float], float], Callable[[float], float]] = (unchanged, unchanged),
    converted: bool = False,
    spread: tuple[float, float] = (0.0, 0.0),
) -> Answer:
    """The relation of two amounts of one dimension.

    ``units`` convert each amount to the common unit. ``converted`` says that the two are written in different units,
    so that each end is extended by half its last digit; ``spread`` is the share by which the sizes of the two units
    vary in usage. No amount lies inside a bare figure, whose region comes from rounding: INSIDE would not be
    transitive.
    """
    if not converted and are_far_apart(a, b):
        return UNEQUAL
    regions = [a.region_in_unit(units[0], tolerances), b.region_in_unit(units[1], tolerances)]
    extended = regions
    if converted:
        extended = [
            x.region(tolerances).widened(x.half_digit()).mapped(unit).raised(more).mapped(unchanged)
            for x, unit, more in zip((a, b), units, spread, strict=True)
        ]
    if a.is_point and b.is_point:
        return relate_bare_figures(a, b, units, extended)
    one, two = regions
    if one == two:
        return Answer(Relation.EQUAL, "same interval", "{a} and {b} span the same numbers")
    if one.within(two) and not b.is_point:
        return Answer(Relation.INSIDE, "lies in the interval", "{a} lies in {b}")
    if two.within(one) and not a.is_point:
        return Answer(Relation.CONTAINS, "lies in the interval", "{b} lies in {a}")
    if not extended[0].is_apart_from(extended[1]):
        return Answer(Relation.OVERLAPPING, "common interval", "{a} and {b} can be the same")
    if (a.vague or b.vague) and within_factor(one, two, tolerances.vague_gap):
        return Answer(Relation.OVERLAPPING, "vague", "{a} and {b} are of one order of magnitude")
    return Answer(Relation.DISJOINT, "no common interval", "no number is both {a} and {b}")


def relate_bare_figures(
    a: Amount, b: Amount, units: tuple[Callable[[float], float], Callable[[float], float]], regions: list[Region]
) -> Answer:
    """The relation of two bare figures: equal as written, equal when rounded, or different."""
    assert a.figure is not None
    assert b.figure is not None
    first, second = units
    one, two = without_float_noise(first(a.figure.stated)), without_float_noise(second(b.figure.stated))
    if one == two:
        return Answer(Relation.EQUAL, "same amount", "{a} and {b} are the same")
    here, there = (
        without_float_noise(first(a.figure.digit) - first(0.0)),
        without_float_noise(second(b.figure.digit) - second(0.0)),
    )
    gap, finest = abs(one - two), min(here, there)
    for x, y, stated, region, digit in ((a, b.figure, one, regions[1], there), (b, a.figure, two, regions[0], here)):
        rounded = gap < digit / 2 or (gap == digit / 2 and not y.exact)  # two and a half years are not three
        if region.low <= stated <= region.high or (digit > finest and rounded):
            digits = y.significant
            step = f"rounds to {digits} significant digit{'s' * (digits != 1)}"
            return Answer(Relation.EQUAL, step, "{a} rounds to {b}" if x is a else "{b} rounds to {a}")
    low, high = regions if regions[0].low <= regions[1].low else reversed(regions)
    if low.high > high.low:
        return Answer(Relation.OVERLAPPING, "common interval", "{a} and {b} can be the same when rounded")
    return UNEQUAL


def are_far_apart(a: Amount, b: Amount) -> bool:
    """Whether two amounts in one unit are bare figures that are not even equal when both are rounded coarsely."""
    one, two = a.figure, b.figure
    if one is None or two is None or not a.is_point or not b.is_point:
        return False
    noise = (abs(one.stated) + abs(two.stated)) / WHOLE
    return abs(one.stated - two.stated) > COARSELY * (one.digit + two.digit + noise)


def within_factor(a: Region, b: Region, factor: float) -> bool:
    """Whether the upper region starts at no more than ``factor`` times the end of the lower one."""
    low, high = (a, b) if a.high < b.low else (b, a)
    return low.high > 0 and high.low <= low.high * factor
