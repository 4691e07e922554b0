"""The sheet of a report in words and signs, for the formats that people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factdiff.context.excerpts import GAP
from factdiff.fact_sheet import STATUSES, Candidate, SheetRow, Status
from factdiff.report import Report
from factdiff.reports._excerpt import Excerpt, one_line, plural

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


def heading(report: Report) -> str:
    """The heading of the sheet."""
    return "Told by one source alone" if report.draft is None else "Sheet of the draft"


def progress(report: Report) -> str:
    """One line: how many of the values are supported, and how many have which other status; without a draft, how many
    one source alone gives.
    """
    count = Counter(row.status for row in report.sheet)
    others = [f"{count[s]} {WORDS[s]}" for s in STATUSES if s not in BORNE_OUT and count[s]]
    if report.draft is None:
        return f"{plural(len(report.sheet), 'value')} told by one source alone: {', '.join(others)}"
    borne_out = sum(count[status] for status in BORNE_OUT)
    alone = f" ({count['rests-on-one']} by one source alone)" if count["rests-on-one"] else ""
    return ", ".join([f"{borne_out} of {len(report.sheet)} values supported{alone}", *others])


def evidence_in_words(row: SheetRow) -> Iterator[tuple[str, tuple[Candidate, ...]]]:
    """What each group of candidates of a row is, with the candidates."""
    nearest = "against it" if row.status == "contradicted" else "nearest"
    for head, found in (("borne out by", row.support), ("allowed by", row.compatible), (nearest, row.nearest)):
        if found:
            yield head, found


def candidate_excerpt(candidate: Candidate) -> Excerpt:
    """The words of a candidate with those around them."""
    before, _, after = candidate.about.partition(GAP)
    return Excerpt(one_line(before), one_line(candidate.mention.surface), one_line(after))


def candidate_line(candidate: Candidate) -> str:
    """A candidate in one line: its words, its source, the words around it, and what is alike."""
    m = candidate.mention
    about = f": “{one_line(candidate.about)}”" if candidate.about else ""
    why = f" ({'; '.join(candidate.why)})" if candidate.why else ""
    return f"“{one_line(m.surface)}” ({one_line(m.source or '')}){about}{why}"
