"""The report on a text that is being edited: held against the sources beside it, or against those that are given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import evolve

from factdiff.cli.paths import Intake, dated, selection
from factdiff.config import baseline
from factdiff.config.options import Options, files, options
from factdiff.errors import SourceError
from factdiff.pipeline import report_on
from factdiff.reader import from_bytes, with_path
from factdiff.reader.formats import endings
from factdiff.records import Source
from factdiff.report import Report
from factdiff.reports._lines import path as path_of
from factdiff.sources import with_ids


def report_on_edited(path: Path, text: str, paths: Sequence[str], config: Path | None) -> tuple[Report, Source]:
    """The report on the text of a file as an editor holds it, and the source that it is in the report.

    It is held as a draft against the sources at ``paths``, or in its own folder where none are given; a text that is
    alone is checked by itself. What is known of the file, as in a ``sources.toml``, is known of the text as well.
    Settings are read as by ``factdiff check``.
    """
    chosen = options({}, files(paths or [str(path)], config))
    found = Intake(selection(chosen), None, lambda note: None).collect(paths or beside(path))
    saved = next((source for source in found if is_at(source, path)), None)
    others = [source for source in found if not is_at(source, path)]
    own = draft_of(path, text, chosen, saved)
    sources = with_ids([own, *others])
    ids = {source.id or "" for source in sources}
    sources = dated(sources, {id: when for id, when in chosen.published.items() if id in ids}, "settings")
    report = report_on(sources, chosen.config, own.id if others else None)
    known = baseline.read(chosen.baseline) if chosen.baseline else frozenset[str]()
    return report.marked(known=known, accepted=chosen.accepted), next(s for s in report.sources if s.id == own.id)


def beside(path: Path) -> list[str]:
    """The folder of a file, where it holds articles: a text that was never saved may be the first one there."""
    there = any(one.suffix.lower() in endings() for one in path.parent.iterdir())
    return [str(path.parent)] if there else []


def is_at(source: Source, path: Path) -> bool:
    """Whether a source was read from the file at a path."""
    own = path_of(source)
    return own is not None and Path(own).resolve() == path.resolve()


def draft_of(path: Path, text: str, chosen: Options, saved: Source | None) -> Source:
    """The source that a text in an editor is, with what is known of the ``saved`` one; SourceError for several."""
    data = text.encode("utf-8", "replace")
    found = [with_path(one, path) for one in from_bytes(data, id=path.stem, name=path.name, columns=chosen.columns)]
    if len(found) > 1:
        raise SourceError(f"{path.name} holds {len(found)} articles: a draft is one")
    (own,) = found
    if saved is None:
        return own
    return evolve(
        own,
        id=saved.id,
        published=own.published or saved.published,
        lang=saved.lang,
        publisher=own.publisher or saved.publisher,
    )
