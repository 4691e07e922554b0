"""Canonical values and their relations: no language, no text, no input or output.

Each kind of value is one module: a frozen class with ``kind``, ``ladder``, ``to_dict`` and ``__str__``.
"""
