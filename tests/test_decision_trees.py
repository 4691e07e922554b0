"""Decision trees: the bit vectors of their leaves give what a walk down them gives."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdiff.align.slots.bit_vectors import WORD, BitVectors
from factdiff.align.slots.decision_trees import DecisionTrees
from factdiff.align.slots.slot_scores import same_slot
from factdiff.align.slots.unlike_scores import unlike_values
from factdiff.align.support.support_scores import support

LEVELS = ("near", "left", "rivals", "depth")
#: whole numbers have a table of their own, up to a bound beyond which the others lie
NUMBERS = st.one_of(st.sampled_from((-3, -1, -1e-06, 0, 0.5, 1, 64, 65, 1000)), st.floats(-2, 2))
WEIGHTS = st.floats(-1, 1)
TREES = st.recursive(
    st.tuples(WEIGHTS),
    lambda nodes: st.tuples(WEIGHTS, st.sampled_from(LEVELS), NUMBERS, nodes, nodes),
    max_leaves=12,
)


def walked(trees, levels):
    """The score by a walk down the trees, and what each level adds to it."""
    values, total, added = dict(zip(trees.levels, levels, strict=True)), 0.0, defaultdict(float)
    for node in trees.trees:
        while len(node) > 1:
            weight, name, bound, low, high = node
            node = low if values[name] <= bound else high
            added[name] += node[0] - weight
        total += node[0]
    return total, {name: weight for name, weight in added.items() if weight}


def summed(trees, levels):
    return trees.score(levels), {name: weight for name, weight in trees.weights(levels).items() if weight}


@given(st.lists(TREES, min_size=1, max_size=5), st.tuples(*[NUMBERS] * len(LEVELS)))
def test_any_trees_have_the_score_of_a_walk(trees, levels):
    found = DecisionTrees(trees, LEVELS)
    assert summed(found, levels) == walked(found, levels)


def values_around(trees, level):
    """The bounds of a level, and numbers below, between and above them."""
    bounds, nodes = {0.0}, list(trees.trees)
    while nodes:
        node = nodes.pop()
        if len(node) > 1:
            nodes += node[3:]
            bounds |= {node[2]} if node[1] == level else set()
    ordered = sorted(bounds)
    between = [(low + high) / 2 for low, high in pairwise(ordered)]
    return [*ordered, *between, ordered[0] - 1, ordered[-1] + 1]


@pytest.mark.parametrize("question", [same_slot, unlike_values, support])
@given(data=st.data())
def test_the_shipped_trees_have_the_score_of_a_walk(question, data):
    trees = question().trees
    levels = [data.draw(st.sampled_from(values_around(trees, level))) for level in trees.levels]
    assert summed(trees, levels) == walked(trees, levels)


def test_a_tree_with_more_leaves_than_a_word_has_bits_is_refused():
    tree = (0.0,)
    for number in range(WORD - 1):
        tree = (0.0, "near", float(number), tree, (1.0,))
    assert BitVectors([tree], LEVELS).score((0, 0, 0, 0)) == 0.0
    with pytest.raises(ValueError, match=f"{WORD + 1} leaves"):
        BitVectors([(0.0, "left", 0.0, tree, (1.0,))], LEVELS)
