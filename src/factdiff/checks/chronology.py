"""DAT106: one event before another here, after it there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby, islice, product

from factdiff.align.weighed_items import BRIEF
from factdiff.check import Check, Example, Story, finding
from factdiff.context import Event, EventOrder, event_orders
from factdiff.records import Evidence, Finding
from factdiff.values.clauses.event_order import Order

WHAT, SETTLES = "The order of two events is turned round", "a record with times settles it"
#: the scores of a common class of events and of a common stem or figure of two clauses, and the least score of both
#: pairs of clauses together
CLASS, WORD, ENOUGH = 2, 1, 4
#: the most stems of a clause that names its event by a noun alone: "before the funeral"
FEW = 3
#: the least score between articles that are not brief, which tell of many events
SURE = 8
#: with how many others each order is compared
MOST = 64


def find(story: Story) -> Iterator[Finding]:
    """A finding for each two events of which some sources put one first, and others the other."""
    texts = {source.id or "": source.text for source in story.sources}
    brief = {document.source.id or "" for document in story.documents if len(document.sentences) <= BRIEF}
    reversals = [
        (likeness, a, b)
        for a, b in crossing_pairs([document.cached(event_orders) for document in story.documents])
        if (likeness := reversal_score(a, b)) and (likeness >= SURE or a.source in brief or b.source in brief)
    ]
    reversed_orders: defaultdict[EventOrder, list[EventOrder]] = defaultdict(list)
    for _, a, b in reversals:
        reversed_orders[a].append(b)
        reversed_orders[b].append(a)
    used: set[EventOrder] = set()
    for _, first, second in sorted(reversals, key=lambda pair: -pair[0]):
        if used.isdisjoint((first, second)):
            others = ([x for x in reversed_orders[one] if x not in used] for one in (second, first))
            sides = [one_of_each_source(one, side) for one, side in zip((first, second), others, strict=True)]
            spans = [evidence(texts[t.source], t, name) for name, side in zip("AB", sides, strict=True) for t in side]
            said = " against ".join(quoted_side(side, texts) for side in sides)
            yield finding("error", f"{WHAT}: {said}; {SETTLES}", spans)
            used.update(*sides)


def crossing_pairs(orders_by_source: Iterable[Sequence[EventOrder]]) -> Iterator[tuple[EventOrder, EventOrder]]:
    """The pairs of orders of two sources in which the earlier event of one shares a mark with the later of the other,
    and the other way round; at most ``MOST`` for each order.
    """
    before: list[EventOrder] = []
    numbers_by_marks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for source_orders in orders_by_source:
        for one in source_orders:
            for number in islice(reversing_numbers(numbers_by_marks, one), MOST):
                yield before[number], one
        for number, one in enumerate(source_orders, len(before)):
            for marks in product(one.earlier.marks, one.later.marks):
                numbers_by_marks[marks].append(number)
        before += source_orders


def reversing_numbers(numbers_by_marks: Mapping[tuple[str, str], Sequence[int]], one: EventOrder) -> Iterator[int]:
    """The numbers of the orders that may be the reverse of one, sorted."""
    keys = product(one.later.marks, one.earlier.marks)
    return (number for number, _ in groupby(merge(*(numbers_by_marks[key] for key in keys if key in numbers_by_marks))))


def reversal_score(a: EventOrder, b: EventOrder) -> int:
    """The score for two orders being the same events in reverse; 0 where it is too low."""
    if a.modality != b.modality:
        return 0
    common = (a.earlier.marks & a.later.marks) | (b.earlier.marks & b.later.marks)
    crossed = same_event_score(a.earlier, b.later, common), same_event_score(a.later, b.earlier, common)
    straight = same_event_score(a.earlier, b.earlier, common), same_event_score(a.later, b.later, common)
    return sum(crossed) if min(crossed) >= CLASS and max(straight) < min(crossed) and sum(crossed) >= ENOUGH else 0


def same_event_score(a: Event, b: Event, common: frozenset[str]) -> int:
    """The score for two clauses naming the same event, without the marks that both events of a source share."""
    if a.places and b.places and a.places.isdisjoint(b.places):
        return 0
    stems = (a.stems & b.stems) - common
    alone = len(stems) == min(len(a.stems), len(b.stems)) and max(len(a.stems), len(b.stems)) <= FEW
    return CLASS * len((a.classes & b.classes) - common) + WORD * (len(stems) + (alone and bool(stems)))


def one_of_each_source(first: EventOrder, others: Iterable[EventOrder]) -> list[EventOrder]:
    """The orders of a side, the first of each source."""
    by_source = {first.source: first}
    for order in others:
        by_source.setdefault(order.source, order)
    return list(by_source.values())


def evidence(text: str, order: EventOrder, side: str) -> Evidence:
    """The words of an order as evidence."""
    value = Order(earlier=order.earlier.words, later=order.later.words, word=order.relation)
    return Evidence(order.source, order.start, order.end, text[order.start : order.end], value, side)


def quoted_side(side: Iterable[EventOrder], texts: Mapping[str, str]) -> str:
    """The words of a side with their sources, for a message: which event came before or after which other."""
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
