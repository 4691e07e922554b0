"""Rival levels: which other pairs fit two mentions better, and who else agrees with either of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from factdiff.align.slots.slot_scores import NOTHING, SlotScores
from factdiff.values.relation import AGREEING, Relation

#: the names of the levels, in their order; of two figures, one for each mention, the lower comes first
RIVAL_LEVELS = (
    "slot", "margin_low", "margin_high", "agrees_there_low", "agrees_there_high", "agrees_low", "agrees_high",
    "support_low", "support_high", "agreeing_sources_low", "agreeing_sources_high",
)  # fmt: skip
#: how many of them come before those of support
FIRST = RIVAL_LEVELS.index("support_low")
#: the slot score from which a mention that agrees is likely to be of the same fact
LIKELY = 0.0
DISJOINT = Relation.DISJOINT
NONE: Mapping[int, float] = {}


class Agreement(NamedTuple):
    """What agrees with an item: the best score by source, the best of all, and how many sources have a likely one."""

    by_source: Mapping[str, float]
    best: float
    sources: int


class Rivals:
    """The rival levels of the pairs of a block."""

    def __init__(self, scores: SlotScores) -> None:
        self._scores = scores
        self._source = {number: item.mention.source or "" for number, item in scores.items.items()}

    @cached_property
    def _best(self) -> Mapping[int, Mapping[str, list[float]]]:
        """The scores of each item with those of each other source, the best first."""
        found: dict[int, Mapping[str, list[float]]] = {}
        for one, row in self._scores.scores.items():
            by_source: defaultdict[str, list[float]] = defaultdict(list)
            for two, score in row.items():
                by_source[self._source[two]].append(score)
            for scores in by_source.values():
                scores.sort(reverse=True)
            found[one] = by_source
        return found

    @cached_property
    def _agreeing(self) -> Mapping[int, Mapping[int, float]]:
        """For each item those that agree with it, with their scores."""
        related = self._scores.related
        return {
            one: {two: row[two] for two, relation in related[one].items() if relation in AGREEING}
            for one, row in self._scores.scores.items()
        }

    def first_levels(self, a: int, b: int) -> tuple[float, ...]:
        """The levels before those of support of two items whose values exclude each other, which take little time.

        ``margin`` is by how much the pair fits better than the next best of either; ``agrees_there`` the best score of
        one with what agrees with it in the source of the other, ``agrees`` that in any source.
        """
        score, here, there = self._scores.scores[a][b], self._source[a], self._source[b]
        one, two = self._agreements[a], self._agreements[b]
        return (
            score,
            *in_order(score - self._second(a, there, score), score - self._second(b, here, score)),
            *in_order(one.by_source.get(there, NOTHING), two.by_source.get(here, NOTHING)),
            *in_order(one.best, two.best),
        )

    def last_levels(self, a: int, b: int) -> tuple[float, ...]:
        """The levels of support, and those behind them.

        ``support`` is how well a third source fits both that agrees with one of them and contradicts the other.
        """
        return (
            *in_order(self._support(a, b), self._support(b, a)),
            *in_order(self._agreements[a].sources, self._agreements[b].sources),
        )

    def _second(self, item: int, source: str, score: float) -> float:
        """The best score of an item with those of a source, but for the pair itself."""
        found = self._best[item][source]
        if found[0] != score:
            return found[0]
        return found[1] if len(found) > 1 else NOTHING

    @cached_property
    def _agreements(self) -> Mapping[int, Agreement]:
        """What agrees with each item."""
        return {number: self._agreement(number) for number in self._scores.items}

    def _agreement(self, item: int) -> Agreement:
        """What agrees with an item."""
        by_source: dict[str, float] = {}
        for other, score in self._agreeing.get(item, NONE).items():
            source = self._source[other]
            by_source[source] = max(by_source.get(source, NOTHING), score)
        scores = by_source.values()
        return Agreement(by_source, max(scores, default=NOTHING), sum(best > LIKELY for best in scores))

    def _support(self, a: int, b: int) -> float:
        """How well an item of a third source fits both that agrees with the second item and contradicts the first."""
        row, related, own = self._scores.scores[a], self._scores.related[a], self._source[a]
        return max(
            [
                min(row[other], score)
                for other, score in self._agreeing.get(b, NONE).items()
                if related.get(other) is DISJOINT and self._source[other] != own
            ],
            default=NOTHING,
        )


def in_order(one: float, two: float) -> tuple[float, float]:
    """Two numbers, the lower first."""
    return (one, two) if one <= two else (two, one)
