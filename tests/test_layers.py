"""The direction of imports is kept."""

from __future__ import annotations

from graphlib import TopologicalSorter
from pathlib import Path

import grimp
from importlinter.api import read_configuration
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent


def test_imports_run_downwards_only(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert len(read_configuration()["contracts_options"]) == 5
    assert lint_imports(no_cache=True) == 0


def test_no_modules_import_each_other_in_a_ring():
    graph = grimp.build_graph("factdiff", cache_dir=None)
    imported = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(list(TopologicalSorter(imported).static_order())) == len(graph.modules)  # a CycleError names the ring
