"""DRF992: a value of a draft that only one of its sources gives."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.checks._common.sheet_rows import rows_with_facts
from factdiff.records import Finding

#: the kinds of values that are worth a note where one source alone gives them
KINDS = frozenset({"age", "date", "duration", "money", "number", "percent", "quantity", "time"})


def find(story: Story) -> Iterator[Finding]:
    """A finding for each value of a draft that a single one of its sources gives."""
    for row, fact in rows_with_facts(story, "rests-on-one"):
        if row.mention.kind not in KINDS:
            continue
        own, other = row.mention, row.support[0].mention
        words = [" ".join(m.surface.split()) for m in (own, other)]
        said = f"“{words[0]}” ({own.source}) rests on one source alone: “{words[1]}”"
        spans = (evidence(own, "A"), evidence(other, "A"))
        yield finding("info", f"{said} ({other.source}); a second source settles it", spans, fact)


CHECK = Check(
    code="DRF992",
    name="single-support",
    severity="info",
    summary="A draft gives a value that only one of several sources gives. Looked for in check_draft alone.",
    why="What one source alone says is weaker than what all say, and may need a word about where it comes from.",
    fires=Example(
        (
            "Nine people were hurt in the fire.",
            "Nine people were hurt in the fire, the brigade said.",
            "Smoke rose over the harbour while the fire burned.",
        ),
        draft=True,
    ),
    quiet=Example(
        (
            "Nine people were hurt in the fire.",
            "Nine people were hurt in the fire, the brigade said.",
            "The fire hurt nine people.",
        ),
        draft=True,
    ),
    find=find,
)
