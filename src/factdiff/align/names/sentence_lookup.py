"""Finds the sentence at an offset of a document, and the stems between two offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from factdiff.context import Document, Sentence
from factdiff.records import Mention


def sentence_starts(document: Document) -> list[int]:
    """The offsets at which the sentences of a document begin."""
    return [sentence.start for sentence in document.sentences]


def sentence_index_at(document: Document, offset: int) -> int:
    """The index of the sentence at an offset of a document."""
    return max(0, bisect_right(document.cached(sentence_starts), offset) - 1)


def sentence_at(document: Document, offset: int) -> Sentence:
    """The sentence at an offset of a document."""
    return document.sentences[sentence_index_at(document, offset)]


def stems_between(document: Document, start: int, end: int) -> tuple[str, ...]:
    """The stems of the words between two offsets of a document."""
    found: list[str] = []
    for sentence in document.sentences[sentence_index_at(document, start) :]:
        if sentence.start >= end:
            break
        found += sentence.stems[bisect_left(sentence.starts, start) : bisect_left(sentence.starts, end)]
    return tuple(found)


def part_span(mention: Mention, name: str) -> tuple[int, int] | None:
    """The span of a named part of a mention."""
    return next(((p.start, p.end) for p in mention.parts if p.name == name), None)
