"""Quantities: amounts with a unit of measure."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.amounts.amount import Amount, json_bound, json_number, relate_amounts, without_float_noise
from factdiff.values.amounts.conversion import equal_when_converted
from factdiff.values.amounts.figure import format_decimal
from factdiff.values.amounts.units import Unit, unit
from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances


def other_dimension(a: Quantity, b: Quantity, _: Tolerances) -> Answer | None:
    """Incomparable, where the units are of different dimensions."""
    one, two = a.measure.dimension, b.measure.dimension
    if one != two:
        return Answer(Relation.INCOMPARABLE, "other dimension", f"{{a}} is a {one}, {{b}} a {two}")
    return None


def in_si(a: Quantity, b: Quantity, tolerances: Tolerances) -> Answer:
    """The relation in the SI unit; where the units differ, a rounded conversion counts as equal."""
    spread = (a.measure.spread, b.measure.spread)
    units = (a.measure.to_si, b.measure.to_si)
    answer = relate_amounts(a, b, tolerances, units=units, converted=a.unit != b.unit, spread=spread)
    if answer.relation is Relation.DISJOINT and a.unit != b.unit and a.stated is not None:
        if a.is_point and b.is_point and is_rounded_conversion(a, b):
            return Answer(Relation.EQUAL, "rounded conversion", "{a} and {b} are one amount, converted and rounded")
        there = converted_wording(a, b.measure)
        return Answer(answer.relation, answer.step, f"no common interval: {{a}} = {there}, the other says {{b}}")
    return answer


@frozen(kw_only=True)
class Quantity(Amount):
    """An amount in a ``unit``, named as in ``units.toml``.

    >>> from factdiff.values.amounts.figure import Figure
    >>> from factdiff.values.relation import compare
    >>> range_ = Quantity(figure=Figure.read("900"), unit="kilometre")
    >>> compare(range_, Quantity(figure=Figure.read("560"), unit="mile")).relation.name
    'EQUAL'
    >>> print(compare(range_, Quantity(figure=Figure.read("500"), unit="mile")).explanation)
    no common interval: 900 km = 559 mi, the other says 500 mi
    """

    kind: ClassVar[str] = "quantity"
    ladder: ClassVar[Ladder] = (other_dimension, in_si)
    unit: str

    @property
    def measure(self) -> Unit:
        """The unit of measure."""
        return unit(self.unit)

    def in_si(self, figure: float) -> float:
        """A figure in the SI unit of the quantity."""
        return self.measure.to_si(figure)

    def to_dict(self) -> dict[str, Any]:
        """``type``, the bounds, ``unit``, ``dimension``, and the figure and bounds in the SI unit."""
        measure, region = self.measure, self.possible_region()
        return {
            "type": self.kind,
            **self.bounds(),
            "unit": self.unit,
            "dimension": measure.dimension,
            "si_stated": None if self.stated is None else json_number(without_float_noise(measure.to_si(self.stated))),
            "si_low": json_bound(without_float_noise(measure.to_si(region.low))),
            "si_high": json_bound(without_float_noise(measure.to_si(region.high))),
            "si_unit": measure.si,
        }

    def __str__(self) -> str:
        return f"{self.wording()} {self.measure.symbol}"


def is_rounded_conversion(a: Quantity, b: Quantity) -> bool:
    """Whether one quantity is a rounded conversion of the other; the ends of two ranges are compared one by one."""
    if (a.upper is None) != (b.upper is None):
        return True
    pairs = [(x.stated, y.stated) for x, y in ((a.figure, b.figure), (a.upper, b.upper)) if x and y]
    return all(equal_when_converted(x, a.measure, y, b.measure) for x, y in pairs)


def converted_wording(quantity: Quantity, target: Unit) -> str:
    """The wording of the stated figure in another unit, to three significant digits or the whole number."""
    amount = target.from_si(quantity.measure.to_si(quantity.stated or 0.0))
    shown = float(f"{amount:.3g}") if abs(amount) < 100 else round(amount)
    return f"{format_decimal(shown, 0.0)} {target.symbol}"
