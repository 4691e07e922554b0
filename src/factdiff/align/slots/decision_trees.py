"""Sums of decision trees, for what levels say together: the weights from ``unlike_trees.toml``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from factdiff.align.slots.bit_vectors import BitVectors


@frozen(slots=False)
class DecisionTrees:
    """Trees of questions about levels, as nested tuples.

    A node is its weight, the level that it asks about, a bound, and the nodes for levels up to the bound and above it;
    a leaf is its weight alone. The weight of a node is the mean of those below it, and that of a root is 0, so that
    each step down adds to what speaks for a pair, or takes from it.

    >>> tree = (0.0, "near", 0.5, (-1.0,), (0.5, "left", 0.0, (0.25,), (2.0,)))
    >>> trees = DecisionTrees((tree,), ("near", "left"))
    >>> trees.score((0.9, 1.0)), dict(trees.weights((0.9, 1.0)))
    (2.0, {'near': 0.5, 'left': 1.5})
    """

    trees: Sequence[Any]
    levels: tuple[str, ...]

    @cached_property
    def _vectors(self) -> BitVectors:
        return BitVectors(self.trees, self.levels)

    def score(self, levels: Sequence[float]) -> float:
        """The sum of the leaves that the levels lead to: log-odds."""
        return self._vectors.score(levels)

    def weights(self, levels: Sequence[float]) -> Mapping[str, float]:
        """What each level adds to the score: the sum of the steps that its questions take."""
        found: defaultdict[str, float] = defaultdict(float)
        values = dict(zip(self.levels, levels, strict=True))
        for node in self.trees:
            while len(node) > 1:
                weight, name, bound, low, high = node
                node = low if values[name] <= bound else high
                found[name] += node[0] - weight
        return found
