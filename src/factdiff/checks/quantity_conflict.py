"""QTY402: two quantities for one measure."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story, value_pairs
from factdiff.checks._common.disputes import gravity, plain_disputes
from factdiff.records import Finding
from factdiff.values.relation import compare

WHAT = "Quantities of one measure differ"
SETTLES = "the first measurement and its unit settle it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each measure to which sources give quantities that differ after conversion and rounding."""
    for dispute in plain_disputes(story, "quantity"):
        why = compare(*value_pairs(dispute), story.config.tolerances).explanation
        yield dispute.finding(gravity(story, dispute), WHAT, SETTLES, why=why)


CHECK = Check(
    code="QTY402",
    name="quantity-conflict",
    severity="error",
    summary="Sources give one measure quantities that differ even after conversion and rounding.",
    why="Two units hide a disagreement well: few readers see that 900 km are not 500 miles.",
    fires=Example(
        (
            "The missile has a range of 900km, the ministry said.",
            "The missile has a range of 500 miles, the ministry said.",
        ),
    ),
    quiet=Example(
        (
            "The missile has a range of 900km, the ministry said.",
            "The missile has a range of 560 miles, the ministry said.",
        ),
    ),
    find=find,
)
