"""What the sources say together: the verdict on a fact, its consensus, and who stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import timedelta
from itertools import combinations

from factdiff.align.items import Item
from factdiff.records import Fact, Level, Mention, Verdict
from factdiff.values.calendar import later
from factdiff.values.consensus import MOST, sides
from factdiff.values.number import Number
from factdiff.values.relation import Relation, Relations, Value

#: classes of events whose counts grow while news comes in
TOLLS = frozenset({"kill", "injure", "missing", "rescue", "arrest"})
#: by how much one report must be later than another for its toll to be an update
LAG = timedelta(hours=4)
#: the verdicts on unlike values, each graver than the one before
GRAVER: tuple[Verdict, ...] = ("updated", "disputed", "conflicting")


def judged(
    id: str,
    items: Sequence[Item],
    why: tuple[Level, ...],
    restated: Collection[Mention],
    relations: Relations,
) -> Fact:
    """The fact of a cluster."""
    if len(items) == 1:
        mention = items[0].mention
        return Fact(id, mention.kind, "single-source", (mention,), mention.value)
    own = [item for item in items if item.mention not in restated]
    found = verdict(own, relations)
    groups = sides([item.value for item in own], relations=relations) if found in GRAVER else [list(range(len(own)))]
    backers = [{own[i].mention.source for i in group} for group in groups]
    leading = len(groups) == 1 or len(backers[0]) > max(map(len, backers[1:]), default=0)
    outliers = sorted({s or "" for group in backers[1:] for s in group - backers[0]}) if leading else []
    return Fact(
        id=id,
        kind=items[0].mention.kind,
        verdict=found,
        mentions=tuple(item.mention for item in items),
        consensus=finest([own[i] for i in groups[0]], relations) if leading else None,
        outliers=tuple(outliers),
        why=why,
    )


def verdict(items: Sequence[Item], relations: Relations) -> Verdict:
    """How the values of a fact lie to each other."""
    values = list(dict.fromkeys(item.value for item in items))
    if len({item.mention.source for item in items}) < 2:
        contradicts = any(relations(a, b) is Relation.DISJOINT for a, b in combinations(values[:MOST], 2))
        return "conflicting" if contradicts else "single-source"
    if all(item.value is items[0].value for item in items):
        return "agreed"
    found = {relations(a, b) for a, b in combinations(values[:MOST], 2)}
    if Relation.DISJOINT in found:
        alike = {(item.value, item.context.roles & TOLLS, item.scene.published): item for item in reversed(items)}
        pairs = combinations(list(reversed(alike.values()))[:MOST], 2)
        unlike = [(a, b) for a, b in pairs if relations(a.value, b.value) is Relation.DISJOINT]
        return max((moved(a, b) for a, b in unlike), key=GRAVER.index, default="conflicting")
    if len(values) < len(items):
        found.add(Relation.EQUAL)
    if found <= {Relation.EQUAL}:
        return "agreed"
    return "ambiguous" if found == {Relation.INCOMPARABLE} else "compatible"


def moved(a: Item, b: Item) -> Verdict:
    """What became of two unlike values: a toll that a later report has higher is updated, one that it has lower is
    disputed; the missing may become fewer as well.
    """
    first, second = a.mention.value, b.mention.value
    tolls = a.context.roles & b.context.roles & TOLLS
    if not isinstance(first, Number) or not isinstance(second, Number) or not tolls:
        return "conflicting"
    if later(b.scene.published, a.scene.published, by=LAG):
        first, second = second, first
    elif not later(a.scene.published, b.scene.published, by=LAG):
        return "conflicting"
    grown = first.region().high < second.region().low
    return "updated" if grown or "missing" in tolls else "disputed"


def finest(items: Sequence[Item], relations: Relations) -> Value:
    """The most exact of some values that agree: the one that lies inside the most others."""
    first = items[0]
    if all(item.value is first.value for item in items):
        return first.mention.value
    counts = dict(Counter(item.value for item in items).most_common(MOST))
    inside = {a: sum(count for b, count in counts.items() if relations(a, b) is Relation.INSIDE) for a in counts}
    return max(items, key=lambda item: inside.get(item.value, 0)).mention.value
