"""The overlay of English: names, offices, quotations and stances, in this order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from factdiff.language.rules import Overlaid, Setting, Spanned
from factdiff.languages.en.names.cue_words import Words
from factdiff.languages.en.names.names import OFFICES, names
from factdiff.languages.en.names.offices import roles
from factdiff.languages.en.names.quotations import quotes
from factdiff.languages.en.names.speakers import SAID, Speech
from factdiff.languages.en.names.stances import PHRASES, stances
from factdiff.values.names.name import Name
from factdiff.values.names.office_holders import office_holders
from factdiff.values.names.role import Role

#: surnames that are a person's without a first name: "the Biden administration"
SURNAMES = frozenset(holder.family for holder in office_holders())
#: the words that readings start from
WANTED = frozenset((*OFFICES, *SAID, *PHRASES))


def overlay(setting: Setting, found: Sequence[Spanned]) -> Iterable[Overlaid]:
    """All names, offices, quotations and stances of a text."""
    named = names(setting.text, found, SURNAMES, setting.entities)
    words = Words(setting.text, WANTED)
    offices = roles(words, found, named)
    holding = held(offices)
    named = [with_role(name, holding) for name in named] if holding else named
    speech = Speech(words, found, named, offices)
    quoted = quotes(speech)
    starts, ends = [quote.start for quote in quoted], [quote.end for quote in quoted]

    def told(item: Overlaid) -> bool:
        number = bisect_right(starts, item.start) - 1
        return number < 0 or ends[number] <= item.start

    return [*named, *offices, *quoted, *filter(told, stances(speech))]


def held(offices: Iterable[Overlaid]) -> dict[int, Role]:
    """Where the name of a holder stands -> the office that it stands beside."""
    found = ((office.parts[0][1], office.value) for office in offices if office.parts)
    return {start: role for start, role in found if isinstance(role, Role)}


def with_role(name: Overlaid, holding: Mapping[int, Role]) -> Overlaid:
    """A name with the office that the text gives its bearer there."""
    role = holding.get(name.start)
    if role is None or not isinstance(name.value, Name):
        return name
    return Overlaid(evolve(name.value, role=role), name.start, name.end, name.rule, name.parts)
