"""Boosted scores: step functions, which take each level by itself, and trees, which take several together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from factdiff.align.slots.decision_trees import DecisionTrees
from factdiff.align.slots.step_functions import StepFunctions, slot_table, step_functions
from factdiff.tables import read_table

#: the score of the step functions from which the trees are asked: few pairs have it, and no other becomes likely
ASKED = -4.0
#: the files of trees, by question
TREES = {"same_slot": "same_slot_trees.toml", "unlike": "unlike_trees.toml"}


@frozen
class BoostedScores:
    """The sum of step functions and of trees, which are asked only where the step functions leave a pair likely enough.

    >>> steps = StepFunctions(-1.0, {"near": ((0.2, 0.5), (-9.0, 0.0, 2.0))}, ("near", "left"))
    >>> trees = DecisionTrees(((0.0, "left", 0.0, (-0.5,), (0.5,)),), ("near", "left"))
    >>> scores = BoostedScores(-1.25, steps, trees)
    >>> scores.score((0.9, 1.0)), scores.score((0.1, 1.0))
    (1.25, -10.0)
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
        for name, value in zip(self.steps.levels, levels, strict=True):
            yield name, value, steps.get(name, 0.0) + added[name]


def boosted_scores(levels: tuple[str, ...], weights: Mapping[str, Any], trees: Mapping[str, Any]) -> BoostedScores:
    """The scores of a question by its tables of weights and of trees."""
    return BoostedScores(trees["prior"], step_functions(weights, levels), DecisionTrees(trees["trees"], levels))


def slot_scores_of(question: str, levels: tuple[str, ...]) -> BoostedScores:
    """The scores of a question about slots."""
    return boosted_scores(levels, slot_table()[question], read_table("factdiff.align.slots", TREES[question]))
