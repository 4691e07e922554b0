"""Bit vectors: which leaves of trees each value of a level leaves within reach (Lucchese et al. 2015: QuickScorer)."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import and_, getitem
from struct import Struct
from typing import Any

from factdiff.align.slots.step_tables import by_whole_number

#: how many leaves a tree has at most: the bits of its word in a vector
WORD = 32
#: a node: its bound, and the leaves that values up to it and above it lead to
Node = tuple[float, int, int]


class BitVectors:
    """The sum of the leaves that levels lead to, in trees as nested tuples.

    The leaves of all trees are the bits of one integer, each tree in a word of its own. Each step of a level has an
    integer of the leaves that it leaves within reach; what all levels leave is one leaf of each tree.
    """

    def __init__(self, trees: Sequence[Any], levels: Sequence[str]) -> None:
        self._weights: list[dict[int, float]] = []
        nodes: defaultdict[str, list[Node]] = defaultdict(list)
        self._all = sum([self._add(tree, nodes) for tree in trees])
        self._words = Struct(f"<{len(trees)}I")
        self._steps = [(column, *self._vectors(nodes[name])) for column, name in enumerate(levels) if name in nodes]
        tables = [(step[0], by_whole_number(*step[1:])) for step in self._steps]
        self._whole = [(column, table) for column, table in tables if table]
        self._other = [step for step, (_, table) in zip(self._steps, tables, strict=True) if not table]

    def _add(self, tree: Any, nodes: defaultdict[str, list[Node]]) -> int:
        """Add the weights of a tree, and its nodes by level; the leaves of the tree."""
        weights: dict[int, float] = {}
        offset = WORD * len(self._weights)
        self._weights.append(weights)

        def leaves(node: Any) -> int:
            if len(node) == 1:
                bit = 1 << len(weights)
                weights[bit] = node[0]
                return bit << offset
            _, name, bound, low, high = node
            found = bound, leaves(low), leaves(high)
            nodes[name].append(found)
            return found[1] | found[2]

        every = leaves(tree)
        if len(weights) > WORD:
            raise ValueError(f"a tree has {len(weights)} leaves; the most is {WORD}")
        return every

    def _vectors(self, nodes: Iterable[Node]) -> tuple[Sequence[float], Sequence[int]]:
        """The bounds in the nodes of a level, in their order, and the leaves within reach for each step."""
        nodes = sorted(nodes)
        above = accumulate((~low for _, low, _ in nodes), and_, initial=self._all)
        up_to = [*accumulate((~high for _, _, high in reversed(nodes)), and_, initial=self._all)]
        return [bound for bound, _, _ in nodes], [*map(and_, above, reversed(up_to))]

    def leaves(self, levels: Sequence[float]) -> Sequence[int]:
        """The leaf of each tree that levels lead to, as a bit of its word."""
        within_reach = self._all
        steps = self._other
        try:
            for column, table in self._whole:
                within_reach &= table[levels[column]]
        except KeyError:  # a level of whole numbers has another one
            steps = self._steps
        for column, bounds, vectors in steps:
            within_reach &= vectors[bisect_left(bounds, levels[column])]
        return self._words.unpack(within_reach.to_bytes(self._words.size, "little"))

    def score(self, levels: Sequence[float]) -> float:
        """The sum of the leaves, in the order of the trees."""
        total = 0.0
        for weight in map(getitem, self._weights, self.leaves(levels)):
            total += weight
        return total
