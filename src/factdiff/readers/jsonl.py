"""Tables in JSON Lines: an object on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factdiff.errors import ReadError
from factdiff.reader.columns import Row, Table
from factdiff.reader.encodings import decoded

ENDINGS = (".jsonl", ".ndjson")
LARGEST = 100_000_000


def table(data: bytes) -> Table:
    """The objects of a file, each with its line."""
    text, notes = decoded(data)
    return Table(objects(text), notes)


def objects(text: str) -> Iterator[Row]:
    """The objects on the lines of a text."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ReadError(f"line {number} is no JSON that can be read ({error}): correct it") from error
        if not isinstance(found, dict):
            raise ReadError(f"line {number} is no object: write an object for each article")
        yield Row(found, number)
