"""Tolerances: how widely figures, vague words and places are read when they are compared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from attrs import asdict, field, frozen, validators

#: class of a vague word -> the bounds that writers mean by it; ``None`` is no bound (usage collected in style guides)
VAGUE: Mapping[str, tuple[float, float | None]] = MappingProxyType(
    {
        "couple": (2, 3),
        "few": (3, 5),
        "handful": (3, 7),
        "several": (3, 9),
        "multiple": (2, None),
        "many": (3, None),
        "dozens": (24, None),
        "scores": (40, None),
        "tens": (20, 99),
        "hundreds": (200, 999),
        "thousands": (2_000, 9_999),
        "millions": (2_000_000, 999_999_999),
        "billions": (2_000_000_000, None),
        "trillions": (2_000_000_000_000, None),
    }
)

#: class of a vague word whose bounds above are only typical -> its strict lower bound; it has no strict upper bound
VAGUE_MINIMA: Mapping[str, float] = MappingProxyType(
    {"several": 2, "tens": 20, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
)


def read_only(bounds: Mapping[str, tuple[float, float | None]]) -> Mapping[str, tuple[float, float | None]]:
    """A read-only copy of a table of bounds."""
    return MappingProxyType(dict(bounds))


@frozen(kw_only=True)
class Tolerances:
    """The tolerances of comparisons.

    ``hedge`` is the share by which *about* widens a figure. ``vague_gap`` is the factor beyond which a vague amount
    ("dozens") conflicts with another. Two towns at most ``near_km`` kilometres apart count as one neighbourhood.
    ``vague`` holds the bounds of vague amounts.

    >>> Tolerances().hedge
    0.1
    """

    hedge: float = field(default=0.10, validator=[validators.ge(0), validators.lt(1)])
    vague_gap: float = field(default=10.0, validator=validators.ge(1))
    near_km: float = field(default=25.0, validator=validators.ge(0))
    vague: Mapping[str, tuple[float, float | None]] = field(default=VAGUE, converter=read_only, eq=False, repr=False)

    def __reduce__(self) -> str | tuple[Any, ...]:
        if self is DEFAULT:
            return "DEFAULT"  # stays one object in every process, since comparisons test for its identity
        return partial(Tolerances, **{**asdict(self, recurse=False), "vague": dict(self.vague)}), ()


DEFAULT = Tolerances()
