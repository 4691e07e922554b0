"""NUM304: the same digits at another power of ten."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.checks._common.disputes import slips
from factdiff.records import Finding

WHAT = "Amounts of one thing differ"
SETTLES = "a figure of known size beside it settles which of the two is meant"
#: the kinds of amounts whose digits can slip
KINDS = ("number", "quantity", "money", "percent")


def find(story: Story) -> Iterator[Finding]:
    """A finding for each fact whose sources give the same digits and differ by a power of ten."""
    for kind in KINDS:
        for dispute, power in slips(story, kind):
            yield dispute.finding("error", WHAT, SETTLES, why=f"the same digits, {10**power:,} times apart")


CHECK = Check(
    code="NUM304",
    name="magnitude",
    severity="error",
    summary="Sources give one amount with the same digits, but at another power of ten.",
    why="Million and billion differ by one letter, and a lost nought changes the story.",
    fires=Example(
        (
            "The heat-pump maker said revenue in the second quarter rose to 3.4 billion euros.",
            "The heat-pump maker said revenue in the second quarter rose to 3.4 million euros.",
        ),
    ),
    quiet=Example(
        (
            "The heat-pump maker said revenue in the second quarter rose to 3.4 billion euros.",
            "The heat-pump maker said revenue in the second quarter rose to €3.4bn.",
        ),
    ),
    find=find,
)
