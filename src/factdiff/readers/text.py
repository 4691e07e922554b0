"""Plain text, as it is."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.reader.articles import Article, Paragraph
from factdiff.reader.encodings import decoded

ENDINGS = (".txt",)


def read(data: bytes) -> Iterator[Article]:
    """The text of a file; a byte order mark is no part of it. UnicodeDecodeError where its encoding cannot be told."""
    text, notes = decoded(data)
    yield Article(paragraphs=(Paragraph(text),), notes=notes)
