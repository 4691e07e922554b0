"""Docstrings as the pages of the API show them: examples as blocks of code, and roles as the names that they hold."""

from __future__ import annotations

import re
from typing import Any

import griffe

#: an example of doctest: its lines, up to a blank one
_EXAMPLE = re.compile(r"(?:^>>> .*\n?(?:^(?!>>> ).+\n?)*)+", re.M)
_ROLE = re.compile(r":\w+:`~?([^`]+)`")


class Docstrings(griffe.Extension):
    """Writes each docstring in Markdown when it is read."""

    def on_instance(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """Write the docstring of an object anew."""
        if obj.docstring:
            obj.docstring.value = in_markdown(obj.docstring.value)


def in_markdown(docstring: str) -> str:
    r"""A docstring in Markdown.

    >>> in_markdown("As :class:`Source`.\n\n>>> 1 + 1\n2")
    'As `Source`.\n\n```python\n>>> 1 + 1\n2\n```\n'
    """
    fenced = _EXAMPLE.sub(lambda match: f"```python\n{match[0].rstrip()}\n```\n", docstring)
    return _ROLE.sub(r"`\1`", fenced)
