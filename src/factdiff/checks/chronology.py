"""DAT106: one event before another here, after it there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby, islice, product

from factdiff.check import Check, Example, Story, finding
from factdiff.context import Event, EventOrder, event_orders
from factdiff.records import Evidence, Finding
from factdiff.values.clauses.event_order import Order

WHAT, SETTLES = "The order of two events is turned round", "a record with times settles it"
#: what a common class of events, and a common stem or figure, say for two clauses telling of one event; and what both
#: pairs of clauses must reach together
CLASS, WORD, ENOUGH = 2, 1, 4
#: how many stems a clause may have at most for those that it shares to name its event alone: "before the funeral"
FEW = 3
#: with how many others each order is compared
MOST = 64


def find(story: Story) -> Iterator[Finding]:
    """A finding for each two events of which some sources put one first, and others the other."""
    texts = {source.id or "": source.text for source in story.sources}
    found = [
        (likeness, a, b)
        for a, b in crossing([document.cached(event_orders) for document in story.documents])
        if (likeness := turned(a, b))
    ]
    rivals: defaultdict[EventOrder, list[EventOrder]] = defaultdict(list)
    for _, a, b in found:
        rivals[a].append(b)
        rivals[b].append(a)
    used: set[EventOrder] = set()
    for _, first, second in sorted(found, key=lambda pair: -pair[0]):
        if used.isdisjoint((first, second)):
            others = ([x for x in rivals[one] if x not in used] for one in (second, first))
            sides = [side(one, some) for one, some in zip((first, second), others, strict=True)]
            spans = [evidence(texts[t.source], t, name) for name, some in zip("AB", sides, strict=True) for t in some]
            said = " against ".join(shown(some, texts) for some in sides)
            yield finding(
                "error", f"The order of two events is turned round: {said}; a record with times settles it", spans
            )
            used.update(*sides)


def crossing(every: Iterable[Sequence[EventOrder]]) -> Iterator[tuple[EventOrder, EventOrder]]:
    """The pairs of two sources in which what is earlier in one has anything in common with what is later in the other,
    and the other way round; of many the first few of each. ``every`` holds what each source tells.
    """
    before: list[EventOrder] = []
    marked: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for told in every:
        for one in told:
            for number in islice(turning(marked, one), MOST):
                yield before[number], one
        for number, one in enumerate(told, len(before)):
            for marks in product(one.earlier.marks, one.later.marks):
                marked[marks].append(number)
        before += told


def turning(marked: Mapping[tuple[str, str], Sequence[int]], one: EventOrder) -> Iterator[int]:
    """The numbers of those that can turn an order round, in their order."""
    keys = product(one.later.marks, one.earlier.marks)
    return (number for number, _ in groupby(merge(*(marked[key] for key in keys if key in marked))))


def turned(a: EventOrder, b: EventOrder) -> int:
    """How much speaks for two sources telling of the same two events in opposite orders; 0 where too little does."""
    if a.modality != b.modality:
        return 0
    common = (a.earlier.marks & a.later.marks) | (b.earlier.marks & b.later.marks)
    crossed = same(a.earlier, b.later, common), same(a.later, b.earlier, common)
    straight = same(a.earlier, b.earlier, common), same(a.later, b.later, common)
    return sum(crossed) if min(crossed) >= CLASS and max(straight) < min(crossed) and sum(crossed) >= ENOUGH else 0


def same(a: Event, b: Event, common: frozenset[str]) -> int:
    """What speaks for two clauses telling of one event, but for what both events of a source have in common."""
    if a.places and b.places and a.places.isdisjoint(b.places):
        return 0
    stems = (a.stems & b.stems) - common
    alone = len(stems) == min(len(a.stems), len(b.stems)) and max(len(a.stems), len(b.stems)) <= FEW
    return CLASS * len((a.classes & b.classes) - common) + WORD * (len(stems) + (alone and bool(stems)))


def side(first: EventOrder, others: Iterable[EventOrder]) -> list[EventOrder]:
    """Those of a side, the first of each source."""
    by_source = {first.source: first}
    for told in others:
        by_source.setdefault(told.source, told)
    return list(by_source.values())


def evidence(text: str, told: EventOrder, side: str) -> Evidence:
    """The evidence that the words of an order give."""
    value = Order(earlier=told.earlier.words, later=told.later.words, word=told.relation)
    return Evidence(told.source, told.start, told.end, text[told.start : told.end], value, side)


def shown(side: Iterable[EventOrder], texts: Mapping[str, str]) -> str:
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
