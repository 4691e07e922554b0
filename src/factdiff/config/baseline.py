"""Baselines: files of known findings by their fingerprints, which depend on their words and not on their offsets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from factdiff.errors import ReadError
from factdiff.records import Finding

VERSION = 1


def dump(findings: Iterable[Finding]) -> str:
    """The text of a baseline of findings: a fingerprint, a check and a message for each, sorted."""
    entries = {f.fingerprint: {"fingerprint": f.fingerprint, "check": f.check, "message": f.message} for f in findings}
    ordered = sorted(entries.values(), key=lambda entry: (entry["check"], entry["fingerprint"]))
    return json.dumps({"schema_version": VERSION, "findings": ordered}, indent=2) + "\n"


def read(path: Path) -> frozenset[str]:
    """The fingerprints in a baseline, or of findings and suspects in a report in JSON.

    Raises ReadError where the file is neither.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return frozenset(str(entry["fingerprint"]) for entry in (*data["findings"], *data.get("suspects", ())))
    except OSError as error:
        raise ReadError(f"{path} cannot be read ({error.strerror}): write it with --write-baseline") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ReadError(f"{path} is no baseline: write it with --write-baseline") from error
