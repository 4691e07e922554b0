"""Paths and modules that pages, settings, scripts and the heads of tables name are there."""

from __future__ import annotations

import importlib
import re
import tomllib
from itertools import accumulate
from pathlib import Path

import pytest

import factdiff

ROOT = Path(__file__).parent.parent
HOUSE = Path(factdiff.__file__).parent
#: what is looked at, and what only its comments of
WHOLE = "*.md docs/*.md NOTICE pyproject.toml noxfile.py mkdocs.yml conftest.py .ci/* tools/**/*.py benchmarks/*.py"
HEADS = "src/**/*.toml src/**/*.tsv tools/**/*.toml tools/**/*.tsv tools/**/*.txt"
#: files of users, of other packages, and examples
FOREIGN = {
    "factdiff.toml", "archive.json", "crash.txt", "draft.txt", "known.json", "note.md", "sources.toml", "*.md", "*.txt",
    "cities.tsv", "cities500.json", "countries.json", "countries.tsv", "en.json", "subdivisions.tsv",
}  # fmt: skip
#: the head of the table of places names the module so, and is part of the table
FOREIGN |= {"gazetteer.py"}
#: the page that is made of the notebook when the site is built, and files that pages tell their readers to write
FOREIGN |= {"notebook.md", "src/factdiff/languages/cy/__init__.py", "src/factdiff/values/terms/scales/tide.toml"}
FOLDERS = "align benchmarks checks config docs fixtures languages reader readers report reports src tests tools values"
NAMED = re.compile(
    rf"(?<![\w/.:*-])(?:(?:{FOLDERS.replace(' ', '|')})/[\w*./-]*[\w*]/?"
    r"|(?:[\w*-]+/)*[\w*-]+\.(?:py|toml|tsv|txt|md|ipynb|bin|json))(?![\w/(])"
)


def suffixes():
    """Every path of the project, and what is left of it without some of its first folders."""
    found = set()
    for top in (ROOT / name for name in (*FOLDERS.split(), ".ci")):
        for path in top.rglob("*"):
            parts = path.relative_to(ROOT).parts
            found |= {"/".join(parts[start:]) for start in range(len(parts))}
    return found | {path.name for path in ROOT.iterdir()}


THERE = suffixes()


def texts():
    for kind, patterns in (("whole", WHOLE), ("head", HEADS)):
        for path in sorted(path for pattern in patterns.split() for path in ROOT.glob(pattern) if path.is_file()):
            text = path.read_text(encoding="utf-8")
            yield path, text if kind == "whole" else "\n".join(re.findall(r"^#.*", text, re.MULTILINE))
    for path in sorted(HOUSE.rglob("*.py")):
        yield path, "\n".join(re.findall(r'""".*?"""|#.*', path.read_text(encoding="utf-8"), re.DOTALL))


def missing(text):
    """The paths of a text that are not there; a star stands for any name."""
    for named in dict.fromkeys(match.group().rstrip("/") for match in NAMED.finditer(text)):
        pattern = re.compile(re.escape(named).replace(r"\*\*", ".*").replace(r"\*", "[^/]*"))
        if named not in THERE | FOREIGN and not ("*" in named and any(map(pattern.fullmatch, THERE))):
            yield named


def test_named_paths_are_there():
    faults = [f"{path.relative_to(ROOT)} names {name}" for path, text in texts() for name in missing(text)]
    assert not faults, "lead these to where the files are now:\n" + "\n".join(faults)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("one line in `values/lengths.toml`, and `values/`", ["values/lengths.toml"]),
        ("see feasts.tsv, and src/factdiff/pipeline.py", ["feasts.tsv"]),
        ("`languages/*/amounts/units/units.toml`, `languages/*/units.toml`", ["languages/*/units.toml"]),
        ("either/or, 1/2, 25/03/2024, https://example.com/values/a.txt", []),
    ],
)
def test_a_path_that_is_not_there_is_told(text, gone):
    assert list(missing(text)) == gone


@pytest.mark.parametrize("script", sorted((ROOT / "tools").glob("*.py")), ids=lambda path: path.stem)
def test_scripts_read_and_write_files_that_are_there(script):
    for names in re.findall(r'\.parent\.parent((?: / "[^"]+")+)', script.read_text(encoding="utf-8")):
        *_, path = accumulate(re.findall(r'"([^"]+)"', names), Path.joinpath, initial=ROOT)
        assert path.exists(), f"{script.name} names {path.relative_to(ROOT)}: lead it to where the file is now"


@pytest.mark.parametrize("page", [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")], ids=lambda path: path.stem)
def test_named_modules_are_there(page):
    for name in re.findall(r"`(factdiff(?:\.\w+)+)(?<!\.toml)(?!\w)", page.read_text(encoding="utf-8")):
        module, _, last = name.rpartition(".")
        try:
            importlib.import_module(name)
        except ModuleNotFoundError:
            assert hasattr(importlib.import_module(module), last), f"{page.name} names {name}, which is not there"


def test_the_wheel_holds_no_corpus():
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    left_out = {path for pattern in wheel["wheel"]["exclude"] for path in ROOT.glob(pattern)}
    assert left_out == {path for path in HOUSE.rglob("corpus") if path.is_dir()}
