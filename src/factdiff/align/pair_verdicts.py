"""Pair verdicts: whether two different values of one fact contradict each other, or time explains the difference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from datetime import date, timedelta
from itertools import product

from factdiff.align.compared_mentions import Item
from factdiff.context import Document
from factdiff.records import Mention, Verdict
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.number import Number
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import calendar_day, is_later
from factdiff.values.relation import AGREEING, Relation, compare
from factdiff.values.terms.term import Term

#: the classes of events whose counts grow while news comes in
TOLLS = frozenset({"kill", "injure", "missing", "rescue", "arrest"})
#: by how much one report must be later than another for its toll to be an update
LAG = timedelta(hours=4)
#: by how many years a birthday between two reports lets ages differ, and the event that ends birthdays
BIRTHDAY, DEATH = 1, "kill"
#: how far a date stands from what it dates, in characters, and how old a date of the past is at least
BESIDE, NEWS = 40, timedelta(366)
EMPTY: frozenset[str] = frozenset()
_STOP = re.compile(r"[.!?;]\s|\n")


def pair_verdict(a: Item, b: Item, tolls: frozenset[str] = EMPTY) -> Verdict:
    """The verdict on two mentions of one fact whose values exclude each other; ``tolls`` are those of the fact."""
    one, two = a.mention.value, b.mention.value
    if isinstance(one, Number) and isinstance(two, Number):
        return toll_verdict(a, b, tolls)
    if isinstance(one, Age) and isinstance(two, Age):
        return "compatible" if is_birthday_between(a, b) else "conflicting"
    if isinstance(one, Term) and isinstance(two, Term):
        return grade_verdict(a, b, one, two)
    return "conflicting"


def circumstances(item: Item) -> Hashable:
    """The part of the context that the verdict on a mention depends on beside its value."""
    value, published = item.mention.value, item.document.published
    if isinstance(value, Number):
        return item.context.roles & TOLLS, published
    return (item.document, DEATH in item.context.events) if isinstance(value, Age | Term) else published


def is_update(a: Item, b: Item) -> bool:
    """Whether one of two values is a later toll, if both are of one fact."""
    return pair_verdict(a, b, common_tolls((a, b))) == "updated"


def common_tolls(items: Sequence[Item]) -> frozenset[str]:
    """The tolls that the most mentions of a fact count: "the four" are dead, beside "four dead" of other sources."""
    found = Counter(toll for item in items for toll in item.context.roles & TOLLS)
    most = max(found.values(), default=0)
    return frozenset(toll for toll, count in found.items() if count == most)


def toll_verdict(a: Item, b: Item, of_fact: frozenset[str] = EMPTY) -> Verdict:
    """The verdict on two tolls: updated where the later report has the higher one, disputed where it has the lower one.

    ``of_fact`` are the tolls of their fact, where it has any. The number of the missing is updated either way.
    """
    first, second = a.mention.value, b.mention.value
    tolls = of_fact or a.context.roles & b.context.roles & TOLLS
    if not isinstance(first, Number) or not isinstance(second, Number) or not tolls:
        return "conflicting"
    if is_later(b.document.published, a.document.published, by=LAG):
        first, second = second, first
    elif not is_later(a.document.published, b.document.published, by=LAG):
        return "conflicting"
    grown = first.region().high < second.region().low
    return "updated" if grown or "missing" in tolls else "disputed"


def is_birthday_between(a: Item, b: Item) -> bool:
    """Whether a birthday between two reports can explain two ages; not between reports of one day, nor for the dead."""
    one, two = a.mention.value, b.mention.value
    if not isinstance(one, Age) or not isinstance(two, Age) or one.gap(two) > BIRTHDAY:
        return False
    if a.document is b.document or DEATH in a.context.events & b.context.events:
        return False
    days = publication_day(a.document), publication_day(b.document)
    return None in days or days[0] != days[1]


def publication_day(document: Document) -> date | None:
    """The day on which a source was published, or None where it is not known."""
    return calendar_day(document.published)


def grade_verdict(a: Item, b: Item, one: Term, two: Term) -> Verdict:
    """The verdict on two grades of a scale.

    They are compatible where one is of a time long past, or where one source gives both, of two things; the later one
    is an update where the scale passes from one grade to the other.
    """
    if are_of_other_times(a.document, a.mention, b.document, b.mention):
        return "compatible"
    if one.follows(two):
        a, b, one, two = b, a, two, one
    passes = two.follows(one)
    days = publication_day(a.document), publication_day(b.document)
    if passes and days[0] and days[1] and days[0] < days[1]:
        return "updated"
    apart = one.table.many_subjects and (
        states_grade(a.document, two) or (not passes and states_grade(b.document, one))
    )
    return "compatible" if apart else "conflicting"


def are_of_other_times(a: Document, one: Mention, b: Document, two: Mention) -> bool:
    """Whether one of the mentions of two sources is of a time long past, and the other not of the same."""
    past = dates_long_past(a, one), dates_long_past(b, two)
    return any(past) and all(compare(x, y).relation is Relation.DISJOINT for x, y in product(*past))


def dates_long_past(document: Document, mention: Mention) -> Sequence[Date]:
    """The dates beside a mention in its sentence that lie long before the day of publication."""
    published = publication_day(document)
    if published is None:
        return ()
    near = document.mentions_between(max(0, mention.start - 2 * BESIDE), mention.end + BESIDE + 1)
    found = []
    for other in near:
        value = other.value
        if isinstance(value, Date) and value.latest is not None and published - value.latest > NEWS:
            between = document.source.text[min(mention.end, other.end) : max(mention.start, other.start)]
            if len(between) <= BESIDE and not _STOP.search(between):
                found.append(value)
    return found


def states_grade(document: Document, grade: Term) -> bool:
    """Whether a source gives a grade anywhere, of any thing."""
    return any(isinstance(m.value, Term) and compare(m.value, grade).relation in AGREEING for m in document.mentions)
