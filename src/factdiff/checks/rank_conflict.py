"""NUM311: two ranks of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.checks._common.rival_mentions import pair_finding, rival_mentions
from factdiff.checks.term_conflict import grade_disputes
from factdiff.records import Finding, Mention
from factdiff.values.terms.term import RANK, Term

WHAT = "Ranks of one thing differ"
SETTLES = "the figures that the rank is counted by settle it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each thing that sources put on different ranks by one measure, aligned or in like surroundings."""
    told: set[Mention] = set()
    for dispute, term in grade_disputes(story):
        if term.scale == RANK:
            told.update(mention for side in dispute.sides for mention in side)
            yield dispute.finding("error", WHAT, SETTLES)
    ranks = (m for m in story.of_kind(Term.kind) if isinstance(m.value, Term) and m.value.scale == RANK)
    for pair in rival_mentions(story, ranks):
        if told.isdisjoint(pair):
            yield pair_finding(pair, WHAT, SETTLES)


CHECK = Check(
    code="NUM311",
    name="rank-conflict",
    severity="error",
    summary="Sources put one thing on different ranks; a warning where only the words around them are alike.",
    why="A rank says how a thing compares with all others of its field; only one source can have counted right.",
    fires=Example(
        (
            "The harbour of Port Maren, the largest in Denmark, will be closed for repairs until May.",
            "The harbour of Port Maren, the second-largest in Denmark, will be closed for repairs until May.",
        ),
    ),
    quiet=Example(
        (
            "The harbour of Port Maren, one of the largest in Denmark, will be closed for repairs until May.",
            "The harbour of Port Maren, the second-largest in Denmark, will be closed for repairs until May.",
        ),
    ),
    find=find,
)
