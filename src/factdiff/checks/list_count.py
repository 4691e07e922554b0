"""NUM309: a count before a list that names another number of things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.records import Evidence, Finding, Mention, Source
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.number import Number

#: lists of this many names can be counted; of more, some are often left out
FEWEST, MOST = 3, 12
#: how many names too few or too many are still meant to be the whole list
OFF = 2
#: a last word with its full stop of more characters than this is no abbreviation ("Jr.")
ABBREVIATED = 4
#: how far behind a count the ages of those counted begin, in characters
REACH = 30

_NAME = r"[^\W\d_a-z][\w'’.-]{0,24}(?: (?:[a-z]{1,3} )?[^\W\d_a-z][\w'’.-]{0,24}){0,4}"
_LIST = re.compile(rf":\s({_NAME}(?:, {_NAME}){{1,11}},? [a-z]{{1,3}} {_NAME})(?=[.;]?\s*$|[.;]\s|, [a-z]|\n|\.?[\"”])")
#: a list between commas, dashes or brackets right behind what is counted: "the four winners, A, B, C and D, ..."
_BETWEEN = re.compile(
    rf"(?: [a-z]{{3,20}}){{1,3}}(?P<sign>, | [-–—] | \()(?P<names>{_NAME}(?:, {_NAME}){{1,11}},? [a-z]{{1,3}} {_NAME})"
    r"(?=(?:,|\s[-–—]|\)) ?[a-z])"
)
#: the word before the last item, or before one that belongs to it
_JOINT = re.compile(r",? [a-z]{1,3} (?=[^\W\d_a-z])")
_BEFORE = re.compile(r"[^.:;,()\n]{1,70}(?=:)")


def find(story: Story) -> Iterator[Finding]:
    """A finding for each count before a list of another number of names or ages."""
    yield from ages(story)
    sources = {source.id: source for source in story.sources}
    for mention in story.of_kind("number"):
        if isinstance(mention.value, Number) and mention.value.counted:
            names = listed_names(sources[mention.source], mention)
            stated = mention.value.stated
            if names and mention.value.is_point and stated is not None and 0 < abs(stated - len(names)) <= OFF:
                words = ", ".join(f"“{e.surface}”" for e in names)
                message = f"“{mention.surface}” are counted, {len(names)} are named: {words}; the full list settles it"
                yield finding("error", message, (evidence(mention, "A"), *names))


def ages(story: Story) -> Iterator[Finding]:
    """A finding for each count right before another number of ages: "seven men, aged 19, 22 and 40"."""
    for count, mention in pairwise(story.mentions if story.of_kind("age") else ()):
        value = count.value
        if not isinstance(value, Number) or not value.is_point or not isinstance(mention.value, Age):
            continue
        years = [*re.finditer("[0-9]+", mention.surface)]
        near = count.source == mention.source and mention.start - count.end <= REACH
        if near and len(years) >= FEWEST and value.stated is not None and 0 < abs(value.stated - len(years)) <= OFF:
            first, last = years[0].start(), years[-1].end()
            start, end, surface = mention.start + first, mention.start + last, mention.surface[first:last]
            listed = Evidence(mention.source or "", start, end, surface, mention.value, "B")
            message = (
                f"“{count.surface}” are counted, {len(years)} ages are given: “{surface}”; the full list settles it"
            )
            yield finding("warning", message, (evidence(count, "A"), listed))


def listed_names(source: Source, mention: Mention) -> list[Evidence]:
    """The names in the list behind a count; an empty list where that is no plain list of names.

    It is none where its last item holds a list of its own: "Sikasso in Mali, and Kilifi and Siaya in Kenya".
    """
    body, start = enumeration(source.text, mention)
    head, _, last = body.rpartition(", ")
    ends = _JOINT.split(" " + last)
    if not body or len(ends) > 2:
        return []
    names, at = [], start
    for part in (*head.split(", "), *(end.strip() for end in ends if end)):
        at = source.text.index(part, at)
        name = part.removesuffix(".") if len(part.rpartition(" ")[2]) > ABBREVIATED else part
        names.append(Evidence(source.id or "", at, at + len(name), name, mention.value, "B"))
        at += len(part)
    return names if FEWEST <= len(names) <= MOST else []


def enumeration(text: str, mention: Mention) -> tuple[str, int]:
    """The list of names behind a count and its start, or an empty string where there is none.

    It stands behind a colon, or between commas, dashes or brackets right behind the counted noun. Of the latter only
    lists of too few names are taken, since a comma may stand inside an item.
    """
    before = _BEFORE.match(text, mention.end)
    match = _LIST.match(text, before.end()) if before else None
    if match is not None:
        return match[1], match.start(1)
    between = _BETWEEN.match(text, mention.end)
    stated = mention.value.stated if isinstance(mention.value, Number) else None
    if between is not None and is_closed(between) and stated and between["names"].count(",") + 2 < stated:
        return between["names"], between.start("names")
    return "", 0


def is_closed(match: re.Match[str]) -> bool:
    """Whether a list ends with the sign that it begins with, and the sentence goes on."""
    sign = {"(": ")"}.get(match["sign"].strip(), match["sign"].strip())
    rest = match.string[match.end() : match.end() + 4]
    return rest.lstrip(" ").startswith(sign) and not rest.startswith(" ,")


CHECK = Check(
    code="NUM309",
    name="list-count",
    severity="error",
    summary="A number of things is stated before a list that names more or fewer of them.",
    why="A name was dropped or added in editing, or the count is wrong.",
    fires=Example(("The path passes through five national parks: Krka, Kornati, Paklenica and Mljet.",)),
    quiet=Example(("The path passes through four national parks: Krka, Kornati, Paklenica and Mljet.",)),
    find=find,
)
