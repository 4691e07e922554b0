"""A date that starts at a place in a text, for the rules whose phrases hold one: "two weeks before May 13"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from factdiff.language.rules import Built, Found, Setting, TriggeredRules, rules_by_trigger
from factdiff.languages.en.calendar import holidays
from factdiff.languages.en.calendar.dates import absolute, ranges, relative, years
from factdiff.languages.en.calendar.dates.modifiers import STAGES, stage
from factdiff.text.tokens import TOKEN, kind
from factdiff.values.calendar.date import Date

_FIRST = re.compile(r"[^\W\d_]+|[0-9]+|'")
_STAGE = re.compile(rf"(?:{STAGES})(?:[ \t\n]|(?<=-))(?:the )?", re.IGNORECASE)


@cache
def starts() -> Mapping[str, TriggeredRules]:
    """The rules of dates that a token can start, by its kind."""
    return rules_by_trigger((*absolute.RULES, *ranges.RULES, *years.RULES, *relative.RULES, *holidays.RULES))


def date_at(start: int, setting: Setting, *, staged: bool = True) -> tuple[Date, int] | None:
    """The date that starts at ``start``, with the words that single out a part of it, and where it ends; None without.

    >>> text = "until the end of March 2024, he said"
    >>> day, end = date_at(6, Setting(text))
    >>> str(day), text[6:end]
    ('2024-03-21~/2024-03-31~', 'the end of March 2024')
    """
    found = plain_date_at(start, setting)
    if found is None and staged and (lead := _STAGE.match(setting.text, start)):
        inner = plain_date_at(lead.end(), setting)
        found = inner and stage(inner, setting, start)
        if found is not None and found.start != start:
            return None
    elif found is not None and staged:
        found = stage(found, setting, start)
    return (found.value, found.end) if found is not None and isinstance(found.value, Date) else None


def plain_date_at(start: int, setting: Setting) -> Found | None:
    """What the rules of dates find at a place: the longest match that is a date."""
    word = _FIRST.match(setting.text, start)
    able = starts().get(kind(word.group())) if word else None
    if word is None or able is None:
        return None
    behind = TOKEN.search(setting.text, word.end())
    rules = able.followed.get(kind(behind.group()), able.alone) if behind else able.alone
    matches = [(match, rule) for rule in rules if (match := rule.pattern.match(setting.text, start))]
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        built: Built = rule.build(match, setting)
        if isinstance(built, Found) and isinstance(built.value, Date):
            return built
        if isinstance(built, Date):
            return Found(built, *match.span())
        if built is not None:
            return None
    return None
