"""Estimate the weights of support in a fact sheet, and write them with their thresholds.

    python tools/fit_support.py FOLDER... [--try FOLDER...] [--output FOLDER]

The weights in the package are made of all folders of ``fixtures/alignment`` but ``ag`` to ``al``, and tried on these.
All are of the form that its ``README.md`` tells. Each article is the draft of its story in turn. A value of a source
that agrees with one of the draft supports it where both stand in one row of the fact table; nothing supports a planted
error. Boosted stumps and trees (LightGBM) give the scores, as in ``fit_slots.py``.

Two thresholds are chosen on the stories that the weights are made of: the sum from which a value is supported, so that
``ALONE`` of the values that one article alone has are not, and the score of an unlike pair of one slot from which a
value that nothing supports counts as contradicted, so that a draft without errors has ``FALSE`` such values.

The figures of the stories to ``--try`` are printed; with them, how often the nearest candidate of a planted error that
is not supported is the value of a witness.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from attrs import define, field

from factdiff.align.slots.boosted_scores import BoostedScores
from factdiff.align.slots.step_functions import StepFunctions
from factdiff.align.slots.unlike_pairs import unlike_levels
from factdiff.align.slots.unlike_scores import unlike_values
from factdiff.align.support.support_levels import SUPPORT_LEVELS, SupportLevels
from factdiff.align.support.support_relations import OTHER
from slot_fitting.boosting import boosted_scores
from slot_fitting.fitting import first_of_others, score_again
from slot_fitting.labelled import Labelled, Version
from slot_fitting.planted_stories import labelled_stories
from slot_fitting.written import as_lines, trees_as_toml

ROOT = Path(__file__).parent.parent
OUTPUT = ROOT / "src" / "factdiff" / "align" / "support"
#: the weight of a pair of a planted error
BESIDE = 0.3
#: which share of the values that one article alone has is not supported, and how many false contradictions a draft has
ALONE, FALSE = 0.84, 0.4
RELATION = SUPPORT_LEVELS.index("relation")
#: the score of a value that agrees with nothing
NONE = -99.0


@define
class Value:
    """A value of a draft: the levels of all that agrees, with their labels, and its unlike pairs, the best first.

    ``shared`` says that another article has its row.
    """

    planted: bool
    shared: bool
    has_witness: bool = False
    agreeing: list[tuple[tuple[float, ...], bool]] = field(factory=list)
    unlike: list[tuple[float, bool]] = field(factory=list)


def score_by_others(stories: Sequence[Labelled]) -> None:
    """Score the slots of each story by the first question of the other half of the authors.

    The slots in the package have seen these stories, and would look surer than those of others are.
    """
    first = first_of_others(stories)
    for story in stories:
        for version in (story.clean, *filter(None, story.errors)):
            for scores, matrix in zip(version.scores, version.matrices, strict=True):
                score_again(scores, matrix, first[story.author])


def values_of(story: Labelled) -> Iterator[Value]:
    """The values of the drafts of a story: those of its fact table, and its planted errors."""
    source = {n: item.mention.source for scores in story.clean.scores for n, item in scores.items.items()}
    for draft in sorted({id for id in source.values() if id}):
        own = [n for n in story.clean.rows if source.get(n) == draft]
        rows = {story.clean.rows[n] for n in story.clean.rows if source.get(n) != draft}
        yield from values_in(story.clean, draft, own, rows)
    for error in filter(None, story.errors):
        if error.planted:
            drafts = {s.items[n].mention.source or "" for s in error.scores for n in error.planted if n in s.items}
            for draft in sorted(drafts):
                yield from values_in(error, draft, sorted(error.planted), ())


def values_in(version: Version, draft: str, own: Sequence[int], elsewhere: Sequence[int] | set[int]) -> Iterator[Value]:
    """The values of a draft by the numbers of their items; ``elsewhere`` are the rows that other articles have."""
    for scores in version.scores:
        found: defaultdict[int, Value] = defaultdict(lambda: Value(bool(version.planted), False, bool(version.right)))
        here = [n for n in own if n in scores.items]
        for n in here:
            found[n].shared = version.rows.get(n) in elsewhere
        for a, b, levels in SupportLevels(scores, draft).pairs(here):
            if levels[RELATION] == OTHER:
                continue
            row = version.rows.get(a.number)
            same = not version.planted and row is not None and row == version.rows.get(b.number)
            found[a.number].agreeing.append((levels, same))
        for a, b, levels in unlike_levels(scores, set(here)):
            score = unlike_values().score(levels)
            pair = min(a.number, b.number), max(a.number, b.number)
            for n in (a.number, b.number):
                if n in found:
                    found[n].unlike.append((score, pair in version.right))
        for value in found.values():
            value.unlike.sort(reverse=True)
            yield value


def fit(values: Sequence[Value]) -> BoostedScores:
    """The scores of support."""
    rows = [(levels, right, BESIDE if v.planted else 1.0) for v in values for levels, right in v.agreeing]
    matrix = np.array([levels for levels, _, _ in rows], np.float32)
    answers, weights = (np.array([row[n] for row in rows], float) for n in (1, 2))
    return boosted_scores(SUPPORT_LEVELS, matrix, answers, weights)


def best(value: Value, scores: BoostedScores) -> float:
    """The best sum of a value with one that agrees."""
    return max((scores.score(levels) for levels, _ in value.agreeing), default=NONE)


def thresholds(values: Sequence[Value], scores: BoostedScores, drafts: int) -> dict[str, float]:
    """The thresholds of support and of contradiction."""
    alone = sorted(best(value, scores) for value in values if not value.planted and not value.shared)
    support = at(alone, int(ALONE * len(alone)))
    missing = [value for value in values if not value.planted and best(value, scores) < support]
    unlike = sorted((value.unlike[0][0] for value in missing if value.unlike), reverse=True)
    return {"support": support, "contradiction": at(unlike, int(FALSE * drafts))}


def at(scores: Sequence[float], place: int) -> float:
    """The score at a place, or the last one where there are fewer; nought where there is none."""
    return round(scores[min(place, len(scores) - 1)], 2) if scores else 0.0


def figures(values: Sequence[Value], scores: BoostedScores, least: dict[str, float]) -> dict[str, float]:
    """The figures, in per cent: of values that another article has, that one alone has, and of planted errors."""

    def share(hits: Sequence[bool]) -> float:
        return round(100 * sum(hits) / max(1, len(hits)), 1)

    clean, planted = ([v for v in values if v.planted is wanted] for wanted in (False, True))
    missing = [v for v in planted if best(v, scores) < least["support"]]
    told = [v for v in missing if v.has_witness]
    return {
        "shared and supported": share([best(v, scores) >= least["support"] for v in clean if v.shared]),
        "alone and not supported": share([best(v, scores) < least["support"] for v in clean if not v.shared]),
        "planted and not supported": share([v in missing for v in planted]),
        "planted and contradicted": share(
            [v in missing and bool(v.unlike) and v.unlike[0][0] >= least["contradiction"] for v in planted]
        ),
        "nearest candidate right": share([bool(v.unlike) and v.unlike[0][1] for v in told]),
        "one of three nearest right": share([any(right for _, right in v.unlike[:3]) for v in told]),
    }


def as_toml(functions: StepFunctions, least: dict[str, float], found: dict[str, float]) -> str:
    """The text of the file."""
    text = [
        "# Thresholds and weights of support: log-odds for each step of a level. Estimated by tools/fit_support.py,",
        "# which tells how; not to be edited here. A value up to the first bound has the first weight.",
        "",
        "# a value of a draft with at least such a sum is supported; one that is not, with an unlike pair of at least",
        "# such a score, is contradicted",
        "[threshold]",
        *(f"{name} = {value:.2f}" for name, value in least.items()),
        "",
        "# per cent, of stories by authors whose stories these weights are not made of; those of slots are",
        "[figures]",
        *(f'"{name}" = {value}' for name, value in found.items()),
        *as_lines("support", functions),
    ]
    return "\n".join(text) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories, fit, print the figures, and write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--try", nargs="*", type=Path, default=[], dest="trial", help="stories that are only tried")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="the folder of the files")
    options = parser.parse_args(arguments)
    stories = [story for folder in options.stories for story in labelled_stories(folder)]
    score_by_others(stories)
    values = [value for story in stories for value in values_of(story)]
    scores = fit(values)
    drafts = sum(
        len({item.mention.source for s in story.clean.scores for item in s.items.values()}) for story in stories
    )
    least = thresholds(values, scores, drafts)
    tried = [value for folder in options.trial for story in labelled_stories(folder) for value in values_of(story)]
    found = figures(tried or values, scores, least)
    print(least, found, sep="\n")
    for name, text in (
        ("thresholds_and_weights", as_toml(scores.steps, least, found)),
        ("trees", trees_as_toml(scores, "support", "fit_support.py")),
    ):
        (options.output / f"support_{name}.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
