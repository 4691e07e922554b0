"""Words of a source as evidence and as a quotation in a message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from factdiff.context import Document, Sentence
from factdiff.records import Evidence
from factdiff.values.names.stance import Stance


class QuotedSpan(Protocol):
    """Words of a sentence of a source that a finding quotes."""

    @property
    def document(self) -> Document:
        """The scene of its source."""

    @property
    def sentence(self) -> Sentence:
        """Its sentence."""

    @property
    def start(self) -> int:
        """Where the words begin."""

    @property
    def end(self) -> int:
        """Where they end."""


def words(one: QuotedSpan) -> str:
    """The words as the source has them."""
    return one.document.source.text[one.start : one.end]


def as_evidence(one: QuotedSpan, value: Stance, side: str) -> Evidence:
    """The words as evidence of a value on a side."""
    return Evidence(one.document.source.id or "", one.start, one.end, words(one), value, side)


def quoted_sides(*sides: Sequence[QuotedSpan]) -> str:
    """The words of each side with their sources, for a message."""
    return " against ".join(" / ".join(f"“{words(one)}” ({one.document.source.id})" for one in side) for side in sides)
