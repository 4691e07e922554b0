"""Reading sources from bytes, files and folders."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from attrs import evolve

from factdiff import _variants
from factdiff.config.settings import FILE, PROJECT
from factdiff.errors import ReadError, SourceError
from factdiff.reader.file_types import by_content, by_ending, by_signature
from factdiff.reader.metadata import METADATA, with_metadata
from factdiff.records import Source

#: how many of the files of a folder that are no articles are named
NAMED = 10
#: the reader of plain text
TEXT = "text"


def endings() -> dict[str, str]:
    """File ending -> the reader for it."""
    return {end: name for name in _variants.names("readers") for end in _variants.load("readers", name).ENDINGS}


def read(path: Path, *, id: str | None = None) -> Source:
    """The source in a file; its id is the file's stem unless one is given, and its url leads to the file.

    ReadError where it cannot be read, or is of a format for which there is no reader.
    """
    reader = endings().get(path.suffix.lower())
    filetype = None if reader else by_ending(path)
    try:
        with path.open("rb") as file:
            data = b"" if filetype else file.read()
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    if filetype:
        raise filetype.refused(str(path))
    source = from_bytes(data, id=id or path.stem, name=str(path), reader=reader or TEXT)
    return evolve(source, url=quote(path.as_posix().encode("utf-8", "surrogateescape")))


def unreadable(path: Path, error: OSError | ValueError) -> ReadError:
    """The error for a path that cannot be opened."""
    if not isinstance(error, OSError):
        return ReadError(f"{str(path)!r} is no path ({error}): check it")
    if path.is_dir():
        return ReadError(f"{path} is a folder: give a file, or use the command line to check all files of a folder")
    if isinstance(error, FileNotFoundError):
        return ReadError(f"{path} does not exist: check the path")
    return ReadError(f"{path} cannot be read ({error.strerror}): check its permissions")


def from_bytes(data: bytes, *, id: str, name: str, reader: str = TEXT) -> Source:
    """The source in the bytes of a file called ``name``; ReadError where they are not what the reader reads."""
    if reader == TEXT and (filetype := by_signature(data)):
        raise filetype.refused(name)
    try:
        text: str = _variants.load("readers", reader).read(data)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{name} is not UTF-8 (byte {error.start} is 0x{data[error.start]:02x}): save it as UTF-8"
        ) from error
    if reader == TEXT and (filetype := by_content(text)):
        raise filetype.refused(name)
    try:
        return Source(text, id=id)
    except SourceError as error:
        raise SourceError(f"{name}: {error}") from error


def read_folder(folder: Path) -> list[Source]:
    """The sources in a folder: every file with a known ending, in the order of their names.

    ``sources.toml`` beside them may hold a table for each stem with the fields of :class:`Source`.
    """
    files = [path for path in folder_entries(folder) if is_article(path)]
    if not files:
        others = named_others(folder)
        raise ReadError(f"{folder} holds no articles: put {patterns('or')} files there{others and f'; {others}'}")
    sources = [read(path) for path in files]
    metadata = folder / METADATA
    return with_metadata(sources, metadata) if metadata.exists() else sources


def left_out(folder: Path) -> str | None:
    """A sentence with the files of a folder that are not read; None where these are hidden files and settings alone."""
    others = named_others(folder)
    return f"{folder}: {others}: only {patterns('and')} files are read" if others else None


def named_others(folder: Path) -> str:
    """The files and folders in a folder that are no articles, in words; an empty string where all are."""
    others = [path for path in folder_entries(folder) if not is_article(path)]
    names = [entry_name(path) for path in others if path.name[0] != "." and path.name not in (METADATA, FILE, PROJECT)]
    if len(names) > NAMED + 1:
        names[NAMED:] = [f"{len(names) - NAMED} more"]
    *most, last = names or [""]
    return f"{', '.join(most)}{' and ' * bool(most)}{last} {'are' if most else 'is'} left out" if names else ""


def entry_name(path: Path) -> str:
    """The name of a file with its format, or of a folder with a slash."""
    filetype = by_ending(path)
    return f"{path.name}/" if path.is_dir() else f"{path.name} ({filetype.name})" if filetype else path.name


def folder_entries(folder: Path) -> list[Path]:
    """The files and folders in a folder, sorted by name."""
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise ReadError(f"{folder} cannot be listed ({error.strerror}): check its permissions") from error


def is_article(path: Path) -> bool:
    """Whether a path is a file that a reader reads."""
    return path.suffix.lower() in endings() and path.is_file()


def patterns(joint: str) -> str:
    """The patterns of the names of articles, such as ``*.txt``, with a word before the last."""
    return f" {joint} ".join(f"*{end}" for end in sorted(endings()))
