"""Years that a text counts from a date, against the dates themselves: anniversaries, and sums that are written out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from factdiff.records import Mention
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import calendar_day
from factdiff.values.calendar.duration import Duration

#: rules of mentions that count years up to the publication, of years that sums give, and of years since another
MARKED = frozenset({"ordinal-anniversary", "duration-marked"})
ANCHORED, SINCE = "date-anchored", "duration-since"
RULES = MARKED | {ANCHORED, SINCE}
#: how far from each other an anniversary and the date of its beginning can stand, in characters
REACH = 200
#: an anniversary has as many years at least, may be off by one, and is another one where it is further off than that
FEWEST, SLACK, FURTHEST = 5, 1, 15


def miscounted(
    mentions: Sequence[Mention], published: date | None, text: str
) -> Iterator[tuple[Mention, Mention, int]]:
    """The counts of years of a source with the date that they are counted from, and how many years there are."""
    if RULES.isdisjoint([mention.rule for mention in mentions]):
        return
    for count, stated in summed(mentions, text):
        yield count, stated, stated_year(stated)
    if published is None:
        return
    now = calendar_day(published)
    for count, begun in (*marked(mentions), *since(mentions, text)):
        start, number = begun.value, years(count)
        if isinstance(start, Date) and start.earliest is not None and number is not None and number >= FEWEST:
            actual = now.year - start.earliest.year
            if SLACK < abs(actual - number) <= FURTHEST:
                yield count, begun, actual


def years(mention: Mention) -> float | None:
    """How many years a mention counts, or None."""
    value = mention.value
    if isinstance(value, Ordinal):
        return value.rank
    exact = isinstance(value, Duration) and value.unit == "year" and value.is_point
    return value.stated if exact and isinstance(value, Duration) else None


def marked(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each anniversary with the one date of a beginning near it."""
    begun = [m for m in mentions if m.rule == "date-begun"]
    for count in mentions if begun else ():
        if count.rule in MARKED:
            near = [m for m in begun if abs(m.start - count.start) <= REACH]
            if len({str(m.value) for m in near}) == 1:
                yield count, near[0]


def since(mentions: Sequence[Mention], text: str) -> Iterator[tuple[Mention, Mention]]:
    """Each "50 years since 1964"."""
    for count, begun in pairwise(mentions):
        if count.rule != SINCE or len(text[count.end : begun.start].split()) != 1:
            continue
        if isinstance(begun.value, Date) and begun.value.granularity == "year":
            yield count, begun


def summed(mentions: Sequence[Mention], text: str) -> Iterator[tuple[Mention, Mention]]:
    """Each "in 2012, 235 years after 1776" whose year is another one."""
    for first, second in pairwise(mentions):
        if (first.rule == ANCHORED) == (second.rule == ANCHORED):
            continue
        added, stated = (first, second) if first.rule == ANCHORED else (second, first)
        close = len(text[first.end : second.start].strip(" ,(-")) <= 1
        if (
            close
            and isinstance(added.value, Date)
            and isinstance(stated.value, Date)
            and apart(added.value, stated.value)
        ):
            yield added, stated


def apart(one: Date, two: Date) -> bool:
    """Whether two dates are of years that rounding does not explain."""
    if one.earliest is None or two.earliest is None or one.granularity != "year":
        return False
    return two.granularity in ("year", "month", "day") and abs(one.earliest.year - two.earliest.year) > SLACK


def stated_year(mention: Mention) -> int:
    """The year of a mention of a date."""
    value = mention.value
    return value.earliest.year if isinstance(value, Date) and value.earliest else 0
