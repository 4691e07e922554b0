"""What the pages on own scales and languages add works in a copy of the package, and their examples run there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import factdiff

ROOT = Path(__file__).parent.parent
PAGES = ("own-scale", "own-language")
AT_END = "at the end of "
#: runs the examples of a text in the copy that Python imports from
PROGRAM = """
import doctest, sys
test = doctest.DocTestParser().get_doctest(sys.stdin.read(), {}, sys.argv[1], sys.argv[1], 0)
results = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test)
sys.exit(results.failed or not results.attempted)
"""


def page(name):
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def files(text):
    """The files of a page, by their paths, with whether they are put at the end of what is there."""
    for title, body in re.findall(r'```\w+ title="([^"]+)"\n(.*?)```', text, re.S):
        path = title.removeprefix(AT_END)
        if path.startswith("src/"):
            yield path, body, title.startswith(AT_END)


def run(name, folder):
    """The examples of a page, with the package in a folder."""
    examples = "\n".join(re.findall(r"```pycon\n(.*?)```", page(name), re.S))
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, f"{name}.md"], input=examples, env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_adds_works(name, tmp_path):
    shutil.copytree(Path(factdiff.__file__).parent, tmp_path / "src" / "factdiff")
    before = run(name, tmp_path / "src")
    assert before.returncode, "the examples run without what the page adds"
    added = list(files(page(name)))
    assert added
    for path, body, at_end in added:
        target = tmp_path / path
        assert target.exists() == at_end, path
        target.parent.mkdir(exist_ok=True)
        with target.open("a", encoding="utf-8") as file:
            file.write(body)
    done = run(name, tmp_path / "src")
    assert done.returncode == 0, done.stdout + done.stderr
