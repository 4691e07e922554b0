"""Whether two mentions with unlike values can be at odds at all, whatever else their contexts share."""

from __future__ import annotations

from factdiff.align.blocking import located
from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.comparison_levels import shared, thing
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.number import Number
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.time import Time
from factdiff.values.places.place import Place
from factdiff.values.relation import Value

#: levels of places that can be at odds: a town with a town, a country with a country
LEVELS = {"city": "town", "facility": "town", "district": "district", "country": "country"}
#: aspects of a date that begins or ends a span
EARLIEST, LATEST = frozenset({"from", "after"}), frozenset({"until", "before"})
BOUNDS = EARLIEST | LATEST
#: the rule that reads a weekday alone
WEEKDAY = "date-weekday"


def at_odds(a: Item, b: Item) -> bool:
    """Whether two items with unlike values can be at odds at all; each kind has its own reasons for a no."""
    if a.mention.surface.casefold() == b.mention.surface.casefold():
        return False  # the same words, read in two ways
    if shared(a.context.tied, b.context.tied) == "other":
        return False  # missiles from Iran are not those from elsewhere
    if isinstance(a.value, Place) and isinstance(b.value, Place):
        return places_at_odds(a, b)
    if (
        isinstance(a.value, Amount)
        and a.context.aspect != b.context.aspect
        and "part" in (a.context.aspect, b.context.aspect)
    ):
        return False
    if isinstance(a.value, Number):
        return counts_at_odds(a, b)
    if isinstance(a.value, Age):
        return ages_at_odds(a, b)
    if isinstance(a.value, Date) and isinstance(b.value, Date):
        return dates_at_odds(a, b)
    return not isinstance(a.value, Time) or not bounded(a, b)


def counts_at_odds(a: Item, b: Item) -> bool:
    """Counts of two things, or in two roles, cannot be at odds."""
    return thing(a, b) != "other" and shared(a.context.roles, b.context.roles) != "other"


def ages_at_odds(a: Item, b: Item) -> bool:
    """Ages of things of two classes, or of persons with two names, cannot be at odds."""
    one, two = a.context.bearer, b.context.bearer
    if one and two and one != two:
        return False
    names = [set((getattr(item.value, "person", None) or "").lower().split()) for item in (a, b)]
    return not all(names) or not names[0].isdisjoint(names[1])


def places_at_odds(a: Item, b: Item) -> bool:
    """Places of unlike events cannot be at odds, nor can a town with a country."""
    one, two = (LEVELS.get(getattr(item.value, "feature", "")) for item in (a, b))
    same = one is not None and one == two and located(a) and located(b)
    return same and shared(a.context.events, b.context.events) != "other"


def dates_at_odds(a: Item, b: Item) -> bool:
    """A bare weekday may be that of the week before or after, and what is bounded ("before 1960") is no such date."""
    if a.context.reported and b.context.reported:
        return False  # who speaks on Thursday may speak again on Friday
    if WEEKDAY in (a.mention.rule, b.mention.rule) and between(a.value, b.value) == len(WEEKDAYS):
        return False
    return not bounded(a, b) and not shifted(a, b)


def between(a: Value, b: Value) -> int:
    """How many days lie between the beginnings of two dates; 0 where one of them is not known."""
    if isinstance(a, Date) and isinstance(b, Date) and a.earliest and b.earliest:
        return abs(a.earliest.toordinal() - b.earliest.toordinal())
    return 0


def shifted(a: Item, b: Item) -> bool:
    """Whether two dates are the days of two zones: it is Tuesday in Greenwich when it is Wednesday in Tonga."""
    return between(a.value, b.value) == 1 and zones(a) != zones(b)


def zones(item: Item) -> set[str | None]:
    """The zones of the times beside a date, in its sentence."""
    beside = item.scene.mentions[max(0, item.place - 1) : item.place + 2]
    inside = (m for m in beside if item.context.sentence.start <= m.start < item.context.sentence.end)
    return {m.value.zone_name for m in inside if isinstance(m.value, Time) and m.value.zone_name}


def bounded(a: Item, b: Item) -> bool:
    """Whether one of two days or times bounds a span, and the other does not: "as of 4 p.m." and "at 8 a.m."."""
    here, there = a.context.aspect, b.context.aspect
    return here != there and not BOUNDS.isdisjoint({here, there})
