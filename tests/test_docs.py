"""Every example of the documentation is run, and the pages that are made from code are as the code says."""

from __future__ import annotations

import doctest
import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import factdiff
from factdiff import Config
from factdiff.reader import read_folder

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
#: kinds of blocks -> what they are tried by; text is shown, and no more
KINDS = {
    "python": "here", "console": "here", "shell": "here", "toml": "here", "yaml": "test_reader_hooks.py",
    "pycon": "test_docs_additions.py", "text": "",
}  # fmt: skip
#: lines of shells that set something up, with the network or with a model
SET_UP = ("pip install ", "python -m spacy ", "factdiff check --spacy ")
INSTALL = "pip install . && factdiff check fixtures/missiles --exit-zero"
TEST = "pip install nox && nox"


def blocks(language):
    for path in PAGES:
        for number, body in enumerate(re.findall(rf"```{language}\n(.*?)```", path.read_text(encoding="utf-8"), re.S)):
            yield pytest.param(body, id=f"{path.stem}-{number}")


def tool(name):
    """A script of the folder of tools, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_python_examples_of_a_page_run(path):
    text = "\n".join(re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.S))
    test = doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), 0)
    results = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test)
    assert results.failed == 0


@pytest.mark.parametrize("block", list(blocks("console")))
def test_console_examples_print_what_they_show(block):
    commands = re.split(r"^\$ ", block, flags=re.M)[1:]
    assert commands
    for command in commands:
        line, _, shown = command.partition("\n")
        if line in (INSTALL, TEST):
            line = line.rpartition("&& ")[2]
        if line == "nox":
            continue  # what runs these tests
        program, *args = shlex.split(line)
        assert program == "factdiff"
        done = subprocess.run(
            [sys.executable, "-m", "factdiff", *args], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
        )
        assert all(line.startswith("factdiff: note: ") for line in done.stderr.splitlines())
        if shown.strip():
            assert done.stdout.rstrip() == shown.rstrip()


def test_readme_sets_up_with_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"$ {INSTALL}\n" in text
    assert f"$ {TEST}\n" in text
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert all(step in gate for step in ("pip install", "nox"))


def test_readme_gives_the_score_of_the_fixtures():
    page = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    score = page[page.index('("budget", "ferry", "missiles")') :]  # its figures are those that the example prints
    (shared, _), (every, alarms) = re.findall(r"^(?:shared|all) +\d+ +(\d+ %) +\d+ +(\d+ %)$", score, re.M)
    said = (
        f"reports {shared} of the slips in values that another article tells as well, {every} of all, and {alarms} of"
    )
    assert said in " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())


def test_reference_of_checks_is_as_the_checks_say():
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == tool("write_check_pages").page()


def test_notebook_shows_what_its_cells_give():
    pytest.importorskip("pandas", reason="the extra is not installed")
    pytest.importorskip("narwhals", reason="the extra is not installed")
    kept, run = (
        json.loads(text)
        for text in ((ROOT / "docs" / "notebook.ipynb").read_text("utf-8"), tool("write_notebook").notebook())
    )
    for cells in (kept, run):
        for output in (o for cell in cells["cells"] for o in cell.get("outputs", ())):
            page = "".join(output.get("data", {}).pop("text/html", "<div"))  # it changes with every weight
            assert page.startswith("<div")
    assert kept == run


def test_links_between_pages_lead_somewhere():
    for path in PAGES:
        for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
            if not target.startswith("https://"):
                assert (path.parent / target).exists(), (path.name, target)


def test_every_block_is_of_a_kind_that_is_tried():
    for path in PAGES:
        kinds = re.findall(r"^```(.*)\n[^`]*^```$", path.read_text(encoding="utf-8"), re.M)
        assert {kind.partition(" ")[0] for kind in kinds} <= set(KINDS), path.name


@pytest.mark.parametrize("block", list(blocks("shell")))
def test_shell_examples_run(block, tmp_path):
    (tmp_path / "wire.csv").write_text("body,date\nNine cars collided.,2024-01-04\n", encoding="utf-8")
    for line in block.splitlines():
        if line.startswith(SET_UP):
            continue
        variable, command = re.search(r"(?:(_\w+=\w+) )?(factdiff[^)|\"]*)", line).groups()
        given = dict([variable.split("=")]) if variable else {}
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(command)],
            cwd=tmp_path,
            env={**os.environ, **given},
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout, line


@pytest.mark.parametrize("block", list(blocks("toml")))
def test_settings_in_a_page_are_read(block, tmp_path):
    tables = tomllib.loads(block)
    if all(isinstance(value, dict) and "published" in value for value in tables.values()):
        for name in tables:
            (tmp_path / f"{name}.txt").write_text("Nine cars collided.", encoding="utf-8")
        (tmp_path / "sources.toml").write_text(block, encoding="utf-8")
        assert [str(source.published) for source in read_folder(tmp_path)] == [
            str(table["published"]) for table in tables.values()
        ]
    else:
        (tmp_path / "factdiff.toml").write_text(block, encoding="utf-8")
        assert isinstance(Config.from_file(tmp_path / "factdiff.toml"), Config)


def test_every_page_is_in_the_navigation_of_the_site():
    site = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = re.findall(r"[\w-]+\.md$", site[site.index("nav:") :], re.M)
    assert sorted(listed) == sorted([*(path.name for path in (ROOT / "docs").glob("*.md")), "notebook.md"])


def test_the_reference_names_everything_public():
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^::: factdiff\.(\w+)$", page, re.M)) == sorted({*factdiff.__all__} - {"__version__"})
