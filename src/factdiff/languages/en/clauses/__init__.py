"""Negation and the order of events in English clauses."""
