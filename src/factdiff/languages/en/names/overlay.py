"""The overlay of English: names, offices, quotations and stances, in this order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from factdiff.language.rules import Overlaid, Setting, Spanned
from factdiff.languages.en.names.cue_words import CueWords
from factdiff.languages.en.names.names import names
from factdiff.languages.en.names.offices import OFFICE_WORDS, roles
from factdiff.languages.en.names.quotations import quotes
from factdiff.languages.en.names.speakers import SAYING_CUES, Speech
from factdiff.languages.en.names.stances import PHRASES, stances
from factdiff.values.names.name import Name
from factdiff.values.names.office_holders import office_holders
from factdiff.values.names.role import Role

#: surnames that mean a known person even without a first name: "the Biden administration"
SURNAMES = frozenset(holder.family for holder in office_holders())
#: the words that offices, speakers and stances are looked for at
CUE_WORDS = frozenset((*OFFICE_WORDS, *SAYING_CUES, *PHRASES))


def overlay(setting: Setting, found: Sequence[Spanned]) -> Iterable[Overlaid]:
    """All names, offices, quotations and stances of a text."""
    named = names(setting.text, found, SURNAMES, setting.entities)
    words = CueWords(setting.text, CUE_WORDS)
    offices = roles(words, found, named)
    holder_roles = roles_by_holder(offices)
    named = [with_role(name, holder_roles) for name in named] if holder_roles else named
    speech = Speech(words, found, named, offices)
    quoted = quotes(speech)
    starts, ends = [quote.start for quote in quoted], [quote.end for quote in quoted]

    def is_outside_quotes(item: Overlaid) -> bool:
        number = bisect_right(starts, item.start) - 1
        return number < 0 or ends[number] <= item.start

    return [*named, *offices, *quoted, *filter(is_outside_quotes, stances(speech))]


def roles_by_holder(offices: Iterable[Overlaid]) -> dict[int, Role]:
    """Start of the name of a holder -> the office beside it."""
    found = ((office.parts[0][1], office.value) for office in offices if office.parts)
    return {start: role for start, role in found if isinstance(role, Role)}


def with_role(name: Overlaid, holder_roles: Mapping[int, Role]) -> Overlaid:
    """A name with the office that the text gives its bearer at that place, if any."""
    role = holder_roles.get(name.start)
    if role is None or not isinstance(name.value, Name):
        return name
    value = name.value
    value = Name(category=value.category, full=value.full, given=value.given, family=value.family, role=role)
    return Overlaid(value, name.start, name.end, name.rule, name.parts)
