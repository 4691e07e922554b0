"""Every benchmark runs, here on very little text: what it measures is for ``nox -s bench``."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

BENCHMARKS = sorted((Path(__file__).parent.parent / "benchmarks").glob("*.py"))
#: megabytes, which every benchmark takes
TINY = "0.002"
#: what peers print their speed under -> the module that they are
PEERS = {"dateparser": "dateparser", "quantulum3": "quantulum3", "spacy": "en_core_web_sm"}


def run(path):
    """What a benchmark prints."""
    done = subprocess.run([sys.executable, path, TINY], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("path", BENCHMARKS, ids=lambda path: path.stem)
def test_benchmark_runs(path):
    lines = run(path)
    assert len(lines) > len(PEERS)
    if path.stem == "speed":
        measured = {line.split()[0].partition(".")[0] for line in lines if line}
        assert {name for name in PEERS if name in measured} == {name for name in PEERS if find_spec(PEERS[name])}
        assert {"tokens", "places", "amounts", "dates", "mentions", "contexts", "whole", "2"} <= measured
