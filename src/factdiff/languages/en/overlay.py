"""The overlay of English: names, offices, quotations and stances, in this order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from factdiff.language import Found, Overlaid, Setting
from factdiff.languages.en.names import names
from factdiff.languages.en.quotes import quotes
from factdiff.languages.en.roles import roles
from factdiff.languages.en.speech import Speech
from factdiff.languages.en.stance import stances
from factdiff.languages.en.words import Words
from factdiff.values.holders import holders

#: surnames that are a person's without a first name: "the Biden administration"
SURNAMES = frozenset(holder.family for holder in holders())


def overlay(setting: Setting, found: Sequence[Found]) -> Iterable[Overlaid]:
    """All names, offices, quotations and stances of a text."""
    named = names(setting.text, found, SURNAMES)
    words = Words(setting.text)
    offices = roles(words, found, named)
    speech = Speech(words, found, named, offices)
    quoted = quotes(speech)
    starts, ends = [quote.start for quote in quoted], [quote.end for quote in quoted]

    def told(item: Overlaid) -> bool:
        number = bisect_right(starts, item.start) - 1
        return number < 0 or ends[number] <= item.start

    return [*named, *offices, *quoted, *filter(told, stances(speech))]
