"""Plain text and Markdown in UTF-8."""

from __future__ import annotations

ENDINGS = (".txt", ".md")


def read(data: bytes) -> str:
    """The text of a file; a byte order mark is no part of it. UnicodeDecodeError where it is not UTF-8."""
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
