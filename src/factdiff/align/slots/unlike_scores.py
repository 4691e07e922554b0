"""Unlike scores: the log-odds that two mentions are of one fact though their values exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen

from factdiff.align.slots.decision_trees import DecisionTrees
from factdiff.align.slots.rival_levels import RIVAL_LEVELS
from factdiff.align.slots.slot_levels import SLOT_LEVELS
from factdiff.align.slots.step_functions import StepFunctions, slot_table, step_functions
from factdiff.align.slots.value_levels import VALUE_LEVELS
from factdiff.tables import read_table

#: the names of all levels, in their order
UNLIKE_LEVELS = (*RIVAL_LEVELS, "gate", *VALUE_LEVELS, *SLOT_LEVELS)
#: the score of the step functions from which the trees are asked: few pairs have it, and no other is a suspect
ASKED = -4.0


@frozen
class UnlikeScores:
    """The sum of step functions, which take each level by itself, and of trees, which take several together.

    The trees are asked only where the step functions leave a pair likely enough.
    """

    prior: float
    steps: StepFunctions
    trees: DecisionTrees

    def score(self, levels: Sequence[float]) -> float:
        """The log-odds of a pair."""
        first = self.steps.score(levels)
        return first + self.trees.score(levels) + self.prior - self.steps.prior if first > ASKED else first

    def weights(self, levels: Sequence[float]) -> Iterator[tuple[str, float, float]]:
        """The name, the value and the weight of each level, for a pair that the trees are asked about."""
        steps = {name: weight for name, _, weight in self.steps.weights(levels)}
        added = self.trees.weights(levels)
        for name, value in zip(UNLIKE_LEVELS, levels, strict=True):
            if name in steps or name in added:
                yield name, value, steps.get(name, 0.0) + added.get(name, 0.0)


@cache
def unlike_values() -> UnlikeScores:
    """The scores of the second question."""
    steps = step_functions(slot_table()["unlike"], UNLIKE_LEVELS)
    table = read_table("factdiff.align.slots", "unlike_trees.toml")
    return UnlikeScores(table["prior"], steps, DecisionTrees(table["trees"], UNLIKE_LEVELS))
