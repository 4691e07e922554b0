"""Disputes over amounts, parted into slips of magnitude and all others that the words around them do not explain."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Dispute, Story, value_pairs
from factdiff.checks._common.disputes.count_scopes import can_both_be_right
from factdiff.values.amounts.magnitude import powers_of_ten_between


def plain_disputes(story: Story, kind: str) -> Iterator[Dispute]:
    """The disputes of a kind that are no slips of magnitude, and of which both sides cannot be right."""
    return (d for d in unexplained_disputes(story, kind) if not powers_of_ten_between(*value_pairs(d)))


def unexplained_disputes(story: Story, kind: str) -> Iterator[Dispute]:
    """The disputes of a kind whose sides cannot both be right by the words around them."""
    return (dispute for dispute in story.disputes(kind) if not can_both_be_right(story, dispute))


def slips(story: Story, kind: str) -> Iterator[tuple[Dispute, int]]:
    """The disputes of a kind whose two largest sides have the same digits, with the powers of ten between them."""
    for dispute in story.disputes(kind):
        power = powers_of_ten_between(*value_pairs(dispute))
        if power:
            yield dispute, power
