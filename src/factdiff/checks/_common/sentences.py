"""Sentences of a source with their amounts, for checks of a source against itself.

They need no language: a sentence ends at a full stop or a line break.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from attrs import frozen

from factdiff.check import Story
from factdiff.context import Document, restatements
from factdiff.records import Mention, Source
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.quantity import Quantity

#: a sign or line break that ends a sentence, with what must stand beside it
_END = re.compile(
    r"[.!?\n](?:(?<=[^\d\s.][.!?])[\"')\]”’]{0,2}(?=\s+[\"'“‘(]?[^\Wa-z_])|(?<=\d\.)(?=\s+[^\Wa-z_])|"
    r"(?<=\n)(?:\s*\n|(?=[^\Wa-z_])))"
)


@frozen(eq=False)
class Sentence:
    """A sentence of a document, and the amounts in it; offsets are those of its text."""

    document: Document
    start: int
    end: int
    amounts: tuple[Mention, ...]

    @property
    def source(self) -> Source:
        """The source of the document."""
        return self.document.source

    def between(self, a: Mention, b: Mention) -> str:
        """The text between two mentions."""
        return self.source.text[a.end : b.start]


def sentences(story: Story) -> Iterator[Sentence]:
    """The sentences of all sources that hold at least two amounts."""
    return chain.from_iterable(document.cached(sentences_of) for document in story.documents)


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """The same of one source."""
    restated = {b for _, b in document.cached(restatements)}
    amounts = [m for m in document.mentions if isinstance(m.value, Amount) and m not in restated]
    starts, text = [m.start for m in amounts], document.source.text
    stops = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    inside = ((a, b, amounts[bisect_left(starts, a) : bisect_left(starts, b)]) for a, b in pairwise(stops))
    return tuple(Sentence(document, a, b, tuple(amounts)) for a, b, amounts in inside if len(amounts) > 1)


def all_exact(mentions: Sequence[Mention]) -> bool:
    """Whether all amounts are single figures without a hedge."""
    return all(isinstance(m.value, Amount) and m.value.is_point for m in mentions)


def measure(mention: Mention) -> tuple[str, ...] | None:
    """The dimension and unit of an amount, equal for amounts that can be added; None for those that are never added."""
    value = mention.value
    if isinstance(value, Money):
        return ("money", value.currency or "")
    if isinstance(value, Quantity):
        return ("quantity", value.unit)
    return ("number",) if isinstance(value, Number) else None


def stated(mention: Mention) -> float:
    """The figure of a bare amount."""
    value = mention.value
    return (value.stated or 0.0) if isinstance(value, Amount) else 0.0


def digit(mention: Mention) -> float:
    """The size of the last significant digit of a bare amount."""
    value = mention.value
    return value.figure.digit if isinstance(value, Amount) and value.figure is not None else 0.0
