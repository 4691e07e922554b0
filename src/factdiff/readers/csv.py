"""Tables of values that commas, semicolons or tabs part, with the names of the columns on the first line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from factdiff.errors import ReadError
from factdiff.reader.columns import Row, Table
from factdiff.reader.encodings import decoded

ENDINGS = (".csv", ".tsv", ".tab")
LARGEST = 100_000_000
DELIMITERS = ",;\t|"


def table(data: bytes) -> Table:
    """The rows of a file, each with the line on which it begins."""
    text, notes = decoded(data)
    return Table(rows(text), notes)


def rows(text: str) -> Iterator[Row]:
    """The rows below the names of the columns."""
    delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [name.strip() for name in next(reader, [])]
        line = reader.line_num + 1
        for values in reader:
            if values and len(values) != len(names):
                raise ReadError(f"line {line} has {len(values)} values for {len(names)} columns: correct it")
            if values:
                yield Row(dict(zip(names, values, strict=True)), line)
            line = reader.line_num + 1
    except csv.Error as error:
        raise ReadError(f"line {reader.line_num} cannot be read ({error}): correct it") from error
