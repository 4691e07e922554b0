"""The severities of findings."""

from __future__ import annotations

from typing import Literal

#: ``error``: at most one value can be right; ``warning``: facts outside the text could reconcile them; ``info``: a note
Severity = Literal["info", "warning", "error"]
#: the severities, mildest first
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
