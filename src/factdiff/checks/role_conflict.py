"""NAM702: one person in two offices that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.records import Finding

WHAT = "Offices of one person differ"
SETTLES = "the office itself settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each person to whom sources give offices that nobody holds together."""
    for dispute in story.disputes("role"):
        yield dispute.finding("error", WHAT, SETTLES)


CHECK = Check(
    code="NAM702",
    name="role-conflict",
    severity="error",
    summary="Sources give one person offices that nobody holds together.",
    why="A deputy is not the head, and a minister for energy is not the one for trade: who decided hangs on it.",
    fires=Example(
        (
            "Deputy transport minister Marta Lindqvist opened the bridge.",
            "The bridge was opened by Transport Minister Marta Lindqvist.",
        ),
    ),
    quiet=Example(
        (
            "Defence Secretary Owen Hartnell visited the troops.",
            "The troops were visited by Owen Hartnell, the defense minister.",
        ),
    ),
    find=find,
)
