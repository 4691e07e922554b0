"""Step functions from boosted stumps, and how they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import lightgbm
import numpy as np

from factdiff.align.slots.boosted_scores import ASKED, BoostedScores
from factdiff.align.slots.decision_trees import DecisionTrees
from factdiff.align.slots.step_functions import StepFunctions

#: stumps, whose sum is a step function of each level; few steps, so that a reader can follow them
STUMPS = {
    "objective": "binary", "learning_rate": 0.08, "num_leaves": 2, "min_data_in_leaf": 30, "lambda_l2": 8.0,
    "max_bin": 63, "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 1, "verbose": -1,
    "num_threads": 2, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
#: trees of a few questions
TREES = {**STUMPS, "learning_rate": 0.15, "num_leaves": 31, "min_data_in_leaf": 40}
#: how many of each the scores of a question have
ROUNDS = {"stumps": 400, "trees": 40}
#: to how many digits behind the point bounds are rounded
DIGITS = 6


def boosted_scores(levels: tuple[str, ...], rows: Any, answers: Any, weights: Any) -> BoostedScores:
    """The scores that boosting makes of labelled rows of levels: step functions, and trees on top of them."""
    steps = boosted(levels, rows, answers, weights, ROUNDS["stumps"])
    asked = summed(steps, rows) > ASKED
    prior, trees = boosted_trees(steps, rows[asked], answers[asked], weights[asked], ROUNDS["trees"])
    return BoostedScores(prior, steps, trees)


def boosted(levels: tuple[str, ...], rows: Any, answers: Any, weights: Any, rounds: int) -> StepFunctions:
    """The step functions that boosted stumps make of labelled rows of levels."""
    data = lightgbm.Dataset(rows, answers, weight=weights, feature_name=list(levels))
    model = lightgbm.train(STUMPS, data, rounds)
    cuts: defaultdict[str, list[tuple[float, float, float]]] = defaultdict(list)
    prior = 0.0
    for tree in model.dump_model()["tree_info"]:
        root = tree["tree_structure"]
        if "leaf_value" in root:
            prior += root["leaf_value"]
            continue
        below, above = root["left_child"]["leaf_value"], root["right_child"]["leaf_value"]
        cuts[levels[root["split_feature"]]].append((bound_of(root), below, above))
    return step_functions(prior, cuts, levels)


def step_functions(
    prior: float, cuts: Mapping[str, Sequence[tuple[float, float, float]]], levels: tuple[str, ...]
) -> StepFunctions:
    """The sum of stumps, each given by its bound and its values up to it and above it; one step of each level is 0."""
    steps = {}
    for level, found in cuts.items():
        bounds = sorted({bound for bound, _, _ in found})
        values = [
            sum(low if step <= place else high for place, low, high in ((bounds.index(at), *two) for at, *two in found))
            for step in range(len(bounds) + 1)
        ]
        least = min(values, key=abs)
        prior += least
        steps[level] = (tuple(bounds), tuple(round(value - least, 3) for value in values))
    return StepFunctions(round(prior, 3), steps, levels)


def boosted_trees(
    before: StepFunctions, rows: Any, answers: Any, weights: Any, rounds: int
) -> tuple[float, DecisionTrees]:
    """The prior and the trees that boosting makes of labelled rows of levels, on top of step functions ``before``."""
    data = lightgbm.Dataset(
        rows, answers, weight=weights, feature_name=list(before.levels), init_score=summed(before, rows)
    )
    model = lightgbm.train(TREES, data, rounds)
    roots = [nested(tree["tree_structure"], before.levels) for tree in model.dump_model()["tree_info"]]
    prior = sum(root[0] for root in roots)
    return round(before.prior + prior, 4), DecisionTrees([less(root, root[0]) for root in roots], before.levels)


def nested(node: Mapping[str, Any], levels: tuple[str, ...]) -> list[Any]:
    """A node of a tree, with the mean of the leaves below it as its weight."""
    if "leaf_value" in node:
        return [node["leaf_value"]]
    low, high = nested(node["left_child"], levels), nested(node["right_child"], levels)
    below = [size(node[child]) for child in ("left_child", "right_child")]
    weight = (low[0] * below[0] + high[0] * below[1]) / sum(below)
    return [weight, levels[node["split_feature"]], bound_of(node), low, high]


def bound_of(node: Mapping[str, Any]) -> float:
    """The bound of a split, rounded; one just below 0 stays below it, so that "unknown" (0) is not taken for -1."""
    threshold = float(node["threshold"])
    rounded = round(threshold, DIGITS)
    return -(10.0**-DIGITS) if not rounded and threshold < 0 else rounded


def size(node: Mapping[str, Any]) -> int:
    """How many rows a node was made of."""
    return int(node.get("leaf_count") or node["internal_count"])


def less(node: Sequence[Any], weight: float) -> list[Any]:
    """A node from whose weights one is taken."""
    if len(node) == 1:
        return [round(node[0] - weight, 4)]
    return [round(node[0] - weight, 4), *node[1:3], *(less(child, weight) for child in node[3:])]


def summed(functions: StepFunctions, rows: Any) -> Any:
    """The scores of rows of levels."""
    total = np.full(len(rows), functions.prior)
    for column, level in enumerate(functions.levels):
        if level in functions.steps:
            bounds, weights = functions.steps[level]
            total += np.array(weights)[np.searchsorted(np.array(bounds), rows[:, column].astype(float), side="left")]
    return total


def scored(scores: BoostedScores, rows: Any) -> Any:
    """The scores of rows of levels, by step functions and trees."""
    total = summed(scores.steps, rows)
    asked = total > ASKED
    total[asked] += scores.prior - scores.steps.prior
    total[asked] += [scores.trees.score(row) for row in rows[asked].tolist()]
    return total
