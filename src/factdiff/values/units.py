"""The table of units: ``units.toml``, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from attrs import frozen


@frozen
class Unit:
    """A unit: ``factor`` and ``offset`` take an amount in it to the SI unit of its ``dimension``."""

    name: str
    dimension: str
    si: str
    factor: float
    symbol: str
    offset: float = 0.0

    def to_si(self, amount: float) -> float:
        """The amount in the SI unit.

        >>> unit("kilometre").to_si(900)
        900000.0
        """
        return amount * self.factor + self.offset

    def from_si(self, amount: float) -> float:
        """The amount of the SI unit in this one."""
        return (amount - self.offset) / self.factor


@cache
def units() -> dict[str, Unit]:
    """Every unit by its canonical name."""
    table = tomllib.loads(files("factdiff.values").joinpath("units.toml").read_text(encoding="utf-8"))
    return {
        name: Unit(name=name, dimension=dimension, si=lines["si"], **line)
        for dimension, lines in table.items()
        for name, line in lines.items()
        if name != "si"
    }


def unit(name: str) -> Unit:
    """The unit of this canonical name; KeyError where there is none."""
    return units()[name]
