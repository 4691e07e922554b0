"""Pairs of items of two sources, and links: the pairs that speak of one fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from factdiff.align.compared_mentions import Item
from factdiff.records import Level
from factdiff.values.relation import Relation


@frozen(eq=False)
class Pair:
    """Two items of two sources.

    ``similarity`` is that of their contexts without their values, and ``near`` that of the words near them.
    ``backing`` is the number of sources that agree with one of the two, and ``together`` whether a source agrees with
    both.
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
        """Whether the values exclude each other."""
        return self.relation is Relation.DISJOINT


@frozen(eq=False)
class Link:
    """A pair that speaks of one fact.

    ``question`` is agree, conflict or claim, ``labels`` are those of its levels, and ``weight`` is their match weight
    above the threshold. Of a pair that its slots link, ``levels`` gives the weights themselves when it is called, as
    few are asked for, and ``threshold`` is what they had to reach.
    """

    question: str
    pair: Pair
    labels: Mapping[str, str]
    weight: float
    levels: Callable[[], tuple[Level, ...]] | None = None
    threshold: float | None = None
