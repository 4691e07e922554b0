"""Rival offices: offices that sources give one person and that nobody holds side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from factdiff.check import Story
from factdiff.context import Document, OfficeHeld, offices_held, proper_names
from factdiff.tables import read_table
from factdiff.values.names.name import Name, folded

_TABLE = read_table("factdiff.checks._common", "rival_offices.toml")
#: how many offices of one person are compared
MOST = 40
#: the group of offices that exclude each other in one organisation, which both sources name or neither does
ORGANISATION = "organisation"
#: the office of a director of a field that has no office of its own, and the offices that such a director does not hold
FIELD, ABOVE_FIELDS = "director of a field", frozenset({"chair", "chief executive"})


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
    if a.role.office == b.role.office:
        return not exclude(a, b)
    one, two = office_in_group(a), office_in_group(b)
    return one == two or any(
        two in group.get(one, ()) or one in group.get(two, ()) for group in _TABLE["groups"].values()
    )


def exclude(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether nobody holds two offices side by side."""
    one, two = a.role, b.role
    if one.former != two.former or words_of(a) == words_of(b):
        return False
    if one.office == two.office:
        return other_field(a, b) or other_prefix(a, b) or other_trade(a, b)
    one_organisation = (one.organisation is None) == (two.organisation is None)
    groups = [group for name, group in _TABLE["groups"].items() if one_organisation or name != ORGANISATION]
    names = office_in_group(a), office_in_group(b)
    return any(excludes(group, *names) for group in groups) or other_noun(a, b)


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


def office_in_group(held: OfficeHeld) -> str:
    """The name of an office in its group: that of a deputy president is vice president, and a director of a field has
    the office of that field.
    """
    role, table = held.role, _TABLE["by_field"]
    if role.office == "president" and role.rank:
        return "vice president"
    if role.office not in table["offices"] or role.rank or held.modifier.lower() in table["whole"]:
        return role.office
    fields = [*sorted(role.fields), *([held.modifier] if held.modifier.isalpha() and held.modifier.islower() else [])]
    return str(table["fields"].get(fields[0], FIELD)) if fields else role.office


def excludes(group: Mapping[str, Sequence[str]], one: str, two: str) -> bool:
    """Whether two offices stand in one group, and none is another word for the other.

    A director of a field that has no office of its own in the group is none of the others.
    """
    if FIELD in (one, two):
        return one != two and (one in ABOVE_FIELDS or two in ABOVE_FIELDS) and group.keys() >= ABOVE_FIELDS
    return one != two and one in group and two in group and two not in group[one] and one not in group[two]


def other_trade(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether two trades of one canonical name have each its own word, which the other source never uses."""
    if a.role.office not in _TABLE["trades"]["offices"]:
        return False
    one, two = (held.office.surface.split()[-1].lower() for held in (a, b))
    return one != two and is_unused((one,), b.document) and is_unused((two,), a.document)


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
