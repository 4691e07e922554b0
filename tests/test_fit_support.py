"""The scripts that estimate the weights of support and measure nearest candidates, on small parts of the stories."""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

pytest.importorskip("numpy", reason="the step functions are estimated with LightGBM (group alignment)")
pytest.importorskip("lightgbm", reason="the step functions are estimated with LightGBM (group alignment)")

ROOT = Path(__file__).parent.parent
AUTHORS = [ROOT / "fixtures" / "alignment" / name for name in ("aa", "ab")]


@pytest.fixture(autouse=True)
def with_rooms_of_tools(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))


def tool(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """One story of each of two authors, with three of its planted errors."""
    root = tmp_path_factory.mktemp("stories")
    for author in AUTHORS:
        story = next(path for path in sorted(author.iterdir()) if path.is_dir())
        shutil.copytree(story, root / author.name / story.name)
        for name in ("plants", "facts"):
            rows = (author / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
            own = [row for row in rows if f'"story": "{story.name}"' in row]
            text = "\n".join(own[: 3 if name == "plants" else None])
            (root / author.name / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return [root / author.name for author in AUTHORS]


def test_weights_are_written_with_thresholds_and_figures(folders, tmp_path, capsys):
    tool("fit_support").main([*map(str, folders), "--output", str(tmp_path)])
    shipped = ROOT / "src" / "factdiff" / "align" / "support"
    for name in ("support_thresholds_and_weights.toml", "support_trees.toml"):
        table, kept = (tomllib.loads(home.joinpath(name).read_text(encoding="utf-8")) for home in (tmp_path, shipped))
        assert table.keys() == kept.keys()
        for part in kept.keys() & {"threshold", "figures"}:
            assert table[part].keys() == kept[part].keys()
    assert "nearest candidate right" in capsys.readouterr().out


def test_no_planted_error_is_labelled_as_supported(folders):
    fit = tool("fit_support")
    values = [value for folder in folders for story in fit.labelled_stories(folder) for value in fit.values_of(story)]
    assert any(value.planted for value in values)
    assert not any(right for value in values if value.planted for _, right in value.agreeing)
    assert any(right for value in values for _, right in value.agreeing)


def test_nearest_candidates_are_counted(folders, capsys):
    tool("nearest_candidates").main([*map(str, folders)])
    said = capsys.readouterr().out
    assert said.startswith("right ")
    assert " of " in said
