"""STA952: done here, not done there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from factdiff.check import Check, Example, Story, finding
from factdiff.checks._common.antonyms import oppositions
from factdiff.checks._common.denials import contradictions
from factdiff.records import Evidence, Finding, Mention
from factdiff.values.names.stance import Stance

WHAT = "What one source says came about did not, says another"
OPPOSITE = "Sources say opposite things in nearly the same words"
SETTLES = "a record of the outcome settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each outcome that some sources report and others deny, unless grades of a scale tell of it, and for
    each verb that one denies, or word whose opposite it says, in nearly the words of another.
    """
    told: list[Mention] = []
    graded = [m for dispute in story.disputes("term") for side in dispute.sides for m in side]
    for dispute in story.disputes("stance"):
        mentions = [m for side in dispute.sides for m in side]
        spoken = any(isinstance(m.value, Stance) and m.value.spoken for m in mentions)
        if not spoken and not any(overlap(a, b) for a in mentions for b in graded):
            told += mentions
            yield dispute.finding("error", WHAT, SETTLES)
    denied = ((WHAT, one.shown(), one.evidence()) for one in contradictions(story.documents))
    opposite = ((OPPOSITE, one.shown(), one.evidence()) for one in oppositions(story.documents))
    for what, shown, evidence in chain(denied, opposite):
        spans = [*evidence]
        if not any(overlap(a, b) for a in spans for b in (*told, *graded)):
            yield finding("error", f"{what}: {shown}; {SETTLES}", spans)


def overlap(a: Mention | Evidence, b: Mention) -> bool:
    """Whether two mentions share words."""
    return a.source == b.source and a.start < b.end and b.start < a.end


CHECK = Check(
    code="STA952",
    name="polarity-conflict",
    severity="error",
    summary="One source denies what another says, or says the opposite in nearly the same words.",
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
