"""Verdicts: makes a fact of a cluster, with its verdict, its consensus and its outliers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from factdiff.align.candidates.contradiction import is_only_one_part
from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.comparison_levels import counted_label, match_weights, weighed_levels
from factdiff.align.pair_verdicts import circumstances, common_tolls, pair_verdict
from factdiff.align.pairs import Link
from factdiff.records import Fact, Level, Mention, Verdict
from factdiff.values.consensus import MAX_VALUES, sides
from factdiff.values.relation import Relation, RelationCache, Value

#: the labels of counted things with which equal counts agree
SAME_THING = frozenset({"same", "class", "unknown"})
#: the verdicts on values that exclude each other, each graver than the one before
GRAVER: tuple[Verdict, ...] = ("compatible", "updated", "disputed", "conflicting")


def to_fact(
    id: str,
    items: Sequence[Item],
    weakest: Link | None,
    restated: Collection[Mention],
    relations: RelationCache,
    originals: Mapping[str, str],
) -> Fact:
    """The fact of a cluster, with the levels of its ``weakest`` link as grounds.

    ``originals`` gives the source that each source is a near copy of: a source and its near copies count once.
    """
    if len(items) == 1:
        mention = items[0].mention
        return Fact(id, mention.kind, "single-source", (mention,), mention.value)
    own = [item for item in items if item.mention not in restated]
    found = verdict(own, relations)
    groups = (
        sides([item.value for item in own], relations=relations) if found in GRAVER[1:] else [list(range(len(own)))]
    )
    backing_sources = [{own[i].mention.source for i in group} for group in groups]
    count = [len({originals[source or ""] for source in group}) for group in backing_sources]
    first = max(range(len(groups)), key=lambda n: (count[n], len(groups[n]), -n))
    leading = len(groups) == 1 or sorted(count)[-1] > sorted(count)[-2]
    outliers = sorted({s or "" for group in backing_sources for s in group - backing_sources[first]}) if leading else []
    return Fact(
        id=id,
        kind=items[0].mention.kind,
        verdict=found,
        mentions=tuple(item.mention for item in items),
        consensus=most_exact([own[i] for i in groups[first]], relations) if leading else None,
        outliers=tuple(outliers),
        why=grounds_of(weakest) if weakest else (),
        threshold=threshold_of(weakest) if weakest else None,
    )


def grounds_of(link: Link) -> tuple[Level, ...]:
    """The comparison levels of a link with their weights."""
    return link.levels() if link.levels else weighed_levels(link.question, link.labels)


def threshold_of(link: Link) -> float:
    """What the weights of a link had to reach."""
    return round(match_weights(link.question)[0] if link.threshold is None else link.threshold, 6)


def verdict(items: Sequence[Item], relations: RelationCache) -> Verdict:
    """The verdict on a cluster, by the relations between its values."""
    values = list(dict.fromkeys(item.value for item in items))
    if len({item.mention.source for item in items}) < 2:
        return "conflicting" if "conflicting" in conflict_verdicts(items, relations) else "single-source"
    if all(item.value is items[0].value for item in items):
        return agreement_verdict(items)
    found = {relations(a, b) for a, b in combinations(values[:MAX_VALUES], 2)}
    if Relation.DISJOINT in found:
        return max(conflict_verdicts(items, relations), key=GRAVER.index, default="conflicting")
    if len(values) < len(items):
        found.add(Relation.EQUAL)
    if found <= {Relation.EQUAL}:
        return agreement_verdict(items)
    return "ambiguous" if found == {Relation.INCOMPARABLE} else "compatible"


def conflict_verdicts(items: Sequence[Item], relations: RelationCache) -> Iterator[Verdict]:
    """The verdicts on the pairs of items whose values exclude each other.

    Only the first item of each value and circumstances is looked at, and only as many values as are compared at most.
    """
    first = {(item.value, circumstances(item)): item for item in reversed(items)}
    pairs = combinations(list(reversed(first.values()))[:MAX_VALUES], 2)
    tolls = common_tolls(items)
    for a, b in pairs:
        if relations(a.value, b.value) is Relation.DISJOINT:
            yield "compatible" if is_only_one_part(a, b) else pair_verdict(a, b, tolls)


def agreement_verdict(items: Sequence[Item]) -> Verdict:
    """The verdict on equal values: compatible rather than agreed for counts of things that may not be the same."""
    return "agreed" if all(counted_label(items[0], item) in SAME_THING for item in items[1:]) else "compatible"


def most_exact(items: Sequence[Item], relations: RelationCache) -> Value:
    """The most exact of values that agree: the one that lies inside the most others."""
    first = items[0]
    if all(item.value is first.value for item in items):
        return first.mention.value
    counts = dict(Counter(item.value for item in items).most_common(MAX_VALUES))
    inside = {a: sum(count for b, count in counts.items() if relations(a, b) is Relation.INSIDE) for a in counts}
    return max(items, key=lambda item: inside.get(item.value, 0)).mention.value
