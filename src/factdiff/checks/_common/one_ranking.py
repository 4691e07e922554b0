"""One ranking: whether two ranks are counted among the same things and said of one of them."""

from __future__ import annotations

from factdiff.context import RankClaim

#: how many stems two places in a table share at least in their sentences, and two ranks that only like words make one
TABLE, ALIKE = 3, 2
#: nouns of which a story tells more than one: the second day, the fifth day
TIME_UNITS = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year"})
#: the scopes that are spans of time
SPANS = frozenset({"year", "season", "month", "week", "decade", "since", "span"})
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
    """Whether two ranks are counted among different things: since 2010 and since 2015, this year and ever.

    Two spans of time can be the same in other words, "this year" and "since January".
    """
    return bool(
        (a.scopes and b.scopes and not a.scopes & b.scopes and not a.scopes | b.scopes <= SPANS)
        or (dict(a.years).keys() & dict(b.years).keys() and not a.years & b.years)
        or (a.owner and b.owner and a.owner != b.owner)
    )


def one_row(a: RankClaim, b: RankClaim) -> bool:
    """Whether two ranks without a measure are places in one row; "first" is said of too many things."""
    if a.measure or b.measure or 1 in (a.rank, b.rank) or other_scope(a, b):
        return False
    scoped = bool(a.scopes & b.scopes)
    if a.noun and b.noun:
        if a.noun in b.kin or b.noun in a.kin:
            return one_thing(a, b, scoped=scoped)
        return scoped and not (a.indefinite or b.indefinite) and named_by_other(a, b) and shared(a, b) > 0
    if a.noun or b.noun:
        return one_deed(a, b, scoped=scoped)
    return shared(a, b, places=True) >= (1 if scoped else TABLE) and (scoped or (a.placed and b.placed))


def one_thing(a: RankClaim, b: RankClaim, *, scoped: bool) -> bool:
    """Whether two ranked things of one kind are one by the words around them.

    Where an article says "a third", it counts through the things of a story, as articles do with persons and days.
    """
    if a.person or b.person or a.noun in TIME_UNITS:
        return scoped and not (a.indefinite or b.indefinite)
    if a.indefinite or b.indefinite:
        return shared(a, b) >= ALIKE
    return scoped or shared(a, b) > 0 or (a.anaphoric and b.anaphoric)


def one_deed(a: RankClaim, b: RankClaim, *, scoped: bool) -> bool:
    """Whether a rank without a noun is that of the thing that another one ranks: "its tenth cut", "cut for the tenth
    time".
    """
    named = bool(a.around & b.kin_stems or b.around & a.kin_stems)
    if scoped and (named or shared(a, b) or a.years & b.years):
        return True
    deed = named or bool(a.events & b.events_around or b.events & a.events_around)
    if a.times or b.times:
        return deed and shared(a, b) > 0
    return bool(a.scopes and b.scopes) and named and shared(a, b) > 0


def named_by_other(a: RankClaim, b: RankClaim) -> bool:
    """Whether the noun of one of two claims stands in the sentence of the other."""
    return a.stem in b.around or b.stem in a.around


def one_ranking(a: RankClaim, b: RankClaim) -> bool:
    """Whether two ranks, of which one at least has a measure, are of one ranking."""
    if 1 in (a.rank, b.rank) or other_scope(a, b):
        return False
    common = shared(a, b)
    if not (a.measure and b.measure):
        return bool((a.placed and b.measure) or (b.placed and a.measure)) and common >= ALIKE
    near = bool(a.noun and (a.noun in b.kin or b.noun in a.kin)) or named_by_other(a, b)
    if a.measure == b.measure:
        return near or common >= ALIKE or (a.measure != COMMONEST and not (a.noun and b.noun))
    return a.measure in b.rankings and near + bool(a.scopes & b.scopes) + common > 1
