"""The formats of files of results: JSON Lines, and Parquet (extra ``parquet``)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from factdiff.archive.results import COUNTS, StoryResult
from factdiff.archive.whole_files import whole_file
from factdiff.errors import MissingExtraError, ReadError

#: the fields of a result that a table in Parquet holds as JSON
NESTED = ("findings", "notes", "outlets", "tolls")


class JsonLines:
    """A file of JSON Lines, with the object of ``StoryResult.to_dict()`` on each line."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def add(self, result: StoryResult) -> None:
        """Write a result."""
        self._file.write(json_text(result.to_dict()).encode() + b"\n")

    def finish(self) -> None:
        """Write what is left to write."""


class Parquet:
    """A table in Parquet, with a row for each result: its counts in columns, and its lists as JSON."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._rows: list[tuple[Any, ...]] = []

    def add(self, result: StoryResult) -> None:
        """Keep the row of a result."""
        data = result.to_dict()
        counts = (result.counts.get(name) for name in COUNTS)
        self._rows.append((result.story, result.error, *counts, *(json_text(data[name]) for name in NESTED)))

    def finish(self) -> None:
        """Write the table."""
        polars = polars_library()
        text, number = polars.String, polars.Int64
        schema = {"story": text, "error": text, **dict.fromkeys(COUNTS, number), **dict.fromkeys(NESTED, text)}
        polars.DataFrame(self._rows, schema=schema, orient="row").write_parquet(self._file)


#: format -> what writes a file of it; the name of the format is the ending of its files
WRITERS: Mapping[str, Callable[[BinaryIO], JsonLines | Parquet]] = {"jsonl": JsonLines, "parquet": Parquet}


def json_text(value: object) -> str:
    """A value as JSON in ASCII, on one line."""
    return json.dumps(value, allow_nan=False, separators=(",", ":"))


def write_results(results: Iterable[StoryResult], path: Path) -> None:
    """Write results to a file, whole or not at all; its ending tells the format."""
    with whole_file(path) as file:
        writer = WRITERS[path.suffix[1:]](file)
        for result in results:
            writer.add(result)
        writer.finish()


def read_results(path: Path) -> Iterator[StoryResult]:
    """The results in a file, or in the files of a folder in the order of their names, as they are asked for.

    ReadError where there are none, MissingExtraError where a library is needed that is not installed.
    """
    files = result_files(path) if path.is_dir() else [path]
    if not files:
        raise ReadError(f"{path} holds no results: give the folder that a run has written them into")
    for file in files:
        yield from map(StoryResult.from_dict, ROWS[file.suffix[1:]](file))


def result_files(folder: Path) -> list[Path]:
    """The files of results in a folder, in the order of their names."""
    return sorted(path for path in folder.iterdir() if path.suffix[1:] in WRITERS and path.name[0] != ".")


def json_rows(path: Path) -> Iterator[Mapping[str, Any]]:
    """The objects on the lines of a file."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise ReadError(f"{path}: line {number} is no JSON ({error}): write the results again") from error


def parquet_rows(path: Path) -> Iterator[Mapping[str, Any]]:
    """The rows of a table in the form of ``StoryResult.to_dict()``."""
    for row in polars_library().read_parquet(path).iter_rows(named=True):
        counts = {name: row[name] for name in COUNTS if row[name] is not None}
        lists = {name: json.loads(row[name]) for name in NESTED}
        yield {"story": row["story"], "error": row["error"], "counts": counts, **lists}


#: format -> what reads the rows of a file
ROWS: Mapping[str, Callable[[Path], Iterator[Mapping[str, Any]]]] = {"jsonl": json_rows, "parquet": parquet_rows}


def polars_library() -> Any:
    """The library that reads and writes Parquet."""
    try:
        import polars
    except ModuleNotFoundError as error:
        raise MissingExtraError("results in Parquet", "parquet") from error
    return polars
