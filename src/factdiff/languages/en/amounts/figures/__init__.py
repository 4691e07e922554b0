"""Figures in English, in digits and in words."""
