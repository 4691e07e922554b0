"""Why the values of a fact were compared, in words: the levels that weighed most, and what they had to reach."""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import frozen

from factdiff.records import Fact, Level
from factdiff.reports._page import wording

#: how many levels are told for and against
MOST = 3


@frozen
class Voice:
    """The levels that spoke one way: the weightiest in words with their weights, and what the others add."""

    told: tuple[tuple[str, float], ...]
    others: int
    rest: float


@frozen
class Why:
    """What spoke for the values being of one fact and what against; ``total`` is what all weights add up to, and
    ``threshold`` what they had to reach, if that is known.
    """

    favour: Voice
    against: Voice
    total: float
    threshold: float | None


def why(fact: Fact) -> Why | None:
    """The grounds of a fact at its weakest, or None where no levels were weighed."""
    if not fact.why:
        return None
    ordered = sorted(fact.why, key=lambda level: -abs(level.weight))
    favour, against = ([level for level in ordered if level.weight * sign > 0] for sign in (1, -1))
    return Why(voice(favour), voice(against), math.fsum(level.weight for level in fact.why), fact.threshold)


def voice(levels: Sequence[Level]) -> Voice:
    """The levels that spoke one way, the weightiest first."""
    told, others = levels[:MOST], levels[MOST:]
    return Voice(
        tuple((wording.level(level.level), level.weight) for level in told),
        len(others),
        math.fsum(level.weight for level in others),
    )
