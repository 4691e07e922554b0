"""The sheet of a draft in words and signs, for the formats that people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factdiff.fact_sheet import STATUSES, Candidate, SheetRow, Status
from factdiff.report import Report
from factdiff.reports._excerpt import one_line

#: status -> the sign that tells it without colour, and its words
SIGNS: dict[Status, str] = {
    "contradicted": "✗", "supported": "✓", "rests-on-one": "①", "compatible": "≈", "not-found": "?", "unresolved": "…",
}  # fmt: skip
WORDS: dict[Status, str] = {
    "contradicted": "contradicted", "supported": "supported", "rests-on-one": "rests on one source",
    "compatible": "only compatible", "not-found": "not found", "unresolved": "unresolved",
}  # fmt: skip
#: the statuses that count as supported in a line of progress
BORNE_OUT: tuple[Status, ...] = ("supported", "rests-on-one")


def progress(report: Report) -> str:
    """One line: how many of the values are supported, and how many have which other status."""
    count = Counter(row.status for row in report.sheet)
    borne_out = sum(count[status] for status in BORNE_OUT)
    parts = [f"{borne_out} of {len(report.sheet)} values supported"]
    if count["rests-on-one"]:
        parts[0] += f" ({count['rests-on-one']} by one source alone)"
    others = ((status, WORDS[status]) for status in STATUSES if status not in BORNE_OUT)
    return ", ".join([*parts, *(f"{count[status]} {words}" for status, words in others if count[status])])


def evidence_in_words(row: SheetRow) -> Iterator[tuple[str, tuple[Candidate, ...]]]:
    """What each group of candidates of a row is, with the candidates."""
    nearest = "against it" if row.status == "contradicted" else "nearest"
    for head, found in (("borne out by", row.support), ("allowed by", row.compatible), (nearest, row.nearest)):
        if found:
            yield head, found


def candidate_line(candidate: Candidate) -> str:
    """A candidate in one line: its words, its source, the words around it, and what is alike."""
    m = candidate.mention
    about = f": “{one_line(candidate.about)}”" if candidate.about else ""
    why = f" ({'; '.join(candidate.why)})" if candidate.why else ""
    return f"“{one_line(m.surface)}” ({one_line(m.source or '')}){about}{why}"
