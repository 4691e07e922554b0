"""Disputes over amounts, parted into slips of magnitude and all others, and how grave they are."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Dispute, Story, value_pairs
from factdiff.checks._common.disputes.count_scopes import can_both_be_right
from factdiff.values.amounts.magnitude import powers_of_ten_between
from factdiff.values.severity import Severity


def plain_disputes(story: Story, kind: str) -> Iterator[Dispute]:
    """The disputes of a kind that are no slips of magnitude."""
    return (dispute for dispute in story.disputes(kind) if not powers_of_ten_between(*value_pairs(dispute)))


def gravity(story: Story, dispute: Dispute) -> Severity:
    """The severity of a dispute: a note where the words around its sides explain how both can be right."""
    return "info" if can_both_be_right(story, dispute) else "error"


def slips(story: Story, kind: str) -> Iterator[tuple[Dispute, int]]:
    """The disputes of a kind whose two largest sides have the same digits, with the powers of ten between them."""
    for dispute in story.disputes(kind):
        power = powers_of_ten_between(*value_pairs(dispute))
        if power:
            yield dispute, power
