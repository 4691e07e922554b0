"""The report as JUnit XML, which build servers show as tests: a case for each finding."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from factdiff.check import SUSPECT, checks
from factdiff.records import Finding
from factdiff.report import Report
from factdiff.reports._excerpt import excerpt, one_line, state, texts

#: what XML 1.0 cannot hold
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """A suite with a case for each finding, and one passed case for each check without any.

    Suspects have no case. Findings that are known or accepted are skipped cases, notes are passed cases with a text.
    """
    known = {check.name for check in checks()} - {SUSPECT, *(finding.check for finding in report.findings)}
    cases = [case(finding, report) for finding in report.findings]
    cases += [f'<testcase classname="factdiff" name={attribute(name)}/>' for name in sorted(known)]
    failed = sum(finding.is_open and finding.severity != "info" for finding in report.findings)
    skipped = sum(not finding.is_open for finding in report.findings)
    counts = f'tests="{len(cases)}" failures="{failed}" errors="0" skipped="{skipped}"'
    body = "\n".join(cases)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}\n<testsuites {counts}>\n<testsuite name="factdiff" {counts}>\n{body}\n</testsuite>\n</testsuites>\n'


def case(finding: Finding, report: Report) -> str:
    """The case of a finding, named by its fingerprint as well, so that it stays one case over runs."""
    message = one_line(finding.message)
    lines = [message, *(f"why: {one_line('; '.join(finding.why))}" for _ in finding.why[:1])]
    known_texts = texts(report)
    for e in finding.evidence:
        shown = excerpt(known_texts[e.source], e)
        lines.append(f"{e.side} {one_line(e.source)}:{e.start}  {shown.before}[{shown.words}]{shown.after}")
    body = escape(clean("\n".join(lines)))
    if not finding.is_open:
        inner = f"<skipped message={attribute(state(finding))}/><system-out>{body}</system-out>"
    elif finding.severity == "info":
        inner = f"<system-out>{body}</system-out>"
    else:
        inner = f"<failure type={attribute(finding.severity)} message={attribute(message)}>{body}</failure>"
    name = f"{finding.check} {finding.fingerprint}"
    return f"<testcase classname={attribute(f'factdiff.{finding.code}')} name={attribute(name)}>{inner}</testcase>"


def clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def attribute(text: str) -> str:
    """The text as a quoted attribute."""
    return quoteattr(clean(text))
