"""TRM901: two grades of one scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import combinations, product

from factdiff.check import Check, Dispute, Example, Story, finding
from factdiff.records import Finding, Mention
from factdiff.values.date import Date
from factdiff.values.relation import Relation, compare
from factdiff.values.severity import Severity
from factdiff.values.term import RANK, Term

#: how far a date stands from what it dates, in characters, and how long ago something of another time was
BESIDE, NEWS = 40, timedelta(366)
STOP = re.compile(r"[.!?;]\s|\n")
#: severities, the gravest first
GRAVE: tuple[Severity, ...] = ("error", "warning", "info")
SETTLES = "the official designation settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each thing that sources put in different grades of one scale."""
    for dispute, term in graded(story):
        if term.scale != RANK:
            what = f"Grades of {term.table.title} differ"
            yield finding(severity(dispute, story), dispute.message(what, SETTLES), dispute.evidence(), dispute.fact)


def graded(story: Story) -> Iterator[tuple[Dispute, Term]]:
    """The disputes over grades that nothing explains, each with one of its terms."""
    for dispute in story.disputes("term"):
        term = dispute.sides[0][0].value
        if isinstance(term, Term) and not all(explained(a, b, story) for a, b in against(dispute)):
            yield dispute, term


def against(dispute: Dispute) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of mentions of different sides."""
    for one, two in combinations(dispute.sides, 2):
        yield from product(one, two)


def explained(a: Mention, b: Mention, story: Story) -> bool:
    """Whether two unlike grades need not contradict each other: one is dated long ago, a thing came from one to the
    other with the days, or a source gives both grades, so that they are of different things or times.
    """
    one, two = a.value, b.value
    if not isinstance(one, Term) or not isinstance(two, Term):
        return False
    past = long_ago(a, story), long_ago(b, story)
    if any(past) and all(compare(x, y).relation is Relation.DISJOINT for x, y in product(*past)):
        return True
    if one.follows(two):
        a, b, one, two = b, a, two, one
    passes = two.follows(one)
    days = [day(mention, story) for mention in (a, b)]
    if passes and days[0] and days[1] and days[0] < days[1]:
        return True
    return one.table.crowded and (gives(a, two, story) or (not passes and gives(b, one, story)))


def long_ago(mention: Mention, story: Story) -> tuple[Date, ...]:
    """The dates beside a mention, in its sentence, that lie long before the day of publication."""
    published = day(mention, story)
    if published is None:
        return ()
    text = next(source.text for source in story.sources if source.id == mention.source)
    found = []
    for other in story.of_kind("date"):
        value = other.value
        if not isinstance(value, Date) or other.source != mention.source:
            continue
        if value.latest is not None and published - value.latest > NEWS:
            between = text[min(mention.end, other.end) : max(mention.start, other.start)]
            if len(between) <= BESIDE and not STOP.search(between):
                found.append(value)
    return tuple(found)


def day(mention: Mention, story: Story) -> date | None:
    """The day on which a mention's source was published, where it is known."""
    published = next(source.published for source in story.sources if source.id == mention.source)
    return published.date() if isinstance(published, datetime) else published


def gives(mention: Mention, grade: Term, story: Story) -> bool:
    """Whether the source of a mention gives a grade somewhere, of whatever thing."""
    return any(
        other.source == mention.source and compare(other.value, grade).relation in AGREE
        for other in story.of_kind("term")
    )


#: relations of a grade to another that it may stand for
AGREE = frozenset({Relation.EQUAL, Relation.INSIDE, Relation.CONTAINS, Relation.OVERLAPPING})


def severity(dispute: Dispute, story: Story) -> Severity:
    """An error where grades exclude each other; a warning where some usage lets one include the other; a note where
    only the unknown days of publication could tell whether a thing came from one to the other.
    """
    found: set[Severity] = set()
    for a, b in against(dispute):
        if isinstance(a.value, Term) and isinstance(b.value, Term):
            passes = a.value.follows(b.value) or b.value.follows(a.value)
            unknown = passes and not (day(a, story) and day(b, story))
            found.add("info" if unknown else "warning" if a.value.loosely(b.value) else "error")
    return next(grave for grave in GRAVE if grave in found)


CHECK = Check(
    code="TRM901",
    name="term-conflict",
    severity="error",
    summary="Sources put one thing in different grades of a scale; a warning where usage lets one include the other.",
    why="Graded terms are figures in disguise: a close-range missile flies up to 300 km, a short-range one farther.",
    fires=Example(
        (
            "Russia wants to buy short-range ballistic missiles from Iran, officials said.",
            "Russia wants to buy close-range ballistic missiles from Iran, officials said.",
        ),
    ),
    quiet=Example(
        (
            "Russia wants to buy short-range ballistic missiles from Iran, officials said.",
            "Russia wants to buy ballistic missiles from Iran, officials said.",
        ),
    ),
    find=find,
)
