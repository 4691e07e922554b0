"""Mentions -> facts: finds the mentions of different sources that speak of the same fact.

Record linkage after Fellegi and Sunter (1969): two mentions of one block are compared on levels of their contexts,
each level adds its weight (log-odds, in ``match_weights.toml``), and pairs that are each other's best match above a
threshold are joined.
"""

from factdiff.align.alignment import align
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.names.facts import name_facts
from factdiff.align.syndication import NearCopies, group_copies, with_copies

__all__ = ["InverseDocumentFrequency", "NearCopies", "align", "group_copies", "name_facts", "with_copies"]
