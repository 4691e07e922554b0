"""Dated events: whether two dates are of one event, or of an event and of what came of it later."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from factdiff.check import Dispute, Story
from factdiff.checks._common.disputes.count_scopes import are_brief
from factdiff.checks._common.disputes.same_words import is_in_same_words
from factdiff.context import Document, dated_event
from factdiff.records import Mention

#: the classes of events that follow on others, on a later day
LATER_STAGES = frozenset({
    "arrest", "charge", "convict", "acquit", "rescue", "meet", "sign", "approve", "reject", "fine", "dismiss", "vote",
    "announce", "open",
})  # fmt: skip


def are_of_two_events(story: Story, dispute: Dispute) -> bool:
    """Whether the dates of a dispute in brief texts are of an event and of a later stage of its matter: shot on Monday,
    arrested on Tuesday. Between articles, the alignment tells such dates apart.
    """
    documents = {document.source.id: document for document in story.documents}
    return not is_in_same_words(dispute, documents) and any(
        is_later_stage(a, b, documents) or is_later_stage(b, a, documents)
        for a, b in product(*dispute.sides[:2])
        if are_brief((a, b), documents)
    )


def is_later_stage(one: Mention, other: Mention, documents: Mapping[str | None, Document]) -> bool:
    """Whether a date is of a later stage that the clause of the other does not tell of."""
    here, there = documents[one.source], documents[other.source]
    event = dated_event(here, here.index_of(one))
    every = there.context(there.index_of(other)).events
    return bool(event) and event <= LATER_STAGES and event.isdisjoint(every)
