"""Rival levels: which other pairs fit two mentions better, and who else agrees with either of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from factdiff.align.slots.slot_scores import NOTHING, SlotScores

#: the names of the levels, in their order; of two figures, one for each mention, the lower comes first
RIVAL_LEVELS = (
    "slot", "margin_low", "margin_high", "agrees_there_low", "agrees_there_high", "agrees_low", "agrees_high",
    "support_low", "support_high", "agreeing_sources_low", "agreeing_sources_high",
)  # fmt: skip
#: the slot score from which a mention that agrees is likely to be of the same fact
LIKELY = 0.0


class Rivals:
    """The rival levels of the pairs of a block."""

    def __init__(self, scores: SlotScores) -> None:
        self._scores = scores
        self._source = {number: item.mention.source or "" for number, item in scores.items.items()}
        self._agreeing_by_source: dict[int, dict[str, float]] = {}

    @cached_property
    def _best(self) -> Mapping[tuple[int, str], list[float]]:
        """The scores of each item with those of each other source, the best first."""
        found: defaultdict[tuple[int, str], list[float]] = defaultdict(list)
        for one, row in self._scores.scores.items():
            for two, score in row.items():
                found[one, self._source[two]].append(score)
        for scores in found.values():
            scores.sort(reverse=True)
        return found

    @cached_property
    def _agreeing(self) -> Mapping[int, Mapping[int, float]]:
        """For each item those that agree with it, with their scores."""
        return {
            one: {two: score for two, score in row.items() if self._scores.agrees(one, two)}
            for one, row in self._scores.scores.items()
        }

    def levels(self, a: int, b: int) -> tuple[float, ...]:
        """The levels of two items whose values exclude each other.

        ``margin`` is by how much the pair fits better than the next best of either; ``agrees_there`` the best score of
        one with what agrees with it in the source of the other, ``agrees`` that in any source; ``support`` how well a
        third source fits both that agrees with one of them and contradicts the other.
        """
        score, here, there = self._scores.scores[a][b], self._source[a], self._source[b]
        margins = sorted((score - self._second(a, there, score), score - self._second(b, here, score)))
        by_source = self._by_source(a), self._by_source(b)
        in_pair = sorted((by_source[0].get(there, NOTHING), by_source[1].get(here, NOTHING)))
        anywhere = sorted(max(found.values(), default=NOTHING) for found in by_source)
        support = sorted((self._support(a, b), self._support(b, a)))
        sources = sorted(sum(best > LIKELY for best in found.values()) for found in by_source)
        return (score, *margins, *in_pair, *anywhere, *support, *sources)

    def _second(self, item: int, source: str, score: float) -> float:
        """The best score of an item with those of a source, but for the pair itself."""
        found = self._best[item, source]
        if found[0] != score:
            return found[0]
        return found[1] if len(found) > 1 else NOTHING

    def _by_source(self, item: int) -> dict[str, float]:
        """The best score of an item with what agrees with it, by source."""
        found = self._agreeing_by_source.get(item)
        if found is None:
            found = self._agreeing_by_source[item] = {}
            for other, score in self._agreeing.get(item, {}).items():
                source = self._source[other]
                found[source] = max(found.get(source, NOTHING), score)
        return found

    def _support(self, a: int, b: int) -> float:
        """How well an item of a third source fits both that agrees with the second item and contradicts the first."""
        row, own = self._scores.scores[a], self._source[a]
        return max(
            (
                min(row[other], score)
                for other, score in self._agreeing.get(b, {}).items()
                if self._source[other] != own and other in row and self._scores.contradicts(a, other)
            ),
            default=NOTHING,
        )
