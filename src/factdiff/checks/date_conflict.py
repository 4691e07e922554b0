"""DAT101: two dates for one event."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story, finding
from factdiff.records import Finding

WHAT = "Dates of one event differ"
SETTLES = "a record made at the time settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each event whose dates have no day in common."""
    for dispute in story.disputes("date"):
        yield finding("error", dispute.message(WHAT, SETTLES), dispute.evidence(), dispute.fact)


CHECK = Check(
    code="DAT101",
    name="date-conflict",
    severity="error",
    summary="Sources give one event dates that have no day in common.",
    why="An event happens on one date. A wrong year or day is the commonest slip of a desk under pressure.",
    fires=Example(
        (
            "The ferry sank off the port of Bari on March 3, 2024, killing nine passengers.",
            "Nine passengers died when the ferry sank off Bari on March 4, 2024.",
        ),
    ),
    quiet=Example(
        (
            "The ferry sank off the port of Bari on Sunday, killing nine passengers.",
            "Nine passengers died when the ferry sank off Bari on March 3.",
        ),
        published="2024-03-05",
    ),
    find=find,
)
