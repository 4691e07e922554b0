"""How wide a written figure is read: every width of the library in one frozen record."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from attrs import asdict, field, frozen, validators

#: vague amounts -> the bounds that writers mean by them; ``None`` is open (ranges of use collected in style guides)
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

#: vague amounts of which writers typically mean those bounds and no more -> the least that they can mean; nothing
#: bounds these from above
LEAST: Mapping[str, float] = MappingProxyType(
    {"several": 2, "tens": 20, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
)


def kept(bounds: Mapping[str, tuple[float, float | None]]) -> Mapping[str, tuple[float, float | None]]:
    """A table that nobody changes any more."""
    return MappingProxyType(dict(bounds))


@frozen(kw_only=True)
class Tolerances:
    """The widths that comparisons use.

    ``hedge`` is the share by which *about* widens a figure; ``vague_gap`` the factor beyond which a vague amount
    ("dozens") conflicts with another; ``near_km`` the distance under which two places count as one neighbourhood;
    ``vague`` the bounds of vague amounts.

    >>> Tolerances().hedge
    0.1
    """

    hedge: float = field(default=0.10, validator=[validators.ge(0), validators.lt(1)])
    vague_gap: float = field(default=10.0, validator=validators.ge(1))
    near_km: float = field(default=25.0, validator=validators.ge(0))
    vague: Mapping[str, tuple[float, float | None]] = field(default=VAGUE, converter=kept, eq=False, repr=False)

    def __reduce__(self) -> str | tuple[Any, ...]:
        if self is DEFAULT:
            return "DEFAULT"  # which stays one in every process: comparisons ask for it
        return partial(Tolerances, **{**asdict(self, recurse=False), "vague": dict(self.vague)}), ()


DEFAULT = Tolerances()
