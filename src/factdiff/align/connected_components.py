"""Connected components: the groups of numbers that links join, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable


def connected_components(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups of the numbers below a count that links join, in the order of their first numbers.

    >>> connected_components(4, [(0, 2)])
    [[0, 2], [1], [3]]
    """
    home = list(range(count))

    def root(number: int) -> int:
        while home[number] != number:
            home[number] = home[home[number]]
            number = home[number]
        return number

    for a, b in links:
        one, two = sorted((root(a), root(b)))
        home[two] = one
    found: dict[int, list[int]] = {}
    for number in range(count):
        found.setdefault(root(number), []).append(number)
    return list(found.values())
