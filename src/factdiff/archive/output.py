"""Checks an archive into a folder of files of results, in parts, of which finished ones are not done again."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from factdiff.archive.checking import StoryCheck, results_of
from factdiff.archive.formats import ROWS, WRITERS, write_results
from factdiff.archive.given import GivenStory
from factdiff.archive.parts import Part, parts_of
from factdiff.archive.results import StoryResult
from factdiff.archive.whole_files import remove_unfinished, whole_file
from factdiff.config import Config
from factdiff.errors import ConfigError, UnknownNameError

#: the file that tells what a folder of results was made with
MANIFEST = "archive.json"


def check_archive(
    stories: Iterable[Any] | Mapping[str, Iterable[Any]] | Path,
    output: Path,
    *,
    engine: str = "local",
    config: Config | None = None,
    format: str = "jsonl",
    resume: bool = False,
    progress: bool = False,
    **options: Any,
) -> tuple[Path, ...]:
    """The files of results of a run, which checks stories as :func:`check_stories` does and writes into a folder.

    Each table of a folder of tables has a file of its name, and what is no such folder one for each thousand stories.
    ``format`` is ``"jsonl"`` or ``"parquet"`` (extra ``parquet``). A file is written whole or not at all: with
    ``resume`` the parts are passed over whose file is there. :func:`read_results` reads them all. Errors are those of
    :func:`check_stories`, and ConfigError for a folder with results of an earlier run where ``resume`` is false, or of
    one with other settings or other stories.
    """
    work = StoryCheck(config or Config())
    return checked_parts(stories, Target(Path(output), format), work, engine, options, resume=resume, progress=progress)


def checked_parts(
    stories: object,
    target: Target,
    work: StoryCheck,
    engine: str,
    options: dict[str, Any],
    *,
    resume: bool = False,
    progress: bool = False,
) -> tuple[Path, ...]:
    """Check the parts of an archive that are not finished, and write their results; the files."""
    target.prepare(work, resume=resume)
    open_parts = OpenParts(target.unfinished(parts_of(stories, work.selection)))
    found = results_of(open_parts.stories(), work, engine, options, progress=progress)
    return tuple(open_parts.write(found, target))


@frozen
class Target:
    """A folder for results, and the format of its files."""

    folder: Path
    format: str

    def prepare(self, work: StoryCheck, *, resume: bool) -> None:
        """Make the folder, with a file that tells what it is made with; ConfigError where that does not fit."""
        if self.format not in WRITERS:
            raise UnknownNameError("format of results", self.format, tuple(WRITERS))
        self.folder.mkdir(parents=True, exist_ok=True)
        manifest = self.folder / MANIFEST
        made_with = {"format": self.format, "settings": hashlib.sha256(repr(work).encode()).hexdigest()[:16]}
        if manifest.exists():
            if not resume:
                raise ConfigError(f"{self.folder} holds results already: go on with resume, or give another folder")
            if json.loads(manifest.read_text(encoding="utf-8")) != made_with:
                raise ConfigError(f"{self.folder} was made with other settings or in another format: give another one")
            remove_unfinished(self.folder, self.format)
        with whole_file(manifest) as file:
            file.write(json.dumps(made_with).encode())

    def path(self, part: str) -> Path:
        """The file of a part."""
        return self.folder / f"{part}.{self.format}"

    def unfinished(self, parts: Iterable[Part]) -> Iterator[Part]:
        """The parts without a file; ConfigError for a file of other stories than those of its part."""
        for part in parts:
            path = self.path(part.name)
            if not path.exists():
                yield part
            elif part.numbered and [s.id for s in part.stories] != [row["story"] for row in ROWS[self.format](path)]:
                raise ConfigError(f"{path} holds other stories than are given now: give the same, or another folder")


class OpenParts:
    """The parts whose stories are given out, so that each result comes into the file of its part."""

    def __init__(self, parts: Iterator[Part]) -> None:
        self._parts = parts
        self._given: deque[tuple[str, bool]] = deque()  # of each story given out, its part, and whether it is the last

    def stories(self) -> Iterator[GivenStory]:
        """The stories of all parts."""
        for part in self._parts:
            stories = iter(part.stories)
            coming = next(stories, None)
            while coming is not None:
                story, coming = coming, next(stories, None)
                self._given.append((part.name, coming is None))
                yield story

    def write(self, results: Iterator[StoryResult], target: Target) -> Iterator[Path]:
        """The file of each part, when all its results are in it."""
        while (first := next(results, None)) is not None:
            path = target.path(self._given[0][0])
            write_results(self._of_part(first, results), path)
            yield path

    def _of_part(self, result: StoryResult, results: Iterator[StoryResult]) -> Iterator[StoryResult]:
        """The results of a part, the first of which is given, to its last."""
        yield result
        while not self._given.popleft()[1]:
            yield next(results)
