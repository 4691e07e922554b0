"""Bytes or path -> sources: single files, folders of them, and what a folder's ``sources.toml`` says of each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from attrs import evolve

from factdiff import _variants
from factdiff.errors import ReadError, SourceError, nearest
from factdiff.records import Source

#: the file of a folder that says when and where its articles were published
METADATA = "sources.toml"
#: the fields of a source that it may give
FIELDS = ("published", "lang", "publisher", "title", "url")


def endings() -> dict[str, str]:
    """File ending -> the reader for it."""
    return {end: name for name in _variants.names("readers") for end in _variants.load("readers", name).ENDINGS}


def read(path: Path, *, id: str | None = None) -> Source:
    """The source in a file; its id is the file's stem unless one is given, and its url leads to the file.

    ReadError where it cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    name = endings().get(path.suffix.lower(), "text")
    source = from_bytes(data, id=id or path.stem, name=str(path), reader=name)
    return evolve(source, url=quote(path.as_posix().encode("utf-8", "surrogateescape")))


def unreadable(path: Path, error: OSError) -> ReadError:
    """What a path that cannot be opened is, and what to do."""
    if path.is_dir():
        return ReadError(f"{path} is a folder: give a file, or use the command line to check all files of a folder")
    if isinstance(error, FileNotFoundError):
        return ReadError(f"{path} does not exist: check the path")
    return ReadError(f"{path} cannot be read ({error.strerror}): check its permissions")


def from_bytes(data: bytes, *, id: str, name: str, reader: str = "text") -> Source:
    """The source in the bytes of a file called ``name``."""
    try:
        text: str = _variants.load("readers", reader).read(data)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{name} is not UTF-8 (byte {error.start} is 0x{data[error.start]:02x}): save it as UTF-8"
        ) from error
    try:
        return Source(text, id=id)
    except SourceError as error:
        raise SourceError(f"{name}: {error}") from error


def read_folder(folder: Path) -> list[Source]:
    """The sources in a folder: every file with a known ending, in the order of their names.

    ``sources.toml`` beside them may hold a table for each stem with the fields of :class:`Source`.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in endings())
    except OSError as error:
        raise ReadError(f"{folder} cannot be listed ({error.strerror}): check its permissions") from error
    if not files:
        raise ReadError(
            f"{folder} holds no articles: put {' or '.join(f'*{end}' for end in sorted(endings()))} files there"
        )
    sources = [read(path) for path in files]
    metadata = folder / METADATA
    return described(sources, metadata) if metadata.exists() else sources


def described(sources: list[Source], metadata: Path) -> list[Source]:
    """The sources with what the metadata file says of them."""
    try:
        tables: dict[str, Any] = tomllib.loads(metadata.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadError(f"{metadata} is not valid TOML: {error}") from error
    ids = [source.id or "" for source in sources]
    for id, table in tables.items():
        check_table(id, table, ids, metadata)
    return [with_fields(source, tables.get(source.id or "", {}), metadata) for source in sources]


def check_table(id: str, table: object, ids: list[str], metadata: Path) -> None:
    """Refuse a table for a file that is not there, and a field that no source has."""
    if not isinstance(table, Mapping):
        raise ReadError(f"{metadata}: [{id}] is a {type(table).__name__}: write it as a table with {', '.join(FIELDS)}")
    if id not in ids:
        near = nearest(id, ids)
        raise ReadError(
            f"{metadata}: no article has the id {id!r}: {f'did you mean {near!r}?' if near else 'remove it'}"
        )
    for name in table:
        if name not in FIELDS:
            near = nearest(name, FIELDS)
            hint = f"did you mean {near!r}?" if near else f"use {', '.join(FIELDS)}"
            raise ReadError(f"{metadata}: [{id}] has an unknown field {name!r}: {hint}")


def with_fields(source: Source, table: Mapping[str, Any], where: Path | str) -> Source:
    """A source with some fields set; ``where`` they come from stands in the message when one cannot be read."""
    try:
        return evolve(source, **table)
    except SourceError as error:
        raise SourceError(f"{where}: [{source.id}] {error}") from error
