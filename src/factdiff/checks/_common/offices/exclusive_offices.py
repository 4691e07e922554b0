"""Exclusive offices: whether two offices are one, and whether nobody holds them side by side."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from factdiff.checks._common.offices.posts import (
    ABOVE_FIELDS,
    FIELDS,
    LIGHT,
    SERVICE,
    are_two_posts,
    fields_of,
    post_of,
)
from factdiff.context import Document, OfficeHeld, proper_names
from factdiff.tables import read_table
from factdiff.values.names.name import folded

_TABLE = read_table("factdiff.checks._common.offices", "rival_offices.toml")
#: the group of offices that exclude each other in one organisation
ORGANISATION = "organisation"
#: how far before an office the name of its organisation is looked for, in characters and in words
REACH, WORDS = 60, 3
_WORD = re.compile(r"[^\W\d_]{2,}")
#: the rank that makes an office another one, and the one that goes with any office
DEPUTY, ACTING = "deputy", "acting"


def agree(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether two offices are one, or one is another word for the other."""
    if a.role.office == b.role.office:
        return not exclude(a, b)
    one, two = post_of(a), post_of(b)
    return one == two or any(
        two in group.get(one, ()) or one in group.get(two, ()) for group in _TABLE["groups"].values()
    )


def exclude(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether nobody holds two offices side by side."""
    one, two = a.role, b.role
    if one.former != two.former or words_of(a) == words_of(b):
        return False
    if one.office == two.office and post_of(a) == post_of(b):
        return is_office(a) and is_office(b) and is_other(a, b)
    if ACTING in (one.rank, two.rank):
        return False  # a finance director can be the interim chief executive
    groups = [group for name, group in _TABLE["groups"].items() if name != ORGANISATION or is_one_organisation(a, b)]
    names = post_of(a), post_of(b)
    if any(excludes(group, *names) for group in groups) or (is_office(a) and is_office(b) and other_noun(a, b)):
        return True
    return not any(set(names) <= group.keys() for group in _TABLE["groups"].values()) and are_two_posts(a, b)


def is_office(held: OfficeHeld) -> bool:
    """Whether an office is read as one, and is no common noun beside a name: "eccentric dictator"."""
    return bool(held.office.rule)


def is_other(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether two offices of one name differ in their field, prefix, trade, rank or seniority."""
    return any(other(a, b) for other in (other_field, other_prefix, other_trade, other_rank, other_seniority))


def is_one_organisation(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether both offices name the organisation or neither does, as "club chairman" does not; or the name stands right
    before the office of the other: "Luzcom's chairman", "Luzcom, whose chairman".
    """
    if has_named_organisation(a) == has_named_organisation(b):
        return True
    named, other = (a, b) if has_named_organisation(a) else (b, a)
    before = other.document.text[max(0, other.office.start - REACH) : other.office.start]
    beside = _WORD.findall(f"{before}{other.office.surface}")[-WORDS - len(other.office.surface.split()) :]
    return not {*map(folded, beside)}.isdisjoint(folded(named.role.organisation or "").split())


def has_named_organisation(held: OfficeHeld) -> bool:
    """Whether an office names the organisation, by more than words that its text writes in small letters as well."""
    words = folded(held.role.organisation or "").split()
    return not held.document.cached(proper_names).ordinary.issuperset(words)


def words_of(held: OfficeHeld) -> tuple[str, ...]:
    """The words of an office and the one before it, in lower case."""
    words = held.office.surface.lower().split()
    return tuple(words) if len(words) > 1 else (held.modifier.lower(), *words)


def other_prefix(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether one office has a prefix, as "vice-captain", in a document where the other is told without one."""
    one, two = (held.modifier if held.modifier.endswith("-") else "" for held in (a, b))
    prefix, other = (one, b) if one else (two, a)
    same = a.noun == b.noun
    return same and bool(one) != bool(two) and is_unused((prefix.strip("-"),), other.document)


def other_rank(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether one office is that of a deputy and the other is not, where no short title leaves the rank out: the
    office is one of few, or the rank stands before a whole title ("Assistant U.S. Attorney").
    """
    if (a.role.rank == DEPUTY) == (b.role.rank == DEPUTY) or (a.role.rank and b.role.rank):
        return False
    deputy, head = (a, b) if a.role.rank else (b, a)
    words, title = deputy.office.surface.lower().split(), head.office.surface.lower().split()
    whole = len(title) > 1 and any([*words[:n], *words[n + 1 :]] == title for n in range(len(words)))
    described = post_of(a) == "head" and len(words) > 2 and len(title) > 1
    return whole or described or post_of(a) in _TABLE["ranked"]["offices"]


def other_noun(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether two offices are one word with two nouns behind it, each in one document alone: race director, doctor."""
    loose = {a.role.office, b.role.office}.isdisjoint(_TABLE["loose"]["offices"])
    same = a.modifier == b.modifier != "" and loose
    return same and is_unused({a.noun}, b.document) and is_unused({b.noun}, a.document)


def other_seniority(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether two titles are the same but for one word of seniority: senior, executive vice president."""
    one, two = ({*folded(held.office.surface).split()} & {*_TABLE["seniority"]["words"]} for held in (a, b))
    return post_of(a) in _TABLE["seniority"]["offices"] and len(one) == len(two) == 1 and one != two


def excludes(group: Mapping[str, Sequence[str]], one: str, two: str) -> bool:
    """Whether two offices stand in one group, and none is another word for the other.

    A director of a field that has no office of its own in the group is none of the others.
    """
    if one in FIELDS or two in FIELDS:
        return not {one, two}.isdisjoint(ABOVE_FIELDS) and group.keys() >= ABOVE_FIELDS
    return one != two and one in group and two in group and two not in group[one] and one not in group[two]


def other_trade(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether two trades of one canonical name have each its own word, which the other source never uses."""
    if a.role.office not in _TABLE["trades"]["offices"]:
        return False
    one, two = a.noun, b.noun
    return one != two and is_unused((one,), b.document) and is_unused((two,), a.document)


def other_field(a: OfficeHeld, b: OfficeHeld) -> bool:
    """Whether one office is in two fields: by its fields, or by a word before it that the other source never uses."""
    one, two = a.role, b.role
    loose = one.office in _TABLE["loose"]["offices"] and post_of(a) != SERVICE
    if one.fields - LIGHT and two.fields - LIGHT and not loose:
        return one.fields.isdisjoint(two.fields)
    if loose and not (one.fields and two.fields):
        return False
    words = fields_of(a), fields_of(b)
    if a.modifier.islower() == b.modifier.islower() and not (one.fields or two.fields):
        in_front = [frozenset({held.modifier.lower()} - {""}) for held in (a, b)]
        if (in_front[0] <= LIGHT) == (in_front[1] <= LIGHT):
            words = words[0] or in_front[0], words[1] or in_front[1]
    if not words[0] or not words[1] or have_a_word_in_common(*words):
        return False
    if one.office == "minister" or post_of(a) == SERVICE:
        return no_office_has(words[0], one.office, b.document) and no_office_has(words[1], one.office, a.document)
    return is_unused(words[0], b.document) and is_unused(words[1], a.document)


def no_office_has(words: Collection[str], office: str, document: Document) -> bool:
    """Whether a document tells of no such office with one of some words in it."""
    said = [mention.surface for mention in document.overlay if getattr(mention.value, "office", "") == office]
    return all(set(words).isdisjoint(folded(surface).split()) for surface in said)


def have_a_word_in_common(some: Collection[str], others: Collection[str]) -> bool:
    """Whether a word is among some and others, or its short form: "psych" for "psychology"."""
    return any(one.startswith(two) or two.startswith(one) for one in some for two in others)


def is_unused(words: Collection[str], document: Document) -> bool:
    """Whether a document has none of some words."""
    return document.cached(proper_names).every.keys().isdisjoint(map(folded, words))
