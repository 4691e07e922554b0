"""DRF991: a value of a draft that none of its sources gives."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.checks._common.sheet_rows import rows_with_facts
from factdiff.records import Finding
from factdiff.values.names.stance import CONTRADICTING, Stance


def find(story: Story) -> Iterator[Finding]:
    """A finding for each value of a draft that no source gives for the same thing."""
    for row, fact in rows_with_facts(story, "not-found"):
        if isinstance(row.mention.value, Stance) and not is_answer(row.mention.value):
            continue
        words = " ".join(row.mention.surface.split())
        message = f"No source gives “{words}” ({row.mention.source}); its source settles it"
        yield finding("warning", message, (evidence(row.mention, "A"),), fact)


def is_answer(stance: Stance) -> bool:
    """Whether a stance is a confirmation, a denial or a silence; for all others there are too many words to say that no
    source has it.
    """
    return stance.spoken and stance.verb in CONTRADICTING


CHECK = Check(
    code="DRF991",
    name="unsupported",
    severity="warning",
    summary="A draft gives a value that none of its sources gives for the same thing. Looked for in check_draft alone.",
    why="What no source says was added on the way: a figure from memory, from another story, or made up.",
    fires=Example(
        (
            "Nine people were hurt in the fire, which cost the owner €2 million.",
            "Nine people were hurt in the fire, the brigade said.",
        ),
        draft=True,
    ),
    quiet=Example(
        (
            "More than eight people were hurt in the fire.",
            "Nine people were hurt in the fire, the brigade said.",
        ),
        draft=True,
    ),
    find=find,
)
