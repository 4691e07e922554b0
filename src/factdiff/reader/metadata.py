"""What the ``sources.toml`` of a folder says of each article: when and where it was published."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from factdiff.errors import ReadError, SourceError, nearest
from factdiff.records import Source

#: the file of a folder that says when and where its articles were published
METADATA = "sources.toml"
#: the fields of a source that it may give
FIELDS = ("published", "lang", "publisher", "title", "url")


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
