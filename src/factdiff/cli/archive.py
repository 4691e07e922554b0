"""Checks an archive on an engine: the results go into a folder, in parts, with a page that sums them up."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factdiff.archive.checking import StoryCheck
from factdiff.archive.formats import read_results
from factdiff.archive.given import partitions
from factdiff.archive.output import Target, checked_parts
from factdiff.archive.summary import Summary
from factdiff.cli.output import write
from factdiff.config.options import Options, with_accepted
from factdiff.errors import ConfigError
from factdiff.reader import Selection, story_folders

#: the page that sums up the results, and the format of results where none is given
PAGE, FORMAT = "summary.html", "jsonl"


def is_wanted(chosen: Options) -> bool:
    """Whether some options ask for an archive to be checked on an engine."""
    return any(value is not None for value in (chosen.engine, chosen.scheduler, chosen.workers)) or chosen.resume


def check_into_folder(path: Path, chosen: Options, selection: Selection, note: Callable[[str], object]) -> int:
    """Check the stories at a path, write their results, and print what they come to; the exit status as in diff."""
    folder = chosen.output
    if folder is None:
        raise ConfigError("results of an engine go into a folder: give --output FOLDER")
    for name, given in (
        ("draft", chosen.draft), ("published", chosen.published), ("baseline", chosen.baseline),
        ("write-baseline", chosen.write_baseline),
    ):  # fmt: skip
        if given:
            raise ConfigError(f"--{name} cannot go with an engine: leave out one of the two")
    if path.is_dir() and not partitions(path, selection):
        chosen = with_accepted(chosen, story_folders(path, selection))
    work = StoryCheck(chosen.config, selection=selection, accepted=chosen.accepted)
    target = Target(folder, FORMAT if chosen.format == "text" else chosen.format)
    options: dict[str, Any] = {
        name: value
        for name, value in (("scheduler", chosen.scheduler), ("workers", chosen.workers))
        if value is not None
    }
    engine = chosen.engine or ("dask" if chosen.scheduler else "local")
    checked_parts(path, target, work, engine, options, resume=chosen.resume, progress=sys.stderr.isatty())
    summary = Summary.of(read_results(folder))
    write(summary.to_html(), folder / PAGE)
    write(f"{summary}\n")
    if summary.errors:
        for story, error in list(summary.errors.items())[:10]:
            note(f"{story}: {error}")
        return 2
    return 0 if chosen.exit_zero or not summary.open_stories else 1
