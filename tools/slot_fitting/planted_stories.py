"""The stories of ``fixtures/alignment``, labelled by their fact tables and their planted errors."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factdiff import Source
from factdiff.align.compared_mentions import Item
from slot_fitting.labelled import Labelled, Version, lines, meets, version, with_error


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
    for row, fact in enumerate(facts):
        for mention in fact["mentions"]:
            text, at = sources[mention["file"]].text, -1
            for _ in range(mention.get("nth", 1)):
                at = text.index(mention["text"], at + 1)
            start = at + mention["text"].index(mention["value"])
            span = mention["file"], start, start + len(mention["value"])
            for item in items:
                if meets(item, *span):
                    found.setdefault(item.number, row)
    return found


def planted_version(
    plant: Mapping[str, Any], sources: Mapping[str, Source], items: Sequence[Item], rows: Mapping[int, int]
) -> Version | None:
    """The story with a planted error, or None where the error is not read."""
    own = sources[plant["file"]]
    at, old, new = own.text.index(plant["old"]), plant["old"], plant["new"]
    head = common_start(old, new)
    tail = common_start(old[head:][::-1], new[head:][::-1])
    changed = Source(
        own.text[:at] + new + own.text[at + len(old) :], id=own.id, published=own.published, publisher=own.publisher
    )
    before = [item for item in items if meets(item, plant["file"], at, at + len(old))]
    span = plant["file"], at + head, at + max(len(new) - tail, head + 1)
    return with_error([*(s for s in sources.values() if s is not own), changed], span, before, items, rows)


def common_start(one: str, two: str) -> int:
    """How many characters two texts have in common at their start."""
    return next((n for n, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), min(len(one), len(two)))
