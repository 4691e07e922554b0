"""Dates, times, durations and recurrences, and the arithmetic of days."""
