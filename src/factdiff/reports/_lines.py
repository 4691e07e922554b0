"""Where evidence stands, for formats that point into files: lines, columns and addresses."""

from __future__ import annotations

import re
from bisect import bisect_right
from urllib.parse import quote, unquote

from attrs import field, frozen

from factdiff.records import Source

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.I)
_BREAK = re.compile(r"\r\n|\r|\n")


@frozen
class Lines:
    """The lines of a text; lines and columns are counted from 1, columns in code points."""

    text: str
    starts: tuple[int, ...] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "starts", (0, *(match.end() for match in _BREAK.finditer(self.text))))

    def at(self, offset: int) -> tuple[int, int]:
        r"""The line and column of an offset.

        >>> Lines("one\ntwo").at(5)
        (2, 2)
        """
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def address(source: Source) -> str:
    """A URI for a source: its ``url``, or its id as a relative reference."""
    url = source.url or source.id or ""
    return quote(url.encode("utf-8", "replace"), safe=":/?#[]@!$&'()*+,;=%~" if source.url else "")


def path(source: Source) -> str | None:
    """The path of the file that a source was read from, or None where its ``url`` is one of the web."""
    return None if not source.url or _SCHEME.match(source.url) else unquote(source.url, errors="replace")
