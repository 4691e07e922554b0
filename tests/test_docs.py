"""Every example of the documentation is run, and the pages that are made from code are as the code says."""

from __future__ import annotations

import doctest
import importlib.util
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
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
