"""Finds the stems between two offsets of a document, and the parts of a mention."""

from __future__ import annotations

from bisect import bisect_left

from factdiff.context import Document
from factdiff.records import Mention


def stems_between(document: Document, start: int, end: int) -> tuple[str, ...]:
    """The stems of the words between two offsets of a document."""
    found: list[str] = []
    for sentence in document.sentences[document.sentence_index_at(start) :]:
        if sentence.start >= end:
            break
        found += sentence.stems[bisect_left(sentence.starts, start) : bisect_left(sentence.starts, end)]
    return tuple(found)


def part_span(mention: Mention, name: str) -> tuple[int, int] | None:
    """The span of a named part of a mention."""
    return next(((p.start, p.end) for p in mention.parts if p.name == name), None)
