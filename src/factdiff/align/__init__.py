"""Mentions -> facts: finds the mentions of different sources that speak of the same fact.

Record linkage after Fellegi and Sunter (1969): two mentions of one block are compared on levels of their contexts,
each level adds its weight (log-odds), and pairs that are each other's best match above a threshold are joined; both
stand in ``thresholds_and_weights.toml``.
"""

from factdiff.align.alignment import Alignment, alignment_of
from factdiff.align.syndication import group_copies, repeated_mentions, with_copies

__all__ = ["Alignment", "alignment_of", "group_copies", "repeated_mentions", "with_copies"]
