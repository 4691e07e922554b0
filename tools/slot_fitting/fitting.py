"""The two questions, fitted on labelled stories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from factdiff.align.pair_verdicts import is_update
from factdiff.align.slots.boosted_scores import BoostedScores
from factdiff.align.slots.slot_levels import SLOT_LEVELS
from factdiff.align.slots.slot_links import can_be_finding
from factdiff.align.slots.slot_scores import SlotScores
from factdiff.align.slots.unlike_pairs import unlike_levels
from factdiff.align.slots.unlike_scores import UNLIKE_LEVELS
from slot_fitting.boosting import boosted_scores, scored
from slot_fitting.labelled import Labelled, Version

#: the types of the columns of a matrix of levels, of its answers and of its weights
TYPES = (np.float32, float, float)
#: the weight of an unlike pair of a planted error that is not the right one
BESIDE = 0.3


def fit(stories: Sequence[Labelled], added: tuple[str, ...] = ()) -> tuple[BoostedScores, BoostedScores]:
    """Both questions; the second on slots scored by the other half of the authors.

    ``added`` names levels that the stories have behind those of slots.
    """
    return fit_same_slot(stories, added), fit_unlike(stories, first_of_others(stories, added), added)


def first_of_others(stories: Sequence[Labelled], added: tuple[str, ...] = ()) -> Mapping[str, BoostedScores]:
    """For each author the scores of the first question, from the other half of the authors."""
    one, two = halves(stories)
    return {
        story.author: functions
        for functions, others in ((fit_same_slot(one, added), two), (fit_same_slot(two, added), one))
        for story in others
    }


def fit_same_slot(stories: Sequence[Labelled], added: tuple[str, ...] = ()) -> BoostedScores:
    """The first question, from the clean stories."""
    rows, answers = [], []
    for story in stories:
        for scores, matrix in zip(story.clean.scores, story.clean.matrices, strict=True):
            known = [(story.clean.rows.get(a), story.clean.rows.get(b)) for a, b in scores.levels]
            used = [n for n, pair in enumerate(known) if pair != (None, None)]
            rows.append(matrix[used])
            answers += [known[n][0] == known[n][1] for n in used]
    levels, even = (*SLOT_LEVELS, *added), np.ones(len(answers))
    return boosted_scores(levels, np.vstack(rows), np.array(answers, float), even)


def fit_unlike(
    stories: Sequence[Labelled], first: Mapping[str, BoostedScores], added: tuple[str, ...] = ()
) -> BoostedScores:
    """The second question; ``first`` gives the scores of the slots of an author."""
    found = [
        (levels, right, BESIDE if version.planted and not right else 1.0)
        for story in stories
        for version in (story.clean, *filter(None, story.errors))
        for _, _, levels, right in unlike_rows(version, first[story.author])
    ]
    rows, answers, weights = (
        np.array(column, kind) for column, kind in zip(zip(*found, strict=True), TYPES, strict=True)
    )
    return boosted_scores((*UNLIKE_LEVELS, *added), rows, answers, weights)


def unlike_rows(
    found: Version, functions: BoostedScores
) -> Iterator[tuple[bool, tuple[int, int], tuple[float, ...], bool]]:
    """The unlike pairs of a version, scored by the first question: whether it can be a finding, items, levels and
    whether it is right.

    A later toll of the same fact is no error, and left out.
    """
    for scores, matrix in zip(found.scores, found.matrices, strict=True):
        if found.planted and found.planted.isdisjoint(scores.items):
            continue
        score_again(scores, matrix, functions)
        for a, b, levels in unlike_levels(scores, found.planted or None):
            if is_update(a, b):
                continue
            pair = min(a.number, b.number), max(a.number, b.number)
            yield can_be_finding(a.value, levels), pair, levels, pair in found.right


def score_again(scores: SlotScores, matrix: Any, functions: BoostedScores) -> None:
    """Score the pairs of a block by other scores of the first question."""
    for (a, b), score in zip(scores.levels, scored(functions, matrix).tolist(), strict=True):
        scores.scores[a][b] = scores.scores[b][a] = score


def halves(stories: Sequence[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """The stories of every other author, and those of the others."""
    authors = sorted({story.author for story in stories})
    even = set(authors[::2])
    return [s for s in stories if s.author in even], [s for s in stories if s.author not in even]
