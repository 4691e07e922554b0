"""Mentions -> facts: which mentions of different sources speak of the same thing.

Record linkage after Fellegi and Sunter (1969): two mentions of one block are compared on levels of their contexts,
each level adds its weight (log-odds, in ``comparison/match_weights.toml``), and pairs that are each other's best
partner above a threshold are joined.
"""

from factdiff.align.clusters import align
from factdiff.align.comparison.inverse_document_frequency import Rarity
from factdiff.align.names.facts import gather
from factdiff.align.syndication import NearCopies, voices, with_copies

__all__ = ["NearCopies", "Rarity", "align", "gather", "voices", "with_copies"]
