"""The checks of names and words: texts that must fire, and texts that must not."""

import tomllib
from pathlib import Path

import pytest

from factdiff import Source, check_consistency

TABLE = Path(__file__).with_name("names_and_words.toml")
ROWS = [
    pytest.param(row["texts"], check, row["fires"], id=f"{check}-{number}")
    for check, rows in tomllib.loads(TABLE.read_text(encoding="utf-8")).items()
    for number, row in enumerate(rows)
]


@pytest.mark.parametrize(("texts", "check", "fires"), ROWS)
def test_check_fires_or_is_quiet(texts, check, fires):
    sources = [Source(text, id=f"paper {n}", published="2024-03-06") for n, text in enumerate(texts)]
    found = [f.check for f in check_consistency(sources).findings if f.severity in ("error", "warning")]
    assert (check in found) == fires, found
