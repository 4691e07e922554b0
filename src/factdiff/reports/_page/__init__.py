"""The HTML page: these modules compute from a report what its templates draw; ``wording`` and the tables turn labels,
units and days into words.
"""
