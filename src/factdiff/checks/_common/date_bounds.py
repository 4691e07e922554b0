"""Dates that a bound in another source excludes: "after May" where the other says "in May"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factdiff.align.comparison.claims import is_single_sentence
from factdiff.align.comparison.comparison_levels import overlap_label
from factdiff.check import Story
from factdiff.context import Context, Document
from factdiff.records import Fact, Mention
from factdiff.values.relation import Relation, relate

#: aspects of a date that exclude the date itself
STRICT = frozenset({"after", "before"})
#: relations of a date to the bound that excludes it
INSIDE = frozenset({Relation.EQUAL, Relation.INSIDE})


def excluded_dates(story: Story) -> Iterator[tuple[Fact, str, Mention, tuple[Mention, ...]]]:
    """The facts with a date that a bound excludes: each with the word "after" or "before", the bound, and such dates.

    Only stories with a brief text count: two whole articles name too many events for such a word to be about the same.
    """
    if not any(is_single_sentence(document) for document in story.documents):
        return
    contexts = {mention: context for document in story.documents for mention, context in date_contexts(document)}
    for fact in story.about("date"):
        for bound in fact.mentions if fact.verdict in ("agreed", "compatible") else ():
            if contexts[bound].aspect in STRICT:
                others = tuple(x for x in fact.mentions if x.source != bound.source and is_excluded(x, bound, contexts))
                if others:
                    yield fact, contexts[bound].aspect, bound, others
                    break


def is_excluded(other: Mention, bound: Mention, contexts: Mapping[Mention, Context]) -> bool:
    """Whether a date lies within the bound, and may be of the same event."""
    here, there = contexts[bound], contexts[other]
    if there.aspect or here.sentence.bag.isdisjoint(there.sentence.bag):
        return False
    return relate(other.value, bound.value) in INSIDE and overlap_label(here.events, there.events) != "other"


def date_contexts(document: Document) -> Iterator[tuple[Mention, Context]]:
    """The dates of a scene with their contexts."""
    for place, mention in enumerate(document.mentions):
        if mention.kind == "date":
            yield mention, document.context(place)
