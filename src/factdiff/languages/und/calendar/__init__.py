"""Dates in the words of dateparser's tables."""
