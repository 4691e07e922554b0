"""Consensus: the groups of agreeing values ("sides") among the values of one fact."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factdiff.values.amounts.money import Money
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.calendar.time import Time
from factdiff.values.relation import Relation, RelationCache, Value, relate
from factdiff.values.tolerances import DEFAULT, Tolerances

#: the most distinct values that are compared with each other, the most frequent ones
MAX_VALUES = 64


def comparable_value(value: Value) -> Value:
    """The value as it is compared within a fact, without what alignment has compared: what a number counts, an ordinal
    ranks or a price is per, and the day of a time.

    >>> from factdiff.values.amounts.ordinal import Ordinal
    >>> relate(*(comparable_value(Ordinal(rank=rank, counted=of)) for rank, of in ((3, "outbreak"), (4, None))))
    <Relation.DISJOINT: 'disjoint'>
    """
    return value.bare if isinstance(value, Money | Number | Ordinal | Time) else value


def contradicts(a: Value, b: Value, tolerances: Tolerances = DEFAULT) -> bool:
    """Whether two comparable values of one fact contradict each other."""
    return relate(a, b, tolerances) is Relation.DISJOINT


def sides(
    values: Sequence[Value], tolerances: Tolerances = DEFAULT, *, relations: RelationCache | None = None
) -> list[list[int]]:
    """The indices of the values by side, the side with the most values first.

    Values of one side do not contradict each other, values of two sides do. A value that contradicts none of several
    sides ("January 2" beside 2023 and 2024) is on no side, nor are the rarest values beyond ``MAX_VALUES``.
    ``relations`` is a cache of relations that are known already.

    >>> from factdiff.values.calendar.date import Date
    >>> from datetime import date
    >>> sides([Date.day(date(2024, 1, 2)), Date.day(date(2023, 1, 2)), Date.any_year(1, 2), Date.year(2024)])
    [[0, 3], [1]]
    """
    relations = relations or RelationCache(tolerances)
    same: dict[Value, list[int]] = {}
    for index, value in enumerate(map(comparable_value, values)):
        same.setdefault(value, []).append(index)
    distinct = sorted(same, key=lambda value: -len(same[value]))[:MAX_VALUES]
    disjoint: dict[Value, set[Value]] = {value: set() for value in distinct}
    for one, two in combinations(distinct, 2):
        if relations(one, two) is Relation.DISJOINT:
            disjoint[one].add(two)
            disjoint[two].add(one)
    groups: list[list[Value]] = []
    for value in sorted(distinct, key=lambda value: (-sum(len(same[v]) for v in disjoint[value]), same[value][0])):
        possible = [group for group in groups if disjoint[value].isdisjoint(group)]
        if len(possible) == 1 and (disjoint[value] or len(groups) == 1):
            possible[0].append(value)
        elif not possible:
            groups.append([value])
    found = [sorted(index for value in group for index in same[value]) for group in groups]
    return sorted(found, key=lambda group: (-len(group), group[0]))
