"""The findings as SARIF 2.1.0, which code hosts and editors show beside the files.

OASIS Standard, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0". Columns are counted in code points.
"""

from __future__ import annotations

import json
from typing import Any

from factdiff import __version__
from factdiff.check import Check, checks
from factdiff.records import Evidence, Finding, Source
from factdiff.report import Report
from factdiff.reports._excerpt import one_line
from factdiff.reports._lines import Lines, address

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """A log of one run with a result for each finding, in ASCII. Suspects are left out: code hosts would count them."""
    rules = {check.code: check for check in checks()}
    codes = sorted({finding.code for finding in report.findings})
    sources = {source.id or "": (source, Lines.of(source)) for source in report.sources}
    run = {
        "tool": {
            "driver": {
                "name": "factdiff",
                "version": __version__,
                "rules": [rule(code, rules.get(code)) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": uri}} for uri in dict.fromkeys(map(address, report.sources))],
        "results": [result(finding, codes, sources) for finding in report.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def rule(code: str, check: Check | None) -> dict[str, Any]:
    """The rule of a check."""
    if check is None:
        return {"id": code}
    return {
        "id": code,
        "name": check.name,
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": check.why},
        "defaultConfiguration": {"level": LEVELS[check.severity]},
    }


def result(finding: Finding, codes: list[str], sources: dict[str, tuple[Source, Lines]]) -> dict[str, Any]:
    """A finding: its first piece of evidence is the place, the others are related places."""
    first, *others = (location(e, n, *sources[e.source]) for n, e in enumerate(finding.evidence))
    found: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": LEVELS[finding.severity],
        "message": {"text": one_line(finding.message)},
        "locations": [first],
        "relatedLocations": others,
        "partialFingerprints": {"factdiff/v1": finding.fingerprint},
    }
    if finding.why:
        found["properties"] = {"why": [one_line(reason) for reason in finding.why]}
    if finding.known:
        found["baselineState"] = "unchanged"
    if finding.accepted is not None:
        found["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.accepted}]
    return found


def location(evidence: Evidence, number: int, source: Source, lines: Lines) -> dict[str, Any]:
    """Where a piece of evidence stands: in a plain text, or in the file that a reader took the text out of."""
    message = {"text": f"{evidence.side}: {one_line(evidence.surface)} ({evidence.value})"}
    if locator := lines.locator(evidence.start):
        place: dict[str, Any] = {"artifactLocation": {"uri": address(source)}}
        if locator.line:
            place["region"] = {"startLine": locator.line, "snippet": {"text": evidence.surface}}
        return {
            "id": number,
            "physicalLocation": place,
            "logicalLocations": [{"fullyQualifiedName": str(locator)}],
            "message": message,
        }
    (line, column), (last, end) = lines.at(evidence.start), lines.at(evidence.end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": last,
        "endColumn": end,
        "charOffset": evidence.start,
        "charLength": evidence.end - evidence.start,
        "snippet": {"text": evidence.surface},
    }
    return {
        "id": number,
        "physicalLocation": {"artifactLocation": {"uri": address(source)}, "region": region},
        "message": message,
    }
