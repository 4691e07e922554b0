"""What a mention of a long value lies in: its sentence, and the stems of some of its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from factdiff.context import Document, Sentence
from factdiff.records import Mention


def sentence_starts(document: Document) -> list[int]:
    """Where the sentences of a scene begin."""
    return [sentence.start for sentence in document.sentences]


def sentence_index_at(document: Document, offset: int) -> int:
    """The number of the sentence at an offset of a scene."""
    return max(0, bisect_right(document.cached(sentence_starts), offset) - 1)


def sentence_at(document: Document, offset: int) -> Sentence:
    """The sentence at an offset of a scene."""
    return document.sentences[sentence_index_at(document, offset)]


def stems_between(document: Document, start: int, end: int) -> tuple[str, ...]:
    """The stems of the words between two offsets of a scene."""
    found: list[str] = []
    for sentence in document.sentences[sentence_index_at(document, start) :]:
        if sentence.start >= end:
            break
        found += sentence.stems[bisect_left(sentence.starts, start) : bisect_left(sentence.starts, end)]
    return tuple(found)


def part_span(mention: Mention, name: str) -> tuple[int, int] | None:
    """The span of a named part of a mention."""
    return next(((p.start, p.end) for p in mention.parts if p.name == name), None)


def connected_components(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below a count, those that links join together, by their first."""
    home = list(range(count))

    def root(number: int) -> int:
        while home[number] != number:
            home[number] = home[home[number]]
            number = home[number]
        return number

    for a, b in links:
        one, two = sorted((root(a), root(b)))
        home[two] = one
    found: dict[int, list[int]] = {}
    for number in range(count):
        found.setdefault(root(number), []).append(number)
    return list(found.values())
