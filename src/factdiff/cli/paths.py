"""The sources that a run of the command line is given: paths, a draft, and dates of publication."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from factdiff.errors import ConfigError, SourceError, UnknownNameError
from factdiff.reader import from_bytes, left_out, read, read_folder
from factdiff.reader.metadata import with_fields
from factdiff.records import Source, to_date

STDIN = "-"


def collect(paths: Iterable[str], *, tell: Callable[[str], object]) -> list[Source]:
    """The sources at some paths: files, folders, or - for standard input; what folders hold beside them is told."""
    sources: list[Source] = []
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            sources += read_folder(Path(path))
            if others := left_out(Path(path)):
                tell(others)
        else:
            sources.append(single(path))
    return sources


def single(path: str) -> Source:
    """The source in a file, or on standard input."""
    if path == STDIN:
        return from_bytes(sys.stdin.buffer.read(), id="stdin", name="standard input")
    return read(Path(path))


def told_apart(sources: list[Source], draft: str | None) -> tuple[list[Source], str | None]:
    """The sources with the draft at a path, which may lie among them, and its id."""
    if draft is None:
        return sources, None
    own = single(draft)
    others = [source for source in sources if (source.id, source.text) != (own.id, own.text)]
    if not others:
        raise SourceError(f"there is nothing but the draft, {draft}: give the sources to hold it against")
    return (sources if len(others) < len(sources) else [own, *sources]), own.id


def dated(sources: list[Source], dates: Mapping[str, date | str], where: str) -> list[Source]:
    """The sources with the publication dates by id that ``where`` gives for them."""
    for id in dates:
        if id not in {source.id for source in sources}:
            raise UnknownNameError("source", id, [source.id or "" for source in sources])
    return [with_fields(s, {"published": dates[s.id or ""]}, where) if s.id in dates else s for s in sources]


def pairs(words: Iterable[str], ids: Sequence[str]) -> dict[str, str]:
    """The dates by source of words such as ``daily=2024-01-04``, for sources of some ids.

    >>> pairs(["daily=2024-01-04"], ["daily", "wire"])
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
