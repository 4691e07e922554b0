"""Dates that the bound of another source leaves out: "after May" where the other says in May."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factdiff.align.comparison.claims import is_single_sentence
from factdiff.align.comparison.comparison_levels import overlap_label
from factdiff.check import Story
from factdiff.context import Context, Document
from factdiff.records import Fact, Mention
from factdiff.values.relation import Relation, relate

#: aspects of a date that leave out the date itself
STRICT = frozenset({"after", "before"})
#: how the other date lies to the one that bounds it
INSIDE = frozenset({Relation.EQUAL, Relation.INSIDE})


def left_out(story: Story) -> Iterator[tuple[Fact, str, Mention, tuple[Mention, ...]]]:
    """The facts in which the event is before or after a date, and others say that it was then: the word, and both.

    Only of a claim and its answer: what articles tell of is too much for such a word to be of the one event.
    """
    if not any(is_single_sentence(document) for document in story.documents):
        return
    told = {mention: context for document in story.documents for mention, context in surroundings(document)}
    for fact in story.about("date"):
        for one in fact.mentions if fact.verdict in ("agreed", "compatible") else ():
            if told[one].aspect in STRICT:
                others = tuple(x for x in fact.mentions if x.source != one.source and excluded(x, one, told))
                if others:
                    yield fact, told[one].aspect, one, others
                    break


def excluded(other: Mention, one: Mention, told: Mapping[Mention, Context]) -> bool:
    """Whether a date is within one that is left out, and may be of the same event."""
    here, there = told[one], told[other]
    if there.aspect or here.sentence.bag.isdisjoint(there.sentence.bag):
        return False
    return relate(other.value, one.value) in INSIDE and overlap_label(here.events, there.events) != "other"


def surroundings(document: Document) -> Iterator[tuple[Mention, Context]]:
    """The dates of a document, each with its context."""
    for place, mention in enumerate(document.mentions):
        if mention.kind == "date":
            yield mention, document.context(place)
