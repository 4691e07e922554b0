"""The command ``factdiff check``: one story at some paths, or a story in each folder of a folder."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import click
from attrs import evolve

from factdiff import _variants
from factdiff.cli import archive
from factdiff.cli.output import note, write
from factdiff.cli.paths import Intake, dated, given_options, publication_dates, selection, with_draft
from factdiff.cli.stories import checked, show, stories_at
from factdiff.config import baseline
from factdiff.config.options import Options, files, options, with_accepted
from factdiff.errors import ConfigError, UnknownNameError
from factdiff.pipeline import report_on
from factdiff.reader import story_folders
from factdiff.records import Source
from factdiff.report import Report
from factdiff.reports._excerpt import plural
from factdiff.sources import with_ids


def check_paths(
    paths: tuple[str, ...],
    config: Path | None,
    published: tuple[str, ...],
    given: Mapping[str, Any],
    progress: Callable[[], AbstractContextManager[Callable[[Sequence[Source]], Iterable[Source]]]],
) -> int:
    """Check what is at some paths with the options that are ``given``, and show it; the exit status as in diff.

    ``progress`` makes a function that tracks the reading of sources.
    """
    chosen = options(given_options(given), files((*paths, *filter(None, [given["stories"]])), config))
    if bool(paths) == bool(chosen.stories):
        raise click.UsageError("Missing argument 'PATH...'." if not paths else "give PATH... or --stories, not both")
    if archive.is_wanted(chosen):
        if not chosen.stories:
            raise click.UsageError("an engine checks many stories: give --stories")
        return archive.check_into_folder(chosen.stories, chosen, selection(chosen), note)
    formats = _variants.names("reports")
    if chosen.format not in formats:
        raise UnknownNameError("report format", chosen.format, formats)
    reading_notes: list[str] = []
    intake = Intake(selection(chosen), chosen.stdin_name, note if chosen.stories else reading_notes.append)
    on_terminal = chosen.output is None and sys.stdout.isatty()
    terminal = terminal_options() if on_terminal else {}
    shown = {"suspects": chosen.suspects, "sheet": chosen.config.sheet, **terminal} if chosen.format == "text" else {}
    if chosen.stories:
        return check_stories(chosen.stories, chosen, intake, published, shown)
    sources, draft = with_draft(intake.collect(paths), chosen.draft, intake)
    sources = with_ids(dated(sources, chosen.published, "settings"))
    sources = dated(sources, publication_dates(published, [source.id or "" for source in sources]), "--published")
    with progress() as track:
        report = report_on(sources, chosen.config, draft, track=track)
    for line in (*reading_notes, *(one.message for one in report.notes)):
        note(line)
    (report,) = with_known_findings([report], chosen)
    write(report.as_(chosen.format, **shown), chosen.output)
    return 0 if report.ok or chosen.exit_zero else 1


def check_stories(path: Path, chosen: Options, intake: Intake, published: Sequence[str], shown: dict[str, Any]) -> int:
    """Check each story at a path and show the reports; the exit status as in diff."""
    if chosen.draft is not None:
        raise ConfigError("a draft is held against one story: give PATH... in place of --stories")
    if path.is_dir():
        chosen = with_accepted(chosen, story_folders(path, intake.selection))
    seen: set[str] = set()
    dates = {**chosen.published, **publication_dates(published, ["daily"])}

    def report(sources: list[Source]) -> Report:
        known = {source.id or "" for source in sources}
        seen.update(known)
        own = {id: when for id, when in dates.items() if id in known}
        return report_on(with_ids(dated(sources, own, "published")), chosen.config)

    stories = [checked(name, read, report) for name, read in stories_at(path, intake)]
    for id in sorted(set(dates) - seen):
        raise UnknownNameError("source", id, sorted(seen))
    read = [story for story in stories if story.report]
    marked = iter(with_known_findings([story.report for story in read if story.report], chosen))
    stories = [evolve(story, report=next(marked)) if story.report else story for story in stories]
    for story in stories:
        for line in [story.trouble] if story.report is None else [one.message for one in story.report.notes]:
            note(f"{story.name}: {line}")
    show(stories, chosen, shown)
    if len(read) < len(stories):
        return 2
    return 0 if chosen.exit_zero or all(story.report and story.report.ok for story in stories) else 1


def with_known_findings(reports: Sequence[Report], chosen: Options) -> list[Report]:
    """The reports with their known and accepted findings marked, and without such suspects; a note names each entry
    that nothing in the reports matches.
    """
    known = baseline.read(chosen.baseline) if chosen.baseline else frozenset()
    every = [finding for report in reports for finding in (*report.findings, *report.suspects)]
    found = {finding.fingerprint for finding in every}
    for fingerprint in sorted(set(chosen.accepted) - found):
        note(f"accepted finding {fingerprint} is not found any more: remove it")
    if gone := len(known - found):
        note(f"{gone} of {plural(len(known), 'finding')} of {chosen.baseline} not found any more: use --write-baseline")
    if chosen.write_baseline:
        write(baseline.dump(every), chosen.write_baseline)
        known |= found
    return [report.marked(known=known, accepted=chosen.accepted) for report in reports]


def terminal_options() -> dict[str, object]:
    """Colour and width of the terminal; ``NO_COLOR`` (no-color.org) turns colour off."""
    return {"colour": not os.environ.get("NO_COLOR"), "width": shutil.get_terminal_size((100, 24)).columns}
