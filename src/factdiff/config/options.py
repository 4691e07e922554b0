"""The options of a run of the command line: what is given there, over what files of settings say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import frozen

from factdiff.config import Config
from factdiff.config.settings import FILE, project_file, settings


@frozen(kw_only=True)
class Options:
    """What a run does: see ``settings.KEYS`` for the keys. ``accepted`` holds reasons by fingerprint."""

    config: Config
    format: str
    output: Path | None
    draft: str | None
    published: Mapping[str, date | str]
    exit_zero: bool
    baseline: Path | None
    write_baseline: Path | None
    accepted: Mapping[str, str]


def options(given: Mapping[str, Any], files: Iterable[Path]) -> Options:
    """The options that are ``given`` by their keys over those of some files, of which a later one wins.

    Dates of publication and accepted findings add up.
    """
    found: dict[str, Any] = {"format": "text"}
    added: dict[str, dict[str, Any]] = {"published": {}, "accepted": {}, "tolerances": {}}
    for read in (settings(path) for path in files):
        added["accepted"] |= {entry["fingerprint"]: entry["reason"] for entry in read.pop("accepted", [])}
        added["published"] |= read.pop("published", {})
        added["tolerances"] |= read.pop("tolerances", {})
        found |= read
    found |= given
    paths = {name: Path(found[key]) if found.get(key) else None for name, key in PATHS.items()}
    return Options(
        config=Config.from_settings({**found, "tolerances": added["tolerances"]}),
        format=found["format"],
        draft=found.get("draft"),
        published=added["published"],
        exit_zero=found.get("exit-zero", False),
        accepted=added["accepted"],
        **paths,
    )


PATHS = {"output": "output", "baseline": "baseline", "write_baseline": "write-baseline"}


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
