"""MON501: two sums for one thing."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.checks._common.disputes import gravity, plain_disputes
from factdiff.records import Finding

WHAT = "Sums for one thing differ"
SETTLES = "the contract, filing or statement settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each thing to which sources give sums of one currency that cannot be the same."""
    for dispute in plain_disputes(story, "money"):
        yield dispute.finding(gravity(story, dispute), WHAT, SETTLES)


CHECK = Check(
    code="MON501",
    name="money-conflict",
    severity="error",
    summary="Sources give one price, loss or budget sums of one currency that cannot both be right.",
    why="A wrong sum misleads readers and may cost the outlet a correction, or a lawsuit.",
    fires=Example(
        (
            "The robbers stole watches worth €2.5 million from a jeweller in Marseille.",
            "The robbers stole watches worth €5.2 million from a jeweller in Marseille.",
        ),
    ),
    quiet=Example(
        (
            "The drawing was sold at the London auction for £1.26 million.",
            "The drawing was sold at the London auction for £1.3 million.",
        ),
    ),
    find=find,
)
