"""Checks many stories on an engine: one small result for each, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from attrs import field, frozen

from factdiff.archive.given import GivenStory, given_stories
from factdiff.archive.progress import tracked
from factdiff.archive.results import StoryResult
from factdiff.config import Config
from factdiff.engine import run
from factdiff.errors import FactdiffError, UnknownNameError
from factdiff.pipeline import report_on
from factdiff.reader import Selection, read_folder
from factdiff.reader.folders import EVERY
from factdiff.sources import with_ids

Keep = Literal["findings", "report"]
KEEPS = ("findings", "report")
LOST = "the process that checked it ended without an answer, more than once: it was killed, or was out of memory"


def check_stories(
    stories: Iterable[Any] | Mapping[str, Iterable[Any]] | Path,
    *,
    engine: str = "local",
    config: Config | None = None,
    keep: Keep = "findings",
    progress: bool = False,
    **options: Any,
) -> Iterator[StoryResult]:
    """A result for each story, in their order, as they are asked for.

    ``stories`` are lists of sources as :func:`check_consistency` takes them, pairs of an id and such a list, lists by
    id, or the path of a folder of stories or of tables with a column ``story``. ``engine`` is ``"local"``, the
    processes of this machine (option ``workers``), or ``"dask"`` (extra ``dask``; options ``scheduler``, which is an
    address, and ``workers``). Results hold findings, counts and notes, with ``keep="report"`` the whole report as
    well; what goes wrong with a story is its ``error``. Few chunks of stories are in memory at any time. ``progress``
    shows on standard error how far it is. Raises SourceError for anything that holds no stories, UnknownNameError for
    an unknown engine, ConfigError for an option that it does not have.

    >>> stories = {"fire": ["Nine died.", "Ten died."], "none": []}
    >>> for result in check_stories(stories, workers=1):
    ...     print(result.story, result.counts.get("sources"), result.error)
    fire 2 None
    none None SourceError: sources is empty: give at least one source
    """
    if keep not in KEEPS:
        raise UnknownNameError("keep", keep, KEEPS)
    work = StoryCheck(config or Config(), whole=keep == "report")
    return results_of(given_stories(stories), work, engine, options, progress=progress)


def results_of(
    stories: Iterable[GivenStory], work: StoryCheck, engine: str, options: dict[str, Any], *, progress: bool = False
) -> Iterator[StoryResult]:
    """A result for each story, from some work on an engine."""
    found = run(engine, work, stories, weight=GivenStory.weight, lost=lost_story, options=options)
    return tracked(found) if progress else found


@frozen
class StoryCheck:
    """What is done with each story: it is checked with a configuration, and the report is kept whole or not.

    ``selection`` tells which files of a folder are read, ``accepted`` holds reasons for findings by fingerprint.
    """

    config: Config
    whole: bool = False
    selection: Selection = EVERY
    accepted: Mapping[str, str] = field(factory=dict)

    def __call__(self, chunk: Sequence[GivenStory]) -> list[StoryResult]:
        """The results of the stories of a chunk."""
        return [self.result(story) for story in chunk]

    def result(self, story: GivenStory) -> StoryResult:
        """The result of a story; whatever goes wrong is its error."""
        try:
            if isinstance(story.sources, FactdiffError):
                raise story.sources
            sources = read_folder(story.sources, self.selection) if isinstance(story.sources, Path) else story.sources
            report = report_on(with_ids(sources), self.config)
            if self.accepted:
                report = report.marked(accepted=self.accepted)
            return StoryResult.of(story.id, report, whole=self.whole)
        except Exception as error:
            return StoryResult(story=story.id, error=f"{type(error).__name__}: {error}")


def lost_story(story: GivenStory) -> StoryResult:
    """The result of a story whose process was killed whenever it came to it."""
    return StoryResult(story=story.id, error=LOST)
