"""Support levels: what tells whether a value of a source supports a value of a draft with which it agrees."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.comparison_levels import counted_label
from factdiff.align.slots.slot_levels import SLOT_LEVELS
from factdiff.align.slots.slot_scores import NOTHING, SlotScores
from factdiff.align.support.support_relations import support_relation
from factdiff.values.amounts.amount import Amount
from factdiff.values.calendar.date import Date
from factdiff.values.relation import AGREEING, Relation, Value

#: the names of the levels, in their order
SUPPORT_LEVELS = (
    "slot", "relation", "things", "digits", "surface", "rival", "margin", "claimed", "sources", *SLOT_LEVELS,
)  # fmt: skip
#: the numbers of the labels for the things that two counts count
THINGS = {"same": 1.0, "class": 0.5, "unknown": 0.0, "word": -0.5, "other": -1.0}
#: the slot score from which a source counts as one that agrees
LIKELY = -2.0
DISJOINT = Relation.DISJOINT
#: the finest granularities of dates: their number of digits as a value
GRANULARITIES = {"day": 3, "month": 2}


class SupportLevels:
    """The support levels of the mentions of one source, the draft, in a block, and of all mentions that agree."""

    def __init__(self, scores: SlotScores, draft: str) -> None:
        self._scores = scores
        self._own = frozenset(number for number, item in scores.items.items() if item.mention.source == draft)

    def pairs(
        self, of: Iterable[int] | None = None, among: Container[int] | None = None
    ) -> Iterator[tuple[Item, Item, tuple[float, ...]]]:
        """The items of the draft, or those of them whose numbers are given, each with those that agree and the levels
        of both; given the numbers of items that are looked for, only ``among`` those.
        """
        for number in sorted(self._own) if of is None else of:
            related = self._scores.related.get(number, {})
            agreeing = [other for other, relation in related.items() if relation in AGREEING]
            wanted = agreeing if among is None else [other for other in agreeing if other in among]
            if wanted:
                yield from self._pairs_of(number, agreeing, wanted)

    def _pairs_of(
        self, number: int, agreeing: Sequence[int], wanted: Iterable[int]
    ) -> Iterator[tuple[Item, Item, tuple[float, ...]]]:
        """An item of the draft with those of the items ``wanted``, and the levels of both, given all that agree."""
        items, row, related = self._scores.items, self._scores.scores[number], self._scores.related[number]
        own, rivals = items[number], self._rivals(number)
        surface = own.mention.surface.casefold()
        sources = len({items[other].mention.source for other in agreeing if row[other] > LIKELY})
        for other in wanted:
            item, score = items[other], row[other]
            rival = rivals.get(item.mention.source, NOTHING)
            yield own, item, (
                score,
                support_relation(own.value, item.value, related[other]),
                THINGS[counted_label(own, item)],
                digits(own.value, item.value),
                1.0 if surface == item.mention.surface.casefold() else 0.0,
                rival,
                score - rival,
                score - self._claims(other, number),
                sources,
                *self._scores.levels[(number, other) if number < other else (other, number)],
            )  # fmt: skip

    def _rivals(self, number: int) -> Mapping[str | None, float]:
        """For each source, the best slot score of an item of the draft with a value that contradicts its own."""
        found: dict[str | None, float] = {}
        items, row = self._scores.items, self._scores.scores[number]
        for other, relation in self._scores.related[number].items():
            if relation is DISJOINT:
                source, score = items[other].mention.source, row[other]
                if score > found.get(source, NOTHING):
                    found[source] = score
        return found

    def _claims(self, other: int, number: int) -> float:
        """The best slot score of an item of a source with another item of the draft."""
        row = self._scores.scores[other]
        return max([row[own] for own in self._own if own != number and own in row], default=NOTHING)


def digits(a: Value, b: Value) -> float:
    """The number of significant digits that two amounts have in common, or of the parts of a date; 1 for others."""
    if isinstance(a, Amount) and isinstance(b, Amount):
        figures = (a.figure, b.figure)
        return min(figure.significant if figure else 0 for figure in figures)
    if isinstance(a, Date) and isinstance(b, Date):
        return min(GRANULARITIES.get(a.granularity, 1), GRANULARITIES.get(b.granularity, 1))
    return 1.0
