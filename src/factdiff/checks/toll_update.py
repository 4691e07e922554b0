"""NUM302: a later report has a higher toll, or fewer missing."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.checks._common.tolls import toll_changes
from factdiff.records import Finding


def find(story: Story) -> Iterator[Finding]:
    """A finding for each change of a toll in a later report that time explains."""
    return toll_changes(story, "updated", "info", "A later report has another figure")


CHECK = Check(
    code="NUM302",
    name="toll-update",
    severity="info",
    summary="A later report has a higher toll, or fewer missing.",
    why="Tolls rise while news comes in: the older figure is not wrong, but it is not the last word.",
    fires=Example(
        (
            "Flash floods killed eight people in the valley, officials said.",
            "The flash floods in the valley killed eleven people, officials said.",
        ),
        published=("2024-04-16", "2024-04-17"),
    ),
    quiet=Example(
        (
            "Flash floods killed eight people in the valley, officials said.",
            "The flash floods in the valley killed 8 people, officials said.",
        ),
        published=("2024-04-16", "2024-04-17"),
    ),
    find=find,
)
