"""Amounts: what numbers, quantities, money, percentages, ages and durations share.

An amount is a point (a bare figure), a figure under a hedge, a range between two figures, or a vague word. Its
*region* is the interval of the numbers that it may stand for. Two bare figures agree when one, rounded as coarsely as
the other is written, equals it; anything else is decided by the regions.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from attrs import field, frozen, validators

from factdiff.values.amounts.figure import Figure, decimal
from factdiff.values.relation import Answer, Relation
from factdiff.values.tolerances import DEFAULT, LEAST, Tolerances

#: modifier -> how canonical wording writes it before the figure
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
#: what vague words count in, as canonical wording writes it
VAGUE_SCALES = {
    12.0: "dozen", 1e2: "hundred", 1e3: "thousand", 1e5: "lakh", 1e6: "million", 1e7: "crore", 1e9: "billion",
    1e12: "trillion", 1e15: "quadrillion",
}  # fmt: skip


@frozen
class Region:
    """An interval of the numbers; a bound is infinite where the amount is open."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def within(self, other: Region) -> bool:
        """Whether every number of this region lies in ``other``."""
        low = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        high = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return low and high

    def apart(self, other: Region) -> bool:
        """Whether a gap lies between the two; regions that touch are not apart."""
        return self.high < other.low or other.high < self.low

    def widened(self, by: float) -> Region:
        """The region with ``by`` more room at both ends."""
        return Region(self.low - by, self.high + by, self.low_open, self.high_open)

    def stretched(self, share: float) -> Region:
        """The region with more room at its upper end, by a share of it."""
        return Region(self.low, self.high + share * abs(self.high), self.low_open, self.high_open) if share else self

    def through(self, function: Callable[[float], float]) -> Region:
        """The region in another unit, without the noise of binary conversion; ``function`` must not fall."""
        return Region(steady(function(self.low)), steady(function(self.high)), self.low_open, self.high_open)


