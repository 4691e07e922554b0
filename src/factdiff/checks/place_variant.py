"""PLC602: one place under two spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factdiff import gazetteer
from factdiff.check import SIDES, Check, Example, Story, evidence, finding
from factdiff.records import Finding, Mention
from factdiff.values.places.place import Place


def find(story: Story) -> Iterator[Finding]:
    """A finding for each place that is written in two ways, one of them an older name or another transliteration."""
    by_place: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in story.of_kind("place"):
        value = mention.value
        if isinstance(value, Place) and value.id is not None and (value.form == "name" or value.feature == "city"):
            by_place[value.id].append(mention)
    for id, mentions in by_place.items():
        surfaces = {mention.surface for mention in mentions}
        if len(surfaces) == 1 or not any(older_name(surface, id) for surface in surfaces):
            continue
        firsts: dict[tuple[str | None, str], Mention] = {}
        for mention in mentions:
            firsts.setdefault((mention.source, spelling(mention)), mention)
        spellings = {key: firsts[source, key] for source, key in reversed(firsts)}
        order = list(dict.fromkeys(key for _, key in firsts))
        if 1 < len(order) <= len(SIDES):
            spans = [evidence(m, SIDES[order.index(key)]) for (_, key), m in firsts.items()]
            names = " and ".join(f"“{' '.join(spellings[key].surface.split())}”" for key in order)
            yield finding(
                "info", f"{names} are spellings of one place, {mentions[0].value}; a style guide settles it", spans
            )


def spelling(mention: Mention) -> str:
    """A name without its case and the marks on its letters, which are no spelling of their own."""
    return gazetteer.fold(" ".join(mention.surface.split())).lower()


def older_name(surface: str, id: str) -> bool:
    """Whether the gazetteer marks a name as an older one of a place or another transliteration."""
    named = gazetteer.lookup(" ".join(surface.split()))
    return any(one.form == "variant" and one.entry.id == id for one in named)


CHECK = Check(
    code="PLC602",
    name="place-variant",
    severity="info",
    summary="One place is written in two ways, such as Kiev and Kyiv.",
    why="Across outlets it is a matter of house style, inside one text an oversight.",
    fires=Example(
        (
            "Explosions shook Kiev before dawn on Tuesday.",
            "Kyiv was shaken by explosions before dawn on Tuesday.",
        ),
    ),
    quiet=Example(
        (
            "Explosions shook Kyiv before dawn on Tuesday.",
            "Ukraine was shaken by explosions before dawn on Tuesday.",
        ),
    ),
    find=find,
)
