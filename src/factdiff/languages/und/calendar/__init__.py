"""Dates in the words that dateparser has of a language."""
