"""The options of a run of the command line: the given ones, then those of files of settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from factdiff.config import Config, as_words
from factdiff.config.settings import FILE, project_file, settings

#: how many suspects the report for a terminal lists
SHOWN_SUSPECTS = 3


@frozen(kw_only=True)
class Options:
    """The options of a run; ``settings.KEYS`` explains them.

    ``accepted`` holds reasons by fingerprint, and ``suspects`` is how many the report for a terminal lists. Whether it
    lists the rows of a sheet stands in ``config``.
    """

    config: Config
    format: str
    output: Path | None
    draft: str | None
    published: Mapping[str, date | str]
    exit_zero: bool
    suspects: int
    baseline: Path | None
    write_baseline: Path | None
    stories: Path | None
    engine: str | None
    scheduler: str | None
    workers: int | None
    resume: bool
    stdin_name: str | None
    columns: Mapping[str, str]
    glob: tuple[str, ...]
    exclude: tuple[str, ...]
    recursive: bool
    accepted: Mapping[str, str]


def options(given: Mapping[str, Any], files: Iterable[Path]) -> Options:
    """The options of a run: those ``given`` by their keys win over those of files, and later files over earlier ones.

    Dates of publication, accepted findings, tolerances and columns of all files are merged.
    """
    merged: dict[str, Any] = {"format": "text"}
    accumulated: dict[str, dict[str, Any]] = {"published": {}, "accepted": {}, "tolerances": {}, "columns": {}}
    for read in (settings(path) for path in files):
        accumulated["accepted"] |= {entry["fingerprint"]: entry["reason"] for entry in read.pop("accepted", [])}
        accumulated["published"] |= read.pop("published", {})
        accumulated["tolerances"] |= read.pop("tolerances", {})
        accumulated["columns"] |= read.pop("columns", {})
        merged |= read
    accumulated["columns"] |= given.get("columns", {})
    merged |= given
    paths = {name: Path(merged[key]) if merged.get(key) else None for name, key in PATHS.items()}
    return Options(
        config=Config.from_settings({**merged, "tolerances": accumulated["tolerances"]}),
        format=merged["format"],
        draft=merged.get("draft"),
        published=accumulated["published"],
        exit_zero=merged.get("exit-zero", False),
        suspects=merged.get("suspects", SHOWN_SUSPECTS),
        accepted=accumulated["accepted"],
        stdin_name=merged.get("stdin-name"),
        engine=merged.get("engine"),
        scheduler=merged.get("scheduler"),
        workers=merged.get("workers"),
        resume=merged.get("resume", False),
        columns=accumulated["columns"],
        glob=as_words(merged.get("glob", ())),
        exclude=as_words(merged.get("exclude", ())),
        recursive=merged.get("recursive", False),
        **paths,
    )


def with_accepted(chosen: Options, folders: Iterable[Path]) -> Options:
    """The options with the findings as well that the files of settings of some folders accept."""
    found = dict(chosen.accepted)
    for path in (folder / FILE for folder in folders if (folder / FILE).is_file()):
        found |= {entry["fingerprint"]: entry["reason"] for entry in settings(path).get("accepted", [])}
    return evolve(chosen, accepted=found)


PATHS = {"output": "output", "baseline": "baseline", "write_baseline": "write-baseline", "stories": "stories"}


def files(paths: Sequence[str], config: Path | None) -> list[Path]:
    """The files of settings for sources at some paths: ``config`` alone where it is given.

    Else that of the project, from the current folder upwards, then each that lies beside sources.
    """
    if config is not None:
        return [config]
    project = project_file(Path.cwd())
    found = [project] if project else []
    for path in map(Path, paths):
        beside = (path if path.is_dir() else path.parent) / FILE
        if beside.is_file() and not any(beside.samefile(other) for other in found):
            found.append(beside)
    return found
