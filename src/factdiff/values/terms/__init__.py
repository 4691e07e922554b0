"""Graded terms, and the scales that they stand on."""
