"""The pytest plugin: the marker ``factdiff``, the fixture ``factdiff_config``, and comparisons told by their findings.

Pytest loads it by the entry point ``pytest11``; it loads nothing of factdiff until a test asks for it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from factdiff.config import Config

ASSERTIONS = "factdiff.testing.assertions"
MARKER = "factdiff(**options): a test of facts; the options are those of factdiff.Config, for factdiff_config"

if ASSERTIONS not in sys.modules:
    pytest.register_assert_rewrite(ASSERTIONS)


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", MARKER)


@pytest.fixture
def factdiff_config(request: pytest.FixtureRequest) -> Config:
    """The configuration that the marker ``factdiff`` of a test asks for: ``@pytest.mark.factdiff(select="DAT")``; of
    several markers (module, class, test) the nearest decides on each option.
    """
    from factdiff.config import Config

    options: dict[str, object] = {}
    for marker in reversed(list(request.node.iter_markers("factdiff"))):
        options |= marker.kwargs
    return Config(**options)  # type: ignore[arg-type]


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Tell ``assert report.findings == ()`` by what was found."""
    records = sys.modules.get("factdiff.records")
    if records is None or op != "==" or not isinstance(left, tuple) or not isinstance(right, tuple):
        return None
    found = [finding for finding in (*left, *right) if isinstance(finding, records.Finding)]
    if not found or len(found) != len(left) + len(right):
        return None
    from factdiff.testing.assertions import shown

    return [f"{len(left)} findings == {len(right)} findings", *shown(found)]
