"""Counts of years that their dates do not give: anniversaries, "50 years since 1964", "235 years after 1776"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from factdiff.records import Mention
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import calendar_day
from factdiff.values.calendar.duration import Duration

#: rules of mentions that count years up to the publication, that add years to a date, and that count years since one
ANNIVERSARY_RULES = frozenset({"ordinal-anniversary", "duration-marked"})
ADDED_RULE, SINCE_RULE = "date-anchored", "duration-since"
RULES = ANNIVERSARY_RULES | {ADDED_RULE, SINCE_RULE}
#: how many characters an anniversary and the date of its beginning can stand apart
REACH = 200
#: the fewest years of an anniversary, how many it may be off by rounding, and from where on it is that of another event
FEWEST, SLACK, FURTHEST = 5, 1, 15


def miscounted(
    mentions: Sequence[Mention], published: date | None, text: str
) -> Iterator[tuple[Mention, Mention, int]]:
    """The wrong counts of years in a source, each with the date it is counted from, and the right number of years.

    For years added to a date, the number is the year that the text states instead.
    """
    if RULES.isdisjoint([mention.rule for mention in mentions]):
        return
    for count, stated in years_added(mentions, text):
        yield count, stated, stated_year(stated)
    if published is None:
        return
    today = calendar_day(published)
    for count, beginning in (*anniversaries(mentions), *years_since(mentions, text)):
        start, number = beginning.value, years(count)
        if isinstance(start, Date) and start.earliest is not None and number is not None and number >= FEWEST:
            actual = today.year - start.earliest.year
            if SLACK < abs(actual - number) <= FURTHEST:
                yield count, beginning, actual


def years(mention: Mention) -> float | None:
    """The number of years that a mention counts, or None."""
    value = mention.value
    if isinstance(value, Ordinal):
        return value.rank
    exact = isinstance(value, Duration) and value.unit == "year" and value.is_point
    return value.stated if exact and isinstance(value, Duration) else None


def anniversaries(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The anniversaries that stand near the date of exactly one beginning, each with that date."""
    beginnings = [m for m in mentions if m.rule == "date-begun"]
    for count in mentions if beginnings else ():
        if count.rule in ANNIVERSARY_RULES:
            near = [m for m in beginnings if abs(m.start - count.start) <= REACH]
            if len({str(m.value) for m in near}) == 1:
                yield count, near[0]


def years_since(mentions: Sequence[Mention], text: str) -> Iterator[tuple[Mention, Mention]]:
    """The durations with the year that they are counted from: "50 years since 1964"."""
    for count, beginning in pairwise(mentions):
        if count.rule != SINCE_RULE or len(text[count.end : beginning.start].split()) != 1:
            continue
        if isinstance(beginning.value, Date) and beginning.value.granularity == "year":
            yield count, beginning


def years_added(mentions: Sequence[Mention], text: str) -> Iterator[tuple[Mention, Mention]]:
    """The years that a text adds up wrongly, each with the year that it states: "in 2012, 235 years after 1776"."""
    for first, second in pairwise(mentions):
        if (first.rule == ADDED_RULE) == (second.rule == ADDED_RULE):
            continue
        added, stated = (first, second) if first.rule == ADDED_RULE else (second, first)
        close = len(text[first.end : second.start].strip(" ,(-")) <= 1
        if (
            close
            and isinstance(added.value, Date)
            and isinstance(stated.value, Date)
            and differ_in_year(added.value, stated.value)
        ):
            yield added, stated


def differ_in_year(first: Date, second: Date) -> bool:
    """Whether the years of two dates differ by more than rounding explains."""
    if first.earliest is None or second.earliest is None or first.granularity != "year":
        return False
    return second.granularity in ("year", "month", "day") and abs(first.earliest.year - second.earliest.year) > SLACK


def stated_year(mention: Mention) -> int:
    """The year of a mention of a date."""
    value = mention.value
    return value.earliest.year if isinstance(value, Date) and value.earliest else 0
