"""Makes sources of the items that a caller gives: each with an id, within the limits, and in its own language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import evolve, fields_dict

from factdiff.config import Config
from factdiff.errors import InputError, ReadError, SourceError, nearest
from factdiff.language import likely_language
from factdiff.reader import read
from factdiff.records import Source


def with_ids(sources: Iterable[object]) -> list[Source]:
    """The items as sources, each with an id: its own, or its number in the list."""
    if isinstance(sources, (str, bytes, Path, Source, Mapping)) or not isinstance(sources, Iterable):
        raise SourceError(f"sources is a {type(sources).__name__}: give a list of sources, even for one")
    found = [one for number, item in enumerate(sources, 1) for one in to_sources(item, f"source {number}")]
    if not found:
        raise SourceError("sources is empty: give at least one source")
    width = len(str(len(found)))
    named = [evolve(s, id=f"{n:0{width}}") if s.id is None else s for n, s in enumerate(found, 1)]
    for id, count in Counter(source.id for source in named).items():
        if count > 1:
            raise SourceError(f"{count} sources have the id {id!r}: give each source an id of its own")
    return named


def within_limits(sources: Sequence[Source], config: Config) -> Sequence[Source]:
    """The sources; SourceError if there are more, or one of them is longer, than the configuration allows."""
    if config.max_sources is not None and len(sources) > config.max_sources:
        raise SourceError(
            f"{len(sources):,} sources are more than max_sources ({config.max_sources:,}): raise it in Config, or "
            "max-sources in factdiff.toml"
        )
    for source in sources:
        if config.max_source_chars is not None and len(source.text) > config.max_source_chars:
            raise SourceError(
                f"source {source.id!r} has {len(source.text):,} characters, more than max_source_chars "
                f"({config.max_source_chars:,}): give less of it, or raise it in Config, or max-source-chars in "
                "factdiff.toml"
            )
    return sources


def in_own_languages(sources: Sequence[Source]) -> list[Source]:
    """The sources, each with the language that its text is plainly in instead of a wrong one."""
    return [evolve(source, lang=likely_language(source.text, source.lang)) for source in sources]


def to_source(item: object, name: str) -> Source:
    """An item as one source; errors call it by ``name``."""
    found = to_sources(item, name)
    if len(found) > 1:
        raise ReadError(f"{name}: {item} holds {len(found)} articles: give a file with one")
    return found[0]


def to_sources(item: object, name: str) -> list[Source]:
    """An item as sources, of which a file may hold several; errors call it by ``name``."""
    try:
        if isinstance(item, Source):
            return [item]
        if isinstance(item, str):
            return [Source(item)]
        if isinstance(item, Path):
            return read(item)
        if isinstance(item, Mapping):
            return [from_mapping(item)]
    except InputError as error:
        raise type(error)(f"{name}: {error}") from error
    raise SourceError(f"{name} is a {type(item).__name__}: give a Source, a str, a mapping or a Path")


def from_mapping(item: Mapping[str, object]) -> Source:
    """A source from a mapping with its fields."""
    known = fields_dict(Source)
    for name in item:
        if name not in known:
            near = nearest(str(name), known)
            raise SourceError(f"unknown field {name!r}: {f'did you mean {near!r}?' if near else f'use {list(known)}'}")
    if "text" not in item:
        raise SourceError("the mapping has no 'text': give the words of the source")
    return Source(**item)  # type: ignore[arg-type]
