"""Contradiction: whether two mentions with different values can contradict each other, by the kind of their values."""

from __future__ import annotations

from factdiff.align.candidates.blocking import item_is_event_location
from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.comparison_levels import counted_label, overlap_label
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.number import Number
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.time import Time
from factdiff.values.places.place import Place
from factdiff.values.relation import Value

#: the levels of places; only places of one level can contradict each other: two towns, two countries
LEVELS = {"city": "town", "facility": "town", "district": "district", "country": "country"}
#: the aspects of a date that is the earliest or latest of a span
EARLIEST, LATEST = frozenset({"from", "after"}), frozenset({"until", "before"})
BOUNDS = EARLIEST | LATEST
#: the rule that reads a weekday alone
WEEKDAY = "date-weekday"


def can_contradict(a: Item, b: Item) -> bool:
    """Whether two items with different values can contradict each other."""
    if a.mention.surface.casefold() == b.mention.surface.casefold():
        return False  # the same words, read in two ways
    if overlap_label(a.context.origins, b.context.origins) == "other":
        return False  # missiles from Iran are not those from elsewhere
    if isinstance(a.value, Place) and isinstance(b.value, Place):
        return places_can_contradict(a, b)
    if isinstance(a.value, Amount) and is_only_one_part(a, b):
        return False
    if isinstance(a.value, Number):
        return counts_can_contradict(a, b)
    if isinstance(a.value, Age):
        return ages_can_contradict(a, b)
    if isinstance(a.value, Date) and isinstance(b.value, Date):
        return dates_can_contradict(a, b)
    return not isinstance(a.value, Time) or not only_one_bounded(a, b)


def is_only_one_part(a: Item, b: Item) -> bool:
    """Whether one of two amounts is a part of another figure: "27 of them" beside "35 died"."""
    return (a.context.aspect == "part") != (b.context.aspect == "part")


def counts_can_contradict(a: Item, b: Item) -> bool:
    """Whether two counts can contradict each other: they count one thing, in one role."""
    return counted_label(a, b) != "other" and overlap_label(a.context.roles, b.context.roles) != "other"


def ages_can_contradict(a: Item, b: Item) -> bool:
    """Whether two ages can contradict each other: they are of one class of things, or of persons that share a name."""
    one, two = a.context.bearer, b.context.bearer
    if one and two and one != two:
        return False
    names = [set((getattr(item.value, "person", None) or "").lower().split()) for item in (a, b)]
    return not all(names) or not names[0].isdisjoint(names[1])


def places_can_contradict(a: Item, b: Item) -> bool:
    """Whether two places can contradict each other: they are of one level, and of events of one class."""
    one, two = (LEVELS.get(getattr(item.value, "feature", "")) for item in (a, b))
    same = one is not None and one == two and item_is_event_location(a) and item_is_event_location(b)
    return same and overlap_label(a.context.events, b.context.events) != "other"


def dates_can_contradict(a: Item, b: Item) -> bool:
    """Whether two dates can contradict each other.

    A bound ("before 1960") and a date cannot, nor two days of statements; a weekday alone may be that of another week.
    """
    if a.context.reported and b.context.reported:
        return False  # who speaks on Thursday may speak again on Friday
    if WEEKDAY in (a.mention.rule, b.mention.rule) and days_between(a.value, b.value) == len(WEEKDAYS):
        return False
    return not only_one_bounded(a, b) and not is_zone_shift(a, b)


def days_between(a: Value, b: Value) -> int:
    """How many days lie between the beginnings of two dates; 0 where one of them is not known."""
    if isinstance(a, Date) and isinstance(b, Date) and a.earliest and b.earliest:
        return abs(a.earliest.toordinal() - b.earliest.toordinal())
    return 0


def is_zone_shift(a: Item, b: Item) -> bool:
    """Whether two dates are days of two time zones: it is Tuesday in Greenwich when it is Wednesday in Tonga."""
    return days_between(a.value, b.value) == 1 and time_zones(a) != time_zones(b)


def time_zones(item: Item) -> set[str | None]:
    """The time zones of the times beside a date in its sentence."""
    beside = item.document.mentions[max(0, item.index - 1) : item.index + 2]
    inside = (m for m in beside if item.context.sentence.start <= m.start < item.context.sentence.end)
    return {m.value.zone_name for m in inside if isinstance(m.value, Time) and m.value.zone_name}


def only_one_bounded(a: Item, b: Item) -> bool:
    """Whether only one of two days or times bounds a span: "as of 4 p.m." and "at 8 a.m."."""
    here, there = a.context.aspect, b.context.aspect
    return here != there and not BOUNDS.isdisjoint({here, there})
