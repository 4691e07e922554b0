"""Rival ranks: unlike ranks that two sources give to what is one thing by its noun and by what it is counted among."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from factdiff.check import Story
from factdiff.context import RankClaim, rank_claims
from factdiff.records import Mention

#: how far apart two ranks are at most that may be one miscounted
APART = 10
#: how many stems two places in a table share at least in their sentences, and two ranks of which one is of "a third"
TABLE, ANOTHER = 3, 2
#: nouns of which a story tells more than one: the second day, the fifth day
TIME_UNITS = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year"})
#: the scopes that are spans of time
SPANS = frozenset({"year", "season", "month", "week", "decade", "since", "span"})
#: the measure by which most things are ranked
COMMONEST = "size"
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
    for first, second in combinations(claims, 2):
        for a in first:
            for b in second:
                if a.rank != b.rank and abs(a.rank - b.rank) <= APART and comparable(a, b):
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


def shared(a: RankClaim, b: RankClaim) -> int:
    """How many stems two claims have around them, without those of the ranked thing."""
    return len((a.around & b.around) - {a.stem, b.stem})


def one_row(a: RankClaim, b: RankClaim) -> bool:
    """Whether two ranks without a measure are places in one row; "first" is said of too many things."""
    if a.measure or b.measure or 1 in (a.rank, b.rank) or other_scope(a, b):
        return False
    scoped = bool(a.scopes & b.scopes)
    if a.noun and b.noun:
        return a.noun in b.kin and one_thing(a, b, scoped=scoped)
    if a.noun or b.noun:
        near = shared(a, b) or a.around & b.kin_stems or b.around & a.kin_stems or a.years & b.years
        return scoped and bool(near)
    return shared(a, b) >= (1 if scoped else TABLE) and (scoped or (a.placed and b.placed))


def one_thing(a: RankClaim, b: RankClaim, *, scoped: bool) -> bool:
    """Whether two ranked things of one kind are one by the words around them.

    Where an article says "a third", it counts through the things of a story, as articles do with persons and days.
    """
    if a.person or b.person or a.noun in TIME_UNITS:
        return scoped and not (a.indefinite or b.indefinite)
    if a.indefinite or b.indefinite:
        return shared(a, b) >= ANOTHER
    return scoped or shared(a, b) > 0 or (a.anaphoric and b.anaphoric)


def other_scope(a: RankClaim, b: RankClaim) -> bool:
    """Whether two ranks are counted among different things: since 2010 and since 2015, this year and ever.

    Two spans of time can be the same in other words, "this year" and "since January".
    """
    return bool(
        (a.scopes and b.scopes and not a.scopes & b.scopes and not a.scopes | b.scopes <= SPANS)
        or (a.years and b.years and not a.years & b.years)
        or (a.owner and b.owner and a.owner != b.owner)
    )


def other_place(own: RankClaim, rival: RankClaim, other: RankClaim) -> bool:
    """Whether another claim of a source gives things of the same kind another place, or the rival's place."""
    if other.measure:
        return False
    if other.noun:
        return other.noun in ({own.noun, rival.noun} if other.rank == 1 else own.kin | rival.kin)
    return other.rank == rival.rank and not (own.noun and rival.noun)


def one_ranking(a: RankClaim, b: RankClaim) -> bool:
    """Whether two ranks, of which one at least has a measure, are of one ranking."""
    if 1 in (a.rank, b.rank) or other_scope(a, b):
        return False
    common = shared(a, b)
    if a.measure and b.measure:
        one_noun = bool(a.noun and a.noun in b.kin)
        near = one_noun or a.stem in b.around or b.stem in a.around
        if a.measure == b.measure:
            return near or common >= ANOTHER or (a.measure != COMMONEST and not (a.noun and b.noun))
        return a.measure in b.rankings and near + bool(a.scopes & b.scopes) + common > 1
    return (a.placed and bool(b.measure) or b.placed and bool(a.measure)) and common >= ANOTHER


def other_ranking(own: RankClaim, rival: RankClaim, other: RankClaim) -> bool:
    """Whether another claim of a source gives a rank by the same measure, or the rival's rank by any."""
    if not other.measure:
        return False
    return other.rank == rival.rank or (other.rank > 1 and other.measure in own.rankings | rival.rankings)
