"""QTY401: a wrong conversion in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.records import Finding
from factdiff.values.amounts.quantity import Quantity, converted_wording, is_rounded_conversion


def find(story: Story) -> Iterator[Finding]:
    """A finding for each quantity whose restatement in another unit no sensible rounding gives."""
    for first, second in story.glosses:
        a, b = first.value, second.value
        if isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit != b.unit and not is_rounded_conversion(a, b):
            message = (
                f"“{first.surface}” is {converted_wording(a, b.measure)}, the text says “{second.surface}”; "
                f"a conversion settles which of the two is meant"
            )
            yield finding("error", message, (evidence(first, "A"), evidence(second, "B")))


CHECK = Check(
    code="QTY401",
    name="unit-conversion",
    severity="error",
    summary="A quantity is restated in another unit, and no sensible rounding of the conversion gives the figure.",
    why="Bracketed conversions are worked out in a hurry; each reader takes the unit that he knows.",
    fires=Example(("The rocket has a range of 900km (500 miles), the ministry said.",)),
    quiet=Example(("The rocket has a range of 900km (560 miles), the ministry said.",)),
    find=find,
)
