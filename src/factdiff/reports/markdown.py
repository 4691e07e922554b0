"""The findings in Markdown, for issues and pull requests."""

from __future__ import annotations

import re

from factdiff.report import Report
from factdiff.reports._excerpt import excerpt, one_line, summary

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def render(report: Report) -> str:
    """A heading and a list of evidence for each finding, then the summary line."""
    lines = ["# Consistency report", ""]
    for finding in report.findings:
        lines += [f"## {finding.severity}: {finding.check} ({finding.code})", "", escape(one_line(finding.message)), ""]
        for evidence in finding.evidence:
            shown = excerpt(report, evidence)
            where = f"{escape(evidence.source)}:{evidence.start}"
            quote = f"{escape(shown.before)}**{escape(shown.words)}**{escape(shown.after)}"
            lines.append(f"- {evidence.side} · {where} · {quote}")
        lines.append("")
    return "\n".join([*lines, f"{summary(report)}.", ""])


def escape(text: str) -> str:
    r"""The text with the signs that Markdown and HTML read escaped.

    >>> print(escape("<b> 5*5"))
    \<b\> 5\*5
    """
    return _SPECIAL.sub(r"\\\1", text)
