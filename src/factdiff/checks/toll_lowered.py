"""NUM303: a later report has a lower toll."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.checks._common.tolls import toll_changes
from factdiff.records import Finding


def find(story: Story) -> Iterator[Finding]:
    """A finding for each change of a toll to a lower one in a later report."""
    return toll_changes(story, "disputed", "warning", "A later report has a lower figure", fallen=True)


CHECK = Check(
    code="NUM303",
    name="toll-lowered",
    severity="warning",
    summary="A later report has a lower toll.",
    why="A toll that falls is either a correction, which the older text should get as well, or an error.",
    fires=Example(
        (
            "The ferry disaster on the lake killed 31 people, officials said.",
            "The ferry disaster on the lake killed 26 people, officials said.",
        ),
        published=("2024-04-16", "2024-04-17"),
    ),
    quiet=Example(
        (
            "The ferry disaster on the lake killed 26 people, officials said.",
            "The ferry disaster on the lake killed at least 25 people, officials said.",
        ),
        published=("2024-04-16", "2024-04-17"),
    ),
    find=find,
)
