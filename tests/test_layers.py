"""The direction of imports is kept."""

from __future__ import annotations

from pathlib import Path

from importlinter.api import read_configuration
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent


def test_imports_run_downwards_only(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert len(read_configuration()["contracts_options"]) == 3
    assert lint_imports(no_cache=True) == 0
