"""Step functions from boosted stumps, and how they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import lightgbm
import numpy as np

from factdiff.align.slots.step_functions import StepFunctions

#: stumps, whose sum is a step function of each level; few steps, so that a reader can follow them
STUMPS = {
    "objective": "binary", "learning_rate": 0.08, "num_leaves": 2, "min_data_in_leaf": 30, "lambda_l2": 8.0,
    "max_bin": 63, "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 1, "verbose": -1,
    "num_threads": 2, "deterministic": True, "force_row_wise": True,
}  # fmt: skip


def boosted(
    levels: tuple[str, ...], rows: Any, answers: Any, weights: Any, rounds: int, before: StepFunctions | None = None
) -> StepFunctions:
    """The step functions that boosted stumps make of labelled rows of levels, added to those ``before``."""
    start = None if before is None else summed(before, rows)
    data = lightgbm.Dataset(rows, answers, weight=weights, feature_name=list(levels), init_score=start)
    model = lightgbm.train(STUMPS, data, rounds)
    cuts: defaultdict[str, list[tuple[float, float, float]]] = defaultdict(list)
    prior = 0.0
    for tree in model.dump_model()["tree_info"]:
        root = tree["tree_structure"]
        if "leaf_value" in root:
            prior += root["leaf_value"]
            continue
        below, above = root["left_child"]["leaf_value"], root["right_child"]["leaf_value"]
        cuts[levels[root["split_feature"]]].append((round(float(root["threshold"]), 4), below, above))
    if before is not None:
        prior += before.prior
        for level, (bounds, values) in before.steps.items():
            prior += values[0]
            cuts[level] += [(at, 0.0, high - low) for at, (low, high) in zip(bounds, pairwise(values), strict=True)]
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


def as_lines(head: str, functions: StepFunctions) -> list[str]:
    """The lines of a table of a TOML file that holds step functions."""
    lines = ["", f"[{head}]", f"prior = {functions.prior}"]
    for level in functions.levels:
        if level in functions.steps:
            bounds, weights = functions.steps[level]
            lines += [f"{level} = {{ bounds = {list(bounds)}, weights = {list(weights)} }}"]
    return lines


def summed(functions: StepFunctions, rows: Any) -> Any:
    """The scores of rows of levels."""
    total = np.full(len(rows), functions.prior)
    for column, level in enumerate(functions.levels):
        if level in functions.steps:
            bounds, weights = functions.steps[level]
            total += np.array(weights)[np.searchsorted(np.array(bounds), rows[:, column].astype(float), side="left")]
    return total
