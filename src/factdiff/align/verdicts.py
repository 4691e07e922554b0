"""What the sources say together: the verdict on a fact, its consensus, and who stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.comparison_levels import thing, weighed_levels, weights
from factdiff.align.pair_verdicts import circumstances, explained
from factdiff.align.pairs import Link
from factdiff.records import Fact, Mention, Verdict
from factdiff.values.consensus import MAX_VALUES, sides
from factdiff.values.relation import Relation, RelationCache, Value

#: what is known of the things that counts of one fact count
SAME_THING = frozenset({"same", "class", "unknown"})
#: the verdicts on unlike values, each graver than the one before
GRAVER: tuple[Verdict, ...] = ("compatible", "updated", "disputed", "conflicting")


def judged(
    id: str,
    items: Sequence[Item],
    weakest: Link | None,
    restated: Collection[Mention],
    relations: RelationCache,
    voices: Mapping[str, str],
) -> Fact:
    """The fact of a cluster, which its ``weakest`` link tells the grounds of; near copies, which ``voices`` gives the
    first of, count once.
    """
    if len(items) == 1:
        mention = items[0].mention
        return Fact(id, mention.kind, "single-source", (mention,), mention.value)
    own = [item for item in items if item.mention not in restated]
    found = verdict(own, relations)
    groups = (
        sides([item.value for item in own], relations=relations) if found in GRAVER[1:] else [list(range(len(own)))]
    )
    backers = [{own[i].mention.source for i in group} for group in groups]
    count = [len({voices[source or ""] for source in group}) for group in backers]
    first = max(range(len(groups)), key=lambda n: (count[n], len(groups[n]), -n))
    leading = len(groups) == 1 or sorted(count)[-1] > sorted(count)[-2]
    outliers = sorted({s or "" for group in backers for s in group - backers[first]}) if leading else []
    return Fact(
        id=id,
        kind=items[0].mention.kind,
        verdict=found,
        mentions=tuple(item.mention for item in items),
        consensus=finest([own[i] for i in groups[first]], relations) if leading else None,
        outliers=tuple(outliers),
        why=weighed_levels(weakest.question, weakest.labels) if weakest else (),
        threshold=round(weights(weakest.question)[0], 6) if weakest else None,
    )


def verdict(items: Sequence[Item], relations: RelationCache) -> Verdict:
    """How the values of a fact lie to each other."""
    values = list(dict.fromkeys(item.value for item in items))
    if len({item.mention.source for item in items}) < 2:
        return "conflicting" if "conflicting" in map(explained, *unlike(items, relations)) else "single-source"
    if all(item.value is items[0].value for item in items):
        return agreement(items)
    found = {relations(a, b) for a, b in combinations(values[:MAX_VALUES], 2)}
    if Relation.DISJOINT in found:
        return max(map(explained, *unlike(items, relations)), key=GRAVER.index, default="conflicting")
    if len(values) < len(items):
        found.add(Relation.EQUAL)
    if found <= {Relation.EQUAL}:
        return agreement(items)
    return "ambiguous" if found == {Relation.INCOMPARABLE} else "compatible"


def unlike(items: Sequence[Item], relations: RelationCache) -> tuple[Sequence[Item], Sequence[Item]]:
    """The pairs of items whose values exclude each other, as two columns: of each value in circumstances of their own
    the first, as many as are set against each other.
    """
    first = {(item.value, circumstances(item)): item for item in reversed(items)}
    pairs = combinations(list(reversed(first.values()))[:MAX_VALUES], 2)
    found = [(a, b) for a, b in pairs if relations(a.value, b.value) is Relation.DISJOINT]
    return [a for a, _ in found], [b for _, b in found]


def agreement(items: Sequence[Item]) -> Verdict:
    """The verdict on equal values: counts of things that may not be the same ones only may be one fact."""
    return "agreed" if all(thing(items[0], item) in SAME_THING for item in items[1:]) else "compatible"


def finest(items: Sequence[Item], relations: RelationCache) -> Value:
    """The most exact of some values that agree: the one that lies inside the most others."""
    first = items[0]
    if all(item.value is first.value for item in items):
        return first.mention.value
    counts = dict(Counter(item.value for item in items).most_common(MAX_VALUES))
    inside = {a: sum(count for b, count in counts.items() if relations(a, b) is Relation.INSIDE) for a in counts}
    return max(items, key=lambda item: inside.get(item.value, 0)).mention.value
