"""PLC601: two places for one event."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story, disputes, finding
from factdiff.records import Finding

WHAT = "Places of one event differ"
SETTLES = "whoever was there settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each event that sources put in places of which neither lies in the other."""
    for dispute in disputes(story, "place"):
        yield finding("error", dispute.message(WHAT, SETTLES), dispute.evidence(), dispute.fact)


CHECK = Check(
    code="PLC601",
    name="place-conflict",
    severity="error",
    summary="Sources put one event in places of which neither lies in the other.",
    why="An event happens in one place. A region, a country and a seat of government never contradict what they hold.",
    fires=Example(
        (
            "Police arrested seven men in Rotterdam on Tuesday over the smuggling of cocaine in bananas.",
            "Police arrested seven men in Antwerp on Tuesday over the smuggling of cocaine in bananas.",
        ),
        published="2024-07-03",
    ),
    quiet=Example(
        (
            "Police arrested seven men in Rotterdam on Tuesday over the smuggling of cocaine in bananas.",
            "Police arrested seven men in the Netherlands on Tuesday over the smuggling of cocaine in bananas.",
        ),
        published="2024-07-03",
    ),
    find=find,
)
