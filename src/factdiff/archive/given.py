"""The stories that a caller gives: of an iterable, a mapping, a folder, or tables with a column for the story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from factdiff.errors import FactdiffError, ReadError, SourceError
from factdiff.reader import Selection, stories_of_table, story_folders
from factdiff.reader.folders import EVERY, folder_paths, is_table
from factdiff.records import Source


@frozen
class GivenStory:
    """A story to be checked: its id and its sources, the folder that holds them, or what went wrong with them."""

    id: str
    sources: Iterable[Any] | Path | FactdiffError

    def weight(self) -> int:
        """How many characters its sources have, as far as that is known."""
        if not isinstance(self.sources, (list, tuple)):
            return 0
        return sum(len(s.text if isinstance(s, Source) else s) for s in self.sources if isinstance(s, (Source, str)))


def given_stories(stories: object, selection: Selection = EVERY) -> Iterator[GivenStory]:
    """The stories in what a caller gives, one after the other as they are asked for.

    Those of an iterable are lists of sources, with their numbers from 1 on as ids, or pairs of an id and such a list; a
    mapping gives lists by id; a path is a folder or table as :func:`stories_at` reads it. SourceError for anything
    else.
    """
    if isinstance(stories, Path):
        return stories_at(stories, selection)
    if isinstance(stories, Mapping):
        return (GivenStory(str(id), frozen_list(sources)) for id, sources in stories.items())
    if isinstance(stories, (str, bytes, Source)) or not isinstance(stories, Iterable):
        raise SourceError(f"stories is a {type(stories).__name__}: give an iterable of lists of sources, or a Path")
    pairs = (story if is_pair(story) else (str(number), story) for number, story in enumerate(stories, 1))
    return (GivenStory(id, frozen_list(sources)) for id, sources in pairs)


def is_pair(story: object) -> bool:
    """Whether a story is given with its id, which no list of sources looks like."""
    return (
        isinstance(story, tuple)
        and len(story) == 2
        and isinstance(story[0], str)
        and isinstance(story[1], Iterable)
        and not isinstance(story[1], (str, bytes, Mapping, Source, Path))
    )


def frozen_list(sources: Any) -> Any:
    """The sources as a list, which can be sent elsewhere; what is no list of them is left to the check to refuse."""
    return sources if isinstance(sources, (str, bytes, Mapping)) or not isinstance(sources, Iterable) else list(sources)


def stories_at(path: Path, selection: Selection = EVERY) -> Iterator[GivenStory]:
    """The stories at a path: those of each of its partitions; of a folder without one, each folder in it is a story.

    The files of folders are read where they are checked. A partition that cannot be read stands for one story, whose
    check tells why. ReadError where the path holds no story.
    """
    parts = partitions(path, selection)
    if not parts:
        yield from (GivenStory(folder.name, folder) for folder in story_folders(path, selection))
    for part in parts:
        yield from stories_in(part, selection)


def partitions(path: Path, selection: Selection = EVERY) -> list[Path]:
    """The tables at a path, in the order of their names: itself where it is a file, or else those in the folder.

    A folder with folders in it has none, unless the selection goes into these.
    """
    if not path.is_dir():
        if not path.exists():
            raise ReadError(f"{path} does not exist: check the path")
        return [path]
    found = [one for one in folder_paths(path, selection) if one.name[0] not in "._"]
    return [] if any(one.is_dir() for one in found) else [one for one in found if is_table(one)]


def stories_in(part: Path, selection: Selection = EVERY) -> Iterator[GivenStory]:
    """The stories of a table; where it cannot be read, one that tells why."""
    try:
        found = stories_of_table(part, selection.columns)
    except FactdiffError as error:
        yield GivenStory(part.name, error)
        return
    yield from (GivenStory(name, sources) for name, sources in found.items())
