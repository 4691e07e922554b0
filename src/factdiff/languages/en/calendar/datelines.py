"""The day of publication that a text gives itself, and whether it tells of times long past."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from factdiff.language.rules import Rule, Setting
from factdiff.languages import _iso_8601
from factdiff.languages.en.calendar.dates import absolute
from factdiff.languages.en.calendar.day_month_order import month_first
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.time import Time

#: how many lines of the head are read, and how long a line of metadata can be
LINES, WIDTH = 12, 140
#: what can stand before the date of a line: a word for publishing, a byline, or the place of a dateline
_TIME = r"(?:[0-9]{1,2}[:.][0-9]{2}\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?,?\s(?:on\s)?)?"
_KEYWORD = re.compile(
    r"\W*(?:date ?published|publication date|date|dated|issued|(?:first |last )?(?:published|posted|updated|modified))"
    rf"\b\W*(?:online )?(?:on:? |at )?{_TIME}",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"\W*By [^|\n]{3,60}?(?: ?[|\u2022\u00b7-] ?|, (?=[^,\n]{8,30}$|[A-Z][a-z]{2,8}\.? [0-9]{1,2}, [0-9]{4}$))", re.I
)
_PLACE = re.compile(
    r"[A-Z][\w'.-]{2,20}(?: [A-Z][\w'.-]{1,20}){0,2},? (?:\([\w ]{2,20}\) )?"
    r"(?:[A-Z][A-Za-z. ]{2,20}(?:,|(?= [-\u2014])) )?(?:[-\u2014] )?"
)
_BEHIND = re.compile(r"\W*(?:$|(?:posted|published|updated|by|at|home|[0-9]{1,2}[:.][0-9]{2})\b|[|(-])", re.I)
#: what must stand behind the date of a dateline: the agency, or a dash
_AGENCY = re.compile(r"[,.]? ?(?:\([\w ./]{2,30}\)|[-\u2014](?! ?[0-9])|$)")
_FULL = ("date-iso", "date-day-month", "date-month-day", "date-numeric", "time-stamp")
_YEAR = re.compile(r"[12](?<![\w.,/$£€:#].)(?:(?<=1)[0-9]{3}|(?<=2)0[0-9]{2})(?![\w%]|[.,][0-9])", re.DOTALL)
_NEWS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|tonight|(?:last|this|next) (?:week|month|year))\b"
)
#: a text tells of the past when so many of its years, and so great a share of them, lie so many years back, and when
#: for each word that news counts from its own day there are so many such years
OLD, SHARE, BACK, PER_WORD = 5, 0.9, 2, 10


def published(text: str) -> date | None:
    r"""The day of publication from a line of metadata in the head of a text, or None.

    >>> published("Storm hits coast\n\nJan 4, 2024. Posted by Harbour Post\n\nNine people died.")
    datetime.date(2024, 1, 4)
    >>> published("The storm of January 4, 2024 killed nine.") is None
    True
    """
    order = month_first(text)
    for line in text[: LINES * WIDTH * 2].splitlines()[:LINES]:
        found = dated(line, order) if line.strip() and len(line) <= WIDTH else None
        if found is None and line[:1].isupper() and (place := _PLACE.match(line)):
            keyword = _KEYWORD.match(line, place.end())
            behind = full_date(line, (keyword or place).end(), order)
            found = behind[0] if behind and (keyword or _AGENCY.match(line, behind[1])) else None
        if found is not None:
            return found
    return None


def dated(line: str, order: bool | None) -> date | None:
    """The date of a line of metadata, which may be a byline."""
    keyword = _KEYWORD.match(line)
    for lead in (keyword, _BYLINE.match(line)):
        start = lead.end() if lead else len(line) - len(line.lstrip())
        found = full_date(line, start, order)
        if found is not None and (keyword or _BEHIND.match(line, found[1])):
            return found[0]
    return None


def full_date(line: str, start: int, order: bool | None) -> tuple[date, int] | None:
    """The day with its year that is written at ``start`` of a line, and where it ends; ``order`` is that of digits."""
    for rule in full_rules():
        match = rule.pattern.match(line, start)
        built = match and rule.build(match, Setting(line, month_first=order))
        day = (
            built.day
            if isinstance(built, Time)
            else built.earliest
            if isinstance(built, Date) and built.is_day
            else None
        )
        if match and day is not None:
            return day, match.end()
    return None


@cache
def full_rules() -> tuple[Rule, ...]:
    """The rules whose dates can have a day, a month and a year."""
    return tuple(rule for rule in (*absolute.RULES, *_iso_8601.RULES) if rule.name in _FULL)


def narrative(text: str, published: date | None) -> bool:
    """Whether a text tells of times long past: nearly all its years lie far back, and it hardly speaks of its own week.

    >>> text = "In May 1940 they fled, in June 1940 they came. By 1941 all was lost, in 1942 forgotten, in 1943 denied."
    >>> narrative(text, date(2009, 12, 19)), narrative(text + " He died on Tuesday.", date(2009, 12, 19))
    (True, False)
    """
    if published is None:
        return False
    years = [int(year) for year in _YEAR.findall(text)]
    old = sum(year < published.year - BACK for year in years)
    if old < OLD or old < SHARE * len(years):
        return False
    return PER_WORD * len(_NEWS.findall(text)) <= old
