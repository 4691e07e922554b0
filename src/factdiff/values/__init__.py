"""Canonical values and their relations: no language, no text, no input or output.

A new kind of value is one module here: a frozen class with ``kind``, ``ladder``, ``to_dict`` and ``__str__``.
"""
