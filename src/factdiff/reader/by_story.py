"""The stories of a folder, and those that a column of a table tells apart."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from factdiff.errors import ReadError
from factdiff.reader.files import read_by_story
from factdiff.records import Source


def stories_of_table(path: Path, columns: Mapping[str, str] | None = None) -> dict[str, list[Source]]:
    """The sources of each story of a table, in the order in which stories begin in it.

    ReadError where a row does not tell its story, or the file cannot be read.
    """
    groups: dict[str, list[Source]] = {}
    for name, source in read_by_story(path, columns=columns):
        if name is None:
            raise ReadError(
                f"{path}: {source.id} does not tell its story: name the column that does, as in --columns story=topic"
            )
        groups.setdefault(name, []).append(source)
    return groups
