"""The articles of folders: which files are read, and what is said of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path

from attrs import field, frozen

from factdiff.config.settings import FILE, PROJECT
from factdiff.errors import ReadError
from factdiff.reader.file_types import by_ending
from factdiff.reader.files import read
from factdiff.reader.formats import endings, holds_table, reader_for
from factdiff.reader.metadata import METADATA, with_metadata
from factdiff.records import Source

#: how many of the files of a folder that are no articles are named
NAMED = 10
#: what the reports of factdiff have at their beginning, and how many bytes of it are looked at
REPORTS, REPORT_HEAD = (b"<title>Consistency report: ", b"# Consistency report\n"), 2_000
#: how many bytes of a file are looked at to tell whether it is an article
SEEN = 20_000_000
#: what is said of folders in a folder
DEEPER = "folders in a folder are read with --recursive, or each as a story with --stories"


@frozen(kw_only=True)
class Selection:
    """Which files of folders are read.

    ``glob`` and ``exclude`` are patterns of names, or of paths from the folder on; with ``recursive`` the folders in a
    folder are read as well. ``columns`` tells for tables which column holds which field; without it, and without a
    pattern that asks for them, the tables of a folder are left out.
    """

    glob: Sequence[str] = ()
    exclude: Sequence[str] = ()
    recursive: bool = False
    columns: Mapping[str, str] = field(factory=dict)


EVERY = Selection()


def read_folder(folder: Path, selection: Selection = EVERY) -> list[Source]:
    """The sources in a folder: every file that a reader reads, in the order of their names.

    A ``sources.toml`` beside them may hold a table for each id with the fields of :class:`Source`.
    """
    files = [path for path in folder_paths(folder, selection) if is_article(path, folder, selection)]
    if not files:
        others = named_others(folder, selection)
        inner = not others.endswith(DEEPER) and any(path.is_dir() for path in folder_paths(folder, selection))
        raise ReadError(
            f"{folder} holds no articles: put *.md or *.txt files there, or others that are read"
            f"{others and f'; {others}'}{(inner and f'; {DEEPER}') or ''}"
        )
    sources = [source for path in files for source in read(path, columns=selection.columns)]
    for place in dict.fromkeys((folder, *(path.parent for path in files))):
        if (place / METADATA).exists():
            sources = with_metadata(sources, place / METADATA)
    return sources


def story_folders(folder: Path, selection: Selection = EVERY) -> list[Path]:
    """The folders in a folder, each of which is a story, in the order of their names; ReadError where there is none."""
    found = [path for path in folder_entries(folder) if path.is_dir() and path.name[0] != "."]
    found = [path for path in found if not matches(path, folder, selection.exclude)]
    if not found:
        raise ReadError(f"{folder} holds no stories: put the articles of each story into a folder in it")
    return found


def left_out(folder: Path, selection: Selection = EVERY) -> str | None:
    """A sentence with the files of a folder that are not read; None where these are hidden files and settings alone."""
    others = named_others(folder, selection)
    return f"{folder}: {others}" if others else None


def named_others(folder: Path, selection: Selection) -> str:
    """The files and folders in a folder that are no articles, in words; an empty string where all are."""
    others = [path for path in folder_paths(folder, selection) if not is_article(path, folder, selection)]
    seen = [path for path in others if path.name[0] != "." and path.name not in (METADATA, FILE, PROJECT)]
    names = [entry_name(path, folder) for path in seen]
    tables = any(is_table(path) for path in others)
    advice = "name the columns of a table with --columns" if tables else "no reader reads such files"
    if seen and all(path.is_dir() for path in seen):
        advice = DEEPER
    if len(names) > NAMED + 1:
        names[NAMED:] = [f"{len(names) - NAMED} more"]
    *most, last = names or [""]
    left = f"{', '.join(most)}{' and ' * bool(most)}{last} {'are' if most else 'is'} left out"
    return f"{left}: {advice}" if names else ""


def entry_name(path: Path, folder: Path) -> str:
    """The name of a file with its format, or of a folder with a slash, from a folder on."""
    name = path.relative_to(folder).as_posix()
    if path.is_file() and is_report(path):
        return f"{name} (a report)"
    filetype = by_ending(path)
    return f"{name}/" if path.is_dir() else f"{name} ({filetype.name})" if filetype else name


def folder_entries(folder: Path) -> list[Path]:
    """The files and folders in a folder, sorted by name."""
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise ReadError(f"{folder} cannot be listed ({error.strerror}): check its permissions") from error


def folder_paths(folder: Path, selection: Selection, root: Path | None = None) -> Iterator[Path]:
    """The files and folders in a folder that are not left out by their names.

    With a recursive selection the files in its folders stand in place of these. ``root`` is the folder from which on
    names are told, where that is not the folder itself.
    """
    root = root or folder
    for path in folder_entries(folder):
        if matches(path, root, selection.exclude):
            continue
        if goes_into(path, selection):
            yield from folder_paths(path, selection, root)
        else:
            yield path


def goes_into(path: Path, selection: Selection) -> bool:
    """Whether a path is a folder whose files are read as well."""
    return selection.recursive and path.name[0] != "." and path.is_dir() and not path.is_symlink()


def is_article(path: Path, folder: Path, selection: Selection) -> bool:
    """Whether a path in a folder is a file that is read as an article."""
    if not path.is_file() or path.name in (METADATA, FILE, PROJECT) or is_report(path):
        return False
    if selection.glob:
        return matches(path, folder, selection.glob)
    known = endings().get(path.suffix.lower())
    return bool(known) and path.name[0] != "." and (bool(selection.columns) or not is_table(path))


def is_report(path: Path) -> bool:
    """Whether a path is a page or a file in Markdown with a report, which an earlier run left among the articles."""
    if path.suffix.lower() not in (".html", ".md"):
        return False
    with path.open("rb") as file:
        head = file.read(REPORT_HEAD)
    return any(mark in head for mark in REPORTS)


def is_table(path: Path) -> bool:
    """Whether a path is a file with a table, and not with articles in a format of the same ending."""
    known = endings().get(path.suffix.lower(), [])
    if not path.is_file() or not any(map(holds_table, known)):
        return False
    if len(known) == 1:
        return True
    with path.open("rb") as file:
        data = file.read(SEEN)
    return holds_table(reader_for(data, str(path)))


def matches(path: Path, folder: Path, patterns: Sequence[str]) -> bool:
    """Whether the name of a path, or the path from a folder on, is of one of some patterns."""
    return any(fnmatch(name, one) for one in patterns for name in (path.name, path.relative_to(folder).as_posix()))
