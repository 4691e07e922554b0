"""The pytest plugin: the marker ``factdiff``, the fixture ``factdiff_config``, and failures that show findings.

Pytest loads it by the entry point ``pytest11``; it loads nothing of factdiff until a test asks for it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from factdiff.config import Config

ASSERTIONS = "factdiff.testing.assertions"
MARKER = "factdiff(**options): a test of facts; the options are those of factdiff.Config, for factdiff_config"

if ASSERTIONS not in sys.modules:
    pytest.register_assert_rewrite(ASSERTIONS)


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line("markers", MARKER)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Fail a test whose markers have invalid options, whether or not it takes the fixture."""
    if item.get_closest_marker("factdiff") is None:
        return
    from factdiff.errors import ConfigError

    try:
        config_of(item)
    except ConfigError as error:
        pytest.fail(f"marker factdiff of {item.nodeid}: {error}", pytrace=False)


@pytest.fixture
def factdiff_config(request: pytest.FixtureRequest) -> Config:
    """The configuration that the marker ``factdiff`` of a test asks for: ``@pytest.mark.factdiff(select="DAT")``; of
    several markers (module, class, test) the nearest decides on each option.
    """
    return config_of(request.node)


def config_of(item: pytest.Item) -> Config:
    """The configuration that the markers of a test ask for; ConfigError for invalid options."""
    from attrs import fields_dict

    from factdiff.check import selected
    from factdiff.config import Config
    from factdiff.errors import ConfigError, UnknownNameError

    options: dict[str, Any] = {}
    for marker in reversed(list(item.iter_markers("factdiff"))):
        for value in marker.args:
            raise ConfigError(f"it takes its options by name: write select={value!r}, not {value!r}")
        options |= marker.kwargs
    known = tuple(fields_dict(Config))
    for name in options:
        if name not in known:
            raise UnknownNameError("option", name, known)
    config = Config(**options)
    selected(config)
    return config


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """The lines that explain a failed ``assert report.findings == ()``: its findings."""
    records = sys.modules.get("factdiff.records")
    if records is None or op != "==" or not isinstance(left, tuple) or not isinstance(right, tuple):
        return None
    found = [finding for finding in (*left, *right) if isinstance(finding, records.Finding)]
    if not found or len(found) != len(left) + len(right):
        return None
    from factdiff.testing.assertions import finding_lines

    return [f"{len(left)} findings == {len(right)} findings", *finding_lines(found)]
