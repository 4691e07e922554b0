"""Days counted from an event whose day the text gives: "the day after the rescue", "three days before the vote"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.calendar.dates.anaphora import units_from_date
from factdiff.languages.en.calendar.dates.nested import date_at
from factdiff.text.patterns import either, uncompiled
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import WEEKDAYS, Date

#: how many times an event is looked for in a text
MOST = 12
#: an event behind "after" or "before", with a determiner
EVENT = r"(?:the|his|her|its|their|that) (?P<event>[a-z]{3,16})(?![\w'-])(?! (?:of|in|at|on|for|that|which)\b)"
_EVENT = uncompiled(rf" {EVENT}")
#: what leads from an event to its day, and from a day to the event
_TO_DAY = (
    r"(?:\s(?:itself|here|there|was|is|took\splace|happened|came|began|started|occurred|fell|ended|followed)){0,2},?"
    r"\s(?:(?:on|of)\s)(?=\S)"
)
_WEEKDAY = rf"(?:{either(WEEKDAYS)})'s\s(?:[a-z]+\s)?"


def event_at(start: int, setting: Setting) -> tuple[Date, int] | None:
    """The day of the event that a blank, a determiner and its noun name at an offset, and their end, or None.

    >>> setting = Setting("The rescue was on 4 June 2024. She sank the day after the rescue.")
    >>> day, end = event_at(53, setting)
    >>> str(day), setting.text[53:end]
    ('2024-06-04', ' the rescue')
    """
    match = _EVENT.compiled.match(setting.text, start)
    day = day_of_event(match["event"].lower(), setting) if match else None
    return None if match is None or day is None else (day, match.end())


def day_of_event(noun: str, setting: Setting) -> Date | None:
    """The one day that a text gives an event: "the rescue on Tuesday", "Tuesday's rescue"; None without one."""
    pattern = re.compile(rf"(?<![\w-])(?:(?P<day>{_WEEKDAY})?{noun}\b(?:{_TO_DAY})?)", re.IGNORECASE)
    days: dict[str, Date] = {}
    for number, match in enumerate(pattern.finditer(setting.text)):
        if number >= MOST:
            break
        found = date_at(match.start() if match["day"] else match.end(), setting, modifiers=False)
        if found is not None and found[0].is_day and found[0].earliest:
            days[str(found[0])] = found[0]
    return next(iter(days.values())) if len(days) == 1 else None


def day_beside_event(match: re.Match[str], setting: Setting) -> Built:
    """The day before or after an event whose day the text gives: "the day after the rescue"."""
    day = day_of_event(match["event"].lower(), setting)
    if day is None:
        return None
    there = units_from_date(day, 1, "day", back=match["side"].lower() == "before")
    return None if there is None else Found(there, *match.span(), "date-beside-event")


RULES = (
    Rule(
        "date-beside-event",
        pairs("the", "day"),
        uncompiled(rf"the day (?P<side>after|before|following) {EVENT}"),
        day_beside_event,
    ),
)
