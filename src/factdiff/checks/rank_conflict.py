"""NUM311: two ranks of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Check, Example, Story
from factdiff.checks._common.rival_mentions import MentionInPlace, contradict, pair_finding, rival_mentions, shared
from factdiff.checks._common.rival_ranks import rival_rankings
from factdiff.checks.term_conflict import grade_disputes, only_grades
from factdiff.records import Finding, Mention
from factdiff.values.relation import Relation, relate
from factdiff.values.terms.term import RANK, Term

WHAT = "Ranks of one thing differ"
#: how many stems and figures the surroundings of two ranks must share where their sources give no other by the measure
ALIKE = 2
SETTLES = "the figures that the rank is counted by settle it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each thing that sources put on different ranks by one measure, aligned or in like surroundings."""
    told: set[Mention] = set()
    for dispute, term in grade_disputes(story):
        if term.scale == RANK:
            told.update(mention for side in dispute.sides for mention in side)
            yield dispute.finding("error", WHAT, SETTLES)
    for pair in rival_rankings(story):
        if told.isdisjoint(pair):
            told.update(pair)
            yield pair_finding(pair, WHAT, SETTLES)
    ranks = [m for m in story.of_kind(Term.kind) if isinstance(m.value, Term) and m.value.scale == RANK]
    for some, likeness in ((ranks, contradict), (only_grades(ranks), a_little_alike)):
        for pair in rival_mentions(story, some, likeness):
            if told.isdisjoint(pair):
                told.update(pair)
                yield pair_finding(pair, WHAT, SETTLES)


def a_little_alike(a: MentionInPlace, b: MentionInPlace) -> bool:
    """Whether two ranks by one measure contradict each other, and something around them is alike."""
    one, two = a.mention.value, b.mention.value
    measured = isinstance(one, Term) and isinstance(two, Term) and one.of == two.of is not None
    return measured and shared(a, b) >= ALIKE and relate(one, two) is Relation.DISJOINT


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
