"""Offices of one person that exclude each other."""
