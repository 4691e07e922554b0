"""DAT106: one event before another here, after it there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from factdiff.check import Check, Example, Story, finding
from factdiff.context import Event, Told, orders
from factdiff.records import Evidence, Finding
from factdiff.values.order import Order

WHAT, SETTLES = "The order of two events is turned round", "a record with times settles it"
#: what a common class of events, and a common stem or figure, say for two clauses telling of one event; and what both
#: pairs of clauses must reach together
CLASS, WORD, ENOUGH = 2, 1, 4
#: how many stems a clause may have at most for those that it shares to name its event alone: "before the funeral"
FEW = 3


def find(story: Story) -> Iterator[Finding]:
    """A finding for each two events of which some sources put one first, and others the other."""
    told = [scene.once(orders) for scene in story.scenes]
    found = [
        (likeness, a, b)
        for some, others in combinations(told, 2)
        for a in some
        for b in others
        if (likeness := turned(a, b))
    ]
    texts = {source.id or "": source.text for source in story.sources}
    while found:
        _, first, second = max(found, key=lambda pair: pair[0])
        sides = side(first, against(second, found)), side(second, against(first, found))
        spans = [evidence(texts[t.source], t, name) for name, some in zip("AB", sides, strict=True) for t in some]
        said = " against ".join(shown(some, texts) for some in sides)
        yield finding(
            "error", f"The order of two events is turned round: {said}; a record with times settles it", spans
        )
        used = {*sides[0], *sides[1]}
        found = [pair for pair in found if used.isdisjoint(pair[1:])]


def turned(a: Told, b: Told) -> int:
    """How much speaks for two sources telling of the same two events in opposite orders; 0 where too little does."""
    if a.modality != b.modality or not (meet(a.earlier, b.later) and meet(a.later, b.earlier)):
        return 0
    common = (a.earlier.marks & a.later.marks) | (b.earlier.marks & b.later.marks)
    crossed = same(a.earlier, b.later, common), same(a.later, b.earlier, common)
    straight = same(a.earlier, b.earlier, common), same(a.later, b.later, common)
    return sum(crossed) if min(crossed) >= CLASS and max(straight) < min(crossed) and sum(crossed) >= ENOUGH else 0


def meet(a: Event, b: Event) -> bool:
    """Whether two events have anything in common."""
    return not a.marks.isdisjoint(b.marks)


def same(a: Event, b: Event, common: frozenset[str]) -> int:
    """What speaks for two clauses telling of one event, but for what both events of a source have in common."""
    if a.places and b.places and a.places.isdisjoint(b.places):
        return 0
    stems = (a.stems & b.stems) - common
    alone = len(stems) == min(len(a.stems), len(b.stems)) and max(len(a.stems), len(b.stems)) <= FEW
    return CLASS * len((a.classes & b.classes) - common) + WORD * (len(stems) + (alone and bool(stems)))


def against(one: Told, found: Iterable[tuple[int, Told, Told]]) -> Iterator[Told]:
    """All that turn an order round."""
    for _, a, b in found:
        if one in (a, b):
            yield b if a is one else a


def side(first: Told, others: Iterable[Told]) -> list[Told]:
    """Those of a side, the first of each source."""
    by_source = {first.source: first}
    for told in others:
        by_source.setdefault(told.source, told)
    return list(by_source.values())


def evidence(text: str, told: Told, side: str) -> Evidence:
    """The evidence that the words of an order give."""
    value = Order(earlier=told.earlier.words, later=told.later.words, word=told.relation)
    return Evidence(told.source, told.start, told.end, text[told.start : told.end], value, side)


def shown(side: Iterable[Told], texts: Mapping[str, str]) -> str:
    """What a side says: which event came before or after which other."""
    return " / ".join(
        f"“{' '.join(texts[t.source][t.start : t.end].split())}” ({t.source}) of "
        f"“{(t.earlier if t.relation == 'before' else t.later).words}”"
        for t in side
    )


CHECK = Check(
    code="DAT106",
    name="chronology",
    severity="error",
    summary="One source puts an event before another, a second source puts it after.",
    why="What came first often says what caused the other.",
    fires=Example(
        (
            "The blast at the town hall came hours before the vote, officials said.",
            "Officials said that the town hall was hit by an explosion after the vote.",
        ),
    ),
    quiet=Example(
        (
            "The blast at the town hall came hours before the vote, officials said.",
            "The vote was held after an explosion at the town hall, officials said.",
        ),
    ),
    find=find,
)
