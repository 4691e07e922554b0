"""The labelled stories of ``fixtures/alignment`` as sources."""

from __future__ import annotations

import json
from pathlib import Path

from factdiff import Source

FIELDS = ("text", "id", "published", "lang")
PATH = Path(__file__).parent.parent / "fixtures" / "alignment" / "stories.jsonl"


def stories():
    """Each story as its id and its sources."""
    for line in PATH.read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        yield story["id"], [Source(**{k: s[k] for k in FIELDS if s.get(k)}) for s in story["sources"]]
