"""Evidence in its surroundings, for every format that shows words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from factdiff.records import Evidence, Finding
from factdiff.report import Report
from factdiff.values.severity import SEVERITIES

#: how many characters of its surroundings are shown on either side of a piece of evidence
WIDTH = 60


@frozen
class Excerpt:
    """The words of a piece of evidence with what stands before and behind them, each on one line."""

    before: str
    words: str
    after: str


def excerpt(report: Report, evidence: Evidence, width: int = WIDTH) -> Excerpt:
    """A piece of evidence in its surroundings."""
    text = next(source.text for source in report.sources if source.id == evidence.source)
    before = " ".join(
        text[max(0, evidence.start - width) : evidence.start].split(" ")[1 if evidence.start > width else 0 :]
    )
    after = text[evidence.end : evidence.end + width]
    if evidence.end + width < len(text):
        after = after.rpartition(" ")[0] or after
    return Excerpt(
        before=("…" if evidence.start > len(before) else "") + one_line(before),
        words=one_line(evidence.surface),
        after=one_line(after) + ("…" if evidence.end + len(after) < len(text) else ""),
    )


def one_line(text: str) -> str:
    """The text with every run of blanks and breaks as one blank, and lone surrogates made visible."""
    flat = " ".join(text.split())
    edges = (" " if text[:1].isspace() else "", " " if text[-1:].isspace() else "")
    return "".join((edges[0], flat, edges[1])).encode("utf-8", "replace").decode("utf-8") if flat else " " * bool(text)


def summary(report: Report) -> str:
    """One line that counts the findings and what was read."""
    count = Counter(finding.severity for finding in report.findings)
    kinds = [plural(count[severity], severity) for severity in reversed(SEVERITIES) if count[severity]]
    found = ", ".join(kinds) if kinds else "no findings"
    shared = sum(fact.verdict != "single-source" for fact in report.facts)
    return f"{found} in {plural(len(report.sources), 'source')}; {plural(shared, 'shared fact')} compared"


def plural(count: int, noun: str) -> str:
    """A count and its noun.

    >>> plural(1, "error"), plural(2, "error"), plural(2, "info")
    ('1 error', '2 errors', '2 info')
    """
    return f"{count} {noun}{'' if count == 1 or noun == 'info' else 's'}"


def by_side(finding: Finding) -> Iterable[tuple[str, list[Evidence]]]:
    """The evidence of a finding by side."""
    sides: dict[str, list[Evidence]] = {}
    for evidence in finding.evidence:
        sides.setdefault(evidence.side, []).append(evidence)
    return sides.items()
