"""One ranking: whether two ranks are counted among the same things and said of one of them."""

from __future__ import annotations

from factdiff.context import RankClaim

#: how far apart two ranks are at most that may be one miscounted, and two places in a table
MISCOUNTED, MISPLACED = 3, 10
#: how many stems two places in a table share at least in their sentences, and two ranks that only like words make one
TABLE, ALIKE = 3, 2
#: how many times one span of time is another at most that is the same in rounder words: 16 months, a year and a half
ROUNDED = 1.25
#: the scope of things that follow each other without a break, and that of a span of time
ROW, SPAN = "row", "span"
#: the measure by which most things are ranked
COMMONEST = "size"
#: how the stem of a place begins
PLACE_KEY = "="


def shared(a: RankClaim, b: RankClaim, *, places: bool = False) -> int:
    """How many stems two claims have around them, without those of the ranked thing, and without places if not asked
    for.
    """
    common = (a.around & b.around) - {a.stem, b.stem}
    return len(common if places else [stem for stem in common if not stem.startswith(PLACE_KEY)])


def other_scope(a: RankClaim, b: RankClaim) -> bool:
    """Whether two ranks are counted among different things: since 2010 and since 2015, this year and ever."""
    return bool(
        (a.scopes and b.scopes and not a.scopes.keys() & b.scopes.keys())
        or (dict(a.years).keys() & dict(b.years).keys() and not a.years & b.years)
        or (a.owner and b.owner and a.owner != b.owner)
        or (SPAN in a.scopes and SPAN in b.scopes and not one_span(a, b))
    )


def one_span(a: RankClaim, b: RankClaim) -> bool:
    """Whether two spans of time in which ranks are counted are equal, or nearly as long as each other."""
    if a.span and b.span:
        return max(a.span, b.span) <= ROUNDED * min(a.span, b.span)
    return a.scopes[SPAN] == b.scopes[SPAN]


def one_row(a: RankClaim, b: RankClaim) -> bool:
    """Whether two ranks without a measure are places in one row; "first" is said of too many things."""
    if a.measure or b.measure or 1 in (a.rank, b.rank) or other_scope(a, b):
        return False
    common = shared(a, b)
    if a.placed and b.placed:
        return abs(a.rank - b.rank) <= MISPLACED and shared(a, b, places=True) >= TABLE
    if abs(a.rank - b.rank) > MISCOUNTED:
        return False
    scoped, told = bool(a.scopes.keys() & b.scopes.keys()), a.predicated and b.predicated
    if a.noun and b.noun:
        if a.noun in b.kin or b.noun in a.kin:
            return one_thing(a, b, scoped=scoped, told=told)
        return told and ((scoped and named_by_other(a, b) and common > 0) or (common >= ALIKE and not several(a, b)))
    if a.noun or b.noun:
        return one_deed(a, b, scoped=scoped, told=told)
    return scoped and told and shared(a, b, places=True) > 0


def one_thing(a: RankClaim, b: RankClaim, *, scoped: bool, told: bool) -> bool:
    """Whether two ranked things of one kind are one by the words around them.

    Where an article says "a third", it counts through the things of a story, as articles do with persons and days. The
    days in a row are more each day.
    """
    if several(a, b):
        same_day = a.published is not None and a.published == b.published
        return scoped and not (a.indefinite or b.indefinite) and (a.person or same_day)
    common = shared(a, b)
    if a.indefinite or b.indefinite:
        return common >= ALIKE
    if scoped:
        return told or common >= ALIKE or ROW not in a.scopes
    sure = a.predicated or b.predicated or (a.named and b.named)
    return common >= (1 if sure else ALIKE) or (a.anaphoric and b.anaphoric)


def one_deed(a: RankClaim, b: RankClaim, *, scoped: bool, told: bool) -> bool:
    """Whether a rank without a noun is that of the thing that another one ranks: "its tenth cut", "cut for the tenth
    time".
    """
    ranked, other = (a, b) if a.noun else (b, a)
    common, named = shared(a, b), bool(other.around & ranked.kin_stems)
    if scoped and (named or ranked.around & other.kin_stems or a.years & b.years or (told and common > 0)):
        return True
    return named and common > 0 and (other.times or told)


def several(a: RankClaim, b: RankClaim) -> bool:
    """Whether one of two claims ranks a thing of which articles tell more than one."""
    return a.several or b.several


def named_by_other(a: RankClaim, b: RankClaim) -> bool:
    """Whether the noun of one of two claims stands in the sentence of the other."""
    return a.stem in b.around or b.stem in a.around


def one_ranking(a: RankClaim, b: RankClaim) -> bool:
    """Whether two ranks, of which one at least has a measure, are of one ranking."""
    if 1 in (a.rank, b.rank) or abs(a.rank - b.rank) > MISCOUNTED or other_scope(a, b):
        return False
    if not (a.measure and b.measure):
        sized = (a.placed and COMMONEST in b.rankings) or (b.placed and COMMONEST in a.rankings)
        return sized and shared(a, b, places=True) >= ALIKE
    common = shared(a, b)
    near = bool(a.noun and (a.noun in b.kin or b.noun in a.kin)) or named_by_other(a, b)
    if a.measure == b.measure:
        return near or common >= ALIKE or (a.measure != COMMONEST and not (a.noun and b.noun))
    return a.measure in b.rankings and near + bool(a.scopes.keys() & b.scopes.keys()) + common > 1
