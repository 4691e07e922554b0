"""AGE201: two ages of one person, or an age against a date of birth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise, product

from factdiff.check import Check, Example, Story, evidence, finding, quoted_words
from factdiff.records import Finding, Mention
from factdiff.values.amounts.age import Age
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import calendar_day

WHAT = "Ages of one person differ"
SETTLES = "the date of birth settles it"
#: by how many years an age and a date of birth may differ, as the days of publication and of the event may
SLACK = 1
#: how far behind an age a date of birth can stand, in characters, and how far from the age it may lead, in years
REACH, FURTHEST = 60, 5
#: how far a name stands from its age at most, in characters
BETWEEN = 4


def find(story: Story) -> Iterator[Finding]:
    """A finding for each person to whom sources give ages that no birthday explains, and for each age that a date of
    birth beside it contradicts.
    """
    told: set[Mention] = set()
    for dispute in story.disputes("age"):
        told.update(mention for side in dispute.sides for mention in side)
        yield dispute.finding("error", WHAT, SETTLES)
    for name, one, two in ages_of_persons(story):
        if told.isdisjoint((*one, *two)):
            sides = " against ".join(f"{quoted_words(side)} ({side[0].source})" for side in (one, two))
            spans = [*(evidence(m, "A") for m in one), *(evidence(m, "B") for m in two)]
            yield finding("error", f"{WHAT}: {name}: {sides}; {SETTLES}", spans)
    for source in story.sources if story.of_kind("age") else ():
        if source.published is not None:
            own = story.mentions_by_source.get(source.id, ())
            yield from against_birth(own, calendar_day(source.published))


def ages_of_persons(story: Story) -> Iterator[tuple[str, list[Mention], list[Mention]]]:
    """The persons with a given name to whom two sources give ages that no birthday explains, with the ages of both.

    A source that gives a person an age of the other source as well contradicts nobody.
    """
    texts = {source.id: source.text for source in story.sources}
    by_person: defaultdict[str, defaultdict[str | None, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in story.of_kind(Age.kind):
        person = mention.value.person if isinstance(mention.value, Age) else None
        if person and " " in person and stands_beside(texts[mention.source], mention, person):
            by_person[person][mention.source].append(mention)
    for person, by_source in by_person.items():
        pairs = combinations(by_source.values(), 2)
        found = next(((a, b) for a, b in pairs if all(map(is_too_far, *zip(*product(a, b), strict=True)))), None)
        if found:
            yield person, *found


def stands_beside(text: str, mention: Mention, person: str) -> bool:
    """Whether the name of a person stands right before an age, or right behind it."""
    before = text[max(0, mention.start - len(person) - BETWEEN) : mention.start].rstrip(" ,(")
    behind = text[mention.end : mention.end + len(person) + BETWEEN].lstrip()
    return before.endswith(person.split()[-1]) or behind.startswith(person)


def is_too_far(a: Mention, b: Mention) -> bool:
    """Whether two ages lie further apart than a birthday explains."""
    one, two = a.value, b.value
    return isinstance(one, Age) and isinstance(two, Age) and one.gap(two) > SLACK


def against_birth(mentions: Sequence[Mention], day: date) -> Iterator[Finding]:
    """The ages of a source that a day of birth closely behind contradicts: "aged 81. Born on 12 May 1940"."""
    for mention, born in pairwise(mentions):
        value, birth = mention.value, born.value
        if not isinstance(value, Age) or not value.is_point or value.stated is None or born.start - mention.end > REACH:
            continue
        if not isinstance(birth, Date) or birth.granularity != "day" or birth.earliest is None:
            continue
        years = day.year - birth.earliest.year - ((day.month, day.day) < (birth.earliest.month, birth.earliest.day))
        if value.stated >= 2 * FURTHEST and SLACK < abs(years - value.stated) <= FURTHEST:
            message = (
                f"“{mention.surface}” and a birth on “{born.surface}” do not go together: that makes {years}; {SETTLES}"
            )
            yield finding("error", message, (evidence(mention, "A"), evidence(born, "B")))


CHECK = Check(
    code="AGE201",
    name="age-conflict",
    severity="error",
    summary="Sources give one person ages that no birthday explains, or an age and a date of birth differ.",
    why="A wrong age may be a wrong person.",
    fires=Example(
        (
            "The poet Vilma Lindqvist died in Uppsala on Sunday, aged 81, her publisher said.",
            "The poet Vilma Lindqvist died in Uppsala on Sunday, aged 84, her publisher said.",
        ),
        published="2024-01-02",
    ),
    quiet=Example(
        (
            "The poet Vilma Lindqvist, 81, opened the reading room in Uppsala on Sunday.",
            "The poet Vilma Lindqvist, 82, opened the reading room in Uppsala a week ago.",
        ),
        published=("2024-01-02", "2024-01-07"),
    ),
    find=find,
)
