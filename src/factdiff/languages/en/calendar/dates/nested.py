"""The date at an offset, for rules whose phrases contain a date: "two weeks before May 13"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from factdiff.language.rules import Built, Found, Setting, TriggeredRules, rules_by_trigger
from factdiff.languages.en.calendar import holidays
from factdiff.languages.en.calendar.dates import absolute, fiscal, ranges, relative, years
from factdiff.languages.en.calendar.dates.modifiers import MODIFIERS, apply_modifier
from factdiff.text.patterns import late
from factdiff.text.tokens import TOKEN, kind
from factdiff.values.calendar.date import Date

_FIRST = late(r"[^\W\d_]+|[0-9]+|'")
_MODIFIER = late(rf"(?:{MODIFIERS})(?:[ \t\n]|(?<=-))(?:the )?", re.IGNORECASE)


@cache
def date_rules() -> Mapping[str, TriggeredRules]:
    """The rules of dates by the kind of token that triggers them."""
    return rules_by_trigger(
        (*absolute.RULES, *ranges.RULES, *years.RULES, *fiscal.RULES, *relative.RULES, *holidays.RULES)
    )


def date_at(start: int, setting: Setting, *, modifiers: bool = True) -> tuple[Date, int] | None:
    """The date that starts at ``start``, and its end; None where no date starts there.

    ``modifiers`` says that the words around it may single out a part of it.

    >>> text = "until the end of March 2024, he said"
    >>> day, end = date_at(6, Setting(text))
    >>> str(day), text[6:end]
    ('2024-03-21~/2024-03-31~', 'the end of March 2024')
    """
    found = unmodified_date_at(start, setting)
    if found is None and modifiers and (lead := _MODIFIER.match(setting.text, start)):
        inner = unmodified_date_at(lead.end(), setting)
        found = inner and apply_modifier(inner, setting, start)
        if found is not None and found.start != start:
            return None
    elif found is not None and modifiers:
        found = apply_modifier(found, setting, start)
    return (found.value, found.end) if found is not None and isinstance(found.value, Date) else None


def unmodified_date_at(start: int, setting: Setting) -> Found | None:
    """The date of the longest match at ``start``, without modifiers, or None."""
    word = _FIRST.match(setting.text, start)
    triggered = date_rules().get(kind(word.group())) if word else None
    if word is None or triggered is None:
        return None
    following = TOKEN.search(setting.text, word.end())
    rules = triggered.followed.get(kind(following.group()), triggered.alone) if following else triggered.alone
    matches = [(match, rule) for rule in rules if (match := rule.match(setting.text, start))]
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        built: Built = rule.build(match, setting)
        if isinstance(built, Found) and isinstance(built.value, Date):
            return built
        if isinstance(built, Date):
            return Found(built, *match.span())
        if built is not None:
            return None
    return None
