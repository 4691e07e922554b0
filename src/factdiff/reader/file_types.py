"""File formats that are not plain text, recognised by file ending or content; their table is ``file_types.toml``."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import PurePath

from attrs import frozen

from factdiff.errors import ReadError
from factdiff.tables import read_table

#: how many characters of a text are read to see whether it is a table
TABLE = 64_000
#: how many characters at the start of a file may hold its root element or its signature
HEAD = 2_000
#: how long the heading of a column is at most, in characters
LABEL = 40
#: the HTML elements that a fragment of a page can begin with
BLOCKS = frozenset(
    "article aside blockquote body center div dl figure footer h1 h2 h3 h4 head header main ol p pre section span "
    "table ul".split()
)
_BOM = b"\xef\xbb\xbf"
_ROOT = re.compile(r"<(?:!doctype\s)?\s*html[\s>]", re.I)
_ELEMENT = re.compile(r"\s*<([a-z][\w:.-]*)[\s>]", re.I)


@frozen(kw_only=True)
class Filetype:
    """A format: its ``name`` and ``advice`` for messages; the other fields show that a file is of it."""

    name: str
    advice: str
    endings: Sequence[str] = ()
    starts: tuple[bytes, ...] = ()
    holds: bytes = b""

    def refused(self, file: str) -> ReadError:
        """The error for a file of this format."""
        return ReadError(f"{file} is {self.name}, not plain text: {self.advice}")


@cache
def filetypes() -> tuple[Filetype, ...]:
    """The formats that are not plain text."""
    table = read_table("factdiff.reader", "file_types.toml")
    return tuple(
        Filetype(
            name=entry["name"],
            advice=entry["advice"],
            endings=entry.get("endings", ()),
            starts=tuple(word.encode("latin-1") for word in entry.get("starts", ())),
            holds=entry.get("holds", "").encode("latin-1"),
        )
        for entry in table["format"]
    )


def by_ending(path: str | PurePath) -> Filetype | None:
    """The format that the ending of a path shows, or None.

    >>> by_ending("wire/Crash.HTM").name
    'HTML'
    >>> by_ending("crash.txt") is None
    True
    """
    ending = PurePath(path).suffix.lower()
    return next((one for one in filetypes() if ending in one.endings), None) if ending else None


def by_signature(data: bytes) -> Filetype | None:
    """The format that the signature of some bytes shows, or None.

    >>> by_signature(b"%PDF-1.7 ...").name
    'PDF'
    """
    head = data[:HEAD].removeprefix(_BOM).lstrip()
    for one in filetypes():
        if (one.starts or one.holds) and head.startswith(one.starts or b"") and one.holds in data:
            return one
    return None


def by_content(text: str) -> Filetype | None:
    """The format of a text that is markup, data or a table; None for any other text.

    >>> by_content('{"title": "Crash"}').name, by_content("<p>Nine cars&nbsp;collided.</p>").name
    ('JSON', 'HTML')
    >>> by_content("[Reuters] Nine cars collided.") is None
    True
    """
    first = re.match(r"\s*(\S?)", text)
    name = None
    if first and first[1] == "<":
        name = markup_format(text)
    elif first and first[1] in ("{", "["):
        name = json_format(text)
    elif is_table(text):
        name = "CSV"
    return next(one for one in filetypes() if one.name == name) if name else None


def markup_format(text: str) -> str | None:
    """HTML or XML for a text that is markup from its beginning to its end, else None."""
    if _ROOT.search(text, 0, HEAD):
        return "HTML"
    if text.lstrip().startswith("<?xml"):
        return "XML"
    element = _ELEMENT.match(text)
    if element and text.rstrip().endswith(">") and f"</{element[1]}" in text:
        return "HTML" if element[1].lower() in BLOCKS else "XML"
    return None


def json_format(text: str) -> str | None:
    """JSON for a text that is an object or a list, JSON Lines for one whose first line is an object, else None."""
    for name, part in (("JSON", text), ("JSON Lines", text.lstrip().partition("\n")[0])):
        try:
            found = json.loads(part)
        except (ValueError, RecursionError):
            continue
        if name == "JSON" or isinstance(found, dict):
            return name
    return None


def is_table(text: str) -> bool:
    """Whether a text is a table in lines: headings, and as many values in every row."""
    lines = text[:TABLE].strip().splitlines()
    if len(text) > TABLE:
        lines.pop()
    return any(has_columns(lines, delimiter) for delimiter in ",;\t|")


def has_columns(lines: list[str], delimiter: str) -> bool:
    """Whether some lines are headings and rows of values between delimiters."""
    if len(lines) < 2 or delimiter not in lines[0]:
        return False
    try:
        head, *rows = csv.reader(lines, delimiter=delimiter)
    except csv.Error:
        return False
    return bool(rows) and all(len(row) == len(head) for row in rows) and all(map(is_label, head))


def is_label(cell: str) -> bool:
    """Whether a cell may be the heading of a column: a few words without blanks or punctuation at their ends."""
    known = 0 < len(cell) <= LABEL and cell == cell.strip() and cell[-1] not in ".!?:"
    return known and any(map(str.isalpha, cell))
