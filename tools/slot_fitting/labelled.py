"""Stories whose unlike pairs are labelled: clean, and with an error planted in one article."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import define, field, frozen

from factdiff import Source
from factdiff.align.candidates.story_candidates import Candidates
from factdiff.align.compared_mentions import Item
from factdiff.align.slots.slot_scores import SlotScores, slot_scores
from factdiff.documents import read_documents


@define(eq=False)
class Version:
    """A story, clean or with one planted error: the slot scores of its blocks, and which pairs are labelled.

    ``rows`` are the rows of the fact table by item; ``planted`` are the items with the error, and ``right`` the pairs
    of an item with the error and one that is right.
    """

    scores: list[SlotScores]
    matrices: list[Any]
    rows: Mapping[int, int] = field(factory=dict)
    planted: frozenset[int] = frozenset()
    right: frozenset[tuple[int, int]] = frozenset()


@frozen(eq=False)
class Labelled:
    """A clean story and its versions with errors, by its author."""

    name: str
    author: str
    clean: Version
    errors: tuple[Version | None, ...]
    kinds: tuple[str, ...]


def version(sources: Sequence[Source]) -> tuple[Version, list[Item]]:
    """A version of a story, without labels, and its items."""
    story = sorted(sources, key=lambda source: source.id or "")
    candidates = Candidates.of(read_documents(story, story))
    scores = list(slot_scores(candidates))
    return Version(scores, [np.array(list(s.levels.values()), np.float32) for s in scores]), candidates.items


def with_error(
    sources: Sequence[Source],
    span: tuple[str, int, int],
    before: Sequence[Item],
    items: Sequence[Item],
    rows: Mapping[int, int],
) -> Version | None:
    """A version with an error in a span; right are the mentions of the row of what stood there ``before``, or, where
    that stands in no row, those of an equal value.
    """
    found, changed = version(sources)
    wrong = [item for item in changed if meets(item, *span)]
    if not wrong:
        return None
    clean = {(item.mention.source, item.mention.start): item for item in items}
    pairs = set()
    for item in changed:
        known = clean.get((item.mention.source, item.mention.start))
        if known is None or item.mention.source == span[0]:
            continue
        for old in before:
            row = rows.get(old.number)
            if (row is not None and row == rows.get(known.number)) or (row is None and old.value == known.value):
                pairs |= {(min(w.number, item.number), max(w.number, item.number)) for w in wrong}
    found.planted, found.right = frozenset(item.number for item in wrong), frozenset(pairs)
    return found


def meets(item: Item, source: str, start: int, end: int) -> bool:
    """Whether the mention of an item overlaps a span."""
    return item.mention.source == source and item.mention.start < end and start < item.mention.end


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