@frozen(kw_only=True)
class Amount:
    """An amount in its own unit.

    ``figure`` is the figure as written, ``upper`` the second one of a range, ``vague`` the class of a vague word
    (a key of ``Tolerances.vague``) with its ``scale``; exactly one of ``figure`` and ``vague`` is there.
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

    def slack(self) -> float:
        """Half a step of the last digit: what a conversion may hide at either end."""
        return max((f.digit / 2 for f in (self.figure, self.upper) if f is not None), default=0.0)

    def region(self, tolerances: Tolerances = DEFAULT) -> Region:
        """The numbers that the amount may stand for."""
        return self._usual if tolerances is DEFAULT else self._region(tolerances)

    def region_in(self, unit: Callable[[float], float], tolerances: Tolerances = DEFAULT) -> Region:
        """The same in another unit; ``unit`` takes figures there, and ``same`` leaves them as they are."""
        return self._written if unit is same and tolerances is DEFAULT else self.region(tolerances).through(unit)

    @cached_property
    def _usual(self) -> Region:
        return self._region(DEFAULT)

    @cached_property
    def _written(self) -> Region:
        return self._usual.through(same)

    def _region(self, tolerances: Tolerances) -> Region:
        if self.figure is None:
            low, high = tolerances.vague[self.vague or "many"]
            return Region(low * self.scale, INFINITY if high is None else high * self.scale)
        if self.upper is not None:
            bare = Region(self.figure.stated, self.upper.stated)
            return bare.widened(tolerances.hedge * abs(bare.high)) if self.modifier == "approximate" else bare
        return hedged(self.figure, self.modifier, tolerances)

    def extent(self) -> Region:
        """The numbers that the words rule in: the region, but for vague words all that they can mean, which is more
        than what writers typically mean.
        """
        least = LEAST.get(self.vague or "")
        return self.region() if least is None else Region(least * self.scale, INFINITY)

    def bounds(self) -> dict[str, Any]:
        """The fields that all amounts write; ``typical`` is there for vague words with bounds that are only typical."""
        region, usual = self.extent(), self.region()
        if self.upper is not None:
            modifier: str | None = "between"
        else:
            modifier = "vague" if self.vague else self.modifier
        return {
            "low": finite(region.low),
            "high": finite(region.high),
            "low_open": region.low_open,
            "high_open": region.high_open,
            "stated": plain(self.stated),
            "modifier": "more-than" if modifier == "just-over" else modifier,
            "significant": max((f.significant for f in (self.figure, self.upper) if f is not None), default=0),
            **({"typical": [finite(usual.low), finite(usual.high)]} if self.vague in LEAST else {}),
        }

    def wording(self) -> str:
        """The canonical wording of the amount without its unit."""
        if self.figure is None:
            return vague_wording(self.vague or "many", self.scale)
        if self.upper is not None:
            low, high = str(self.figure), str(self.upper)
            if high[-1].isalpha() and not low[-1].isalpha():  # "between 1 and 2 million" would be read as millions both
                high = decimal(self.upper.stated, 0.0)
            words = f"between {low} and {high}"
            return f"about {words}" if self.modifier else words
        return f"{MODIFIERS[self.modifier]} {self.figure}" if self.modifier else str(self.figure)


def hedged(figure: Figure, modifier: str | None, tolerances: Tolerances) -> Region:
    """The region of one figure under a hedge."""
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


def finite(bound: float) -> float | int | None:
    """A bound for JSON: None where it is open."""
    return None if bound in (INFINITY, -INFINITY) else plain(bound)


def plain(number: float | None) -> float | int | None:
    """A number for JSON: whole numbers without a decimal point, others with 12 digits that hold."""
    if number is None:
        return None
    return int(number) if float(number).is_integer() else steady(number)


def steady(number: float) -> float:
    """The number with the noise of binary conversion rounded away: 12 significant digits.

    >>> steady(0.1 + 0.2)
    0.3
    """
    if number in (INFINITY, -INFINITY) or (number % 1 == 0 and abs(number) < 10**12):
        return float(number)
    return float(f"{number:.12g}")


def same(number: float) -> float:
    """The unit function of amounts that are compared as they are written."""
    return number


def relate_amounts(
    a: Amount,
    b: Amount,
    tolerances: Tolerances,
    *,
    units: tuple[Callable[[float], float], Callable[[float], float]] = (same, same),
    converted: bool = False,
    spread: tuple[float, float] = (0.0, 0.0),
) -> Answer:
    """Compare two amounts of one dimension.

    ``units`` take each amount to the common unit; ``converted`` says that the two are written in different units, so
    that each end has the room of half a step of its last digit; ``spread`` is the share by which their sizes vary in
    usage. Nothing lies inside a bare figure: its region is a matter of rounding, which is no order (with it, INSIDE
    would not be transitive).
    """
    regions = [a.region_in(units[0], tolerances), b.region_in(units[1], tolerances)]
    roomy = regions
    if converted:
        roomy = [
            x.region(tolerances).widened(x.slack()).through(unit).stretched(more).through(same)
            for x, unit, more in zip((a, b), units, spread, strict=True)
        ]
    if a.is_point and b.is_point:
        return relate_points(a, b, units, roomy)
    one, two = regions
    if one == two:
        return Answer(Relation.EQUAL, "same interval", "{a} and {b} span the same numbers")
    if one.within(two) and not b.is_point:
        return Answer(Relation.INSIDE, "lies in the interval", "{a} lies in {b}")
    if two.within(one) and not a.is_point:
        return Answer(Relation.CONTAINS, "lies in the interval", "{b} lies in {a}")
    if not roomy[0].apart(roomy[1]):
        return Answer(Relation.OVERLAPPING, "common interval", "{a} and {b} can be the same")
    if (a.vague or b.vague) and near(one, two, tolerances.vague_gap):
        return Answer(Relation.OVERLAPPING, "vague", "{a} and {b} are of one order of magnitude")
    return Answer(Relation.DISJOINT, "no common interval", "no number is both {a} and {b}")


def relate_points(
    a: Amount, b: Amount, units: tuple[Callable[[float], float], Callable[[float], float]], regions: list[Region]
) -> Answer:
    """Compare two bare figures: the same, the same when rounded, or not."""
    assert a.figure is not None
    assert b.figure is not None
    first, second = units
    one, two = steady(first(a.figure.stated)), steady(second(b.figure.stated))
    if one == two:
        return Answer(Relation.EQUAL, "same amount", "{a} and {b} are the same")
    here, there = steady(first(a.figure.digit) - first(0.0)), steady(second(b.figure.digit) - second(0.0))
    gap, finest = abs(one - two), min(here, there)
    for x, y, stated, region, digit in ((a, b.figure, one, regions[1], there), (b, a.figure, two, regions[0], here)):
        if region.low <= stated <= region.high or (digit > finest and gap <= digit / 2):
            digits = y.significant
            step = f"rounds to {digits} significant digit{'s' * (digits != 1)}"
            return Answer(Relation.EQUAL, step, "{a} rounds to {b}" if x is a else "{b} rounds to {a}")
    low, high = regions if regions[0].low <= regions[1].low else reversed(regions)
    if low.high > high.low:
        return Answer(Relation.OVERLAPPING, "common interval", "{a} and {b} can be the same when rounded")
    return Answer(Relation.DISJOINT, "no common interval", "{a} is not {b}")


def near(a: Region, b: Region, factor: float) -> bool:
    """Whether the gap between two regions is at most a ``factor``, which is what vague words bear."""
    low, high = (a, b) if a.high < b.low else (b, a)
    return low.high > 0 and high.low <= low.high * factor
