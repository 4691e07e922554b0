"""Graded terms in English."""
