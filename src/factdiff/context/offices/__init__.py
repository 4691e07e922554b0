"""Offices, and who holds them in a text."""
