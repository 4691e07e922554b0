"""Graded terms and their scales."""
