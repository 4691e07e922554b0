"""Changes of a toll from one report to a later one."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Story, changed_counts, evidence, finding
from factdiff.records import Finding, Mention
from factdiff.values.amounts.amount import Amount
from factdiff.values.severity import Severity

SETTLES = "the authority that counts settles which is the last"


def toll_changes(
    story: Story, verdict: str, severity: Severity, summary: str, *, fallen: bool = False
) -> Iterator[Finding]:
    """A finding for each step of a toll from one report to a later one, in the facts of a verdict; only for those down
    where the toll has ``fallen``.
    """
    for fact, before, after in changed_counts(story, verdict):
        if fallen and not is_below(after, before):
            continue
        said = f"“{before.surface}” ({before.source}), then “{after.surface}” ({after.source})"
        yield finding(severity, f"{summary}: {said}; {SETTLES}", (evidence(before, "A"), evidence(after, "B")), fact)


def is_below(one: Mention, two: Mention) -> bool:
    """Whether the figure of one count lies below that of another."""
    a, b = one.value, two.value
    return isinstance(a, Amount) and isinstance(b, Amount) and a.region().high <= b.region().low
