"""The findings in Markdown, for issues and pull requests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdiff.records import Evidence, Finding
from factdiff.report import Report
from factdiff.reports._excerpt import excerpt, one_line, state, summary
from factdiff.reports._finding_groups import finding_groups
from factdiff.reports._lines import Lines
from factdiff.reports._sheet import SIGNS, WORDS, candidate_line, evidence_in_words, progress

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&@])")


def render(report: Report) -> str:
    """A heading and a list of evidence for each group of findings, then the suspects, the notes and the summary."""
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
                    *(item(e, texts[e.source]) for e in spans),
                ]
            else:
                also = f"- also: {heading(finding)}: {message_and_why(finding)}"
                lines += [also, *(f"  {item(e, texts[e.source])}" for e in spans)]
        lines.append("")
    if report.suspects:
        lines += ["## Worth a look", ""]
    for suspect in report.suspects:
        evidence = (item(e, texts[e.source]) for e in suspect.evidence)
        lines += [f"### {heading(suspect)}", "", message_and_why(suspect), "", *evidence, ""]
    if report.sheet:
        lines += [*sheet_table(report, texts), ""]
    if report.notes:
        lines += ["## Notes", "", *(f"- {escape(one_line(note.message))}" for note in report.notes), ""]
    return "\n".join([*lines, f"{summary(report)}.", ""])


def sheet_table(report: Report, texts: dict[str, Lines]) -> Iterator[str]:
    """The sheet of a draft: what it comes to, and a table of its rows."""
    yield from ("## Sheet of the draft", "", f"{progress(report)}.", "")
    yield from ("| | status | kind | value | place | sources |", "|---|---|---|---|---|---|")
    for row in report.sheet:
        m = row.mention
        groups = (f"{head}: {'; '.join(map(candidate_line, found))}" for head, found in evidence_in_words(row))
        cells = (SIGNS[row.status], WORDS[row.status], m.kind, one_line(m.surface))
        where = texts[m.source or ""].place(m.start)
        yield f"| {' | '.join(escape(cell) for cell in (*cells, where, '. '.join(groups)))} |"


def heading(finding: Finding) -> str:
    """The severity, name, code and state of a finding."""
    state_words = state(finding)
    return f"{finding.severity}: {finding.check} ({finding.code}){f', {escape(state_words)}' if state_words else ''}"


def message_and_why(finding: Finding) -> str:
    """The message of a finding, and what speaks for its values being of one fact where that is told."""
    why = f" ({'; '.join(finding.why)})" if finding.why else ""
    return escape(one_line(f"{finding.message}{why}"))


def item(evidence: Evidence, lines: Lines) -> str:
    """A piece of evidence in a list."""
    shown = excerpt(lines.text, evidence)
    quote = f"{escape(shown.before)}**{escape(shown.words)}**{escape(shown.after)}"
    return f"- {evidence.side} · {escape(one_line(evidence.source))}, {lines.place(evidence.start)} · {quote}"


def escape(text: str) -> str:
    r"""The text with the signs that Markdown and HTML read escaped, and those that mention people.

    >>> print(escape("<b> 5*5"))
    \<b\> 5\*5
    """
    return _SPECIAL.sub(r"\\\1", text)
