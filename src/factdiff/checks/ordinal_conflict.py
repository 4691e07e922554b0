"""NUM310: two ranks of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.records import Finding

WHAT = "Ranks in one row differ"
SETTLES = "counting the row settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each fact of this kind whose sources contradict each other."""
    for dispute in story.disputes("ordinal"):
        yield dispute.finding("error", WHAT, SETTLES)


CHECK = Check(
    code="NUM310",
    name="ordinal-conflict",
    severity="error",
    summary="Sources give one thing different places in the same row.",
    why="How many times something has happened is easy to miscount, and seldom counted again.",
    fires=Example(
        (
            "The central bank lowered its rate on Thursday, the fourth cut in a year.",
            "The central bank lowered its rate on Thursday, the third cut in a year.",
        ),
    ),
    quiet=Example(
        (
            "The central bank lowered its rate on Thursday, the fourth cut in a year.",
            "The central bank lowered its rate on Thursday, its 4th cut in a year.",
        ),
    ),
    find=find,
)
