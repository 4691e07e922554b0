"""DRF991: a value of a draft that none of its sources gives."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.checks._common.support import facts_to_support, supporters
from factdiff.records import Finding


def find(story: Story) -> Iterator[Finding]:
    """A finding for each value of a draft that no source gives for anything."""
    for fact, mention in facts_to_support(story):
        if not supporters(mention, story):
            message = f"No source gives “{mention.surface}” ({mention.source}); its source settles it"
            yield finding("warning", message, (evidence(mention, "A"),), fact)


CHECK = Check(
    code="DRF991",
    name="unsupported",
    severity="warning",
    summary="A draft gives a value that none of its sources gives. Looked for in check_draft alone.",
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
