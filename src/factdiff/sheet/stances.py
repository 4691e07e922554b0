"""Rows of stances: who confirms, denies or does not comment, and what came to pass or did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factdiff.align.names.stances import StanceInContext, stances_of
from factdiff.fact_sheet import Candidate, SheetRow
from factdiff.records import Mention
from factdiff.sheet.draft_story import DraftStory, one_a_source
from factdiff.values.names.name import same_speaker
from factdiff.values.relation import Relation, relate


def stance_row(story: DraftStory, mention: Mention) -> SheetRow:
    """The row of a stance: borne out where a source tells the same one of its holder, or of the same matter.

    That of somebody else on the same matter is compatible with it.
    """
    own = next(stance for stance in story.draft.cached(stances_of) if stance.mention == mention)
    support = one_a_source(same_stances(story, own))
    compatible = [] if support else one_a_source(same_stances(story, own, anybody=True))
    return story.row(mention, support, compatible, lambda: nearest_stances(story, own))


def stances(story: DraftStory) -> Iterator[StanceInContext]:
    """The stances in the sources."""
    return (stance for document in story.sources for stance in document.cached(stances_of))


def same_stances(story: DraftStory, own: StanceInContext, *, anybody: bool = False) -> Iterator[Candidate]:
    """The stances of sources that are the same, on a matter with common stems, of the same holder or, where that is not
    known, of ``anybody``; one without a matter is on any, and so is the silence of anybody.
    """
    for other in stances(story):
        if relate(own.value, other.value) is Relation.EQUAL:
            holder = same_speaker(own.value.holder, other.value.holder)
            silent = anybody and own.value.verb == "no-comment"
            matter = silent or bool(own.matter & other.matter) or not (own.matter and other.matter)
            if matter and (anybody or holder is not False):
                yield story.candidate(other.mention)


def nearest_stances(story: DraftStory, own: StanceInContext) -> tuple[Sequence[Candidate], bool]:
    """The other stances of the holder, or on the same matter, and whether one of them excludes the stance."""
    found, excluded = [], False
    for other in stances(story):
        holder = same_speaker(own.value.holder, other.value.holder)
        shared = bool(own.matter & other.matter)
        if holder or (holder is None and shared):
            why = [*(["the holder is the same"] if holder else []), *(["the matter is the same"] if shared else [])]
            found.append((len(why) + story.similarity(own.mention, other.mention), other.mention, why))
            excluded = excluded or (bool(holder) and relate(own.value, other.value) is Relation.DISJOINT)
    return story.nearest(own.mention, found), excluded
