"""The report as JSON Lines: a line for each source, fact, finding, suspect and note."""

from __future__ import annotations

import json

from factdiff.report import Report


def render(report: Report) -> str:
    """Each entry of ``Report.to_dict()`` on a line with its ``record``, such as fact or suspect; in ASCII."""
    data = report.to_dict()
    entries = [
        {"record": name, "schema_version": data["schema_version"], **entry}
        for name in ("source", "fact", "finding", "suspect", "note")
        for entry in data[f"{name}s"]
    ]
    return "".join(json.dumps(entry, allow_nan=False) + "\n" for entry in entries)
