"""The options and the sources of a run of the command line: from its paths, its draft and its dates of publication."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import frozen

from factdiff.config.options import Options
from factdiff.errors import ConfigError, SourceError, UnknownNameError
from factdiff.reader import Selection, from_bytes, left_out, read, read_folder, with_path
from factdiff.reader.columns import named_columns
from factdiff.reader.metadata import with_fields
from factdiff.records import Source, to_date

STDIN = "-"


@frozen
class Intake:
    """How paths are read: which files of folders, what standard input is called, and where notes go.

    ``note`` gets a sentence for each folder with other files, which are not read.
    """

    selection: Selection
    stdin_name: str | None
    note: Callable[[str], object]

    def collect(self, paths: Iterable[str]) -> list[Source]:
        """The sources at some paths: files, folders, or - for standard input."""
        return [source for path in paths for source in self.at(path)]

    def at(self, path: str) -> list[Source]:
        """The sources in a file or folder, or on standard input."""
        if path == STDIN or not Path(path).is_dir():
            return self.file(path)
        sources = read_folder(Path(path), self.selection)
        if others := left_out(Path(path), self.selection):
            self.note(others)
        return sources

    def file(self, path: str) -> list[Source]:
        """The sources in a file, or on standard input."""
        return self.standard_input() if path == STDIN else read(Path(path), columns=self.selection.columns)

    def standard_input(self) -> list[Source]:
        """The sources on standard input, which may have the name of a file."""
        data, columns = sys.stdin.buffer.read(), self.selection.columns
        if self.stdin_name is None:
            return from_bytes(data, id="stdin", name="standard input", columns=columns)
        path = Path(self.stdin_name)
        return [with_path(one, path) for one in from_bytes(data, id=path.stem, name=str(path), columns=columns)]


def selection(chosen: Options) -> Selection:
    """Which files of folders are read."""
    return Selection(glob=chosen.glob, exclude=chosen.exclude, recursive=chosen.recursive, columns=chosen.columns)


def with_draft(sources: list[Source], draft: str | None, intake: Intake) -> tuple[list[Source], str | None]:
    """The sources with the draft at a path, which may be one of them, and the id of the draft."""
    if draft is None:
        return sources, None
    found = intake.file(draft)
    if len(found) > 1:
        raise SourceError(f"the draft, {draft}, holds {len(found)} articles: give one")
    (own,) = found
    others = [source for source in sources if (source.id, source.text) != (own.id, own.text)]
    if not others:
        raise SourceError(f"there is nothing but the draft, {draft}: give the sources to hold it against")
    return (sources if len(others) < len(sources) else [own, *sources]), own.id


def dated(sources: list[Source], dates: Mapping[str, date | str], where: str) -> list[Source]:
    """The sources with publication dates by their ids; ``where`` the dates come from is named in errors."""
    for id in dates:
        if id not in {source.id for source in sources}:
            raise UnknownNameError("source", id, [source.id or "" for source in sources])
    return [with_fields(s, {"published": dates[s.id or ""]}, where) if s.id in dates else s for s in sources]


def publication_dates(words: Iterable[str], ids: Sequence[str]) -> dict[str, str]:
    """Id -> date, from words such as ``daily=2024-01-04``; ``ids`` are those of the sources.

    >>> publication_dates(["daily=2024-01-04"], ["daily", "wire"])
    {'daily': '2024-01-04'}
    """
    found = {}
    for word in words:
        id, separator, when = word.rpartition("=")
        if not separator:
            example = f"{word if word in ids else ids[0]}={word if is_date(word) else '2024-01-04'}"
            raise ConfigError(
                f"--published {word!r} has no '=': write it as ID=DATE for each source, such as {example}"
            )
        found[id] = when
    return found


def is_date(word: str) -> bool:
    """Whether a word is a date of publication."""
    try:
        return to_date(word) is not None
    except SourceError:
        return False


def given_options(given: Mapping[str, Any]) -> dict[str, Any]:
    """The options that the command line gives, by their keys."""
    found = {name.replace("_", "-"): value for name, value in given.items() if value not in (None, ())}
    for name in ("select", "ignore", "fail-on"):
        found |= {name: split(found[name])} if name in found else {}
    return found | ({"columns": named_columns(found["columns"])} if "columns" in found else {})


def split(words: Sequence[str]) -> tuple[str, ...]:
    """Codes that may be given one by one or with commas."""
    return tuple(word.strip() for value in words for word in value.split(",") if word.strip())
