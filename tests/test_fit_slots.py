"""The script that estimates the step functions of slots, on the stories of one author."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factdiff.align.slots.boosted_scores import ASKED
from factdiff.align.slots.decision_trees import DecisionTrees
from factdiff.align.slots.step_functions import StepFunctions
from factdiff.align.slots.unlike_scores import UNLIKE_LEVELS

np = pytest.importorskip("numpy", reason="the step functions are estimated with LightGBM (group alignment)")
pytest.importorskip("lightgbm", reason="the step functions are estimated with LightGBM (group alignment)")

from fit_slots import as_toml  # noqa: E402
from slot_fitting import boosting, fitting  # noqa: E402
from slot_fitting.boosting import boosted, boosted_scores, boosted_trees, scored, summed  # noqa: E402
from slot_fitting.planted_stories import labelled_stories  # noqa: E402
from slot_fitting.trials import figures, tried  # noqa: E402
from slot_fitting.written import trees_as_toml  # noqa: E402

AUTHOR = Path(__file__).parent.parent / "fixtures" / "alignment" / "aa"


@pytest.fixture(scope="module")
def stories():
    return list(labelled_stories(AUTHOR))


def test_most_planted_errors_are_read_and_have_a_right_partner(stories):
    errors = [error for story in stories for error in story.errors]
    assert len(errors) == 20 * len(stories)
    read = [error for error in errors if error is not None]
    assert len(read) > len(errors) / 2
    assert sum(bool(error.right) for error in read) > len(read) / 2


def test_right_pairs_hold_the_error_and_an_unlike_value(stories):
    for error in filter(None, stories[0].errors):
        for a, b in error.right:
            assert (a in error.planted) != (b in error.planted)


def test_step_functions_say_what_the_stumps_say():
    chance = np.random.default_rng(7)
    rows = chance.random((600, 3)).astype(np.float32)
    answers = (rows[:, 0] + 0.2 * chance.random(600) > 0.6).astype(float)
    functions = boosted(("one", "two", "three"), rows, answers, np.ones(600), 30)
    scores = summed(functions, rows)
    assert scores == pytest.approx([functions.score([float(x) for x in row]) for row in rows], abs=1e-6)
    assert scores[answers == 1].mean() > scores[answers == 0].mean() + 1


def test_a_step_between_other_and_unknown_keeps_them_apart():
    rows = np.repeat([[-1.0], [0.0], [1.0]], 200, axis=0).astype(np.float32)
    answers = np.repeat([0.0, 1.0, 1.0], 200)
    other, unknown, same = summed(boosted(("one",), rows, answers, np.ones(600), 60), rows)[[0, 200, 400]]
    assert other < 0 < unknown
    assert unknown == pytest.approx(same)


def test_trees_add_what_two_levels_say_together():
    chance = np.random.default_rng(7)
    rows = chance.random((600, 4)).astype(np.float32)
    answers = ((rows[:, 0] > 0.3) & (rows[:, 1] > 0.5) != (rows[:, 1] > 0.7)).astype(float)
    steps = boosted(("one", "two", "three", "four"), rows, answers, np.ones(600), 60)
    prior, trees = boosted_trees(steps, rows, answers, np.ones(600), 60)
    first = summed(steps, rows)
    added = np.array([trees.score([float(x) for x in row]) for row in rows])

    def loss(scores):
        return np.log1p(np.exp(np.where(answers, -1, 1) * scores)).mean()

    assert loss(first + added + prior - steps.prior) < 0.5 * loss(first)


def test_the_scores_of_rows_are_those_of_each_row():
    chance = np.random.default_rng(7)
    rows = (chance.random((900, 3)) * 2).astype(np.float32)
    answers = (rows[:, 0] * rows[:, 1] > 1.5).astype(float)
    scores = boosted_scores(("one", "two", "three"), rows, answers, np.ones(900))
    assert min(scores.steps.score(row) for row in rows.tolist()) < ASKED
    assert scored(scores, rows) == pytest.approx([scores.score(row) for row in rows.tolist()], abs=1e-6)


def test_the_weights_of_trees_add_up():
    chance = np.random.default_rng(7)
    rows = chance.random((600, 3)).astype(np.float32)
    answers = (rows[:, 0] * rows[:, 1] > rows[:, 2]).astype(float)
    _, trees = boosted_trees(StepFunctions(0.0, {}, ("one", "two", "three")), rows, answers, np.ones(600), 20)
    for row in rows[:50]:
        assert sum(trees.weights(row).values()) == pytest.approx(trees.score(row))


def test_a_fit_finds_more_errors_the_more_false_pairs_it_lets_through(stories, monkeypatch):
    monkeypatch.setattr(boosting, "ROUNDS", {"stumps": 30, "trees": 10})
    same = fitting.fit_same_slot(stories)
    unlike = fitting.fit_unlike(stories, {"aa": same})
    found = figures(tried(stories, same, unlike))
    shares = [found[f"at {false} false a story"] for false in (0.1, 0.3, 1.0)]
    assert shares == sorted(shares)
    assert found["among ten"] > 30
    table = tomllib.loads(as_toml(same.steps, unlike.steps, {"finding": 1.0, "suspect": -1.0}, found))
    assert table["figures"]["among ten"] == found["among ten"]
    assert set(table["unlike"]) == {"prior", *unlike.steps.steps}
    written = tomllib.loads(trees_as_toml(unlike, "unlike values", "fit_slots.py"))
    assert DecisionTrees(written["trees"], UNLIKE_LEVELS).score([0.5] * len(UNLIKE_LEVELS)) == pytest.approx(
        unlike.trees.score([0.5] * len(UNLIKE_LEVELS))
    )
    assert written["prior"] == unlike.prior
