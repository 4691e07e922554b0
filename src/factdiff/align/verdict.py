"""What the sources say together: the verdict on a fact, its consensus, and who stands alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from itertools import combinations

from factdiff.align.levels import Item
from factdiff.records import Fact, Level, Mention, Verdict
from factdiff.values.consensus import sides
from factdiff.values.number import Number
from factdiff.values.relation import Relation, Value, compare
from factdiff.values.tolerances import Tolerances

#: classes of events whose counts grow while news comes in
TOLLS = frozenset({"kill", "injure", "missing", "rescue", "arrest"})


def judged(
    id: str,
    items: Sequence[Item],
    why: tuple[Level, ...],
    restated: Collection[Mention],
    tolerances: Tolerances,
) -> Fact:
    """The fact of a cluster."""
    if len(items) == 1:
        mention = items[0].mention
        return Fact(id, mention.kind, "single-source", (mention,), mention.value)
    own = [item for item in items if item.mention not in restated]
    groups = sides([item.value for item in own], tolerances)
    backers = [{own[i].mention.source for i in group} for group in groups]
    leading = len(groups) == 1 or len(backers[0]) > max(map(len, backers[1:]), default=0)
    outliers = sorted({s or "" for group in backers[1:] for s in group - backers[0]}) if leading else []
    return Fact(
        id=id,
        kind=items[0].mention.kind,
        verdict=verdict(own, tolerances),
        mentions=tuple(item.mention for item in items),
        consensus=finest([own[i] for i in groups[0]], tolerances) if groups and leading else None,
        outliers=tuple(outliers),
        why=why,
    )


def verdict(items: Sequence[Item], tolerances: Tolerances) -> Verdict:
    """How the values of a fact lie to each other."""
    if len({item.mention.source for item in items}) < 2:
        contradicts = any(relation_of(a, b, tolerances) is Relation.DISJOINT for a, b in combinations(items, 2))
        return "conflicting" if contradicts else "single-source"
    pairs = [(a, b, relation_of(a, b, tolerances)) for a, b in combinations(items, 2)]
    relations = {relation for _, _, relation in pairs}
    if Relation.DISJOINT in relations:
        unlike = [(a, b) for a, b, relation in pairs if relation is Relation.DISJOINT]
        return "updated" if all(moved(a, b) for a, b in unlike) else "conflicting"
    if relations <= {Relation.EQUAL}:
        return "agreed"
    return "ambiguous" if relations == {Relation.INCOMPARABLE} else "compatible"


def relation_of(a: Item, b: Item, tolerances: Tolerances) -> Relation:
    """The relation of two mentions' values."""
    return compare(a.value, b.value, tolerances).relation


def moved(a: Item, b: Item) -> bool:
    """Whether two tolls differ because one was published later: the dead grow more, the missing fewer as well."""
    first, second = a.mention.value, b.mention.value
    if not isinstance(first, Number) or not isinstance(second, Number):
        return False
    one, two = a.scene.published, b.scene.published
    if later(two, one):
        one, two, first, second = two, one, second, first
    both = a.context.events & b.context.events
    grown = first.region().high < second.region().low
    return later(one, two) and ("missing" in both or (grown and not TOLLS.isdisjoint(both)))


def later(before: date | None, after: date | None) -> bool:
    """Whether ``after`` is known to be later; a day without a time is not later than any time of that day.

    >>> later(date(2024, 4, 16), date(2024, 4, 17)), later(date(2024, 4, 16), datetime(2024, 4, 16, 18))
    (True, False)
    """
    if before is None or after is None:
        return False
    if isinstance(before, datetime) and isinstance(after, datetime):
        times = [time.replace(tzinfo=UTC) if time.tzinfo is None else time for time in (before, after)]
        return times[0] < times[1]
    days = [time.date() if isinstance(time, datetime) else time for time in (before, after)]
    return days[0] < days[1]


def finest(items: Sequence[Item], tolerances: Tolerances) -> Value:
    """The most exact of some values that agree: the one that lies inside the most others."""
    inside = [sum(relation_of(a, b, tolerances) is Relation.INSIDE for b in items) for a in items]
    return items[inside.index(max(inside))].mention.value
