"""Scores as the text of TOML files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factdiff.align.slots.boosted_scores import BoostedScores
from factdiff.align.slots.step_functions import StepFunctions


def as_lines(head: str, functions: StepFunctions) -> list[str]:
    """The lines of a table of a TOML file that holds step functions."""
    lines = ["", f"[{head}]", f"prior = {functions.prior}"]
    for level in functions.levels:
        if level in functions.steps:
            bounds, weights = functions.steps[level]
            lines += [f"{level} = {{ bounds = {list(bounds)}, weights = {list(weights)} }}"]
    return lines


def trees_as_toml(scores: BoostedScores, question: str, tool: str) -> str:
    """The text of a file of trees, one a line; ``question`` says of what they are, ``tool`` what estimated them."""
    text = [
        f"# Trees on top of the step functions of {question}. Estimated by tools/{tool}, which tells how; not to be",
        "# edited here. A node is its weight, a level, a bound, and the nodes up to the bound and above it; a leaf is",
        "# its weight.",
        "",
        f"prior = {scores.prior}",
        "trees = [",
        *(f"  {as_list(tree)}," for tree in scores.trees.trees),
        "]",
    ]
    return "\n".join(text) + "\n"


def as_list(node: Sequence[Any]) -> str:
    """A node as a list of TOML."""
    weight, *question = node
    if not question:
        return f"[{weight}]"
    level, bound, low, high = question
    return f'[{weight}, "{level}", {bound}, {as_list(low)}, {as_list(high)}]'
