"""Unlike scores: the log-odds that two mentions are of one fact though their values exclude each other."""

from __future__ import annotations

from functools import cache

from factdiff.align.slots.boosted_scores import BoostedScores, slot_scores_of
from factdiff.align.slots.rival_levels import FIRST, RIVAL_LEVELS
from factdiff.align.slots.slot_levels import SLOT_LEVELS
from factdiff.align.slots.step_functions import StepFunctions
from factdiff.align.slots.value_levels import VALUE_LEVELS

#: the names of all levels, in their order
UNLIKE_LEVELS = (*RIVAL_LEVELS, "gate", *VALUE_LEVELS, *SLOT_LEVELS)
#: the levels that take little time: all but support, what follows it, and whether the pair can contradict each other
QUICK_LEVELS = (*RIVAL_LEVELS[:FIRST], *VALUE_LEVELS, *SLOT_LEVELS)


@cache
def unlike_values() -> BoostedScores:
    """The scores of the second question."""
    return slot_scores_of("unlike", UNLIKE_LEVELS)


@cache
def unlike_at_most() -> StepFunctions:
    """The highest score that the step functions can give, by the levels that take little time."""
    return unlike_values().steps.at_most(QUICK_LEVELS)
