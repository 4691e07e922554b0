"""Units of measure, from the table ``units.toml``."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from factdiff.tables import read_table


@frozen
class Unit:
    """A unit: ``factor`` and ``offset`` convert an amount to the SI unit of its ``dimension``.

    ``spread`` is the share by which the size of the unit varies in usage: a ton may be short, long or metric.
    """

    name: str
    dimension: str
    si: str
    factor: float
    symbol: str
    offset: float = 0.0
    spread: float = 0.0

    def to_si(self, amount: float) -> float:
        """The amount in the SI unit.

        >>> unit("kilometre").to_si(900)
        900000.0
        """
        return amount * self.factor + self.offset

    def from_si(self, amount: float) -> float:
        """The amount in this unit of an amount in the SI unit."""
        return (amount - self.offset) / self.factor


@cache
def units() -> dict[str, Unit]:
    """Every unit by its canonical name."""
    table = read_table("factdiff.values.amounts", "units.toml")
    return {
        name: Unit(name=name, dimension=dimension, si=lines["si"], **line)
        for dimension, lines in table.items()
        for name, line in lines.items()
        if name != "si"
    }


#: the word between the two units of a rate
PER = " per "


@cache
def unit(name: str) -> Unit:
    """The unit of this canonical name, or the rate of two units for "A per B"; KeyError where there is none.

    >>> unit("tonne per day").dimension, unit("barrel per day").si
    ('mass per duration', 'm3/s')
    """
    known = units().get(name)
    if known is not None:
        return known
    over, joint, under = name.rpartition(PER)
    if not joint:
        raise KeyError(name)
    a, b = unit(over), unit(under)
    dimension = "speed" if under in ("second", "millisecond") and a.dimension == "length" else ""
    return Unit(
        name=name,
        dimension=dimension or f"{a.dimension}{PER}{b.dimension}",
        si=f"{a.si}/{b.si}",
        factor=a.factor / b.factor,
        symbol=f"{a.symbol}{PER}{under}",
        spread=max(a.spread, b.spread),
    )
