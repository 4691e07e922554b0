"""NUM305: two percentages of one measure."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.checks._common.disputes import gravity
from factdiff.records import Finding

WHAT = "Percentages of one measure differ"
SETTLES = "the table they were taken from settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each fact of this kind whose sources contradict each other."""
    for dispute in story.disputes("percent"):
        yield dispute.finding(gravity(story, dispute), WHAT, SETTLES)


CHECK = Check(
    code="NUM305",
    name="percent-conflict",
    severity="error",
    summary="Sources give one measure percentages that cannot both be right.",
    why="A percentage is quoted without its base, so that readers cannot check it.",
    fires=Example(
        (
            "Unemployment in Slovenia fell to 3.6 percent in October, the statistics office said.",
            "Unemployment in Slovenia fell to 4.3 percent in October, the statistics office said.",
        ),
    ),
    quiet=Example(
        (
            "Unemployment in Slovenia fell to 3.6 percent in October, the statistics office said.",
            "Unemployment in Slovenia fell to about 4 percent in October, the statistics office said.",
        ),
    ),
    find=find,
)
