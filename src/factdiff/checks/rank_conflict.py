"""NUM311: two ranks of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.checks.term_conflict import grade_disputes
from factdiff.records import Finding
from factdiff.values.terms.term import RANK

WHAT = "Ranks of one thing differ"
SETTLES = "the figures that the rank is counted by settle it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each thing that sources put on different ranks by one measure."""
    for dispute, term in grade_disputes(story):
        if term.scale == RANK:
            yield dispute.finding("error", WHAT, SETTLES)


CHECK = Check(
    code="NUM311",
    name="rank-conflict",
    severity="error",
    summary="Sources put one thing on different ranks: the largest against the second-largest.",
    why="A rank says how a thing compares with all others of its field; only one source can have counted right.",
    fires=Example(
        (
            "The harbour of Port Maren, the largest in Denmark, will be closed for repairs until May.",
            "The harbour of Port Maren, the second-largest in Denmark, will be closed for repairs until May.",
        ),
    ),
    quiet=Example(
        (
            "The harbour of Port Maren, one of the largest in Denmark, will be closed for repairs until May.",
            "The harbour of Port Maren, the second-largest in Denmark, will be closed for repairs until May.",
        ),
    ),
    find=find,
)
