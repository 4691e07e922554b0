"""Rival offices: offices that sources give one person and that nobody holds side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from factdiff.check import Story
from factdiff.checks._common.offices.exclusive_offices import agree, exclude, words_of
from factdiff.context import Document, OfficeHeld, is_person, offices_held
from factdiff.values.names.name import Name, folded

#: how many offices of one person are compared
MOST = 40


@frozen(eq=False)
class RivalOffices:
    """An office that some sources give a person, and one that others do."""

    some: tuple[OfficeHeld, ...]
    others: tuple[OfficeHeld, ...]


def rival_offices(story: Story) -> Iterator[RivalOffices]:
    """The rival offices of each person of a story, where no source gives both."""
    person_at = {(m.source, m.start): fact.id for fact in story.about("name") for m in fact.mentions}
    by_name = persons_by_name(story)
    by_person: defaultdict[str, list[OfficeHeld]] = defaultdict(list)
    for document in story.documents:
        for held in document.cached(offices_held):
            at, name = (held.person.source, held.person.start), folded(held.person.surface)
            known = is_person(held.person) and person_at.get(at)
            person = known or by_name.get(name) or person_at.get(at)
            if person:
                by_person[person].append(held)
    for every in by_person.values():
        found = next(rivals(every[:MOST]), None)
        if found:
            yield found


def persons_by_name(story: Story) -> Mapping[str, str]:
    """The ids of the persons of a story by their full names, and by a surname that one person alone has."""
    full: dict[str, str] = {}
    by_surname: defaultdict[str, set[str]] = defaultdict(set)
    for fact in story.about("name"):
        for mention in fact.mentions:
            if isinstance(mention.value, Name) and mention.value.given:
                full[folded(mention.value.full)] = fact.id
                by_surname[folded(mention.value.family or "")].add(fact.id)
    return {**{surname: next(iter(ids)) for surname, ids in by_surname.items() if len(ids) == 1}, **full}


def rivals(every: Sequence[OfficeHeld]) -> Iterator[RivalOffices]:
    """The rival offices among those of one person."""
    by_source: defaultdict[Document, list[OfficeHeld]] = defaultdict(list)
    for held in every:
        by_source[held.document].append(held)
    for one, two in combinations(by_source, 2):
        for a in by_source[one]:
            for b in by_source[two]:
                if exclude(a, b) and not is_told(a, b, by_source):
                    yield RivalOffices(side(every, a, b), side(every, b, a))


def is_told(a: OfficeHeld, b: OfficeHeld, by_source: Mapping[Document, Sequence[OfficeHeld]]) -> bool:
    """Whether the source of one of two rival offices gives the person the other one too, or a third source both."""
    if any(agree(a, held) for held in by_source[b.document]) or any(agree(b, held) for held in by_source[a.document]):
        return True
    return any(
        agree(a, one) and agree(b, two) and exclude(one, two)
        for some in by_source.values()
        for one in some
        for two in some
    )


def side(every: Sequence[OfficeHeld], own: OfficeHeld, other: OfficeHeld) -> tuple[OfficeHeld, ...]:
    """The offices that agree with one of two rivals: those in its words, and those that do not agree with both."""
    return tuple(
        [held for held in every if agree(own, held) and (words_of(held) == words_of(own) or not agree(other, held))]
    )
