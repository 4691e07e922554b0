"""DAT102: a weekday that its date does not have."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.records import Finding
from factdiff.values.calendar.date import WEEKDAYS, Date


def find(story: Story) -> Iterator[Finding]:
    """A finding for each weekday beside a date of another weekday: "Tuesday, July 4" or "Tuesday (July 4)"."""
    for mention in story.of_kind("date"):
        value = mention.value
        part = next((part for part in mention.parts if part.name == "weekday"), None)
        if (
            part
            and isinstance(value, Date)
            and value.weekday
            and (real := weekday_of(value)) not in (None, value.weekday)
        ):
            spans = (
                evidence(mention, "A", start=part.start, end=part.end),
                evidence(mention, "B", start=mention.start + day_offset(mention.surface, part.end - mention.start)),
            )
            yield finding("error", message(value, value.weekday, real), spans)
    for first, second in story.glosses:
        one, two = sorted((first, second), key=lambda m: not (isinstance(m.value, Date) and m.value.weekday))
        if isinstance(one.value, Date) and isinstance(two.value, Date) and one.value.weekday and not two.value.weekday:
            real = weekday_of(two.value)
            if real not in (None, one.value.weekday):
                yield finding(
                    "error", message(two.value, one.value.weekday, real), (evidence(one, "A"), evidence(two, "B"))
                )


def weekday_of(value: Date) -> str | None:
    """The weekday of a single known day."""
    if value.earliest is None or value.earliest != value.latest:
        return None
    return WEEKDAYS[value.earliest.weekday()]


def day_offset(surface: str, behind: int) -> int:
    """The offset of the date behind its weekday."""
    while behind < len(surface) - 1 and not surface[behind].isalnum():
        behind += 1
    return behind


def message(value: Date, written: str, real: str | None) -> str:
    """The message: the weekday of the calendar, and that of the text."""
    return f"{value} was a {str(real).title()}, the text says {written.title()}; a calendar settles which is meant"


CHECK = Check(
    code="DAT102",
    name="weekday-mismatch",
    severity="error",
    summary="A weekday stands with a date that falls on another weekday.",
    why="One of the two is wrong, and the reader cannot know which. It is often the year.",
    fires=Example(("The council met on Tuesday (January 2, 2023) to vote on the plan.",)),
    quiet=Example(("The council met on Tuesday (January 2, 2024) to vote on the plan.",)),
    find=find,
)
