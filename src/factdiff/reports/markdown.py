"""The findings in Markdown, for issues and pull requests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdiff.records import Evidence, Finding, Mention
from factdiff.report import Report
from factdiff.reports._excerpt import Excerpt, excerpt, one_line, state, summary
from factdiff.reports._finding_groups import finding_groups
from factdiff.reports._lines import Lines
from factdiff.reports._sheet import SIGNS, WORDS, candidate_excerpt, evidence_in_words, progress
from factdiff.reports._sheet import heading as sheet_heading

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&@])")


def render(report: Report) -> str:
    """A heading and a list of evidence for each group of findings, each suspect and each row, and notes and summary."""
    texts = {source.id or "": Lines.of(source) for source in report.sources}
    lines = ["# Consistency report", ""]
    for group in finding_groups(report.findings):
        for finding, spans in group.evidence():
            if finding is group.first:
                lines += [
                    f"## {heading(finding)}",
                    "",
                    message_and_why(finding),
                    "",
                    *(item(e, texts) for e in spans),
                ]
            else:
                also = f"- also: {heading(finding)}: {message_and_why(finding)}"
                lines += [also, *(f"  {item(e, texts)}" for e in spans)]
        lines.append("")
    if report.suspects:
        lines += ["## Worth a look", ""]
    for suspect in report.suspects:
        evidence = (item(e, texts) for e in suspect.evidence)
        lines += [f"### {heading(suspect)}", "", message_and_why(suspect), "", *evidence, ""]
    if report.sheet:
        lines += sheet_section(report, texts)
    if report.notes:
        lines += ["## Notes", "", *(f"- {escape(one_line(note.message))}" for note in report.notes), ""]
    return "\n".join([*lines, f"{summary(report)}.", ""])


def sheet_section(report: Report, texts: dict[str, Lines]) -> Iterator[str]:
    """The sheet: what it comes to, and of each row a heading and a list of what it rests on, or what is nearest."""
    yield from (f"## {sheet_heading(report)}", "", f"{progress(report)}.", "")
    for row in report.sheet:
        m = row.mention
        head = f"{SIGNS[row.status]} {WORDS[row.status]}: {m.kind} “{one_line(m.surface)}”"
        yield from (f"### {escape(head)}", "", f"{where(m, texts)} · {escape(one_line(row.about))}", "")
        for label, found in evidence_in_words(row):
            for one in found:
                why = f" ({'; '.join(one.why)})" if one.why else ""
                yield f"- {label} · {where(one.mention, texts)} · {quoted(candidate_excerpt(one))}{escape(why)}"
        if row.evidence:
            yield ""


def heading(finding: Finding) -> str:
    """The severity, name, code and state of a finding."""
    state_words = state(finding)
    return f"{finding.severity}: {finding.check} ({finding.code}){f', {escape(state_words)}' if state_words else ''}"


def message_and_why(finding: Finding) -> str:
    """The message of a finding, and what speaks for its values being of one fact where that is told."""
    why = f" ({'; '.join(finding.why)})" if finding.why else ""
    return escape(one_line(f"{finding.message}{why}"))


def item(evidence: Evidence, texts: dict[str, Lines]) -> str:
    """A piece of evidence in a list."""
    shown = excerpt(texts[evidence.source].text, evidence)
    return f"- {evidence.side} · {where(evidence, texts)} · {quoted(shown)}"


def where(span: Evidence | Mention, texts: dict[str, Lines]) -> str:
    """The source of a span and its place there."""
    return f"{escape(one_line(span.source or ''))}, {texts[span.source or ''].place(span.start)}"


def quoted(shown: Excerpt) -> str:
    """The words of a span in bold among those around them."""
    return f"{escape(shown.before)}**{escape(shown.words)}**{escape(shown.after)}"


def escape(text: str) -> str:
    r"""The text with the signs that Markdown and HTML read escaped, and those that mention people.

    >>> print(escape("<b> 5*5"))
    \<b\> 5\*5
    """
    return _SPECIAL.sub(r"\\\1", text)
