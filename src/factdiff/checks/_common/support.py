"""The values of a draft, and the sources that support them."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Story
from factdiff.records import Fact, Mention
from factdiff.values.amounts.number import TIMES
from factdiff.values.consensus import comparable_value
from factdiff.values.relation import AGREEING, compare

#: kinds of values that a source ought to give
KINDS = frozenset({"age", "date", "duration", "money", "number", "percent", "quantity", "time"})


def facts_to_support(story: Story) -> Iterator[tuple[Fact, Mention]]:
    """The facts of a draft that a source ought to give as well, each with its first mention in the draft."""
    for fact in story.facts if story.draft is not None else ():
        own = [mention for mention in fact.mentions if mention.source == story.draft]
        if own and getattr(own[0].value, "counted", None) == TIMES:
            continue  # a ratio, which writers work out of what sources say
        if own and fact.kind in KINDS and fact.verdict != "conflicting":
            yield fact, own[0]


def supporters(mention: Mention, story: Story) -> list[Mention]:
    """The mentions in the sources whose values support a mention of the draft."""
    return [
        other
        for other in story.of_kind(mention.kind)
        if other.source != story.draft
        and compare(comparable_value(mention.value), comparable_value(other.value), story.config.tolerances).relation
        in AGREEING
    ]
