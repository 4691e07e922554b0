"""The stories of ``fixtures/alignment``, labelled by their fact tables and their planted errors."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve

from factdiff import Source
from factdiff.align.compared_mentions import Item
from slot_fitting.labelled import Labelled, Version, lines, meets, version, with_error

#: a stretch of an article: its id, its start and its end
Span = tuple[str, int, int]


def labelled_stories(folder: Path) -> Iterator[Labelled]:
    """The stories of an author."""
    plants, facts = (lines(folder / f"{name}.jsonl") for name in ("plants", "facts"))
    for home in sorted(path for path in folder.iterdir() if path.is_dir()):
        sources = articles(home)
        clean, items = version(list(sources.values()))
        clean.rows = rows_of(items, [fact for fact in facts if fact["story"] == home.name], sources)
        own = [plant for plant in plants if plant["story"] == home.name]
        errors = tuple(planted_version(plant, sources, items, clean.rows) for plant in own)
        yield Labelled(home.name, folder.name, clean, errors, tuple(plant["kind"] for plant in own))


def articles(home: Path) -> dict[str, Source]:
    """The articles of a story by id."""
    table = tomllib.loads((home / "sources.toml").read_text(encoding="utf-8"))
    return {
        path.stem: Source(
            path.read_text(encoding="utf-8"),
            id=path.stem,
            published=str(table[path.stem]["published"]).replace(" ", "T"),
            publisher=table[path.stem].get("publisher"),
        )
        for path in sorted(home.glob("*.txt"))
    }


def rows_of(items: Iterable[Item], facts: Iterable[Mapping[str, Any]], sources: Mapping[str, Source]) -> dict[int, int]:
    """The rows of the fact table by the numbers of the items."""
    found: dict[int, int] = {}
    for row, spans in enumerate(fact_spans(facts, sources)):
        for item in (item for span in spans for item in items if meets(item, *span)):
            found.setdefault(item.number, row)
    return found


def fact_spans(facts: Iterable[Mapping[str, Any]], sources: Mapping[str, Source]) -> Iterator[list[Span]]:
    """The spans of each row of a fact table."""
    for fact in facts:
        spans = []
        for mention in fact["mentions"]:
            text, at = sources[mention["file"]].text, -1
            for _ in range(mention.get("nth", 1)):
                at = text.index(mention["text"], at + 1)
            start = at + mention["text"].index(mention["value"])
            spans.append((mention["file"], start, start + len(mention["value"])))
        yield spans


def planted(plant: Mapping[str, Any], own: Source) -> tuple[Source, Span, Span]:
    """The article with a planted error, the span of the words that are new, and that of those that they stand for."""
    old, new, at = plant["old"], plant["new"], own.text.index(plant["old"])
    head = common_start(old, new)
    tail = common_start(old[head:][::-1], new[head:][::-1])
    changed = evolve(own, text=own.text[:at] + new + own.text[at + len(old) :])
    after, before = ((own.id or "", at + head, at + max(len(words) - tail, head + 1)) for words in (new, old))
    return changed, after, before


def planted_version(
    plant: Mapping[str, Any], sources: Mapping[str, Source], items: Sequence[Item], rows: Mapping[int, int]
) -> Version | None:
    """The story with a planted error, or None where the error is not read."""
    own = sources[plant["file"]]
    changed, after, _ = planted(plant, own)
    at = own.text.index(plant["old"])
    before = [item for item in items if meets(item, plant["file"], at, at + len(plant["old"]))]
    return with_error([*(s for s in sources.values() if s is not own), changed], after, before, items, rows)


def common_start(one: str, two: str) -> int:
    """How many characters two texts have in common at their start."""
    return next((n for n, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), min(len(one), len(two)))
