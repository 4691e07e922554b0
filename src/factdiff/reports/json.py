"""The report as JSON."""

from __future__ import annotations

import json

from factdiff.report import Report


def render(report: Report) -> str:
    """``Report.to_dict()`` in JSON, keys in their order, two blanks deep; ASCII where a text holds lone surrogates."""
    data = report.to_dict()
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        text = json.dumps(data, ensure_ascii=True, indent=2, allow_nan=False)
    return text + "\n"
