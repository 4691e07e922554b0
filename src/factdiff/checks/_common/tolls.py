"""Tolls that a later report changes."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Story, changed_counts, evidence, finding
from factdiff.records import Finding
from factdiff.values.severity import Severity

SETTLES = "the authority that counts settles which is the last"


def changed(story: Story, verdict: str, severity: Severity, what: str) -> Iterator[Finding]:
    """A finding for each step of a toll from one report to a later one, in the facts of a verdict."""
    for fact, before, after in changed_counts(story, verdict):
        said = f"“{before.surface}” ({before.source}), then “{after.surface}” ({after.source})"
        yield finding(severity, f"{what}: {said}; {SETTLES}", (evidence(before, "A"), evidence(after, "B")), fact)
