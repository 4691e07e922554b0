"""Changes of a toll from one report to a later one."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Story, changed_counts, evidence, finding
from factdiff.records import Finding
from factdiff.values.severity import Severity

SETTLES = "the authority that counts settles which is the last"


def toll_changes(story: Story, verdict: str, severity: Severity, summary: str) -> Iterator[Finding]:
    """A finding for each step of a toll from one report to a later one, in the facts of a verdict."""
    for fact, before, after in changed_counts(story, verdict):
        said = f"“{before.surface}” ({before.source}), then “{after.surface}” ({after.source})"
        yield finding(severity, f"{summary}: {said}; {SETTLES}", (evidence(before, "A"), evidence(after, "B")), fact)
