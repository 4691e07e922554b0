"""The report for a terminal: groups of findings by fact with marked excerpts, some suspects, and a summary line."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factdiff.fact_sheet import Status
from factdiff.records import Evidence, Fact, Mention
from factdiff.report import Report
from factdiff.reports._excerpt import Excerpt, excerpt, one_line, state, summary
from factdiff.reports._finding_groups import FindingGroup, finding_groups
from factdiff.reports._lines import Lines
from factdiff.reports._sheet import SIGNS, WORDS, candidate_excerpt, evidence_in_words, heading, progress

if TYPE_CHECKING:
    from rich.console import RenderableType

#: status -> its style
STATUS_STYLES: dict[Status, str] = {
    "contradicted": "bold red", "supported": "green", "rests-on-one": "cyan", "compatible": "cyan",
    "not-found": "bold yellow", "unresolved": "yellow",
}  # fmt: skip
STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}


def render(report: Report, *, colour: bool = False, width: int = 100, suspects: int = 3, sheet: bool = False) -> str:
    """The findings and the first ``suspects`` as lines of at most ``width`` columns, with ANSI colours where ``colour``
    is true; with ``sheet`` all rows of the sheet as well. What these come to is told where there are any.
    """
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None,
        force_jupyter=False, highlight=False, emoji=False, markup=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    lines = {source.id or "": Lines.of(source) for source in report.sources}
    facts = {fact.id: fact for fact in report.facts}
    for groups_of_fact in by_fact(finding_groups(report.findings)):
        for group in groups_of_fact:
            console.print(*block(group, lines), sep="\n")
        for fact in dict.fromkeys(finding.fact or "" for group in groups_of_fact for finding in group.findings):
            if fact in facts:
                console.print(Text(about(facts[fact]), "dim"))
        console.print()
    if shown := report.suspects[:suspects]:
        console.print(Text(f"worth a look, {len(shown)} of {len(report.suspects)}:", "bold"))
        for suspect in shown:
            console.print(*block(FindingGroup(suspect), lines), sep="\n")
            console.print()
    if sheet and report.sheet:
        console.print(Text(f"{heading(report).lower()}:", "bold"))
        console.print(*sheet_lines(report, lines), sep="\n")
        console.print()
    if report.sheet:
        console.print(Text(progress(report), "bold"))
    console.print(Text(summary(report), "bold" if report.findings else "green"))
    file = console.file
    assert isinstance(file, io.StringIO)
    return "\n".join(line.rstrip() for line in file.getvalue().split("\n"))


def by_fact(every: Iterable[FindingGroup]) -> Iterable[list[FindingGroup]]:
    """The groups of findings of one fact together, in the order of the first of each; one without a fact is alone."""
    groups: dict[str, list[FindingGroup]] = {}
    for group in every:
        groups.setdefault(group.first.fact or group.first.fingerprint, []).append(group)
    return groups.values()


def block(group: FindingGroup, lines: dict[str, Lines]) -> Iterable[RenderableType]:
    """The lines of a group of findings: those of the first one, and indented those of the others."""
    from rich.padding import Padding
    from rich.text import Text

    for finding, spans in group.evidence():
        state_words, indent = state(finding), 0 if finding is group.first else 2
        head = Text.assemble(
            "also: " if indent else "", (finding.severity, STYLES[finding.severity]), f" {finding.code} ",
            (finding.check, "bold"), (f" {finding.fingerprint}", "dim"), f" [{state_words}]" if state_words else "",
        )  # fmt: skip
        yield Padding(head, (0, 0, 0, indent))
        yield Padding(Text(one_line(finding.message)), (0, 0, 0, indent + 2))
        if finding.why:
            yield Padding(Text(f"why: {one_line('; '.join(finding.why))}", "dim"), (0, 0, 0, indent + 2))
        for evidence in spans:
            shown = excerpt(lines[evidence.source].text, evidence)
            yield Padding(span_line(evidence.side, evidence, lines, shown), (0, 0, 0, indent + 4))


def span_line(
    label: str, span: Evidence | Mention, lines: dict[str, Lines], shown: Excerpt, why: Iterable[str] = ()
) -> RenderableType:
    """The line of a span: a label, its place, its words among those around them, and what is alike."""
    from rich.text import Text

    said = "; ".join(map(one_line, why))
    return Text.assemble(
        f"{label} ", (place(span, lines[span.source or ""]), "cyan"), "  ",
        shown.before, ("[" + shown.words + "]", "bold underline"), shown.after, (f" ({said})" if said else "", "dim"),
    )  # fmt: skip


def sheet_lines(report: Report, lines: dict[str, Lines]) -> Iterable[RenderableType]:
    """The rows of a sheet: the status, the value and its place, then a line for each candidate."""
    from rich.padding import Padding
    from rich.text import Text

    for row in report.sheet:
        m = row.mention
        yield Text.assemble(
            (f"{SIGNS[row.status]} {WORDS[row.status]}", STATUS_STYLES[row.status]), f" {m.kind} ",
            (one_line(m.surface), "bold"), "  ", (place(m, lines[m.source or ""]), "cyan"),
        )  # fmt: skip
        for head, found in evidence_in_words(row):
            for one in found:
                yield Padding(span_line(head, one.mention, lines, candidate_excerpt(one), one.why), (0, 0, 0, 4))


def place(span: Evidence | Mention, lines: Lines) -> str:
    """The source and offset of a span, with its place where that is known."""
    offset = f"{one_line(span.source or '')}:{span.start}"
    where = where_in_file(lines, span.start)
    return f"{offset} ({where})" if where else offset


def where_in_file(lines: Lines, offset: int) -> str:
    """The place of an offset in the original file, or else its line and column; empty where the text before it is not
    known.
    """
    if locator := lines.locator(offset):
        return str(locator)
    line, column = lines.at(offset)
    return f"{line}:{column}" if lines.known(offset) else ""


def about(fact: Fact) -> str:
    """A line about a fact: its kind, verdict, consensus and outliers."""
    parts = [f"fact: {fact.kind}", fact.verdict]
    if fact.consensus is not None:
        parts.append(f"most say {one_line(str(fact.consensus))}")
    if fact.outliers:
        parts.append(f"outlier{'s' * (len(fact.outliers) > 1)}: {', '.join(map(one_line, fact.outliers))}")
    return f"  {'; '.join(parts)}"
