"""Compares two mentions on levels of their contexts, each of which has a match weight."""
