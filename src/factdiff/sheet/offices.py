"""Rows of offices: who holds which, and which the sources give that person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from factdiff.fact_sheet import Candidate, SheetRow
from factdiff.records import Mention
from factdiff.sheet.draft_story import DraftStory, one_a_source
from factdiff.values.names.name import same_speaker
from factdiff.values.names.role import Role
from factdiff.values.relation import AGREEING, Relation, relate


def office_row(story: DraftStory, mention: Mention, value: Role) -> SheetRow:
    """The row of an office: borne out where a source gives it to its holder, or to nobody by name."""
    support = [*of_holder(story, value), *([] if value.holder else story.standing(mention, mention.surface))]
    compatible = [] if support else one_a_source(allowing(story, value))
    return story.row(mention, one_a_source(support), compatible, lambda: nearest_offices(story, mention, value))


def offices(story: DraftStory) -> Iterator[tuple[Mention, Role]]:
    """The offices in the sources."""
    return ((m, m.value) for m in story.overlay if isinstance(m.value, Role))


def of_holder(story: DraftStory, value: Role) -> Iterator[Candidate]:
    """The offices of sources that say as much as one of the draft, of the same holder; of any, where it has none."""
    for other, office in offices(story):
        if says_as_much(office, value) and (value.holder is None or same_speaker(value.holder, office.holder)):
            yield story.candidate(other)


def says_as_much(office: Role, value: Role) -> bool:
    """Whether an office agrees with one of the draft, and names a field of it where that does."""
    return relate(value, office) in AGREEING and (not value.fields or bool(value.fields & office.fields))


def allowing(story: DraftStory, value: Role) -> Iterator[Candidate]:
    """The offices of sources that leave out the field of one of the draft, or are a former one of the same holder, and
    the same offices where no source names an office of its holder.
    """
    own = [(m, office) for m, office in offices(story) if value.holder and same_speaker(value.holder, office.holder)]
    for other, office in own:
        if not office.fields and relate(value, office) in AGREEING:
            yield story.candidate(other, "the office is the same, its field is not named")
        elif value.former != office.former and says_as_much(evolve(office, former=value.former), value):
            yield story.candidate(other, "one of the two is a former office")
    for other, office in offices(story) if not own else ():
        if office.holder is None and says_as_much(office, value):
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
