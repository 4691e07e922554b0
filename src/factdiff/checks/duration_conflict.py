"""QTY403: two durations for one thing."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.checks._common.disputes import gravity
from factdiff.records import Finding

WHAT = "Durations of one thing differ"
SETTLES = "a log or timetable settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each fact of this kind whose sources contradict each other."""
    for dispute in story.disputes("duration"):
        yield dispute.finding(gravity(story, dispute), WHAT, SETTLES)


CHECK = Check(
    code="QTY403",
    name="duration-conflict",
    severity="error",
    summary="Sources give one thing durations that cannot both be right.",
    why="How long something took is often told from memory, and then copied.",
    fires=Example(
        (
            "The jury in Leeds deliberated for eleven hours before it found the surgeon guilty.",
            "The jury in Leeds deliberated for seven hours before it found the surgeon guilty.",
        ),
    ),
    quiet=Example(
        (
            "The siege of the bank lasted for about three hours, police said.",
            "The siege of the bank lasted for three hours, police said.",
        ),
    ),
    find=find,
)
