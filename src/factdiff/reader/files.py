"""The sources in a file, or in the bytes of one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from attrs import evolve

from factdiff import _variants
from factdiff.errors import MissingExtraError, ReadError
from factdiff.reader.articles import Article, Paragraph, source
from factdiff.reader.columns import articles
from factdiff.reader.encodings import by_mark
from factdiff.reader.file_types import by_content, by_ending, by_signature
from factdiff.reader.formats import TEXT, endings, largest, reader_for
from factdiff.records import Source

#: the readers of texts that a binary file could be taken for
PLAIN = (TEXT, "markdown")
#: names of files that are addresses of pages
_ADDRESS = re.compile(r"(?:https?|ftp):/", re.I)


def read(path: Path, *, id: str | None = None, columns: Mapping[str, str] | None = None) -> list[Source]:
    """The sources in a file, in their order.

    The id of a single one is the file's stem unless one is given, and the ids of several have their numbers behind it.
    A source without an address of its own has that of the file. ``columns`` tells for tables which column holds which
    field. ReadError where the file cannot be read, or is of a format for which there is no reader; MissingExtraError
    where a library is needed that is not installed.
    """
    return [one for _, one in read_by_story(path, id=id, columns=columns)]


def read_by_story(
    path: Path, *, id: str | None = None, columns: Mapping[str, str] | None = None
) -> list[tuple[str | None, Source]]:
    """The sources in a file, each with the name of its story where a table tells it; errors as in :func:`read`."""
    data = file_bytes(path)
    found = sources_of(data, id=id or path.stem, name=str(path), columns=columns)
    return [(story, with_path(one, path)) for story, one in found]


def file_bytes(path: Path) -> bytes:
    """The bytes of a file; ReadError where it cannot be read, is refused by its ending, or is too large."""
    if _ADDRESS.match(str(path)):
        address = str(path).replace(":/", "://", 1)  # a path has one slash of them
        raise ReadError(f"{address!r} is an address, and nothing is fetched: save the page, and give the file")
    filetype = None if path.suffix.lower() in endings() else by_ending(path)
    limit = largest(path)
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            too_large = limit is not None and size > limit
            data = b"" if filetype or too_large else file.read() if limit is None else file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    if filetype:
        raise filetype.refused(str(path))
    if limit is not None and (too_large or len(data) > limit):
        how = f"{max(size, len(data)) / 1e6:,.0f} MB, more than the {limit / 1e6:,.0f} MB that are read of its format"
        raise ReadError(f"{path} has {how}: give the article alone")
    return data


def with_path(source: Source, path: Path) -> Source:
    """A source with the path of its file, which is its address where it has no other."""
    address = quote(path.as_posix().encode("utf-8", "surrogateescape"))
    original = source.original and evolve(source.original, path=address)
    return evolve(source, url=source.url or address, original=original)


def unreadable(path: Path, error: OSError | ValueError) -> ReadError:
    """The error for a path that cannot be opened."""
    if not isinstance(error, OSError):
        return ReadError(f"{str(path)!r} is no path ({error}): check it")
    if path.is_dir():
        return ReadError(f"{path} is a folder: give a file, or use the command line to check all files of a folder")
    if isinstance(error, FileNotFoundError):
        return ReadError(f"{path} does not exist: check the path")
    return ReadError(f"{path} cannot be read ({error.strerror}): check its permissions")


def from_bytes(data: bytes, *, id: str, name: str, columns: Mapping[str, str] | None = None) -> list[Source]:
    """The sources in the bytes of a file called ``name``, whose ending or content tells the format.

    ReadError where they are not what the reader reads.
    """
    return [one for _, one in sources_of(data, id=id, name=name, columns=columns)]


def sources_of(
    data: bytes, *, id: str, name: str, columns: Mapping[str, str] | None
) -> Iterator[tuple[str | None, Source]]:
    """The sources in the bytes of a file called ``name``, each with the name of its story where a table tells it."""
    reader = reader_for(data, name)
    if reader in PLAIN and not by_mark(data) and (filetype := by_signature(data)):
        raise filetype.refused(name)
    try:
        found = articles_of(data, reader, name, columns or {})
    except UnicodeDecodeError as error:
        at = f"byte {error.start} is 0x{data[error.start]:02x}" if error.start < len(data) else error.reason
        raise ReadError(f"{name} is not UTF-8 ({at}): save it as UTF-8") from error
    except ReadError as error:
        raise ReadError(f"{name}: {error}") from error
    if reader == TEXT and (filetype := by_content(found[0].paragraphs[0].text)):
        raise filetype.refused(name)
    if not found:
        raise ReadError(f"{name} holds no article: give a file with at least one")
    if len(found) == 1 and found[0].title and not found[0].paragraphs:
        raise ReadError(f"{name} holds a headline and no text: give a file with the text of the article")
    width = len(str(len(found)))
    for number, one in enumerate(found, 1):
        own = id if len(found) == 1 else f"{id}-{number:0{width}}"
        yield one.story, source(one, id=own, name=name, format=reader)


def articles_of(data: bytes, reader: str, name: str, columns: Mapping[str, str]) -> list[Article]:
    """The articles that a reader finds in the bytes of a file called ``name``.

    MissingExtraError where it needs a library that is not there.
    """
    module = _variants.load("readers", reader)
    try:
        if hasattr(module, "table"):
            return list(articles(module.table(data), columns))
        given = module.read(data)
        return [Article(paragraphs=(Paragraph(given),))] if isinstance(given, str) else list(given)
    except ModuleNotFoundError as error:
        if reader not in _variants.own("readers"):
            raise
        raise MissingExtraError(f"files in the format {reader}, such as {name},", reader) from error
