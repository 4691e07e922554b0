"""Languages: one folder each, with the same file names; nothing else in factdiff knows their words.

A package here has a ``LANGUAGE`` of the contract in :mod:`factdiff.language`. ``und`` reads what all of them share.
"""
