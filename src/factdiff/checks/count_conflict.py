"""NUM301: two counts of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.checks._common.disputes import gravity, plain_disputes
from factdiff.records import Finding

WHAT = "Counts of one thing differ"
SETTLES = "whoever counted settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each thing of which sources count numbers that cannot be the same."""
    for dispute in plain_disputes(story, "number"):
        yield dispute.finding(gravity(story, dispute), WHAT, SETTLES)


CHECK = Check(
    code="NUM301",
    name="count-conflict",
    severity="error",
    summary="Sources count one thing at the same time and get numbers that cannot both be right.",
    why="Counts are what readers remember of a story. A later, higher toll is an update and not reported here.",
    fires=Example(
        (
            "The fire in the furniture warehouse injured eight firefighters, the brigade said.",
            "Eighteen firefighters were injured in the fire in the furniture warehouse, the brigade said.",
        ),
    ),
    quiet=Example(
        (
            "Rescuers pulled more than 20 people out of the snow alive after the avalanche.",
            "After the avalanche 23 people were pulled out of the snow alive, rescuers said.",
        ),
    ),
    find=find,
)
