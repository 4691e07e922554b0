"""Rival offices: offices that sources give one person and that nobody holds side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from attrs import frozen

from factdiff.check import Story
from factdiff.context import Document, OfficeHeld, offices_held, proper_names
from factdiff.tables import read_table
from factdiff.values.names.name import Name, folded
from factdiff.values.names.role import Role

_TABLE = read_table("factdiff.checks._common", "rival_offices.toml")
#: how many offices of one person are compared
MOST = 40
#: the group of offices that exclude each other in one organisation, which both sources name or neither does
ORGANISATION = "organisation"


@frozen(eq=False)
class RivalOffices:
    """An office that some sources give a person, and one that others do."""

    some: tuple[OfficeHeld, ...]
    others: tuple[OfficeHeld, ...]


def rival_offices(story: Story) -> Iterator[RivalOffices]:
    """The rival offices of each person of a story, where no source gives both."""
    person_at = {(m.source, m.start): fact.id for fact in story.about("name") for m in fact.mentions}
    by_full_name = {
        folded(m.value.full): fact.id
        for fact in story.about("name")
        for m in fact.mentions
        if isinstance(m.value, Name) and m.value.given
    }
    by_person: defaultdict[str, list[OfficeHeld]] = defaultdict(list)
    for document in story.documents:
        for held in document.cached(offices_held):
            person = person_at.get((held.person.source, held.person.start)) or by_full_name.get(
                folded(held.person.surface)
            )
            if person is not None:
                by_person[person].append(held)
    for every in by_person.values():
        found = next(rivals(every[:MOST]), None)
        if found:
            yield found


def rivals(every: Sequence[OfficeHeld]) -> Iterator[RivalOffices]:
    """The rival offices among those of one person."""
    by_source: defaultdict[Document, list[OfficeHeld]] = defaultdict(list)
    for held in every:
        by_source[held.document].append(held)
    for one, two in combinations(by_source, 2):
        for a in by_source[one]:
            for b in by_source[two]:
                told = any(agree(a, held) for held in by_source[two]) or any(agree(b, held) for held in by_source[one])
                if not told and exclude(a, b):
                    yield RivalOffices(side(every, a, b), side(every, b, a))


def side(every: Sequence[OfficeHeld], own: OfficeHeld, other: OfficeHeld) -> tuple[OfficeHeld, ...]:
    """The offices that agree with one of two rivals: those in its words, and those that do not agree with both."""
    return tuple(
        [held for held in every if agree(own, held) and (words_of(held) == words_of(own) or not agree(other, held))]
    )


def agree(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether two offices are one, or one is another word for the other."""
    one, two = a.role, b.role
    if one.office == two.office:
        return not exclude(a, b)
    return any(
        two.office in group.get(one.office, ()) or one.office in group.get(two.office, ())
        for group in _TABLE["groups"].values()
    )


def exclude(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether nobody holds two offices side by side."""
    one, two = a.role, b.role
    if one.former != two.former or words_of(a) == words_of(b):
        return False
    if one.office == two.office:
        return other_field(a, b) or other_prefix(a, b)
    one_organisation = (one.organisation is None) == (two.organisation is None)
    groups = [group for name, group in _TABLE["groups"].items() if one_organisation or name != ORGANISATION]
    return any(excludes(group, one, two) for group in groups) or other_noun(a, b)


def words_of(held: OfficeHeld) -> tuple[str, ...]:
    """The words of an office and the one before it, in lower case."""
    words = held.office.surface.lower().split()
    return tuple(words) if len(words) > 1 else (held.modifier.lower(), *words)


def other_prefix(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether one office has a prefix, as "vice-captain", in a document where the other is told without one."""
    one, two = (held.modifier if held.modifier.endswith("-") else "" for held in (a, b))
    prefix, other = (one, b) if one else (two, a)
    return bool(one) != bool(two) and is_unused((prefix.strip("-"),), other.document)


def other_noun(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether two offices are one word with two nouns behind it, each in one document alone: race director, doctor."""
    loose = {a.role.office, b.role.office}.isdisjoint(_TABLE["loose"]["offices"])
    nouns = [(held.office.surface.split()[-1].lower(),) for held in (a, b)]
    same = a.modifier == b.modifier != "" and loose
    return same and is_unused(nouns[0], b.document) and is_unused(nouns[1], a.document)


def excludes(group: dict[str, list[str]], one: Role, two: Role) -> bool:
    """Whether two offices stand in one group, and none is another word for the other."""
    both = one.office in group and two.office in group
    return both and two.office not in group[one.office] and one.office not in group[two.office]


def other_field(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether one office is in two fields: by its fields, or by a word before it that the other source never uses."""
    one, two = a.role, b.role
    loose = one.office in _TABLE["loose"]["offices"]
    if one.fields and two.fields and not loose:
        return one.fields.isdisjoint(two.fields)
    if not one.fields and not two.fields and (loose or a.modifier.islower() != b.modifier.islower()):
        return False
    if bool(one.fields) != bool(two.fields) and not (a if two.fields else b).modifier.islower():
        return False  # a word in capitals can be the name of the employer
    words = one.fields or {a.modifier.lower()} - {""}, two.fields or {b.modifier.lower()} - {""}
    if not words[0] or not words[1] or not words[0].isdisjoint(words[1]):
        return False
    return is_unused(words[0], b.document) and is_unused(words[1], a.document)


def is_unused(words: Collection[str], document: Document) -> bool:
    """Whether a document has none of some words."""
    return document.cached(proper_names).every.keys().isdisjoint(map(folded, words))
