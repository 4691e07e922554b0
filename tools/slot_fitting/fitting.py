"""The two questions, fitted on labelled stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from attrs import define, field

from factdiff.align.slots.slot_levels import SLOT_LEVELS
from factdiff.align.slots.step_functions import StepFunctions
from factdiff.align.slots.unlike_pairs import GROUPS, UNLIKE_LEVELS, unlike_levels
from slot_fitting.boosting import boosted, summed
from slot_fitting.labelled import Labelled, Version

#: how many stumps: of the first question, and of the second for all groups together and then for each
ROUNDS = {"same_slot": 400, "unlike": 400, "group": 200}
#: the weight of an unlike pair of a planted error that is not the right one
BESIDE = 0.3


def fit(stories: Sequence[Labelled]) -> tuple[StepFunctions, dict[str, StepFunctions]]:
    """Both questions; the second on slots scored by the other half of the authors."""
    one, two = halves(stories)
    first = {
        story.author: functions
        for functions, others in ((fit_same_slot(one), two), (fit_same_slot(two), one))
        for story in others
    }
    return fit_same_slot(stories), fit_unlike(stories, first)


def fit_same_slot(stories: Sequence[Labelled]) -> StepFunctions:
    """The first question, from the clean stories."""
    rows, answers = [], []
    for story in stories:
        for scores, matrix in zip(story.clean.scores, story.clean.matrices, strict=True):
            known = [(story.clean.rows.get(a), story.clean.rows.get(b)) for a, b in scores.levels]
            used = [n for n, pair in enumerate(known) if pair != (None, None)]
            rows.append(matrix[used])
            answers += [known[n][0] == known[n][1] for n in used]
    return boosted(SLOT_LEVELS, np.vstack(rows), np.array(answers, float), np.ones(len(answers)), ROUNDS["same_slot"])


def fit_unlike(stories: Sequence[Labelled], first: Mapping[str, StepFunctions]) -> dict[str, StepFunctions]:
    """The second question: for all groups together, and from there on for each group.

    ``first`` gives the step functions that score the slots of an author.
    """
    everything, by_group = Rows(), defaultdict[str, Rows](Rows)
    for story in stories:
        for found in (story.clean, *filter(None, story.errors)):
            for group, _, levels, right in unlike_rows(found, first[story.author]):
                for own in (everything, by_group[group]):
                    own.rows.append(levels)
                    own.answers.append(right)
                    own.weights.append(BESIDE if found.planted and not right else 1.0)
    common = everything.boosted(ROUNDS["unlike"])
    return {group: own.boosted(ROUNDS["group"], common) for group, own in sorted(by_group.items())}


@define
class Rows:
    """Labelled rows of levels."""

    rows: list[tuple[float, ...]] = field(factory=list)
    answers: list[bool] = field(factory=list)
    weights: list[float] = field(factory=list)

    def boosted(self, rounds: int, before: StepFunctions | None = None) -> StepFunctions:
        """The step functions of the rows, added to those ``before``."""
        columns = np.array(self.rows, np.float32), np.array(self.answers, float), np.array(self.weights)
        return boosted(UNLIKE_LEVELS, *columns, rounds, before)


def unlike_rows(
    found: Version, functions: StepFunctions
) -> Iterator[tuple[str, tuple[int, int], tuple[float, ...], bool]]:
    """The unlike pairs of a version, scored by the first question: group, items, levels and whether it is right."""
    for scores, matrix in zip(found.scores, found.matrices, strict=True):
        if found.planted and found.planted.isdisjoint(scores.items):
            continue
        for (a, b), score in zip(scores.levels, summed(functions, matrix).tolist(), strict=True):
            scores.scores[a][b] = scores.scores[b][a] = score
        for a, b, levels in unlike_levels(scores, found.planted or None):
            pair = min(a.number, b.number), max(a.number, b.number)
            yield GROUPS[a.mention.kind], pair, levels, pair in found.right


def halves(stories: Sequence[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """The stories of every other author, and those of the others."""
    authors = sorted({story.author for story in stories})
    even = set(authors[::2])
    return [s for s in stories if s.author in even], [s for s in stories if s.author not in even]
