"""DAT101: two dates for one event."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.align.comparison.value_distance import is_slip
from factdiff.check import Check, Example, Story, evidence, finding, quoted_words
from factdiff.checks._common.date_bounds import excluded_dates
from factdiff.checks._common.disputes import are_of_two_events
from factdiff.records import Finding, Mention
from factdiff.values.calendar.date import Date

WHAT = "Dates of one event differ"
SETTLES = "a record made at the time settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each event whose dates have no day in common, and for each date that its own source contradicts."""
    reported: set[Mention] = set()
    for dispute in story.disputes("date"):
        mentions = [mention for side in dispute.sides for mention in side]
        if len({mention.source for mention in mentions}) == 1:
            reported.update(mentions)
        yield dispute.finding("info" if are_of_two_events(story, dispute) else "error", WHAT, SETTLES)
    for fact, word, bound, others in excluded_dates(story):
        both = f"“{word} {bound.surface}” ({bound.source}) against {quoted_words(others)} ({others[0].source})"
        sides = [evidence(bound, "A"), *(evidence(other, "B") for other in others)]
        yield finding("error", f"{WHAT}: {both}; {SETTLES}", sides, fact)
    for first, second in story.glosses:
        one, two = first.value, second.value
        if second not in reported and isinstance(one, Date) and is_slip(one, two):
            message = (
                f"“{first.surface}” is {one}, counted from the day of publication, the text says “{second.surface}”"
            )
            spans = evidence(first, "A"), evidence(second, "B")
            yield finding("error", f"{message}; {SETTLES}", spans)


CHECK = Check(
    code="DAT101",
    name="date-conflict",
    severity="error",
    summary="Sources give one event dates that have no day in common.",
    why="An event happens on one date. A wrong year or day is the commonest slip of a desk under pressure.",
    fires=Example(
        (
            "The ferry sank off the port of Bari on March 3, 2024, killing nine passengers.",
            "Nine passengers died when the ferry sank off Bari on March 4, 2024.",
        ),
    ),
    quiet=Example(
        (
            "The ferry sank off the port of Bari on Sunday, killing nine passengers.",
            "Nine passengers died when the ferry sank off Bari on March 3.",
        ),
        published="2024-03-05",
    ),
    find=find,
)
