"""What explains two unlike values of one fact, so that they need not contradict each other: time, above all."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from datetime import date, timedelta
from itertools import product

from factdiff.align.compared_mentions import Item
from factdiff.context import Scene
from factdiff.records import Verdict
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.number import Number
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import calendar_day, is_later
from factdiff.values.relation import Relation, compare
from factdiff.values.terms.term import Term

#: classes of events whose counts grow while news comes in
TOLLS = frozenset({"kill", "injure", "missing", "rescue", "arrest"})
#: by how much one report must be later than another for its toll to be an update
LAG = timedelta(hours=4)
#: by how many years a birthday between two reports lets ages differ, and the event after which nobody has one
BIRTHDAY, DEATH = 1, "kill"
#: how far a date stands from what it dates, in characters, and how long ago something of another time was
BESIDE, NEWS = 40, timedelta(366)
#: relations of a grade to another that it may stand for
AGREE = frozenset({Relation.EQUAL, Relation.INSIDE, Relation.CONTAINS, Relation.OVERLAPPING})
_STOP = re.compile(r"[.!?;]\s|\n")


def explained(a: Item, b: Item) -> Verdict:
    """The verdict on two mentions of one fact whose values exclude each other."""
    one, two = a.mention.value, b.mention.value
    if isinstance(one, Number) and isinstance(two, Number):
        return toll(a, b)
    if isinstance(one, Age) and isinstance(two, Age):
        return "compatible" if birthday(a, b) else "conflicting"
    if isinstance(one, Term) and isinstance(two, Term):
        return grades(a, b, one, two)
    return "conflicting"


def circumstances(item: Item) -> Hashable:
    """What the verdict on a mention hangs on beside its value: of a count its role, of all others its source."""
    value, published = item.mention.value, item.scene.published
    if isinstance(value, Number):
        return item.context.roles & TOLLS, published
    return (item.scene, DEATH in item.context.events) if isinstance(value, Age | Term) else published


def toll(a: Item, b: Item) -> Verdict:
    """A toll that a later report has higher is updated, one that it has lower is disputed; the missing may become fewer
    as well.
    """
    first, second = a.mention.value, b.mention.value
    tolls = a.context.roles & b.context.roles & TOLLS
    if not isinstance(first, Number) or not isinstance(second, Number) or not tolls:
        return "conflicting"
    if is_later(b.scene.published, a.scene.published, by=LAG):
        first, second = second, first
    elif not is_later(a.scene.published, b.scene.published, by=LAG):
        return "conflicting"
    grown = first.region().high < second.region().low
    return "updated" if grown or "missing" in tolls else "disputed"


def birthday(a: Item, b: Item) -> bool:
    """Whether a birthday between two reports explains two ages: those of one day, and of the dead, have none."""
    one, two = a.mention.value, b.mention.value
    if not isinstance(one, Age) or not isinstance(two, Age) or one.gap(two) > BIRTHDAY:
        return False
    if a.scene is b.scene or DEATH in a.context.events & b.context.events:
        return False
    days = day(a.scene), day(b.scene)
    return None in days or days[0] != days[1]


def day(scene: Scene) -> date | None:
    """The day on which a source was published, where it is known."""
    return calendar_day(scene.published)


def grades(a: Item, b: Item, one: Term, two: Term) -> Verdict:
    """Two unlike grades are of other times where one is dated long ago, or where a thing came from one to the other
    with the days; and of other things where a source gives both.
    """
    past = long_ago(a), long_ago(b)
    if any(past) and all(compare(x, y).relation is Relation.DISJOINT for x, y in product(*past)):
        return "compatible"
    if one.follows(two):
        a, b, one, two = b, a, two, one
    passes = two.follows(one)
    days = day(a.scene), day(b.scene)
    if passes and days[0] and days[1] and days[0] < days[1]:
        return "updated"
    apart = one.table.many_subjects and (gives(a.scene, two) or (not passes and gives(b.scene, one)))
    return "compatible" if apart else "conflicting"


def long_ago(item: Item) -> Sequence[Date]:
    """The dates beside a mention, in its sentence, that lie long before the day of publication."""
    mention, scene, published = item.mention, item.scene, day(item.scene)
    if published is None:
        return ()
    near = scene.within(max(0, mention.start - 2 * BESIDE), mention.end + BESIDE + 1)
    found = []
    for other in near:
        value = other.value
        if isinstance(value, Date) and value.latest is not None and published - value.latest > NEWS:
            between = scene.source.text[min(mention.end, other.end) : max(mention.start, other.start)]
            if len(between) <= BESIDE and not _STOP.search(between):
                found.append(value)
    return found


def gives(scene: Scene, grade: Term) -> bool:
    """Whether a source gives a grade somewhere, of whatever thing."""
    return any(isinstance(m.value, Term) and compare(m.value, grade).relation in AGREE for m in scene.mentions)
