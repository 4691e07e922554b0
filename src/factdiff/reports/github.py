"""The findings as workflow commands, which GitHub Actions shows as annotations of the files."""

from __future__ import annotations

from factdiff.records import Evidence, Finding, Source
from factdiff.report import Report
from factdiff.reports._excerpt import one_line, summary
from factdiff.reports._lines import Lines, path

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """A command for each finding, at its first piece of evidence; those that are known or accepted are notices.

    Suspects have none.
    """
    sources = {source.id or "": source for source in report.sources}
    lines = [command(finding, sources[finding.evidence[0].source]) for finding in report.findings]
    return "\n".join([*lines, f"{summary(report)}.", ""])


def command(finding: Finding, source: Source) -> str:
    """The command of one finding."""
    name = COMMANDS[finding.severity] if finding.is_open else "notice"
    where = place(finding.evidence[0], source)
    properties = {**where, "title": f"{finding.code} {finding.check}"}
    properties_text = ",".join(f"{key}={escape(value, property=True)}" for key, value in properties.items())
    return f"::{name} {properties_text}::{escape(one_line(finding.message))}"


def place(evidence: Evidence, source: Source) -> dict[str, str]:
    """File, line and columns, where the source is a file; of a text that was taken out of one, at most its line."""
    file = path(source)
    if file is None:
        return {}
    lines = Lines.of(source)
    if locator := lines.locator(evidence.start):
        return {"file": one_line(file), **({"line": str(locator.line)} if locator.line else {})}
    (line, column), (last, end) = lines.at(evidence.start), lines.at(evidence.end)
    columns = {"col": str(column), "endColumn": str(end)} if line == last else {}
    return {"file": one_line(file), "line": str(line), "endLine": str(last), **columns}


def escape(text: str, *, property: bool = False) -> str:
    """The text with the signs that end a command or its property encoded.

    >>> escape("50%: a,b", property=True)
    '50%25%3A a%2Cb'
    """
    signs = "%\r\n:," if property else "%\r\n"
    return "".join(f"%{ord(sign):02X}" if sign in signs else sign for sign in text)
