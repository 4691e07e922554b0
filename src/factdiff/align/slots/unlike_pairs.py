"""Unlike pairs: mentions whose values exclude each other, with the score that they are of one fact all the same."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from factdiff.align.candidates.contradiction import ages_can_contradict, can_contradict
from factdiff.align.compared_mentions import Item
from factdiff.align.slots.boosted_scores import ASKED
from factdiff.align.slots.rival_levels import Rivals
from factdiff.align.slots.slot_scores import SlotScores
from factdiff.align.slots.unlike_scores import unlike_at_most, unlike_values
from factdiff.align.slots.value_levels import value_levels
from factdiff.values.calendar.days import calendar_day
from factdiff.values.relation import Relation

#: the slot score below which no pair is looked at
LEAST = -5.0
#: by how much two sums of the same numbers can differ in another order, and more
ROUNDING = 1e-9


@frozen(eq=False)
class UnlikePair:
    """Two items whose values exclude each other, their levels, and the log-odds that they are of one fact."""

    a: Item
    b: Item
    levels: tuple[float, ...]
    score: float


def unlike_pairs(scores: SlotScores, *, likely: bool = False) -> Iterator[UnlikePair]:
    """The unlike pairs of a block, scored; if only ``likely`` ones are wanted, most of the others are left out."""
    for a, b, levels in unlike_levels(scores, likely=likely):
        yield UnlikePair(a, b, levels, unlike_values().score(levels))


def unlike_levels(
    scores: SlotScores, of: Container[int] | None = None, *, likely: bool = False
) -> Iterator[tuple[Item, Item, tuple[float, ...]]]:
    """The unlike pairs of a block with their levels; given the numbers of items, only the pairs ``of`` those.

    If only ``likely`` pairs are wanted, those are left out that the trees are not asked about, which most are not
    whatever the levels are that take long.
    """
    rivals, items, published = Rivals(scores), scores.items, published_of(scores)
    at_most = unlike_at_most().score
    for (one, two), slot_levels in scores.levels.items():
        wanted = scores.scores[one][two] > LEAST and (of is None or one in of or two in of)
        if (
            wanted
            and scores.related[one][two] is Relation.DISJOINT
            and can_be_one_bearer(a := items[one], b := items[two])
        ):
            first = rivals.first_levels(one, two)
            own = value_levels(a.value, b.value, (published[one], published[two])) + slot_levels
            if not likely or at_most(first + own) > ASKED - ROUNDING:
                yield a, b, (*first, *rivals.last_levels(one, two), 1.0 if can_contradict(a, b) else 0.0, *own)


def published_of(scores: SlotScores) -> Mapping[int, date | None]:
    """The day of publication of the document of each item, by the number of the item."""
    documents = {item.document for item in scores.items.values()}
    days = {document: calendar_day(document.published) for document in documents}
    return {number: days[item.document] for number, item in scores.items.items()}


def can_be_one_bearer(a: Item, b: Item) -> bool:
    """Whether two mentions are no ages of a person and a ship, or of two persons by their names."""
    return a.mention.kind != "age" or ages_can_contradict(a, b)


def ranked(pairs: Iterable[UnlikePair]) -> Iterator[UnlikePair]:
    """The pairs, the likeliest first, each item only in its likeliest pair."""
    used: set[int] = set()
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.a.number, pair.b.number)):
        if pair.a.number not in used and pair.b.number not in used:
            used |= {pair.a.number, pair.b.number}
            yield pair
