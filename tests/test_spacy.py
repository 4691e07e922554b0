"""Names by a pipeline of spaCy, a small one that is made here."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from factdiff import Config, ConfigError, MissingExtraError, Source, check_consistency
from factdiff.finder import overlay, scan

PATTERNS = [
    {"label": "PERSON", "pattern": "Zolvane Mokoena"},
    {"label": "PERSON", "pattern": "Mr Tavita Leota"},
    {"label": "PERSON", "pattern": "Kyiv"},
    {"label": "ORG", "pattern": "Zentrokon"},
    {"label": "ORG", "pattern": "Moscow"},
    {"label": "GPE", "pattern": "Zolvane"},
]


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    """The folder of a pipeline that knows some names."""
    spacy = pytest.importorskip("spacy", reason="names by a pipeline need the extra spacy")
    folder = tmp_path_factory.mktemp("pipeline") / "names"
    made = spacy.blank("en")
    made.add_pipe("entity_ruler").add_patterns(PATTERNS)
    made.to_disk(folder)
    return str(folder)


def names(text, pipeline=None):
    """The names of a text: the words, the category, and the rule that found them."""
    source = Source(text, id="a")
    found = overlay(source, scan(source, None), pipeline=pipeline)
    assert all(text[mention.start : mention.end] == mention.surface for mention in found)
    return [(m.surface, m.value.category, m.rule) for m in found if m.kind == "name"]


def test_a_pipeline_finds_names_that_nothing_beside_them_shows(pipeline):
    text = "The prize went to Zolvane Mokoena on Friday. Her friends at Zentrokon cheered."
    assert names(text) == []
    assert names(text, pipeline) == [
        ("Zolvane Mokoena", "person", "name-trained"),
        ("Zentrokon", "organisation", "name-trained"),
    ]


def test_a_surname_is_known_once_the_pipeline_found_its_bearer(pipeline):
    text = "The prize went to Zolvane Mokoena on Friday. It was a surprise to Mokoena."
    assert names(text, pipeline)[1] == ("Mokoena", "person", "name-person")


def test_places_are_no_names_whatever_the_pipeline_says(pipeline):
    assert names("The train reached Kyiv from Moscow on Friday.", pipeline) == []


def test_what_rules_read_stands(pipeline):
    text = "“We won,” said Mr Tavita Leota. Mr Leota was glad, and so was Zolvane Mokoena, 41."
    assert [name for name in names(text, pipeline) if name[2] != "name-trained"] == names(text)
    assert {surface for surface, _, _ in names(text, pipeline)} == {"Tavita Leota", "Leota", "Zolvane Mokoena"}


def test_offsets_hold_behind_any_characters(pipeline):
    text = "Ünï 👩‍👩‍👧 “…”\r\n\u2028\n" + "x" * 120_000 + "\n\nThe prize went to Zolvane Mokoena."
    assert [surface for surface, _, _ in names(text, pipeline)] == ["Zolvane Mokoena"]


def test_a_check_uses_the_pipeline(pipeline):
    texts = ["The prize went to Zolvane Mokoena.", "The prize went to Zolvane Mokoena, it was said."]
    report = check_consistency(texts, config=Config(spacy=pipeline))
    assert [m.rule for m in report.mentions if m.kind == "name"] == ["name-trained"] * 2
    assert [m for m in check_consistency(texts).mentions if m.kind == "name"] == []
    assert check_consistency(texts, config=Config(spacy=pipeline)) == report


def test_the_command_line_and_settings_name_the_pipeline(pipeline, tmp_path):
    (tmp_path / "a.txt").write_text("The prize went to Zolvane Mokoena.", encoding="utf-8")
    command = [sys.executable, "-m", "factdiff", "check", "a.txt", "--format", "json"]
    for options, setting in (["--spacy", pipeline], ""), ([], f"spacy = {json.dumps(pipeline)}\n"):
        (tmp_path / "factdiff.toml").write_text(setting, encoding="utf-8")
        done = subprocess.run([*command, *options], cwd=tmp_path, capture_output=True, check=True)
        (fact,) = json.loads(done.stdout)["facts"]
        assert [mention["rule"] for mention in fact["mentions"]] == ["name-trained"]


def test_a_pipeline_that_is_not_there_is_told(tmp_path):
    pytest.importorskip("spacy", reason="names by a pipeline need the extra spacy")
    with pytest.raises(ConfigError, match="no pipeline 'en_core_web_xx': python -m spacy download en_core_web_xx"):
        check_consistency(["Nine people."], config=Config(spacy="en_core_web_xx"))
    with pytest.raises(ConfigError, match=r"there is no pipeline '.*none': check the folder"):
        check_consistency(["Nine people."], config=Config(spacy=str(tmp_path / "none")))


def test_a_pipeline_without_names_is_told(tmp_path):
    spacy = pytest.importorskip("spacy", reason="names by a pipeline need the extra spacy")
    spacy.blank("en").to_disk(tmp_path / "empty")
    with pytest.raises(ConfigError, match="finds no names: give one with an 'ner'"):
        check_consistency(["Nine people."], config=Config(spacy=str(tmp_path / "empty")))


def test_without_spacy_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    monkeypatch.delitem(sys.modules, "factdiff.finder.spacy_names", raising=False)
    with pytest.raises(MissingExtraError, match=r"names by a pipeline need .* pip install 'factdiff\[spacy\]'"):
        check_consistency(["Nine people."], config=Config(spacy="en_core_web_sm"))


@pytest.mark.parametrize("value", ["", " ", 3])
def test_what_names_no_pipeline_is_refused(value):
    with pytest.raises(ConfigError, match=r"spacy is .*: give the name of a pipeline"):
        Config(spacy=value)


def test_spacy_is_not_loaded_unasked():
    code = "import sys, factdiff; factdiff.check_consistency(['Nine people.']); print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
