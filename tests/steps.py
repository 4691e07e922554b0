"""How many steps something takes: lines of code that are run, one more for each turn of a loop, and characters that
patterns run over.

Steps are counted and not timed, so that a test of how they grow gives one answer on any machine.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from contextlib import contextmanager

from factdiff.text.patterns import LatePattern


class Walked:
    """A pattern that counts the characters it runs over."""

    def __init__(self, pattern, steps):
        self._pattern, self._steps = pattern, steps

    def __getattr__(self, name):
        return getattr(self._pattern, name)

    def search(self, text, start=0, end=sys.maxsize):
        found = self._pattern.search(text, start, end)
        self._steps["characters"] += (found.end() if found else min(end, len(text))) - start
        return found

    def finditer(self, text, start=0, end=sys.maxsize):
        self._steps["characters"] += max(0, min(end, len(text)) - start)
        return self._pattern.finditer(text, start, end)

    def findall(self, text, start=0, end=sys.maxsize):
        self._steps["characters"] += max(0, min(end, len(text)) - start)
        return self._pattern.findall(text, start, end)

    def sub(self, made, text, count=0):
        self._steps["characters"] += len(text)
        return self._pattern.sub(made, text, count)

    def split(self, text, maxsplit=0):
        self._steps["characters"] += len(text)
        return self._pattern.split(text, maxsplit)


@contextmanager
def counted():
    """Count the steps inside: a counter of lines and characters. The patterns are those that modules hold by name."""
    steps, lines = Counter(), 0
    held = [
        (module, name, value)
        for module in [module for key, module in sys.modules.items() if key.startswith("factdiff.")]
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern | LatePattern)
    ]

    def trace(frame, event, _):
        nonlocal lines
        lines += 1
        return trace

    for module, name, value in held:
        setattr(module, name, Walked(value, steps))
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield steps
    finally:
        sys.settrace(before)
        steps["lines"] = lines
        for module, name, value in held:
            setattr(module, name, value)
