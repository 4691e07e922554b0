"""The metadata of a folder's articles in its ``sources.toml``: when and where each was published."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from factdiff.errors import ReadError, SourceError, nearest
from factdiff.records import Source

#: the name of the metadata file of a folder
METADATA = "sources.toml"
#: the fields of a source that it may give
FIELDS = ("published", "lang", "publisher", "title", "url")


def with_metadata(sources: list[Source], metadata: Path) -> list[Source]:
    """The sources with the fields that the metadata file has for them."""
    try:
        tables: dict[str, Any] = tomllib.loads(metadata.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadError(f"{metadata} is not valid TOML: {error}") from error
    ids = [source.id or "" for source in sources]
    for id, table in tables.items():
        check_table(id, table, ids, metadata)
    return [with_fields(source, tables.get(source.id or "", {}), metadata) for source in sources]


def check_table(id: str, table: object, ids: list[str], metadata: Path) -> None:
    """Raise ReadError for a table of an article that does not exist, or with an unknown field."""
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
    """A source with some fields set; an error about one of them names ``where`` they come from."""
    try:
        return evolve(source, **table)
    except SourceError as error:
        raise SourceError(f"{where}: [{source.id}] {error}") from error
