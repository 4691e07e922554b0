"""Offices held: the office that stands right beside the name of a person, in apposition or before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from attrs import evolve, frozen

from factdiff.context.document import Document
from factdiff.context.proper_names import proper_names
from factdiff.language import load
from factdiff.records import Mention
from factdiff.values.names.name import Name
from factdiff.values.names.role import Role

#: how far behind a name its office can end, in characters
REACH = 90
#: the categories of names that may be of persons
PERSONS = ("person", "other")

#: what stands between an office and the name behind it: a title, a comma
_BEFORE = re.compile(r",? (?:\w{1,5}\.? ){0,2}")
#: what stands between a name and the office behind it: an age, a pronoun with a short verb, an article, a few words
_BEHIND = re.compile(r",? ?(?:\(?\w{0,5} ?[0-9]{1,3}\)?, )?(?:\w{2,3} \w{2,3} )?(?:\w+(?:'\w)? |\w+-){0,3}")
#: what stands between two offices of one person: "chairman and chief executive"
_JOINED = re.compile(r" \w{1,3} (?:\w{1,3} )?")
#: a word in small letters right before an office
_LAST_WORD = re.compile(r"(?<![\w'])[a-z]{3,}[ -]$")


@frozen(eq=False)
class OfficeHeld:
    """An office of a person: the mentions of both, its value, and the word before the noun of the office."""

    document: Document
    office: Mention
    role: Role
    person: Mention
    modifier: str

    @property
    def office_with_modifier(self) -> Mention:
        """The mention of the office, from the word before its noun on: "maths teacher"."""
        start = self.document.text.rfind(self.modifier, 0, self.office.start) if self.modifier else -1
        if start < 0 or " " in self.office.surface:
            return self.office
        return evolve(self.office, start=start, surface=self.document.source.text[start : self.office.end])


def offices_held(document: Document) -> tuple[OfficeHeld, ...]:
    """The offices of a document that stand beside the name of a person.

    >>> from factdiff import Source, find_mentions
    >>> source = Source("Ruan Steyn, the mine's chairman, spoke to Mayor Ana Duarte.")
    >>> overlay = find_mentions(source, kinds=["name", "role"])
    >>> [(one.person.surface, one.role.office) for one in offices_held(Document(source, (), over=overlay))]
    [('Ruan Steyn', 'chair'), ('Ana Duarte', 'mayor')]
    """
    return tuple(held_offices(document))


def held_offices(document: Document) -> Iterator[OfficeHeld]:
    """The same, one by one."""
    overlay = sorted(document.overlay, key=lambda mention: mention.start)
    read = [m for m in overlay if isinstance(m.value, Name) and m.value.category in PERSONS]
    persons = sorted([*read, *unread_names(document)], key=lambda mention: mention.start)
    starts = [person.start for person in persons]
    held: OfficeHeld | None = None
    for office in overlay:
        if isinstance(office.value, Role):
            number = bisect_left(starts, office.end)
            behind = persons[number] if number < len(persons) else None
            before = persons[number - 1] if number else None
            follows = before and is_apposition(document, before, office)
            leads = behind and _BEFORE.fullmatch(document.text, office.end, behind.start)
            joined = held is not None and _JOINED.fullmatch(document.text, held.office.end, office.start)
            person = before if follows and (not leads or is_person(before)) else behind if leads else None
            person = held.person if held and joined and not leads else person
            held = OfficeHeld(document, office, office.value, person, modifier(document, office)) if person else None
            if held:
                yield held


def unread_names(document: Document) -> Iterator[Mention]:
    """Two capitalised words side by side that were not read as a name, as names of persons that they may be."""
    for some in document.cached(proper_names).by_word.values():
        for word in some:
            if word.name is None and word.before and not word.behind:
                start = document.text.rfind(" ", 0, word.start - 1) + 1
                start = max(start, document.text.rfind("\n", 0, word.start) + 1)
                full = document.source.text[start : word.end]
                given, _, family = full.rpartition(" ")
                value = Name(category="person", full=full, given=given, family=family)
                yield Mention(start, word.end, full, "name", value, "", document.source.id)


def is_person(mention: Mention | None) -> bool:
    """Whether a mention is read as the name of a person."""
    return mention is not None and isinstance(mention.value, Name) and mention.value.category == "person"


def is_apposition(document: Document, person: Mention, office: Mention) -> bool:
    """Whether an office stands in apposition behind a name, or in a predicate: a comma or a short verb between them."""
    if not person.end <= office.start or office.end - person.end > REACH:
        return False
    between = document.text[person.end : office.start]
    return between[:1] in ",(" and _BEHIND.fullmatch(between) is not None and between[-1:] != "."


def modifier(document: Document, office: Mention) -> str:
    """The word right before the last noun of an office as it stands; an empty string where there is none.

    A word with a hyphen keeps it: "vice-" of "vice-captain". A word in small letters before a title in capitals is none
    of the title: "urged President Obama".
    """
    words = office.surface.split()
    stop = load(document.source.lang).lexicon.stop
    if len(words) > 1:
        word = words[-2] if words[-2].isalpha() and not any(word in stop for word in words) else ""
    else:
        match = _LAST_WORD.search(document.text, max(0, office.start - REACH // 3), office.start)
        word = match[0].strip() if match else ""
        word = "" if words[0][0].isupper() and not word.endswith("-") else word
    return "" if word.lower() in stop else word
