"""The built file of all tables holds what their own files hold."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

from factdiff import tables

BUILD = Path(__file__).parent.parent / "tools" / "build_tables.py"


def test_the_built_file_is_that_of_the_tables():
    now = runpy.run_path(str(BUILD))["tables"]()
    assert {name: tuple(found) for name, found in tables.built().items()} == now, "run python tools/build_tables.py"


def test_a_table_that_is_not_the_built_one_is_read_from_its_own_file(monkeypatch):
    name, (checksum, table) = next(iter(tables.built().items()))
    package, _, file = name.partition("/")
    assert tables.read_table.__wrapped__(package, file) is table
    monkeypatch.setattr(tables, "built", lambda: {name: (checksum + 1, {})})
    assert tables.read_table.__wrapped__(package, file) == table


def test_no_table_holds_what_json_has_no_words_for():
    for name, (_, table) in tables.built().items():
        assert json.loads(json.dumps(table)) == table, name
