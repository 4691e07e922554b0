"""What an editor shows of a report: the findings, and of a draft the row of each of its values, at their places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from attrs import frozen

from factdiff.fact_sheet import SheetRow
from factdiff.records import Evidence, Finding, Mention, Source
from factdiff.report import Report
from factdiff.reports._lines import Lines, path
from factdiff.reports._sheet import WORDS, candidate_line, evidence_in_words

#: how grave a diagnostic is: as a finding, or a hint, which an editor shows without a sign of its own
Gravity = Literal["error", "warning", "info", "hint"]


@frozen
class Place:
    """A span of a file, in code points from its beginning."""

    path: Path
    text: str
    start: int
    end: int


@frozen
class Diagnostic:
    """A message at a place of the text in the editor; ``beside`` are places of other files, with the words there."""

    place: Place
    gravity: Gravity
    code: str
    message: str
    beside: tuple[tuple[Place, str], ...] = ()


def diagnostics(report: Report, own: Source, text: str) -> Iterator[Diagnostic]:
    """The diagnostics of the source ``own`` in a report, of which an editor holds the ``text`` of the whole file."""
    sources = {source.id: source for source in report.sources}
    file = Path(path(own) or own.id or "")
    told = set()
    for finding in report.findings:
        spans = [evidence for evidence in finding.evidence if evidence.source == own.id]
        told |= {(evidence.start, evidence.end) for evidence in spans}
        if spans:
            yield Diagnostic(
                place(file, text, own, spans[0]),
                finding.severity if finding.is_open else "hint",
                finding.code,
                finding.message if finding.accepted is None else f"{finding.message} (accepted: {finding.accepted})",
                tuple(beside(finding, spans[0], sources)),
            )
    for row in report.sheet:
        if (row.mention.start, row.mention.end) not in told:
            yield Diagnostic(place(file, text, own, row.mention), "hint", row.status, in_words(row))


def beside(finding: Finding, shown: Evidence, sources: dict[str | None, Source]) -> Iterator[tuple[Place, str]]:
    """The places of the other evidence of a finding that stand in files, with the words there."""
    for evidence in finding.evidence:
        source = sources[evidence.source]
        file = path(source)
        if evidence is not shown and file and (source.original is None or not source.original.locators):
            at = Place(Path(file), source.text, evidence.start, evidence.end)
            yield at, f"“{evidence.surface}” ({evidence.source}), side {evidence.side}"


def in_words(row: SheetRow) -> str:
    """What a row says: its status, and what the value rests on or what comes nearest to it, each on a line."""
    lines = [f"{head}: {candidate_line(one)}" for head, found in evidence_in_words(row) for one in found]
    return "\n".join([f"{WORDS[row.status]}: “{row.mention.surface}”", *lines])


def place(file: Path, text: str, own: Source, span: Evidence | Mention) -> Place:
    """Where a span of a source stands in the text of its file.

    Of a text that a reader took out of the file, it is where the words stand on the line that the reader tells, or else
    the whole of that line; and the first line where it tells none.
    """
    if own.text[span.start : span.end] == text[span.start : span.end]:
        return Place(file, text, span.start, span.end)
    locator = own.original.locator(span.start) if own.original else None
    starts = Lines(text).starts
    line = min(locator.line if locator and locator.line else 1, len(starts))
    first = starts[line - 1]
    found = text.find(span.surface, first)
    if found >= 0 and locator and locator.line:
        return Place(file, text, found, found + len(span.surface))
    last = starts[line] if line < len(starts) else len(text)
    return Place(file, text, first, first + len(text[first:last].rstrip("\r\n")))
