"""Sums of step functions: the weights of comparison levels, from ``slot_thresholds_and_weights.toml``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from factdiff.tables import read_table

#: the numbers that most levels of whole numbers have
SMALL = range(-2, 65)


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
        """The column of each level that has weights, its weights by whole numbers if it has only these, its bounds and
        its weights.
        """
        steps = [(n, *self.steps[name]) for n, name in enumerate(self.levels) if name in self.steps]
        return [(n, by_whole_number(bounds, weights), bounds, weights) for n, bounds, weights in steps]

    def score(self, levels: Sequence[float]) -> float:
        """The sum of the prior and of the weights of all levels: log-odds."""
        total = self.prior
        try:
            for column, by_number, bounds, weights in self._by_column:
                if by_number is not None:
                    total += by_number[levels[column]]
                else:
                    total += weights[bisect_left(bounds, levels[column])]
        except KeyError:  # a level of whole numbers has another one
            total = self.prior
            for _, _, weight in self.weights(levels):
                total += weight
        return total


def by_whole_number(bounds: Sequence[float], weights: Sequence[float]) -> Mapping[float, float] | None:
    """The weights of small whole numbers, which are found quicker than the step of any number is.

    Only of a level whose bounds lie at whole numbers or halfway between them: it is likely to have no others.
    """
    if not all((2 * bound).is_integer() for bound in bounds):
        return None
    return {number: weights[bisect_left(bounds, number)] for number in SMALL}


def step_functions(table: Mapping[str, Any], levels: tuple[str, ...]) -> StepFunctions:
    """The step functions of a table of the file."""
    steps = {name: (tuple(table[name]["bounds"]), tuple(table[name]["weights"])) for name in levels if name in table}
    return StepFunctions(table["prior"], steps, levels)


def slot_table() -> Mapping[str, Any]:
    """The file of thresholds and weights."""
    return read_table("factdiff.align.slots", "slot_thresholds_and_weights.toml")
