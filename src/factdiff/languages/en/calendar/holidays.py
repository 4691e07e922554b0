"""Holidays as dates: "Christmas Eve", "Thanksgiving 2014", "last Easter", "the Memorial Day weekend"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from attrs import evolve

from factdiff.language.rules import CLAIM, Built, Rule, Setting
from factdiff.languages.en.amounts.head_nouns import STOP, VERBS
from factdiff.languages.en.calendar.calendar_words import NARRATIVE_LEAD, OF_YEAR, matched_year
from factdiff.languages.en.calendar.tense import is_future
from factdiff.tables import read_table
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import TOKEN, kind
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.moving_holidays import holiday_dates, nearest_holiday

_TABLE: dict[str, dict[str, list[str]]] = read_table("factdiff.languages.en.calendar", "holidays.toml")
#: name of a holiday, without apostrophes and full stops -> the rule of its day, and whether the name is always a date
HOLIDAYS = {
    re.sub("['.]", "", name.lower()): (rule, section == "days")
    for section in ("days", "ambiguous")
    for rule, names in _TABLE[section].items()
    for name in names
}
#: words before a holiday -> which one is meant: the last (-1), the nearest (0) or the next (1)
HOLIDAY_SHIFTS = {
    "last": -1,
    "previous": -1,
    "this past": -1,
    "this": 0,
    "next": 1,
    "this coming": 1,
}
_NEXT_WORD = late(r"[\"')]?[ \t\n]{1,3}(?=[^\W\d_])([^\W_]{1,30})|-\w")
#: prepositions that make a date of an ambiguous name
_PREPOSITION = late(r"\b(on|at|by|before|after|since|until|till|around|during|for|past|over)\s$", re.IGNORECASE)
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})


def holiday(match: re.Match[str], setting: Setting) -> Built:
    """The day of a holiday, in the written year or in the one nearest to the publication."""
    rule, sure = HOLIDAYS[" ".join(re.sub("['.]", "", match["name"].lower()).split())]
    placed = _PREPOSITION.search(setting.text, max(0, match.start() - 10), match.start())
    if not (match["year"] or match["shift"] or match["which"]):
        before = setting.text[max(0, match.start() - 3) : match.start()]
        if before == "'s " or (not match["weekend"] and is_attribute(setting.text, match.end())):
            return CLAIM if sure else None
        if not (
            sure or match["weekend"] or (placed and match["name"][0].isupper()) or match.group() == setting.text.strip()
        ):
            return None
    day = holiday_date(rule, match, setting)
    if day is None:
        return Date.any_year(*map(int, rule.split("-"))) if re.fullmatch("[0-9]{2}-[0-9]{2}", rule) else None
    if match["weekend"]:
        return weekend_of(day)
    there = Date.day(day)
    loose = not sure and placed and placed[1].lower() != "on"
    return evolve(there.about(), granularity="week") if loose else there


def holiday_date(rule: str, match: re.Match[str], setting: Setting) -> date | None:
    """The day of a holiday, in the year that the words beside it or the publication give."""
    if match["year"] or match["shift"]:
        year = matched_year(match, setting)
        days = holiday_dates(rule, year) if year else ()
        return days[0] if days else None
    which = HOLIDAY_SHIFTS[" ".join(match["which"].lower().split())] if match["which"] else 0
    last = setting.last.earliest if setting.narrative and setting.last else None
    near = last + NARRATIVE_LEAD if last else setting.published if which else setting.near
    if near is None:
        return None
    if which == 0 and is_future(setting.text, match.start(), match.end()):
        which = 1
    return nearest_holiday(rule, near, direction=which)


def is_attribute(text: str, end: int) -> bool:
    """Whether the name that ends at ``end`` is an attribute of the next word: "a Christmas tree", "Easter Island"."""
    match = _NEXT_WORD.match(text, end)
    if match is None:
        return False
    word = match[1]
    if word is None or word[0].isupper():
        return True
    return word not in STOP and word not in VERBS and word not in _PARTS and not word.endswith("ed")


def weekend_of(day: date) -> Date:
    """The long weekend of a holiday: from a Thursday or Friday to the Sunday after it, or from a Saturday to a Monday.

    >>> str(weekend_of(date(2021, 9, 6)))
    '2021-09-04/2021-09-06'
    """
    weekday = day.weekday()
    if weekday in (3, 4):
        return Date.span(day, day + timedelta(6 - weekday), granularity="week")
    saturday = day - timedelta(2) if weekday == 0 else day + timedelta(5 - weekday)
    return Date.span(saturday, max(day, saturday + timedelta(1)), granularity="week")


def no_date(_: re.Match[str], __: Setting) -> Built:
    """The claim of a name that only looks like a date."""
    return CLAIM


def name_pattern(name: str) -> str:
    """The pattern of a name, in which apostrophes and full stops are optional."""
    return "".join(
        "'?" if sign == "'" else r"\.?" if sign == "." else re.escape(sign).replace(r"\ ", " ") for sign in name
    )


def longest_first(*sections: str) -> list[str]:
    """The names in the given sections of the table, the longest first."""
    return sorted((name for section in sections for names in _TABLE[section].values() for name in names), key=len)[::-1]


def name_triggers(names: Iterable[str]) -> set[str]:
    """The triggers of names, in which apostrophes and full stops are optional.

    >>> sorted(name_triggers(["New Year's Day", "St. John's Day", "Easter"]))
    ['easter', 'new year', 'new years', 'st .', 'st john']
    """
    found: set[str] = set()
    for name in names:
        first, *rest = map(kind, TOKEN.findall(name))
        seconds = rest[:2] if rest[:1] in (["'"], ["."]) else rest[:1]
        glued = ["".join(rest[0:3:2])] if rest[1:2] == ["'"] else []
        found |= pairs(first, *seconds, *glued) if rest else {first}
    return found


_HOLIDAY_NAMES, _NO_DATES = longest_first("days", "ambiguous"), longest_first("no_dates")
_NAME = "|".join(map(name_pattern, _HOLIDAY_NAMES))
_HOLIDAY = (
    rf"(?<![\w-])(?:(?P<which>{either(HOLIDAY_SHIFTS)}) )?(?P<name>{_NAME})(?![\w'])"
    rf"(?:{OF_YEAR}(?!\w))?(?P<weekend> weekend\b)?"
)
_FIRSTS = {trigger.split(" ")[0] for trigger in name_triggers(_HOLIDAY_NAMES)}
_LEADS = pairs({words.split()[0] for words in HOLIDAY_SHIFTS}, "past", "coming", *_FIRSTS)
RULES = (
    Rule("date-holiday", name_triggers(_HOLIDAY_NAMES) | _LEADS, uncompiled(_HOLIDAY), holiday),
    Rule(
        "date-in-name",
        name_triggers(_NO_DATES),
        uncompiled(rf"(?:{'|'.join(map(name_pattern, _NO_DATES))})(?!\w)"),
        no_date,
    ),
)
