"""NUM310: two ranks of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import evolve

from factdiff.check import Check, Example, Story, is_brief_or_alike
from factdiff.checks._common.rival_mentions import MentionInPlace, pair_finding, rival_mentions, shared
from factdiff.checks._common.rival_ranks import rival_places
from factdiff.records import Finding, Mention
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.relation import Value

WHAT = "Ranks in one row differ"
#: how many stems and figures two places in one row share: where the counted noun is one of them, and where it is not
NEAR, FAR = 2, 4
#: how far apart two places are at most that may be one miscounted
APART = 3
SETTLES = "counting the row settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each thing to which sources give different places in one row.

    Between articles it is a note where only the alignment or like surroundings say that the row is one, and not the
    noun that is counted and what it is counted among.
    """
    pairs, told = [*rival_places(story)], set[Mention]()
    for dispute in story.disputes(Ordinal.kind):
        sides = {mention for side in dispute.sides for mention in side}
        within = [pair for pair in pairs if sides.issuperset(pair)]
        pairs = [pair for pair in pairs if pair not in within]
        told.update(sides)
        found = dispute.finding("error", WHAT, SETTLES)
        yield found if within else weighed(found, story)
    for pair in pairs:
        told.update(pair)
        yield pair_finding(pair, WHAT, SETTLES)
    listed = listed_nouns(story.of_kind(Ordinal.kind))
    single = (m for m in story.of_kind(Ordinal.kind) if isinstance(m.value, Ordinal) and m.value.counted not in listed)
    for pair in rival_mentions(story, single, in_one_row, same_rank):
        if told.isdisjoint(pair):
            yield weighed(pair_finding(pair, WHAT, SETTLES), story)


def weighed(finding: Finding, story: Story) -> Finding:
    """A finding, as a note where it is one between articles in unlike words."""
    return finding if is_brief_or_alike(finding, story) else evolve(finding, severity="info")


def listed_nouns(mentions: Iterable[Mention]) -> frozenset[str | None]:
    """The nouns that one source counts through: "the third count", "the fifth count"."""
    ranks: defaultdict[tuple[str | None, str | None], set[int]] = defaultdict(set)
    for mention in mentions:
        if isinstance(mention.value, Ordinal) and mention.value.counted:
            ranks[mention.source, mention.value.counted].add(mention.value.rank)
    return frozenset(noun for (_, noun), some in ranks.items() if len(some) > 1)


def in_one_row(a: MentionInPlace, b: MentionInPlace) -> bool:
    """Whether two mentions give different places in what is one row by their surroundings.

    The noun that one counts must stand near the other; "first" is said of too many things.
    """
    one, two = a.mention.value, b.mention.value
    if (
        not isinstance(one, Ordinal)
        or not isinstance(two, Ordinal)
        or one.rank == two.rank
        or 1 in (one.rank, two.rank)
    ):
        return False
    if abs(one.rank - two.rank) > APART:
        return False
    counted = {noun for noun in (one.counted, two.counted) if noun}
    if one.counted and two.counted and one.counted != two.counted:
        return False
    near = any({noun} <= a.surroundings & b.surroundings for noun in counted)
    return shared(a, b) >= (NEAR if near else FAR)


def same_rank(one: Value, two: Value) -> bool:
    """Whether two values are the same place in a row."""
    return isinstance(one, Ordinal) and isinstance(two, Ordinal) and one.rank == two.rank


CHECK = Check(
    code="NUM310",
    name="ordinal-conflict",
    severity="error",
    summary="Sources give one thing different places in a row; a warning where only the words around them are alike.",
    why="How many times something has happened is easy to miscount, and seldom counted again.",
    fires=Example(
        (
            "The central bank lowered its rate on Thursday, the fourth cut in a year.",
            "The central bank lowered its rate on Thursday, the third cut in a year.",
        ),
    ),
    quiet=Example(
        (
            "The central bank lowered its rate on Thursday, the fourth cut in a year.",
            "The central bank lowered its rate on Thursday, its 4th cut in a year.",
        ),
    ),
    find=find,
)
