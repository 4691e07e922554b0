"""An axis of numbers: the position of each in per cent of the width, and ticks at round numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from attrs import frozen

from factdiff.reports._page.ticks import Tick, first_fitting

#: the least width of an axis in pixels
NARROWEST = 280
#: how many times as large the largest figure of a logarithmic axis is, and into how many steps other axes are divided
LOGARITHMIC, STEPS = 100, (4, 3, 2, 1)
#: the largest and the smallest number that is drawn
LARGEST, SMALLEST = 1e100, 1e-100
#: the scale words, the largest first
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


@frozen
class Interval:
    """The interval of an amount on its axis, None where it is open, and its figure; ``unit`` is what they are in."""

    low: float | None
    high: float | None
    point: float | None
    unit: str = ""

    def ends(self) -> list[float]:
        """The numbers that are known."""
        return [end for end in (self.low, self.high, self.point) if end is not None]

    @property
    def is_drawable(self) -> bool:
        """Whether an axis can hold it: neither too large for one nor too small."""
        return all(not end or SMALLEST <= abs(end) <= LARGEST for end in self.ends())


@frozen
class Axis:
    """An axis from ``low`` to ``high``; logarithmic where the figures span more than two orders of magnitude."""

    low: float
    high: float
    logarithmic: bool
    step: float = 0.0

    @classmethod
    def of(cls, intervals: Iterable[Interval], *, whole: bool = False) -> Axis:
        """The axis that shows all bounds and figures with room at both ends; its ticks are ``whole`` for counts."""
        ends = [end for interval in intervals for end in interval.ends()]
        low, high = min(ends, default=0.0), max(ends, default=1.0)
        if low > 0 and high / low > LOGARITHMIC:
            return cls(low / 2, high * 2, True)
        room = max(0.15 * (high - low) or abs(high) / 10 or 1.0, float(whole))
        return cls(max(0.0, low - room) if low >= 0 else low - room, high + room, False, float(whole))

    def at(self, number: float) -> float:
        """Per cent of the width."""
        low, high, x = (math.log(n) for n in (self.low, self.high, number)) if self.logarithmic else (
            self.low, self.high, number,
        )  # fmt: skip
        return round(min(100.0, max(0.0, 4 + 92 * (x - low) / (high - low))), 2)

    @property
    def scale(self) -> tuple[float, str]:
        """The divisor of the labels of the ticks, and the word for it, which goes to the unit of the axis."""
        largest = 0.0 if self.logarithmic else max(abs(self.low), abs(self.high))
        return next(((size, word) for size, word in SCALES if largest >= size), (1.0, ""))

    def ticks(self) -> tuple[Tick, ...]:
        """Round numbers and their places, as many as there is room for."""
        return first_fitting(list(self.rows()), NARROWEST)

    def rows(self) -> Iterator[list[tuple[float, str]]]:
        """Rows of round numbers and their places, each with fewer of them."""
        if self.logarithmic:
            powers = range(math.ceil(math.log10(self.low)), math.floor(math.log10(self.high)) + 1)
            for every in range(1, len(powers) + 1):
                yield [(self.at(10.0**power), short_label(10.0**power)) for power in powers[::every]]
        else:
            size, _ = self.scale
            for step in (max(self.step, round_step((self.high - self.low) / steps)) for steps in STEPS):
                decimals = max(0, -math.floor(math.log10(step / size)))
                first, last = math.ceil(self.low / step), math.floor(self.high / step)
                if first <= last:
                    numbers = (step * n for n in range(first, last + 1))
                    yield [(self.at(number), f"{number / size:,.{decimals}f}") for number in numbers]


def round_step(step: float) -> float:
    """The round step nearest to ``step``: 1, 2 or 5 times a power of ten.

    >>> round_step(37), round_step(0.0012)
    (50.0, 0.001)
    """
    power = 10.0 ** math.floor(math.log10(step))
    return next((f * power for f in (1, 2, 5) if step / power < f * 1.5), 10 * power)


def short_label(number: float) -> str:
    """A power of ten for an axis.

    >>> short_label(10_000.0), short_label(10_000_000.0), short_label(0.1), short_label(1e9)
    ('10,000', '10 million', '0.1', '1 billion')
    """
    for size, word in SCALES:
        if number >= size:
            return f"{number / size:,.0f} {word}"
    return f"{number:,.0f}" if number >= 1 else f"{number:.4g}"
