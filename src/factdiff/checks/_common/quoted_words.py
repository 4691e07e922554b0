"""What sentences of sources say by some of their words, as evidence and as messages show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from factdiff.context import Document, Sentence
from factdiff.records import Evidence
from factdiff.values.names.stance import Stance


class Said(Protocol):
    """What a sentence of a source says, and the offsets of the words that say it."""

    @property
    def document(self) -> Document:
        """The document that it stands in."""

    @property
    def sentence(self) -> Sentence:
        """Its sentence."""

    @property
    def start(self) -> int:
        """Where the words begin."""

    @property
    def end(self) -> int:
        """Where they end."""


def words(one: Said) -> str:
    """The words as they stand."""
    return one.document.source.text[one.start : one.end]


def span(one: Said, value: Stance, side: str) -> Evidence:
    """The evidence that the words give."""
    return Evidence(one.document.source.id or "", one.start, one.end, words(one), value, side)


def shown(*sides: Sequence[Said]) -> str:
    """The words of each side, with their sources."""
    return " against ".join(" / ".join(f"“{words(one)}” ({one.document.source.id})" for one in side) for side in sides)
