"""TRM901: two grades of one scale."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factdiff.check import Check, Dispute, Example, Story, disputes, finding
from factdiff.records import Finding
from factdiff.values.severity import Severity
from factdiff.values.term import Term

SETTLES = "the official designation settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each thing that sources put in different grades of one scale."""
    for dispute in disputes(story, "term"):
        scale = dispute.sides[0][0].value
        what = f"Grades of {scale.scale} differ" if isinstance(scale, Term) else "Grades differ"
        yield finding(severity(dispute), dispute.message(what, SETTLES), dispute.evidence(), dispute.fact)


def severity(dispute: Dispute) -> Severity:
    """A warning where some usage lets one grade include the other, an error where the grades exclude each other."""
    for one, two in combinations(dispute.sides, 2):
        for a, b in ((m.value, n.value) for m in one for n in two):
            if isinstance(a, Term) and isinstance(b, Term) and not a.loosely(b):
                return "error"
    return "warning"


CHECK = Check(
    code="TRM901",
    name="term-conflict",
    severity="error",
    summary="Sources put one thing in different grades of a scale; a warning where usage lets one include the other.",
    why="Graded terms are figures in disguise: a close-range missile flies up to 300 km, a short-range one farther.",
    fires=Example(
        (
            "Russia wants to buy short-range ballistic missiles from Iran, officials said.",
            "Russia wants to buy close-range ballistic missiles from Iran, officials said.",
        ),
    ),
    quiet=Example(
        (
            "Russia wants to buy short-range ballistic missiles from Iran, officials said.",
            "Russia wants to buy ballistic missiles from Iran, officials said.",
        ),
    ),
    find=find,
)
