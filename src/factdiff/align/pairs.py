"""Pairs of items of two sources, and the links that join them."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from factdiff.align.compared_mentions import Item
from factdiff.values.relation import Relation


@frozen(eq=False)
class Pair:
    """Two items of two sources.

    ``similarity`` is that of their contexts alone, the values left out, ``near`` that of what stands near them;
    ``backing`` tells how many sources stand behind each of the two values, added up, and ``together`` whether one of
    them gives both.
    """

    a: Item
    b: Item
    relation: Relation
    similarity: float
    near: float = 1.0
    backing: int = 2
    together: bool = False

    @property
    def conflict(self) -> bool:
        """Whether no value is true of both."""
        return self.relation is Relation.DISJOINT


@frozen(eq=False)
class Link:
    """A pair that speaks of one fact: the ``question`` that was asked of it (agree, conflict, claim), the labels that
    say so, and the weight that they make above the threshold.
    """

    question: str
    pair: Pair
    labels: Mapping[str, str]
    weight: float
