"""DAT103: a date in digits that can be read in two orders."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.records import Finding
from factdiff.values.calendar.date import Date


def find(story: Story) -> Iterator[Finding]:
    """A finding for each date whose text leaves open which figure is the month."""
    known = {m.value.earliest for m in story.of_kind("date") if isinstance(m.value, Date) and m.value.is_day}
    for mention in story.of_kind("date"):
        value = mention.value
        if isinstance(value, Date) and value.readings:
            first, second = value.readings
            meant = [day for day in value.readings if day in known]
            settled = f"; the story speaks of {meant[0]}" if len(meant) == 1 else "; the name of the month settles it"
            message = f"“{mention.surface}” can be {first} or {second}{settled}"
            yield finding("info" if len(meant) == 1 else "warning", message, (evidence(mention, "A"),))


CHECK = Check(
    code="DAT103",
    name="ambiguous-date",
    severity="warning",
    summary="A date in digits can be read in two orders, and nothing in the text decides between them.",
    why="The same 02/03/2024 is the second of March in London and the third of February in New York.",
    fires=Example(("Doors open on 02/03/2024, and tickets are free.",)),
    quiet=Example(("Doors open on 02/03/2024 and close on 25/03/2024.",)),
    find=find,
)
