"""Sums of decision trees, for what levels say together: the weights from ``unlike_trees.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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

    @cached_property
    def _paths(self) -> Sequence[Mapping[int, Sequence[tuple[int, float]]]]:
        """The way down to each leaf of each tree: the column of each level that is asked, and what its answer adds."""
        column = {name: number for number, name in enumerate(self.levels)}
        return [
            {1 << number: tuple((column[name], step) for name, step in path) for number, path in enumerate(paths(tree))}
            for tree in self.trees
        ]

    def weights(self, levels: Sequence[float]) -> Mapping[str, float]:
        """What each level adds to the score: the sum of the steps that its questions take."""
        found = [0.0] * len(self.levels)
        for leaves, leaf in zip(self._paths, self._vectors.leaves(levels), strict=True):
            for column, step in leaves[leaf]:
                found[column] += step
        return dict(zip(self.levels, found, strict=True))


def paths(node: Any, path: tuple[tuple[str, float], ...] = ()) -> Iterator[tuple[tuple[str, float], ...]]:
    """The ways down from a node to the leaves below it, behind a path to the node: each level that is asked, and what
    its answer adds. The leaf for values up to a bound comes first.

    >>> list(paths((0.0, "near", 0.5, (-1.0,), (0.5,))))
    [(('near', -1.0),), (('near', 0.5),)]
    """
    if len(node) == 1:
        yield path
    else:
        weight, name, _, *below = node
        for child in below:
            yield from paths(child, (*path, (name, child[0] - weight)))
