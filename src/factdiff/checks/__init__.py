"""Checks: one file each, with a ``CHECK`` of the contract in :mod:`factdiff.check`."""
