"""Groups by average linkage: of two groups, the likeliest to be one are joined while that is likely enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from attrs import define
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

#: pairs less likely than this hold no groups together, and how many articles are linked at a time at most
LEAST, LARGEST = 0.05, 2_000


@define(eq=False)
class Linkage:
    """How groups are joined.

    Two groups are one where the average of the probabilities of their pairs is ``threshold`` or more, and, where both
    have ``large`` articles or more, no less than the share ``cohesion`` of what it is within one of them.
    """

    threshold: float
    cohesion: float
    large: int

    def groups(self, number: int, first: Any, second: Any, probability: Any, given: Any, days: int) -> list[list[int]]:
        """The groups of articles, each in order, from the probabilities of pairs; other pairs have none.

        ``given`` are the days of the articles: pairs that are further apart than ``days`` do not count.
        """
        found = []
        for members, inside in components(number, first, second, probability):
            if len(members) == 1:
                found.append([int(members[0])])
                continue
            place = {int(member): n for n, member in enumerate(members)}
            sums = np.zeros((len(members), len(members)))
            for a, b, p in zip(first[inside], second[inside], probability[inside], strict=True):
                sums[place[int(a)], place[int(b)]] = sums[place[int(b)], place[int(a)]] = p
            own = given[members]
            compared = comparable(own, days) | (sums > 0)
            found += [sorted(int(members[n]) for n in group) for group in self.joined(sums, compared.astype(float))]
        return sorted(found)

    def joined(self, sums: Any, counts: Any) -> list[list[int]]:
        """The groups of a few articles, from the sums of probabilities, and how many pairs these are of."""
        number = len(sums)
        np.fill_diagonal(sums, 0)
        np.fill_diagonal(counts, 0)
        average = np.where(counts > 0, sums / np.maximum(counts, 1), -1)
        groups: list[list[int]] = [[n] for n in range(number)]
        within = np.zeros((number, 2))
        while True:
            one, two = (int(n) for n in np.unravel_index(np.argmax(average), average.shape))
            if average[one, two] < self.threshold:
                return [group for group in groups if group]
            if self._looser(average[one, two], [(len(groups[n]), *within[n]) for n in (one, two)]):
                average[one, two] = average[two, one] = -1
                continue
            within[one] += within[two] + (sums[one, two], counts[one, two])
            never = ((average[one] < 0) & (counts[one] > 0)) | ((average[two] < 0) & (counts[two] > 0))
            sums[one] += sums[two]
            counts[one] += counts[two]
            sums[:, one], counts[:, one] = sums[one], counts[one]
            row = np.where((counts[one] > 0) & ~never, sums[one] / np.maximum(counts[one], 1), -1)
            row[one] = -1
            groups[one], groups[two] = groups[one] + groups[two], []
            average[one] = average[:, one] = row
            for matrix in (sums, counts):
                matrix[two] = matrix[:, two] = 0
            average[two] = average[:, two] = -1

    def _looser(self, average: float, groups: list[tuple[int, float, float]]) -> bool:
        """Whether two groups are both large, and hold together much better each than with the other."""
        return all(
            size >= self.large and total and average < self.cohesion * sum_ / total for size, sum_, total in groups
        )


def comparable(given: Any, days: int) -> Any:
    """Which pairs of articles lie within some days, or have no given day."""
    unknown = given < 0
    return (np.abs(given[:, None] - given[None, :]) <= days) | unknown[:, None] | unknown[None, :]


def components(number: int, first: Any, second: Any, probability: Any) -> Iterator[tuple[Any, Any]]:
    """The articles that likely pairs hold together, with the numbers of the pairs among them.

    Where too many hang together, only likelier pairs count.
    """
    waiting = [(np.arange(number), np.nonzero(probability >= LEAST)[0], LEAST)]
    while waiting:
        members, pairs, least = waiting.pop()
        place = np.full(number, -1)
        place[members] = np.arange(len(members))
        edges = (np.ones(len(pairs)), (place[first[pairs]], place[second[pairs]]))
        parts, labels = connected_components(coo_matrix(edges, (len(members), len(members))), directed=False)
        by_member, by_pair = np.argsort(labels, kind="stable"), labels[place[first[pairs]]]
        pair_order = np.argsort(by_pair, kind="stable")
        member_ends = np.searchsorted(labels[by_member], np.arange(parts + 1))
        pair_ends = np.searchsorted(by_pair[pair_order], np.arange(parts + 1))
        for part in range(parts):
            inside = members[by_member[member_ends[part] : member_ends[part + 1]]]
            own = pairs[pair_order[pair_ends[part] : pair_ends[part + 1]]]
            if len(inside) <= LARGEST:
                yield inside, own
            else:
                raised = min(1.0, least + 0.1)
                waiting.append((inside, own[probability[own] >= raised], raised))
