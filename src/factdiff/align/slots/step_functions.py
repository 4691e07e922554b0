"""Sums of step functions: the weights of comparison levels, from ``slot_thresholds_and_weights.toml``."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from factdiff.align.slots.step_tables import by_whole_number
from factdiff.tables import read_table


@frozen(slots=False)
class StepFunctions:
    """A weight for each step of each level: a level at most as high as a bound, and higher than the one before.

    >>> one = StepFunctions(-1.0, {"near": ((0.2, 0.5), (-1.0, 0.0, 2.0))}, ("near", "left"))
    >>> one.score((0.5, 1.0)), one.score((0.6, 1.0))
    (-1.0, 1.0)
    """

    prior: float
    steps: Mapping[str, tuple[Sequence[float], Sequence[float]]]
    levels: tuple[str, ...]

    def weights(self, levels: Sequence[float]) -> Iterator[tuple[str, float, float]]:
        """The name, the value and the weight of each level that has weights."""
        for name, value in zip(self.levels, levels, strict=True):
            if name in self.steps:
                bounds, weights = self.steps[name]
                yield name, value, weights[bisect_left(bounds, value)]

    @cached_property
    def _by_column(self) -> Sequence[tuple[int, Mapping[float, float] | None, Sequence[float], Sequence[float]]]:
        """The column of each level that has weights, its table if it has whole numbers, its bounds and its weights."""
        steps = [(n, *self.steps[name]) for n, name in enumerate(self.levels) if name in self.steps]
        return [(n, by_whole_number(bounds, weights), bounds, weights) for n, bounds, weights in steps]

    def score(self, levels: Sequence[float]) -> float:
        """The sum of the prior and of the weights of all levels: log-odds."""
        total = self.prior
        try:
            for column, table, bounds, weights in self._by_column:
                total += weights[bisect_left(bounds, levels[column])] if table is None else table[levels[column]]
        except KeyError:  # a level of whole numbers has another one
            total = self.prior
            for _, _, weight in self.weights(levels):
                total += weight
        return total

    def at_most(self, names: tuple[str, ...]) -> StepFunctions:
        """The step functions of some of the levels whose score is the highest that any values of the others give.

        >>> one = StepFunctions(-1.0, {"near": ((0.2,), (0.0, 2.0)), "left": ((0.0,), (0.5, -0.5))}, ("near", "left"))
        >>> one.at_most(("left",)).score((1.0,))
        0.5
        """
        others = [max(weights) for name, (_, weights) in self.steps.items() if name not in names]
        known = {name: step for name, step in self.steps.items() if name in names}
        return StepFunctions(math.fsum((self.prior, *others)), known, names)


def step_functions(table: Mapping[str, Any], levels: tuple[str, ...]) -> StepFunctions:
    """The step functions of a table of the file."""
    steps = {name: (tuple(table[name]["bounds"]), tuple(table[name]["weights"])) for name in levels if name in table}
    return StepFunctions(table["prior"], steps, levels)


def slot_table() -> Mapping[str, Any]:
    """The file of thresholds and weights."""
    return read_table("factdiff.align.slots", "slot_thresholds_and_weights.toml")
