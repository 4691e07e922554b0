"""The report for a terminal: the findings with marked excerpts, and a summary line."""

from __future__ import annotations

import io

from factdiff.report import Report
from factdiff.reports._excerpt import excerpt, one_line, summary

STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}


def render(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """The findings as lines of at most ``width`` columns, with ANSI colours where ``colour`` is true."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None,
        highlight=False, emoji=False, markup=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    for finding in report.findings:
        head = Text.assemble((finding.severity, STYLES[finding.severity]), f" {finding.code} ", (finding.check, "bold"))
        console.print(head)
        console.print(Padding(Text(one_line(finding.message)), (0, 0, 0, 2)))
        for evidence in finding.evidence:
            shown = excerpt(report, evidence)
            line = Text.assemble(
                f"{evidence.side} ", (f"{evidence.source}:{evidence.start}", "cyan"), "  ",
                shown.before, ("[" + shown.words + "]", "bold underline"), shown.after,
            )  # fmt: skip
            console.print(Padding(line, (0, 0, 0, 4)))
        console.print()
    console.print(Text(summary(report), "bold" if report.findings else "green"))
    file = console.file
    assert isinstance(file, io.StringIO)
    return "\n".join(line.rstrip() for line in file.getvalue().split("\n"))
