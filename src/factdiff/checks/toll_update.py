"""NUM302: a later report has a higher toll, or fewer missing."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story, evidence, finding, steps
from factdiff.records import Finding

WHAT = "A later report has another figure"
SETTLES = "the authority that counts settles which is the last"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each step of a toll from one report to a later one."""
    for fact, before, after in steps(story, "updated"):
        said = f"“{before.surface}” ({before.source}), then “{after.surface}” ({after.source})"
        yield finding("info", f"{WHAT}: {said}; {SETTLES}", (evidence(before, "A"), evidence(after, "B")), fact)


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
