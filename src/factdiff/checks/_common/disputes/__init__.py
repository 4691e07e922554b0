"""Disputes: which of them are slips of magnitude, and which the words around their values explain."""

from factdiff.checks._common.disputes.dated_events import are_of_two_events
from factdiff.checks._common.disputes.plain_disputes import gravity, plain_disputes, slips

__all__ = ["are_of_two_events", "gravity", "plain_disputes", "slips"]
