"""Many stories in one run: those of the sub-folders of a folder, or those that a column of a table tells apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from attrs import frozen

from factdiff.cli.output import write
from factdiff.cli.paths import Intake
from factdiff.config.options import Options
from factdiff.errors import ConfigError, FactdiffError
from factdiff.reader import stories_of_table, story_folders
from factdiff.records import Source
from factdiff.report import Report
from factdiff.reports._excerpt import one_line, plural, summary

#: report format -> ending of its pages; that of any other is its name
ENDINGS = {"text": "txt", "markdown": "md", "github": "txt", "junit": "xml"}
INDEX = "index.html"
#: the formats in which the reports of several stories can follow each other, and those of them with headings
STREAMS, HEADED = ("text", "markdown", "github", "jsonl"), ("text", "markdown")


@frozen
class Story:
    """A story of a run: its report, or what went wrong with it."""

    name: str
    report: Report | None = None
    trouble: str = ""

    @property
    def line(self) -> str:
        """What there is to say of the story, in one line."""
        return summary(self.report) if self.report else f"not checked: {one_line(self.trouble)}"


def stories_at(path: Path, intake: Intake) -> Iterator[tuple[str, Callable[[], list[Source]]]]:
    """The names of the stories at a path, in their order, each with what reads its sources.

    ReadError where there is none, or where the rows of a table do not tell their story.
    """
    if path.is_dir():
        for folder in story_folders(path, intake.selection):
            yield folder.name, partial(intake.at, str(folder))
        return
    for name, sources in stories_of_table(path, intake.selection.columns).items():
        yield name, partial(list, sources)


def checked(name: str, read: Callable[[], list[Source]], check: Callable[[list[Source]], Report]) -> Story:
    """A story after its check; what goes wrong with one story does not keep the others from being checked."""
    try:
        return Story(name, check(read()))
    except FactdiffError as error:
        return Story(name, trouble=str(error))


def show(stories: list[Story], chosen: Options, shown: Mapping[str, object]) -> None:
    """Write the report of each story and the summary of all: the pages into the folder that is asked for as output.

    ConfigError where two stories would have one page, or where pages are asked for and no folder.
    """
    if chosen.output is not None:
        write_pages(stories, chosen.output, chosen.format)
    elif chosen.format not in STREAMS:
        raise ConfigError(f"--stories writes a page for each story in {chosen.format}: give --output FOLDER")
    else:
        for name, report in ((story.name, story.report) for story in stories if story.report):
            text = report.as_(chosen.format, **shown)
            write(f"# {one_line(name)}\n\n{text}\n" if chosen.format in HEADED else text)
    if chosen.output is not None or chosen.format != "jsonl":
        write(overview(stories))


def write_pages(stories: list[Story], folder: Path, format: str) -> None:
    """Write the page of each story into a folder; in HTML a page with links to them as well."""
    folder.mkdir(parents=True, exist_ok=True)
    pages: dict[str, str] = {}
    for story in stories:
        page = f"{page_name(story.name)}.{ENDINGS.get(format, format)}"
        if page in pages or page == INDEX:
            raise ConfigError(f"the page of {story.name!r} would be {page}, as another one is: rename the story")
        pages[page] = story.name
        if story.report:
            write(story.report.as_(format), folder / page)
    if format == "html":
        from factdiff.reports.html import stories_page

        rows = [(s.name, page if s.report else "", s.line) for s, page in zip(stories, pages, strict=True)]
        write(stories_page(rows, total(stories)), folder / INDEX)


def page_name(story: str) -> str:
    """The name of the page of a story: letters, figures and hyphens.

    >>> page_name("Ferry: 2 dead?")
    'Ferry-2-dead'
    """
    return re.sub(r"[^\w.]+", "-", story).strip("-.") or "story"


def overview(stories: list[Story]) -> str:
    """A line for each story, and one for all."""
    width = max((len(one_line(story.name)) for story in stories), default=0)
    lines = [f"{one_line(story.name):<{width}}  {story.line}" for story in stories]
    return "\n".join([*lines, total(stories), ""])


def total(stories: list[Story]) -> str:
    """The numbers of stories in one line."""
    troubled = sum(story.report is None for story in stories)
    found = sum(story.report is not None and not story.report.ok for story in stories)
    words = [f"{found} with open warnings or errors", *([f"{troubled} not checked"] if troubled else [])]
    return f"{plural(len(stories), 'story').replace('storys', 'stories')}: {', '.join(words)}"
