"""Rows of offices: who holds which, and which the sources give that person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factdiff.fact_sheet import Candidate, SheetRow
from factdiff.records import Mention
from factdiff.sheet.draft_story import DraftStory, one_a_source
from factdiff.values.names.name import same_speaker
from factdiff.values.names.role import Role
from factdiff.values.relation import AGREEING, Relation, relate


def office_row(story: DraftStory, mention: Mention, value: Role) -> SheetRow:
    """The row of an office: borne out where a source gives it to its holder, or to nobody by name."""
    support = [*of_holder(story, value), *([] if value.holder else story.standing(mention, mention.surface))]
    compatible = [] if support else [*held_by_nobody(story, value)]
    return story.row(mention, one_a_source(support), compatible, lambda: nearest_offices(story, mention, value))


def offices(story: DraftStory) -> Iterator[tuple[Mention, Role]]:
    """The offices in the sources."""
    return ((m, m.value) for m in story.overlay if isinstance(m.value, Role))


def of_holder(story: DraftStory, value: Role) -> Iterator[Candidate]:
    """The offices of sources that agree with one of the draft and have the same holder; any, where it has none."""
    for other, office in offices(story):
        if relate(value, office) in AGREEING and (value.holder is None or same_speaker(value.holder, office.holder)):
            yield story.candidate(other)


def held_by_nobody(story: DraftStory, value: Role) -> Iterator[Candidate]:
    """The same offices in sources that name no holder beside them."""
    known = [office for _, office in offices(story) if value.holder and same_speaker(value.holder, office.holder)]
    if not known:
        for other, office in offices(story):
            if office.holder is None and relate(value, office) in AGREEING:
                yield story.candidate(other, "the office is the same, its holder is not named")


def nearest_offices(story: DraftStory, mention: Mention, value: Role) -> tuple[Sequence[Candidate], bool]:
    """The offices that sources give the holder of one that none of them gives, and whether one excludes it."""
    found = [
        (1 + story.similarity(mention, other), other, ["the holder is the same"])
        for other, office in offices(story)
        if value.holder and same_speaker(value.holder, office.holder)
    ]
    same = [
        (story.similarity(mention, other), other, ["the office is the same"])
        for other, office in offices(story)
        if office.office == value.office
    ]
    excluded = any(
        relate(value, office) is Relation.DISJOINT and value.holder and same_speaker(value.holder, office.holder)
        for _, office in offices(story)
    )
    return story.nearest(mention, found or same), excluded
