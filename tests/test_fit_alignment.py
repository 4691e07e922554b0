"""The script that estimates the match weights, run on the labelled stories."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from attrs import evolve

from factdiff import find_mentions

pytest.importorskip("sklearn", reason="the match weights are estimated with scikit-learn (group alignment)")

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "tools" / "fit_alignment.py"
LABELLED = ROOT / "fixtures" / "alignment"
SHIPPED = ROOT / "src" / "factdiff" / "align" / "thresholds_and_weights.toml"
QUESTIONS = ("agree", "conflict", "claim")
#: the largest weight, which is set by hand
TWIN = 12.0


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("fit_alignment", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def labelled():
    return [LABELLED / "stories.jsonl", LABELLED / "sentences.jsonl"]


def written(labelled, output):
    """The file that the script writes, as text: in a process of its own, which no measuring of the tests slows."""
    subprocess.run([sys.executable, SCRIPT, *labelled, "--output", output], check=True, capture_output=True)
    return output.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def table(labelled, tmp_path_factory):
    return written(labelled, tmp_path_factory.mktemp("weights") / "weights.toml")


@pytest.fixture(scope="module")
def examples(tool, labelled):
    return {question: [e for path in labelled for e in tool.examples(path, question)] for question in QUESTIONS}


def test_the_file_has_the_form_of_the_one_that_is_shipped(table):
    found = tomllib.loads(table)
    assert set(found["threshold"]) == set(found["figures"]) == set(QUESTIONS)
    shipped = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    for question in QUESTIONS:
        assert shipped["figures"][question].keys() == found["figures"][question].keys()
        for level, labels in found[question].items():
            assert set(labels) <= set(shipped[question][level])
            assert all(isinstance(weight, float) and abs(weight) <= TWIN for weight in labels.values())
    assert table.splitlines()[:3] == SHIPPED.read_text(encoding="utf-8").splitlines()[:3]


@pytest.mark.parametrize(
    ("question", "level", "more", "less"),
    [
        ("agree", "value", "distinctive", "compatible"),
        ("agree", "rivals", "0", "6"),
        ("agree", "when", "same", "other"),
        ("agree", "margin", "clear", "tie"),
        ("agree", "role", "same", "other"),
        ("conflict", "value", "slip", "tens times"),
        ("conflict", "property", "same", "other"),
        ("claim", "value", "near times", "far times"),
        ("claim", "near", "date, close", "date, none"),
        ("claim", "sentence", "close", "none"),
        ("claim", "thing", "same", "word"),
        ("claim", "property", "same", "other"),
    ],
)
def test_what_mentions_share_speaks_for_one_fact(table, question, level, more, less):
    labels = tomllib.loads(table)[question][level]
    assert labels[more] > labels[less]


def test_the_same_stories_give_the_same_file(labelled, table, tmp_path):
    assert written(labelled, tmp_path / "again.toml") == table


def test_stories_that_were_not_learned_from_are_told_well(table):
    figures = tomllib.loads(table)["figures"]
    assert figures["agree"]["pairs"] > 200
    assert figures["agree"]["auc"] >= 0.8
    assert figures["agree"]["recall"] >= 0.6
    assert figures["conflict"]["pairs"] > 60
    assert figures["conflict"]["auc"] >= 0.75
    assert 0 < figures["conflict"]["same"] < figures["conflict"]["pairs"] / 2


@pytest.mark.parametrize("question", QUESTIONS)
def test_labels_that_say_nothing_are_not_learned(tool, examples, question):
    mixed = [evolve(example, same=number % 3 == 0) for number, example in enumerate(examples[question])]
    assert tool.fit(mixed, 0.9)["figures"]["auc"] < 0.65


def test_the_threshold_is_the_lowest_that_keeps_the_precision(tool):
    import numpy as np

    scores = np.array([5.0, 4.0, 3.0, 2.0, 1.0, 0.0])
    same = np.array([True, True, False, True, True, False])
    every = np.ones(6)
    assert tool.threshold_at(scores, same, every, 0.75) == (1.0, 1.0)
    assert tool.threshold_at(scores, same, every, 0.9) == (4.0, 0.5)
    assert tool.threshold_at(scores, same, every, 0.66) == (0.0, 1.0)
    assert tool.threshold_at(scores, same, np.array([1, 1, 0.2, 1, 1, 1]), 0.9) == (1.0, 1.0)


def test_two_texts_count_little_and_agreements_of_them_not_at_all(tool):
    rest = " It broke out at a mill."
    case = {"id": "x", "text_a": "The fire killed nine people." + rest, "text_b": "The fire killed four people." + rest}
    for label, same in (("contradiction", True), ("consistent", False)):
        found = list(tool.pairs_of_texts(case | {"label": label}, "conflict"))
        assert [(one, weight) for _, one, weight in found] == [(same, tool.TEXTS_WEIGHT)]
    assert list(tool.pairs_of_texts(case | {"label": "contradiction"}, "agree")) == []


def test_claims_that_nothing_bears_out_or_denies_count_most(tool):
    case = {"id": "x", "text_a": "The fire killed nine people.", "text_b": "The fire killed four people."}
    for label, same, counts in (
        ("contradiction", True, 1.0), ("consistent", False, 1.0), ("neutral", False, tool.NEUTRAL_WEIGHT),
    ):  # fmt: skip
        found = list(tool.pairs_of_texts(case | {"label": label}, "claim"))
        assert [(one, weight) for _, one, weight in found] == [(same, counts)]


def test_a_story_without_groups_is_labelled_by_the_table_of_what_was_judged(tool, tmp_path, monkeypatch):
    one = "A fire at the mill in Leeds killed nine people. It broke out at night."
    two = "Four people died when a fire gutted a mill in Leeds. The blaze broke out at night."
    case = {"id": "x", "sources": [{"id": "a", "text": one}, {"id": "b", "text": two}]}
    table = tmp_path / "judged.tsv"
    monkeypatch.setattr(tool, "JUDGED", table)
    for same in (True, False):
        table.write_text(f"# story, kind, values, same\nx\tnumber\t4\t9\t{int(same)}\n", encoding="utf-8")
        tool.judgements.cache_clear()
        assert [(one, weight) for _, one, weight in tool.pairs_of_judged_story(case, "conflict")] == [
            (same, tool.JUDGED_WEIGHT)
        ]
    assert list(tool.pairs_of_judged_story(case | {"id": "y"}, "conflict")) == []
    assert list(tool.pairs_of_judged_story(case, "agree")) == []
    tool.judgements.cache_clear()


def test_groups_of_a_story_label_its_pairs(tool):
    def mentions(source):
        return [evolve(mention, source=source) for mention in find_mentions("11, 22, 33")]

    def group(number):
        return {"evidence": [{"source": id, "start": 4 * number, "end": 4 * number + 2} for id in "ab"]}

    case = {"agree": [group(0)], "unrelated": [group(1)]}
    (one, two, three), (other, second, third) = mentions("a"), mentions("b")
    assert tool.label(case, one, other) is True
    assert tool.label(case, two, second) is False
    assert tool.label(case, one, second) is False  # its partner is another
    assert tool.label(case, three, third) is None
