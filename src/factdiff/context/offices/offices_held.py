"""Offices held: the office that stands right beside the name of a person, in apposition or before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from attrs import evolve, frozen

from factdiff.context.document import Document, DocumentPart
from factdiff.context.offices.person_nouns import person_nouns
from factdiff.context.proper_names import covering_spans, proper_names
from factdiff.language import load
from factdiff.records import Mention
from factdiff.values.names.name import Name
from factdiff.values.names.role import Role

#: how far behind a name its office can end, in characters
REACH = 90
#: the categories of names that may be of persons
PERSONS = ("person", "other")

#: what stands between an office and the name behind it: a title, a comma, where the person is from
_BEFORE = re.compile(r",? (?:[^\W\d_a-z]\w{0,4}\.? ){0,2}|, \w{2,3} [^\W\d_a-z]\w+ (?:[^\W\d_A-Z]+ )?")
#: what stands between a name and the office behind it: an age, a pronoun with a short verb, an article, a few words
_BEHIND = re.compile(r",? ?(?:\(?\w{0,5} ?[0-9]{1,3}\)?, )?(?:\w{2,3} \w{2,3} )?(?:\w+(?:'\w)? |\w+-){0,3}")
#: what stands between two offices of one person: "chairman and chief executive"
_JOINED = re.compile(r" \w{1,3} (?:\w{1,3} )?")
#: a capitalised word alone between a full stop, the start of a line or a small word, and a comma
#: (its first letter comes first in the pattern, since a search passes over all other signs the quicker for it)
_BEFORE_COMMA = re.compile(r"[^\W\d_a-z](?:(?<=[.!?\"] .)|(?<=^.)|(?<=[a-z] .))[^\W\d_]*[a-z](?=, )", re.MULTILINE)
#: a word in small letters right before an office
_LAST_WORD = re.compile(r"(?<![\w'])[a-z]{3,}[ -]$")


@frozen(eq=False)
class OfficeHeld(DocumentPart):
    """An office of a person: the mentions of both, its value, and the word before the noun of the office."""

    office: Mention
    role: Role
    person: Mention
    modifier: str

    @property
    def noun(self) -> str:
        """The head noun of the office, in lower case."""
        return head_words(self.document, self.office)[-1].lower()

    @property
    def office_with_modifier(self) -> Mention:
        """The mention of the office, from the word before its noun on: "maths teacher"."""
        start = self.document.text.rfind(self.modifier, 0, self.office.start) if self.modifier else -1
        if start < 0 or self.modifier in self.office.surface:
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
    for office in sorted([*overlay, *person_nouns(document, persons)], key=lambda mention: mention.start):
        if isinstance(office.value, Role):
            first, next_ = bisect_left(starts, office.start), bisect_left(starts, office.end)
            before = persons[first - 1] if first else None
            behind = persons[next_] if next_ < len(persons) else None
            follows = before and is_apposition(document, before, office)
            leads = behind and _BEFORE.fullmatch(document.text, office.end, behind.start)
            joined = held is not None and _JOINED.fullmatch(document.text, held.office.end, office.start)
            if before and leads and is_of_owner(document, before, office):
                follows = False
            person = before if follows and (not leads or is_person(before)) else behind if leads else None
            person = held.person if held and joined and not leads else person
            held = OfficeHeld(document, office, office.value, person, modifier(document, office)) if person else None
            if held:
                yield held


def unread_names(document: Document) -> Iterator[Mention]:
    """Capitalised words that were not read as a name, as names of persons that they may be: two side by side, or one
    before a comma.
    """
    text, stop = document.text, load(document.source.lang).lexicon.stop
    for some in document.cached(proper_names).by_word.values():
        for word in some:
            if word.name is None and word.before and not word.behind:
                start = text.rfind(" ", 0, word.start - 1) + 1
                start = max(start, text.rfind("\n", 0, word.start) + 1)
                given, _, family = text[start : word.end].rpartition(" ")
                yield unread_name(document, start, word.end, "person", given, family)
    taken = document.cached(covering_spans)
    for match in _BEFORE_COMMA.finditer(text):
        known = (taken.name_at, taken.office_at, taken.value_at)
        if match[0].lower() not in stop and not any(covering(match.start()) for covering in known):
            yield unread_name(document, match.start(), match.end(), "other", "", match[0])


def unread_name(document: Document, start: int, end: int, category: str, given: str, family: str) -> Mention:
    """The name that stands at an offset, as a mention."""
    full = document.source.text[start:end]
    value = Name(category=category, full=full, given=given, family=family)
    return Mention(start, end, full, "name", value, "", document.source.id)


def is_person(mention: Mention | None) -> bool:
    """Whether a mention is read as the name of a person."""
    return mention is not None and isinstance(mention.value, Name) and mention.value.category == "person"


def is_apposition(document: Document, person: Mention, office: Mention) -> bool:
    """Whether an office stands in apposition behind a name, or in a predicate: a comma or a short verb between them."""
    if not person.end <= office.start or office.end - person.end > REACH:
        return False
    between = document.text[person.end : office.start]
    if between[:1] not in (",", "(") or between[-1:] == "." or _BEHIND.fullmatch(between) is None:
        return False
    lexicon = load(document.source.lang).lexicon
    of_another = lexicon.clause_break.match(between) and between.split()[2:3] and between.split()[2] in lexicon.definite
    return not of_another


def is_of_owner(document: Document, owner: Mention, office: Mention) -> bool:
    """Whether one word without content, and no article, stands between a name and an office: "Luzcom, whose chair"."""
    lexicon = load(document.source.lang).lexicon
    between = document.text[owner.end : office.start].strip(" ,").lower()
    return between in lexicon.stop - lexicon.definite and not (
        lexicon.indefinite and lexicon.indefinite.search(f"{between} ")
    )


def modifier(document: Document, office: Mention) -> str:
    """The word right before the head noun of an office as it stands; an empty string where there is none.

    A word with a hyphen keeps it: "vice-" of "vice-captain". A word in small letters before a title in capitals is none
    of the title: "urged President Obama".
    """
    stop, words = load(document.source.lang).lexicon.stop, head_words(document, office)
    if len(words) > 1:
        word = words[-2] if words[-2].isalpha() else ""
    else:
        match = _LAST_WORD.search(document.text, max(0, office.start - REACH // 3), office.start)
        word = match[0].strip() if match else ""
        word = "" if words[0][0].isupper() and not word.endswith("-") else word
    return "" if word.lower() in stop else word


def head_words(document: Document, office: Mention) -> list[str]:
    """The words of an office up to its head noun, which stands before the first word without content."""
    stop, words = load(document.source.lang).lexicon.stop, office.surface.split()
    return [*takewhile(lambda word: word.lower() not in stop, words)] or words
