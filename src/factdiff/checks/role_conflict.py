"""NAM702: one person in two offices that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factdiff.check import SIDES, Check, Dispute, Example, Story, evidence, finding, quoted_words
from factdiff.checks._common.offices.rival_offices import rival_offices
from factdiff.context import proper_names
from factdiff.records import Finding, Mention
from factdiff.values.names.name import folded
from factdiff.values.names.role import Role

#: the office of which a short title leaves out any rank
SPOKESPERSON = "spokesperson"
WHAT = "Offices of one person differ"
SETTLES = "the office itself settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each person to whom sources give offices that nobody holds together."""
    told: set[tuple[str | None, int]] = set()
    for dispute in story.disputes("role"):
        if not is_lost_modifier(dispute, story):
            told.update((mention.source, mention.start) for side in dispute.sides for mention in side)
            yield dispute.finding("error", WHAT, SETTLES)
    for rival in rival_offices(story):
        if told.isdisjoint((held.office.source, held.office.start) for held in (*rival.some, *rival.others)):
            sides = ([held.office_with_modifier for held in side] for side in (rival.some, rival.others))
            ordered = sorted(sides, key=len)
            spans = [evidence(mention, SIDES[n]) for n, side in enumerate(ordered) for mention in side]
            said = " against ".join(
                f"{quoted_words(side)} ({', '.join(sorted({m.source or '' for m in side}))})" for side in ordered
            )
            yield finding("warning", f"{WHAT}: {rival.some[0].person.surface}: {said}; {SETTLES}", spans)


def is_lost_modifier(dispute: Dispute, story: Story) -> bool:
    """Whether offices differ in a word that short titles leave out, as any rank of a spokesperson, or in one that the
    sources of the other side have as well: "interim Houston Police Chief".
    """
    roles = [mention.value for side in dispute.sides for mention in side if isinstance(mention.value, Role)]
    if len({(role.office, role.fields) for role in roles}) > 1:
        return False
    if all(role.office == SPOKESPERSON for role in roles):
        return True
    one, two = dispute.sides[:2]
    return has_other_words(one, two, story) or has_other_words(two, one, story)


def has_other_words(side: Sequence[Mention], other: Sequence[Mention], story: Story) -> bool:
    """Whether the sources of one side have the words that its offices lack and those of the other side have."""
    lacking = words_of(other) - words_of(side)
    sources = {mention.source for mention in side}
    names = [d.cached(proper_names).every.keys() for d in story.documents if d.source.id in sources]
    return bool(lacking) and any(lacking <= every for every in names)


def words_of(side: Sequence[Mention]) -> frozenset[str]:
    """The folded words of the offices of one side."""
    return frozenset(word for mention in side for word in folded(mention.surface).split())


CHECK = Check(
    code="NAM702",
    name="role-conflict",
    severity="error",
    summary="Sources give one person offices that nobody holds together; a warning for offices of two sorts.",
    why="A deputy is not the head, and a minister for energy is not the one for trade: who decided hangs on it.",
    fires=Example(
        (
            "Deputy transport minister Marta Lindqvist opened the bridge.",
            "The bridge was opened by Transport Minister Marta Lindqvist.",
        ),
    ),
    quiet=Example(
        (
            "Defence Secretary Owen Hartnell visited the troops.",
            "The troops were visited by Owen Hartnell, the defense minister.",
        ),
    ),
    find=find,
)
