"""Rival ranks: unlike ranks that two sources give to what is one thing by its noun and by what it is counted among."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, product

from factdiff.check import Story
from factdiff.checks._common.one_ranking import one_ranking, one_row, shared
from factdiff.context import RankClaim, rank_claims
from factdiff.records import Mention

#: how many ranks of a source are compared
MOST = 40


def rival_places(story: Story) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of mentions in which two sources give one thing unlike places in a row."""
    return rivals(story, one_row, other_place)


def rival_rankings(story: Story) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of mentions in which two sources give one thing unlike ranks by one measure."""
    return rivals(story, one_ranking, other_ranking)


def rivals(
    story: Story,
    comparable: Callable[[RankClaim, RankClaim], bool],
    withdrawn: Callable[[RankClaim, RankClaim, RankClaim], bool],
) -> Iterator[tuple[Mention, Mention]]:
    """The comparable pairs of claims of two sources with unlike ranks, those that share most first.

    A source with another claim that withdraws its own says nothing, and each mention stands in one pair at most.
    """
    claims = [document.cached(rank_claims)[:MOST] for document in story.documents]
    by_source = {some[0].mention.source: some for some in claims if some}
    found: defaultdict[int, list[tuple[RankClaim, RankClaim]]] = defaultdict(list)
    for a, b in (pair for two in combinations(claims, 2) for pair in product(*two)):
        if a.rank != b.rank and comparable(a, b):
            found[shared(a, b)].append((a, b))
    used: set[Mention] = set()
    for _, pairs in sorted(found.items(), reverse=True):
        for a, b in pairs:
            if used.isdisjoint((a.mention, b.mention)) and not any(
                withdrawn(own, rival, other)
                for own, rival in ((a, b), (b, a))
                for other in by_source[own.mention.source]
                if other.rank != own.rank
            ):
                used |= {a.mention, b.mention}
                yield a.mention, b.mention


def other_place(own: RankClaim, rival: RankClaim, other: RankClaim) -> bool:
    """Whether another claim of a source gives things of the same kind another place, or the rival's place."""
    if other.measure:
        return False
    if other.noun:
        if other.rank == 1:
            return other.noun in (own.noun, rival.noun) and not own.scopes
        return other.noun in own.kin | rival.kin
    return other.rank == rival.rank and not (own.noun and rival.noun)


def other_ranking(own: RankClaim, rival: RankClaim, other: RankClaim) -> bool:
    """Whether another claim of a source gives a rank by the same measure, or the rival's rank by any."""
    if not other.measure:
        return False
    return other.rank == rival.rank or (other.rank > 1 and other.measure in own.rankings | rival.rankings)
