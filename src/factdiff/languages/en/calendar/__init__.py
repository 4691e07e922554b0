"""Dates, times, durations and recurrence in English, and the dates of datelines."""
