"""PLC602: one place under two spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factdiff import gazetteer
from factdiff.check import SIDES, Check, Example, Story, evidence, finding
from factdiff.records import Finding, Mention
from factdiff.values.place import Place


def find(story: Story) -> Iterator[Finding]:
    """A finding for each place that is written in two ways, one of them an older name or another transliteration."""
    by_place: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in story.mentions:
        value = mention.value
        if isinstance(value, Place) and value.id is not None and value.form == "name":
            by_place[value.id].append(mention)
    for mentions in by_place.values():
        if not any(older_name(mention.surface) for mention in mentions):
            continue
        firsts: dict[tuple[str | None, str], Mention] = {}
        for mention in mentions:
            firsts.setdefault((mention.source, mention.surface), mention)
        spellings = list(dict.fromkeys(m.surface for m in firsts.values()))
        if 1 < len(spellings) <= len(SIDES):
            spans = [evidence(m, SIDES[spellings.index(m.surface)]) for m in firsts.values()]
            names = " and ".join(f"“{spelling}”" for spelling in spellings)
            yield finding(
                "info", f"{names} are spellings of one place, {mentions[0].value}; a style guide settles it", spans
            )


def older_name(surface: str) -> bool:
    """Whether the gazetteer marks a name as an older one or another transliteration."""
    return any(named.form == "variant" for named in gazetteer.lookup(" ".join(surface.split())))


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
