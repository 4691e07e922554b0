"""Why the values of a fact were compared, in words: the heaviest comparison levels, and the threshold."""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import frozen

from factdiff.levels import level_in_words
from factdiff.records import Fact, Level

#: how many levels are shown for and against
MOST = 3


@frozen
class WeighedLevels:
    """The levels for or against one fact: the heaviest in words with their weights, and the sum of the others."""

    shown: tuple[tuple[str, float], ...]
    others: int
    rest: float


@frozen
class Why:
    """The levels for and against the values being of one fact, the ``total`` of all weights, and the ``threshold`` that
    it had to reach, if that is known.
    """

    favour: WeighedLevels
    against: WeighedLevels
    total: float
    threshold: float | None


def why(fact: Fact) -> Why | None:
    """The reasons for a fact at its weakest link, or None where no levels were weighed."""
    if not fact.why:
        return None
    ordered = sorted(fact.why, key=lambda level: -abs(level.weight))
    favour, against = ([level for level in ordered if level.weight * sign > 0] for sign in (1, -1))
    return Why(weighed(favour), weighed(against), math.fsum(level.weight for level in fact.why), fact.threshold)


def weighed(levels: Sequence[Level]) -> WeighedLevels:
    """The levels for or against, sorted by their weight, as the page shows them."""
    shown, others = levels[:MOST], levels[MOST:]
    return WeighedLevels(
        tuple((level_in_words(level.level), level.weight) for level in shown),
        len(others),
        math.fsum(level.weight for level in others),
    )
