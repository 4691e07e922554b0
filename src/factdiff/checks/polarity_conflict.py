"""STA952: done here, not done there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from factdiff.align.weighed_items import BRIEF
from factdiff.check import Check, Example, Story, finding
from factdiff.checks._common.antonyms import oppositions
from factdiff.checks._common.denials import contradictions
from factdiff.records import Evidence, Finding, Mention
from factdiff.values.names.stance import Stance
from factdiff.values.severity import Severity

WHAT = "What one source says came about did not, says another"
OPPOSITE = "Sources say opposite things in nearly the same words"
SETTLES = "a record of the outcome settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each outcome that some sources report and others deny, for each negated verb that another source
    affirms in nearly the same words, and for each pair of antonyms in such words.

    Words that are part of a dispute over grades of a scale are left out. Between articles, which tell of many matters,
    negated verbs and antonyms are notes.
    """
    reported: list[Mention] = []
    graded = [m for dispute in story.disputes("term") for side in dispute.sides for m in side]
    for dispute in story.disputes("stance"):
        mentions = [m for side in dispute.sides for m in side]
        spoken = any(isinstance(m.value, Stance) and m.value.spoken for m in mentions)
        if not spoken and not any(overlap(a, b) for a in mentions for b in graded):
            reported += mentions
            yield dispute.finding("error", WHAT, SETTLES)
    long = {document.source.id for document in story.documents if len(document.sentences) > BRIEF}
    denied = ((WHAT, one.quoted(), one.evidence()) for one in contradictions(story.documents))
    opposite = ((OPPOSITE, one.quoted(), one.evidence()) for one in oppositions(story.documents))
    for what, shown, evidence in chain(denied, opposite):
        spans = [*evidence]
        if not any(overlap(a, b) for a in spans for b in (*reported, *graded)):
            severity: Severity = "info" if long.issuperset(span.source for span in spans) else "error"
            yield finding(severity, f"{what}: {shown}; {SETTLES}", spans)


def overlap(a: Mention | Evidence, b: Mention) -> bool:
    """Whether two mentions share words."""
    return a.source == b.source and a.start < b.end and b.start < a.end


CHECK = Check(
    code="STA952",
    name="polarity-conflict",
    severity="error",
    summary="One source denies what another says, or says its opposite in like words; a note between articles.",
    why="A lost “not”, a “rose” for a “fell”, turns the news into its opposite.",
    fires=Example(
        (
            "Goalkeeper Ida Sommer will play in the final on Sunday, the club doctor said.",
            "Goalkeeper Ida Sommer will not play in the final on Sunday, the club doctor said.",
        ),
    ),
    quiet=Example(
        (
            "Goalkeeper Ida Sommer will play in the final on Sunday, the club doctor said.",
            "Defender Mia Brandt will not play in the final on Sunday, the club doctor said.",
        ),
    ),
    find=find,
)
