"""DRF992: a value of a draft that only one of its sources gives."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.checks._common.support import facts_to_support, supporters
from factdiff.records import Finding

#: from so many sources on, one alone is worth a note
FEWEST = 2


def find(story: Story) -> Iterator[Finding]:
    """A finding for each value of a draft that a single one of its sources gives."""
    if len(story.sources) - 1 < FEWEST:
        return
    for fact, mention in facts_to_support(story):
        found = supporters(mention, story)
        if len({other.source for other in found}) == 1:
            said = f"“{mention.surface}” ({mention.source}) rests on one source alone: “{found[0].surface}”"
            spans = (evidence(mention, "A"), evidence(found[0], "A"))
            yield finding("info", f"{said} ({found[0].source}); a second source settles it", spans, fact)


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
