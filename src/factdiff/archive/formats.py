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


def write_json_lines(results: Iterable[StoryResult], file: BinaryIO) -> None:
    """Write the object of ``StoryResult.to_dict()`` of each result on a line."""
    for result in results:
        file.write(json_text(result.to_dict()).encode() + b"\n")


def write_parquet(results: Iterable[StoryResult], file: BinaryIO) -> None:
    """Write a table with a row for each result: its counts in columns, and its lists as JSON."""
    text, number = polars_library().String, polars_library().Int64
    schema = {"story": text, "error": text, **dict.fromkeys(COUNTS, number), **dict.fromkeys(NESTED, text)}
    rows = [parquet_row(result) for result in results]
    polars_library().DataFrame(rows, schema=schema, orient="row").write_parquet(file)


def parquet_row(result: StoryResult) -> tuple[Any, ...]:
    """The row of a result."""
    data = result.to_dict()
    counts = (result.counts.get(name) for name in COUNTS)
    return (result.story, result.error, *counts, *(json_text(data[name]) for name in NESTED))


def json_text(value: object) -> str:
    """A value as JSON in ASCII, on one line."""
    return json.dumps(value, allow_nan=False, separators=(",", ":"))


def write_results(results: Iterable[StoryResult], path: Path) -> None:
    """Write results to a file, whole or not at all; its ending tells the format."""
    with whole_file(path) as file:
        WRITERS[path.suffix[1:]](results, file)


def read_results(path: Path) -> Iterator[StoryResult]:
    """The results in a file, or in the files of a folder in the order of their names, as they are asked for.

    ReadError where there are none, MissingExtraError where a library is needed that is not installed.
    """
    files = result_files(path) if path.is_dir() else [path] if is_result_file(path) else []
    if not files:
        raise ReadError(f"{path} holds no results: give the folder that a run has written them into")
    for file in files:
        yield from map(StoryResult.from_dict, ROWS[file.suffix[1:]](file))


def result_files(folder: Path) -> list[Path]:
    """The files of results in a folder, in the order of their names."""
    return sorted(filter(is_result_file, folder.iterdir()))


def is_result_file(path: Path) -> bool:
    """Whether a path is a file with the ending of a format, and not a hidden one."""
    return path.suffix[1:] in WRITERS and path.name[0] != "." and path.is_file()


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


def polars_library() -> Any:
    """The library that reads and writes Parquet."""
    try:
        import polars
    except ModuleNotFoundError as error:
        raise MissingExtraError("results in Parquet", "parquet") from error
    return polars


#: format -> what writes results to a file, and what reads the rows of one; its name is the ending of its files
WRITERS: Mapping[str, Callable[[Iterable[StoryResult], BinaryIO], None]] = {
    "jsonl": write_json_lines,
    "parquet": write_parquet,
}
ROWS: Mapping[str, Callable[[Path], Iterator[Mapping[str, Any]]]] = {"jsonl": json_rows, "parquet": parquet_rows}
