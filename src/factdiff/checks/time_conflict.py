"""DAT105: two times of day for one event."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.records import Finding

WHAT = "Times of one event differ"
SETTLES = "a log of the time settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each event whose times of day differ, after zones."""
    for dispute in story.disputes("time"):
        yield dispute.finding("error", WHAT, SETTLES)


CHECK = Check(
    code="DAT105",
    name="time-conflict",
    severity="error",
    summary="Sources give one event different times of day.",
    why="A time is easily carried into the wrong zone, or misheard by an hour.",
    fires=Example(
        (
            "The train left the rails near Lerida at 6:40 a.m., injuring eleven passengers.",
            "Eleven passengers were hurt when the train left the rails near Lerida at 7:40 a.m.",
        ),
    ),
    quiet=Example(
        (
            "The train left the rails near Lerida at 6:40 a.m. CEST, injuring eleven passengers.",
            "Eleven passengers were hurt when the train left the rails near Lerida at 04:40 GMT.",
        ),
    ),
    find=find,
)
