"""The report as JSON Lines: a line for each source, fact, finding, suspect, note and row of the sheet."""

from __future__ import annotations

import json

from factdiff.report import Report

#: the name of a record -> the key of all of them in ``Report.to_dict()``
RECORDS = {
    "source": "sources", "fact": "facts", "finding": "findings", "suspect": "suspects", "note": "notes", "row": "sheet",
}  # fmt: skip


def render(report: Report) -> str:
    """Each entry of ``Report.to_dict()`` on a line with its ``record``, such as fact or suspect; in ASCII."""
    data = report.to_dict()
    entries = [
        {"record": name, "schema_version": data["schema_version"], **entry}
        for name, key in RECORDS.items()
        for entry in data.get(key, ())
    ]
    return "".join(json.dumps(entry, allow_nan=False) + "\n" for entry in entries)
