"""The report for a terminal: the findings by fact with marked excerpts, and a summary line."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factdiff.records import Evidence, Fact, Finding
from factdiff.report import Report
from factdiff.reports._excerpt import excerpt, one_line, state, summary
from factdiff.reports._lines import Lines
from factdiff.restore import UNKNOWN

if TYPE_CHECKING:
    from rich.console import RenderableType

STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}


def render(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """The findings as lines of at most ``width`` columns, with ANSI colours where ``colour`` is true."""
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None,
        force_jupyter=False, highlight=False, emoji=False, markup=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    told = {evidence.source for finding in report.findings for evidence in finding.evidence}
    lines = {source.id or "": Lines(source.text) for source in report.sources if source.id in told}
    facts = {fact.id: fact for fact in report.facts}
    for fact, findings in by_fact(report.findings):
        for finding in findings:
            console.print(*block(finding, lines), sep="\n")
        if fact in facts:
            console.print(Text(about(facts[fact]), "dim"))
        console.print()
    console.print(Text(summary(report), "bold" if report.findings else "green"))
    file = console.file
    assert isinstance(file, io.StringIO)
    return "\n".join(line.rstrip() for line in file.getvalue().split("\n"))


def by_fact(findings: Iterable[Finding]) -> Iterable[tuple[str, list[Finding]]]:
    """The findings of one fact together, in the order of the first of each; one without a fact stands alone."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.fact or finding.fingerprint, []).append(finding)
    return groups.items()


def block(finding: Finding, lines: dict[str, Lines]) -> Iterable[RenderableType]:
    """The lines of a finding."""
    from rich.padding import Padding
    from rich.text import Text

    told = state(finding)
    yield Text.assemble(
        (finding.severity, STYLES[finding.severity]), f" {finding.code} ", (finding.check, "bold"),
        (f" {finding.fingerprint}", "dim"), f" [{told}]" if told else "",
    )  # fmt: skip
    yield Padding(Text(one_line(finding.message)), (0, 0, 0, 2))
    for evidence in finding.evidence:
        shown = excerpt(lines[evidence.source].text, evidence)
        line = Text.assemble(
            f"{evidence.side} ", (place(evidence, lines[evidence.source]), "cyan"), "  ",
            shown.before, ("[" + shown.words + "]", "bold underline"), shown.after,
        )  # fmt: skip
        yield Padding(line, (0, 0, 0, 4))


def place(evidence: Evidence, lines: Lines) -> str:
    """The source and offset of a piece of evidence, with line and column unless the text before it is not known."""
    offset = f"{one_line(evidence.source)}:{evidence.start}"
    if 2 * UNKNOWN in lines.text[: evidence.start]:
        return offset
    line, column = lines.at(evidence.start)
    return f"{offset} ({line}:{column})"


def about(fact: Fact) -> str:
    """What the fact of a group of findings is."""
    parts = [f"fact: {fact.kind}", fact.verdict]
    if fact.consensus is not None:
        parts.append(f"most say {one_line(str(fact.consensus))}")
    if fact.outliers:
        parts.append(f"outlier{'s' * (len(fact.outliers) > 1)}: {', '.join(map(one_line, fact.outliers))}")
    return f"  {'; '.join(parts)}"
