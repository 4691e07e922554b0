"""The day of publication that a text gives itself, and the order of its numeric dates."""

from __future__ import annotations

import re
from datetime import date

from factdiff.language import Rule, Setting
from factdiff.languages.en import dates
from factdiff.values.date import Date

#: how many lines of the head are read, and how long a line of metadata can be
LINES, WIDTH = 12, 140
_KEYWORD = re.compile(
    r"\W*(?:date|dated|(?:first |last )?(?:published|posted|updated|modified))\b\W*(?:on |at )?", re.I
)
_BEHIND = re.compile(r"\W*(?:$|(?:posted|published|updated|by|at|home|[0-9]{1,2}[:.][0-9]{2})\b|[|(-])", re.I)
_FULL = ("date-iso", "date-day-month", "date-month-day", "date-numeric")
_YEAR = re.compile(r"(?<![\w.,/$£€:#])(1[0-9]{3}|20[0-9]{2})(?![\w%]|[.,][0-9])")
_NEWS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|tonight|(?:last|this|next) (?:week|month|year))\b"
)
#: a text tells of the past when so many of its years, and so great a share of them, lie so many years back, and when
#: for each word that news counts from its own day there are so many such years
OLD, SHARE, BACK, PER_WORD = 5, 0.9, 2, 10
_NUMERIC = re.compile(r"(?<![\w/.-])([0-3]?[0-9])[/]([0-3]?[0-9])[/]([12][0-9]{3}|[0-9]{2})(?![\w/])")


def published(text: str) -> date | None:
    r"""The day of publication from a line of metadata in the head of a text, or None.

    >>> published("Storm hits coast\n\nJan 4, 2024. Posted by Harbour Post\n\nNine people died.")
    datetime.date(2024, 1, 4)
    >>> published("The storm of January 4, 2024 killed nine.") is None
    True
    """
    for line in text[: LINES * WIDTH].splitlines()[:LINES]:
        if not line.strip() or len(line) > WIDTH:
            continue
        keyword = _KEYWORD.match(line)
        start = keyword.end() if keyword else len(line) - len(line.lstrip())
        found = full_date(line, start)
        if found is not None and (keyword or _BEHIND.match(line, found[1])):
            return found[0]
    return None


def full_date(line: str, start: int) -> tuple[date, int] | None:
    """The day with its year that is written at ``start`` of a line, and where it ends."""
    for rule in full_rules():
        match = rule.pattern.match(line, start)
        built = match and rule.build(match, Setting(line))
        if match and isinstance(built, Date) and built.earliest is not None and built.earliest == built.latest:
            return built.earliest, match.end()
    return None


def full_rules() -> tuple[Rule, ...]:
    """The rules whose dates can have a day, a month and a year."""
    return tuple(rule for rule in dates.RULES if rule.name in _FULL)


def month_first(text: str) -> bool | None:
    """Whether numeric dates of a text write the month first, from those that can be read in one order only.

    >>> month_first("From 03/25/2024 to 04/05/2024."), month_first("On 04/05/2024.")
    (True, None)
    """
    orders = {
        int(second) > 12 for first, second, _ in _NUMERIC.findall(text) if (int(first) > 12) != (int(second) > 12)
    }
    return orders.pop() if len(orders) == 1 else None


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
