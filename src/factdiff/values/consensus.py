"""Which of several values agree: sides, consensus, and the values that stand between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factdiff.values.amounts.number import Number
from factdiff.values.relation import Relation, Relations, Value, relate
from factdiff.values.tolerances import DEFAULT, Tolerances

#: how many unlike values are set against each other, those that most give
MOST = 64


def bare(value: Value) -> Value:
    """A value as facts compare it: a count without what it counts, which alignment has settled."""
    return value.alone() if isinstance(value, Number) else value


def apart(a: Value, b: Value, tolerances: Tolerances = DEFAULT) -> bool:
    """Whether two values of one fact contradict each other; counts come without what they count."""
    return relate(a, b, tolerances) is Relation.DISJOINT


def sides(
    values: Sequence[Value], tolerances: Tolerances = DEFAULT, *, relations: Relations | None = None
) -> list[list[int]]:
    """The indices of the values by side, the side with the most values first; ``relations`` may know some by now.

    Values of one side do not contradict each other, those of two sides do. A value that contradicts none of several
    sides ("January 2" between 2023 and 2024) is on none of them, nor is one of more than so many that most give.

    >>> from factdiff.values.calendar.date import Date
    >>> from datetime import date
    >>> sides([Date.day(date(2024, 1, 2)), Date.day(date(2023, 1, 2)), Date.any_year(1, 2), Date.year(2024)])
    [[0, 3], [1]]
    """
    relations = relations or Relations(tolerances)
    same: dict[Value, list[int]] = {}
    for index, value in enumerate(map(bare, values)):
        same.setdefault(value, []).append(index)
    told = sorted(same, key=lambda value: -len(same[value]))[:MOST]
    rivals: dict[Value, set[Value]] = {value: set() for value in told}
    for one, two in combinations(told, 2):
        if relations(one, two) is Relation.DISJOINT:
            rivals[one].add(two)
            rivals[two].add(one)
    groups: list[list[Value]] = []
    for value in sorted(told, key=lambda value: (-sum(len(same[foe]) for foe in rivals[value]), same[value][0])):
        homes = [group for group in groups if rivals[value].isdisjoint(group)]
        if len(homes) == 1 and (rivals[value] or len(groups) == 1):
            homes[0].append(value)
        elif not homes:
            groups.append([value])
    found = [sorted(index for value in group for index in same[value]) for group in groups]
    return sorted(found, key=lambda group: (-len(group), group[0]))
