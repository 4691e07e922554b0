"""Links of unlike values: the pairs whose slots are so alike that one of the two values must be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from factdiff.align.pair_verdicts import is_update
from factdiff.align.pairs import Link, Pair
from factdiff.align.slots.explanation import explained, reasons
from factdiff.align.slots.slot_scores import SlotScores
from factdiff.align.slots.step_functions import slot_table
from factdiff.align.slots.unlike_pairs import UnlikePair, ranked, unlike_pairs
from factdiff.align.slots.unlike_scores import UNLIKE_LEVELS, unlike_values
from factdiff.records import Fact, SuspectPair
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation, Value
from factdiff.values.terms.term import Term

#: the place of the level of near words
NEAR = UNLIKE_LEVELS.index("near")


def likely_pairs(scores: Iterable[SlotScores]) -> Sequence[UnlikePair]:
    """The unlike pairs of a story that are likely enough for suspects, the likeliest first."""
    least = slot_table()["threshold"]["suspect"]
    return [*ranked(pair for block in scores for pair in unlike_pairs(block, likely=True) if pair.score > least)]


def slot_links(pairs: Iterable[UnlikePair]) -> Iterator[Link]:
    """The links of the pairs that are likely enough for findings."""
    least = slot_table()["threshold"]["finding"]
    for pair in pairs:
        if pair.score > least and can_be_finding(pair.a.value, pair.levels):
            both = Pair(pair.a, pair.b, Relation.DISJOINT, 1.0)
            bar = least - unlike_values().prior
            yield Link("conflict", both, {}, pair.score - least, partial(explained, pair), bar)


def can_be_finding(value: Value, levels: Sequence[float]) -> bool:
    """Whether unlike values of this sort, with these levels, can be a finding.

    Not places, which lie in each other more often in real articles than is known, as a quarter in its city, and not
    grades of many persons; other grades need words near them in common, unless official bodies give them.
    """
    if isinstance(value, Term):
        return not value.table.many_persons and (value.table.designation or levels[NEAR] > 0)
    return not isinstance(value, Place)


def suspect_pairs(pairs: Iterable[UnlikePair], facts: Iterable[Fact]) -> tuple[SuspectPair, ...]:
    """The suspect pairs among unlike pairs, in their order: those that are not of one fact already, and no updates."""
    fact_of = {mention: fact.id for fact in facts for mention in fact.mentions}
    return tuple(
        SuspectPair(pair.a.mention, pair.b.mention, pair.score, reasons(pair))
        for pair in pairs
        if fact_of[pair.a.mention] != fact_of[pair.b.mention] and not is_update(pair.a, pair.b)
    )
