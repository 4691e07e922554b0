"""The script that estimates the step functions of slots, on the stories of one author."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from pathlib import Path

import pytest

np = pytest.importorskip("numpy", reason="the step functions are estimated with LightGBM (group alignment)")
pytest.importorskip("lightgbm", reason="the step functions are estimated with LightGBM (group alignment)")

ROOT = Path(__file__).parent.parent
AUTHOR = ROOT / "fixtures" / "alignment" / "aa"


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("fit_slots", ROOT / "tools" / "fit_slots.py")
    module = sys.modules["fit_slots"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def stories(tool):
    return list(tool.labelled_stories(AUTHOR))


def test_most_planted_errors_are_read_and_have_a_right_partner(stories):
    errors = [error for story in stories for error in story.errors]
    assert len(errors) == 20 * len(stories)
    read = [error for error in errors if error is not None]
    assert len(read) > len(errors) / 2
    assert sum(bool(error.right) for error in read) > len(read) / 2


def test_right_pairs_hold_the_error_and_an_unlike_value(tool, stories):
    for error in filter(None, stories[0].errors):
        for a, b in error.right:
            assert (a in error.planted) != (b in error.planted)


def test_step_functions_say_what_the_stumps_say(tool):
    chance = np.random.default_rng(7)
    rows = chance.random((600, 3)).astype(np.float32)
    answers = (rows[:, 0] + 0.2 * chance.random(600) > 0.6).astype(float)
    functions = tool.boosted(("one", "two", "three"), rows, answers, np.ones(600), 30)
    scores = tool.summed(functions, rows)
    assert scores == pytest.approx([functions.score([float(x) for x in row]) for row in rows], abs=1e-6)
    assert scores[answers == 1].mean() > scores[answers == 0].mean() + 1


def test_a_fit_finds_more_errors_the_more_false_pairs_it_lets_through(tool, stories, monkeypatch):
    monkeypatch.setattr(tool, "ROUNDS", {"same_slot": 40, "unlike": 30})
    same = tool.fit_same_slot(stories)
    unlike = tool.fit_unlike(stories, {"aa": same})
    found = tool.figures(tool.tried(stories, same, unlike))
    shares = [found[f"at {false} false a story"] for false in (0.1, 0.3, 1.0)]
    assert shares == sorted(shares)
    assert found["among ten"] > 30
    table = tomllib.loads(tool.as_toml(same, unlike, {"finding": 1.0, "suspect": -1.0}, found))
    assert table["figures"]["among ten"] == found["among ten"]
    assert set(table["unlike"]) == set(unlike)
