"""The findings in Markdown, for issues and pull requests."""

from __future__ import annotations

import re

from factdiff.records import Finding
from factdiff.report import Report
from factdiff.reports._excerpt import excerpt, one_line, state, summary, texts

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&@])")


def render(report: Report) -> str:
    """A heading and a list of evidence for each finding, then the summary line."""
    known_texts = texts(report)
    lines = ["# Consistency report", ""]
    for finding in report.findings:
        lines += [heading(finding), "", escape(one_line(finding.message)), ""]
        for evidence in finding.evidence:
            shown = excerpt(known_texts[evidence.source], evidence)
            where = f"{escape(one_line(evidence.source))}:{evidence.start}"
            quote = f"{escape(shown.before)}**{escape(shown.words)}**{escape(shown.after)}"
            lines.append(f"- {evidence.side} · {where} · {quote}")
        lines.append("")
    return "\n".join([*lines, f"{summary(report)}.", ""])


def heading(finding: Finding) -> str:
    """The heading of a finding."""
    told = state(finding)
    return f"## {finding.severity}: {finding.check} ({finding.code}){f', {escape(told)}' if told else ''}"


def escape(text: str) -> str:
    r"""The text with the signs that Markdown and HTML read escaped, and those that mention people.

    >>> print(escape("<b> 5*5"))
    \<b\> 5\*5
    """
    return _SPECIAL.sub(r"\\\1", text)
