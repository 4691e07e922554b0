"""Statuses of rows after the checks: what a finding sets against a source is contradicted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from attrs import evolve

from factdiff.fact_sheet import NEAREST, Candidate, SheetRow
from factdiff.records import Evidence, Finding, Mention


def with_findings(rows: Sequence[SheetRow], findings: Iterable[Finding], draft: str | None) -> tuple[SheetRow, ...]:
    """The rows, with those contradicted that a warning or an error sets against a source, and its fingerprint in them.

    What stands against the value are then its nearest candidates. The rows are in the order of the draft.
    """
    if draft is None:
        return ()
    starts = [row.mention.start for row in rows]
    reach = [*accumulate((row.mention.end for row in rows), max)]
    against: defaultdict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.severity != "info":
            own = [e for e in finding.evidence if e.source == draft]
            near = (range(bisect_right(reach, e.start), bisect_left(starts, e.end)) for e in own)
            for number in set[int]().union(*near):
                if any(True for _ in opposed(finding, rows[number].mention, draft)):
                    against[number].append(finding)
    return tuple(
        contradicted(row, against[number], draft) if number in against else row for number, row in enumerate(rows)
    )


def opposed(finding: Finding, mention: Mention, draft: str) -> Iterator[Evidence]:
    """The evidence of sources on other sides of a finding than a mention of the draft."""
    own = {e.side for e in finding.evidence if e.source == draft and is_on(e, mention)}
    if own:
        yield from (e for e in finding.evidence if e.source != draft and e.side not in own)


def is_on(evidence: Evidence, mention: Mention) -> bool:
    """Whether a piece of evidence is a mention or a part of it."""
    same_kind = evidence.value.kind == mention.kind
    return same_kind and evidence.start < mention.end and mention.start < evidence.end


def contradicted(row: SheetRow, findings: Sequence[Finding], draft: str) -> SheetRow:
    """A row that some findings contradict."""
    found = {
        (e.source, e.start): Candidate(
            Mention(e.start, e.end, e.surface, e.value.kind, e.value, "finding", e.source), finding.about, finding.why
        )
        for finding in findings
        for e in opposed(finding, row.mention, draft)
    }
    known = {(c.mention.source, c.mention.start): c for c in row.nearest}
    opposite = [known.get(place, candidate) for place, candidate in found.items()]
    nearest = [candidate for place, candidate in known.items() if place not in found]
    return evolve(
        row,
        status="contradicted",
        nearest=tuple([*opposite, *nearest][:NEAREST]),
        findings=tuple(dict.fromkeys(finding.fingerprint for finding in findings)),
    )
