"""Sums of decision trees, for what levels say together: the weights from ``unlike_trees.toml``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen


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
    def _by_column(self) -> Sequence[Any]:
        """The trees with the columns of their levels: a leaf is its weight, a node (column, bound, low, high)."""
        columns = {name: column for column, name in enumerate(self.levels)}

        def numbered(node: Any) -> Any:
            if len(node) == 1:
                return node[0]
            _, name, bound, low, high = node
            return columns[name], bound, numbered(low), numbered(high)

        return [numbered(tree) for tree in self.trees]

    def score(self, levels: Sequence[float]) -> float:
        """The sum of the leaves that the levels lead to: log-odds."""
        total = 0.0
        for node in self._by_column:
            while node.__class__ is tuple:
                column, bound, low, high = node
                node = low if levels[column] <= bound else high
            total += node
        return total

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
