"""The publication date in the dateline or metadata of a text, and whether the text is a narrative of the past."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from factdiff.language.rules import Rule, Setting
from factdiff.languages import _iso_8601
from factdiff.languages.en.calendar.dates import absolute
from factdiff.languages.en.calendar.day_month_order import month_first
from factdiff.text.patterns import late
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.time import Time

#: the number of lines that are read, and the greatest length of a line of metadata
LINES, WIDTH = 12, 140
#: the beginning of a line before its date: a word for publishing, a byline, or the place of a dateline
_TIME = r"(?:[0-9]{1,2}[:.][0-9]{2}\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?,?\s(?:on\s)?)?"
_KEYWORD = late(
    r"\W*(?:date ?published|publication date|date|dated|issued|(?:first |last )?(?:published|posted|updated|modified))"
    rf"\b\W*(?:online )?(?:on:? |at )?{_TIME}",
    re.IGNORECASE,
)
_BYLINE = late(
    r"\W*By [^|\n]{3,60}?(?: ?[|\u2022\u00b7-] ?|, (?=[^,\n]{8,30}$|[A-Z][a-z]{2,8}\.? [0-9]{1,2}, [0-9]{4}$))", re.I
)
_PLACE = late(
    r"[A-Z][\w'.-]{2,20}(?: [A-Z][\w'.-]{1,20}){0,2},? (?:\([\w ]{2,20}\) )?"
    r"(?:[A-Z][A-Za-z. ]{2,20}(?:,|(?= [-\u2014])) )?(?:[-\u2014] )?"
)
_BEHIND = late(r"\W*(?:$|(?:posted|published|updated|by|at|home|[0-9]{1,2}[:.][0-9]{2})\b|[|(-])", re.I)
#: the text behind the date of a dateline: the agency, or a dash
_AGENCY = late(r"[,.]? ?(?:\([\w ./]{2,30}\)|[-\u2014](?! ?[0-9])|$)")
_FULL_DATE_RULES = ("date-iso", "date-day-month", "date-month-day", "date-numeric", "time-stamp")
_YEAR = late(r"[12](?<![\w.,/$£€:#].)(?:(?<=1)[0-9]{3}|(?<=2)0[0-9]{2})(?![\w%]|[.,][0-9])", re.DOTALL)
_NEWS_WORD = late(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|tonight|(?:last|this|next) (?:week|month|year))\b"
)
#: a text is a narrative of the past when at least so many of its years, and such a share of them, lie more than so many
#: years back, and when there are so many of them for each word that refers to the time of publication
MIN_OLD_YEARS, MIN_OLD_SHARE, YEARS_BACK, OLD_YEARS_PER_NEWS_WORD = 5, 0.9, 2, 10


def publication_date(text: str) -> date | None:
    r"""The day of publication from a line of metadata in the head of a text, or None.

    >>> publication_date("Storm hits coast\n\nJan 4, 2024. Posted by Harbour Post\n\nNine people died.")
    datetime.date(2024, 1, 4)
    >>> publication_date("The storm of January 4, 2024 killed nine.") is None
    True
    """
    order = month_first(text)
    for line in text[: LINES * WIDTH * 2].splitlines()[:LINES]:
        found = metadata_date(line, order) if line.strip() and len(line) <= WIDTH else None
        if found is None and line[:1].isupper() and (place := _PLACE.match(line)):
            keyword = _KEYWORD.match(line, place.end())
            behind = full_date_at(line, (keyword or place).end(), order)
            found = behind[0] if behind and (keyword or _AGENCY.match(line, behind[1])) else None
        if found is not None:
            return found
    return None


def metadata_date(line: str, order: bool | None) -> date | None:
    """The date of a line of metadata or a byline, or None."""
    keyword = _KEYWORD.match(line)
    for lead in (keyword, _BYLINE.match(line)):
        start = lead.end() if lead else len(line) - len(line.lstrip())
        found = full_date_at(line, start, order)
        if found is not None and (keyword or _BEHIND.match(line, found[1])):
            return found[0]
    return None


def full_date_at(line: str, start: int, order: bool | None) -> tuple[date, int] | None:
    """The full date that starts at ``start`` of a line, and its end; None where there is none.

    ``order`` says whether numeric dates write the month first.
    """
    for rule in full_date_rules():
        match = rule.match(line, start)
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
def full_date_rules() -> tuple[Rule, ...]:
    """The rules of dates with a day, a month and a year."""
    return tuple(rule for rule in (*absolute.RULES, *_iso_8601.RULES) if rule.name in _FULL_DATE_RULES)


def is_narrative(text: str, published: date | None) -> bool:
    """Whether a text is a narrative of the past: nearly all its years lie far back, and it hardly has words of news.

    >>> text = "In May 1940 they fled, in June 1940 they came. By 1941 all was lost, in 1942 forgotten, in 1943 denied."
    >>> is_narrative(text, date(2009, 12, 19)), is_narrative(text + " He died on Tuesday.", date(2009, 12, 19))
    (True, False)
    """
    if published is None:
        return False
    years = [int(year) for year in _YEAR.findall(text)]
    old = sum(year < published.year - YEARS_BACK for year in years)
    if old < MIN_OLD_YEARS or old < MIN_OLD_SHARE * len(years):
        return False
    return OLD_YEARS_PER_NEWS_WORD * len(_NEWS_WORD.findall(text)) <= old
