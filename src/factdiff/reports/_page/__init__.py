"""The page: what its templates show, worked out from a report; the templates draw it, and ``wording`` and its tables
turn labels, units and days into words.
"""
