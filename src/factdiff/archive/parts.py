"""The parts of an archive: a table of stories each, or so many stories of a folder or an iterable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from attrs import frozen

from factdiff.archive.given import GivenStory, given_stories, partitions, stories_in
from factdiff.errors import ConfigError
from factdiff.reader import Selection

#: how many stories a part has that is no table
STORIES = 1000


@frozen
class Part:
    """A part: its name, and its stories, which can be gone through once.

    ``numbered`` says that only its place tells it from others, so that what it holds has to be looked at.
    """

    name: str
    stories: Iterable[GivenStory]
    numbered: bool


def parts_of(stories: object, selection: Selection) -> Iterator[Part]:
    """The parts of an archive, one after the other as they are asked for; ConfigError where two have one name."""
    if isinstance(stories, Path) and stories.is_dir() and (tables := partitions(stories, selection)):
        names: dict[str, Path] = {}
        for table in tables:
            other = names.setdefault(table.stem, table)
            if other is not table:
                raise ConfigError(f"{other} and {table} would have one file of results, {table.stem}: rename one")
        yield from (Part(table.stem, stories_in(table, selection), numbered=False) for table in tables)
        return
    every, number = given_stories(stories, selection), 0
    while some := list(islice(every, STORIES)):
        yield Part(f"part-{number:06}", some, numbered=True)
        number += 1
