"""Lines, columns and addresses of evidence, for formats that point into files."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from urllib.parse import quote, unquote

from attrs import field, frozen

from factdiff.records import Locator, Original, Source
from factdiff.report.restore import UNKNOWN

#: the schemes of addresses that are passed on; others, such as javascript, may run code when they are followed
SCHEMES = ("file", "http", "https")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
#: characters that a browser ignores in an address
_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0]+")
_BREAK = re.compile(r"\r\n|\r|\n")


@frozen
class Lines:
    """The lines of a text; lines and columns are counted from 1, columns in code points."""

    text: str
    original: Original | None = None
    starts: tuple[int, ...] = field(init=False, repr=False)

    @classmethod
    def of(cls, source: Source) -> Lines:
        """The lines of the text of a source."""
        return cls(source.text, source.original)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "starts", (0, *(match.end() for match in _BREAK.finditer(self.text))))

    def at(self, offset: int) -> tuple[int, int]:
        r"""The line and column of an offset.

        >>> Lines("one\ntwo").at(5)
        (2, 2)
        """
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def known(self, offset: int) -> bool:
        """Whether the whole text before an offset is known, and with it the number of its line."""
        return self._unknown > offset - 2

    def paragraph(self, offset: int) -> int:
        r"""The paragraph of an offset, counted from 1: blank lines separate paragraphs, or else each line is one.

        >>> Lines("one\n\ntwo\nlines").paragraph(10), Lines("one\ntwo\nlines").paragraph(10)
        (2, 3)
        """
        return max(1, bisect_right(self._paragraphs, offset))

    def place(self, offset: int) -> str:
        r"""The place of an offset in words, in the original file where the text was taken out of one.

        Else its paragraph, line and column, or the offset where they are not known.

        >>> Lines("one\n\ntwo").place(6)
        'paragraph 2 (3:2)'
        """
        if locator := self.locator(offset):
            return str(locator)
        if not self.known(offset):
            return f"character {offset}"
        line, column = self.at(offset)
        return f"paragraph {self.paragraph(offset)} ({line}:{column})"

    def locator(self, offset: int) -> Locator | None:
        """Where an offset stands in the file that a reader took the text out of; None for plain text."""
        return self.original.locator(offset) if self.original else None

    @cached_property
    def _unknown(self) -> int:
        """The offset from which on the text is not known, or its end."""
        start = self.text.find(2 * UNKNOWN)
        return len(self.text) if start < 0 else start

    @cached_property
    def _paragraphs(self) -> tuple[int, ...]:
        """The starts of the paragraphs."""
        filled = [bool(self.text[a:b].strip()) for a, b in pairwise((*self.starts, len(self.text)))]
        lines = [start for start, full in zip(self.starts, filled, strict=True) if full]
        blocks = zip(self.starts, filled, (False, *filled), strict=False)
        first = [start for start, full, before in blocks if full and not before]
        return tuple(first if len(first) > 1 else lines)


def url(source: Source) -> str | None:
    r"""The ``url`` of a source, where it is one of a page or a file, or a path to a file.

    >>> url(Source("text", url="HTTPS://example.org/a")), url(Source("text", url=" java\nscript:alert(1)"))
    ('HTTPS://example.org/a', None)
    """
    bare = _BLANKS.sub("", source.url or "")
    scheme = _SCHEME.match(bare)
    passed = scheme[1].lower() in SCHEMES if scheme else not bare.replace("\\", "/").startswith("//")
    return (source.url or "").strip() or None if passed else None


def file_or_url(source: Source) -> str | None:
    """The path of the file that a reader took the text out of, or else the ``url``, where that is passed on."""
    return (source.original.path if source.original else None) or url(source)


def address(source: Source) -> str:
    """A URI for a source: its file, its ``url``, or its id as a relative reference."""
    known = file_or_url(source)
    words = (known or source.id or "").encode("utf-8", "replace")
    return quote(words, safe=":/?#[]@!$&'()*+,;=%~" if known else "")


def path(source: Source) -> str | None:
    """The path of the file that a source was read from, or None where its ``url`` is none or one with a scheme."""
    known = file_or_url(source)
    return None if not known or _SCHEME.match(known) else unquote(known, errors="replace")
