"""The stories to learn alignment from are in their form, and the script that checks it sees what is not."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STORIES = ROOT / "fixtures" / "alignment"
AUTHORS = sorted(path.parent for path in STORIES.glob("*/facts.jsonl"))


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("check_stories", ROOT / "tools" / "check_stories.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_are_as_many_stories_as_is_told():
    assert sum(1 for author in AUTHORS for path in author.iterdir() if path.is_dir()) == 212


@pytest.mark.parametrize("author", AUTHORS, ids=lambda path: path.name)
def test_stories_are_in_their_form(tool, author):
    assert list(tool.faults(author)) == []


def edit(path, change):
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    change(rows)
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        ("plants", lambda rows: rows[0].update(old="no such words"), "stands 0 times"),
        ("plants", lambda rows: rows[0].update(kind="guess"), "kind 'guess'"),
        ("plants", lambda rows: rows[0].update(checks=["no-check"]), "checks ['no-check']"),
        ("plants", lambda rows: rows[0].update(kind="date", witness=[rows[0]["file"]]), "witness"),
        ("plants", lambda rows: rows[0].update(id=rows[1]["id"]), "2 edits have this id"),
        ("plants", lambda rows: rows.pop(), "19 plants, not 20"),
        ("harmless", lambda rows: rows[0].update(file="no-paper"), "there is no article"),
        ("facts", lambda rows: rows[0]["mentions"][0].update(value="no such words"), "is not once in"),
    ],
)
def test_a_fault_is_told(tool, tmp_path, name, change, told):
    folder = shutil.copytree(AUTHORS[0], tmp_path / "author")
    edit(folder / f"{name}.jsonl", change)
    assert any(told in message for message in tool.faults(folder))


def test_a_wrong_weekday_is_told(tool, tmp_path):
    folder = shutil.copytree(AUTHORS[0], tmp_path / "author")
    article = next(folder.glob("*/*.txt"))
    article.write_text(article.read_text(encoding="utf-8") + "\nOn Monday, 2 January 2024 it rained.", encoding="utf-8")
    assert any("is no Monday" in message for message in tool.faults(folder))
