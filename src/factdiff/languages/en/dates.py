"""Dates that name their day, month or year, with or without the rest."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factdiff.language import CLAIM, DIGIT, Built, Rule, Setting, either, pattern
from factdiff.languages.en.counting import counted, labelled
from factdiff.languages.en.tense import is_future
from factdiff.values.calendar import nearest, valid, weekday_after, weekday_before
from factdiff.values.date import SEASONS, WEEKDAYS, Date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
#: months that are words or names as well, and are dates only where something says so
DOUBTFUL = frozenset(
    {
        "march",
        "may",
        "april",
        "june",
        "august",
        "mar",
        "jun",
        "apr",
        "aug",
        "dec",
        "sept",
        "oct",
        "jan",
        "nov",
        "feb",
        "jul",
        "sep",
    }
)
NAMES = {name: number for number, name in enumerate(MONTHS, 1)}
NAMES |= {name[:3]: number for name, number in list(NAMES.items())} | {"sept": 9}
SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
WEEKDAY_NUMBERS = {**{name: n for n, name in enumerate(WEEKDAYS)}, **SHORT}

_MONTHS = either([*(name.title() for name in MONTHS), *(name.upper() for name in MONTHS)])
_WEEKDAYS = either([*(name.title() for name in WEEKDAYS), *(name.upper() for name in WEEKDAYS)])
_SHORT_MONTHS = either(name.title() for name in NAMES if name not in MONTHS)
_SHORT_WEEKDAYS = either(name.title() for name in SHORT)
#: a month; only a short one can have a full stop of its own ("May" is never cut)
MONTH = rf"(?P<month>{_MONTHS}|{_SHORT_MONTHS})\b(?:(?<=\b(?!May)[A-Z][a-z]{{2}})\.|(?<=\bSept)\.)?"
WEEKDAY = rf"(?P<weekday>{_WEEKDAYS}|{_SHORT_WEEKDAYS})\b\.?,? (?:the )?"
DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[0-9]{3}|2[01][0-9]{2})(?![0-9]|[.,][0-9])"
BEFORE = r"(?<![\w/.-])"
#: words before a doubtful month or a bare year that make it a date
PREPOSITIONS = re.compile(
    r"\b(?:in|since|by|until|till|from|to|of|during|before|after|early|late|mid|between|through|throughout|last|next|"
    r"this|around|circa|end-)[ -]$",
    re.IGNORECASE,
)
TRIGGERS = frozenset(NAMES) | frozenset(WEEKDAY_NUMBERS)


def month_and_day(match: re.Match[str], setting: Setting) -> Built:
    """A day of a month, in the year that is given, or in the one nearest to the publication."""
    month, day = NAMES[match["month"].lower()], int(match["day"])
    weekday = match["weekday"]
    named = None if weekday is None else WEEKDAYS[WEEKDAY_NUMBERS[weekday.lower()]]
    if match["year"]:
        exact = valid(int(match["year"]), month, day)
        return None if exact is None else Date.day(exact, weekday=named)
    if valid(2024, month, day) is None:
        return None
    if setting.near is None:
        return Date.any_year(month, day, weekday=named)
    close = nearest(month, day, setting.near)
    return None if close is None else Date.day(close, weekday=named)


def month_of_year(match: re.Match[str], _: Setting) -> Built:
    """A month of a given year."""
    return Date.month(int(match["year"]), NAMES[match["month"].lower()])


def bare_month(match: re.Match[str], setting: Setting) -> Built:
    """A month alone: the last one, the coming one where the clause is in the future, or that of any year."""
    name = match["month"].lower()
    start = match.start()
    if (name in DOUBTFUL or name not in MONTHS) and not PREPOSITIONS.search(setting.text, max(0, start - 12), start):
        return None
    month = NAMES[name]
    if setting.near is None:
        return Date.any_year(month)
    year, now = setting.near.year, setting.near.month
    if is_future(setting.text, start, match.end()):
        return Date.month(year + (month < now), month)
    return Date.month(year - (month > now), month)


def numeric(match: re.Match[str], setting: Setting) -> Built:
    """Digits alone, in the order that the document decides; both readings where nothing does."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    readings = {False: valid(year, second, first), True: valid(year, first, second)}
    days = {day for day in readings.values() if day is not None}
    if not days:
        return CLAIM
    if len(days) == 1:
        return Date.day(days.pop())
    if setting.month_first is None:
        return Date.unknown("XXXX-XX-XX")
    day = readings[setting.month_first]
    return CLAIM if day is None else Date.day(day)


def iso(match: re.Match[str], _: Setting) -> Built:
    """An ISO 8601 day."""
    day = valid(int(match["year"]), int(match["month"]), int(match["day"]))
    return CLAIM if day is None else Date.day(day)


def year(match: re.Match[str], setting: Setting) -> Built:
    """A year: four digits that count nothing."""
    number, start = int(match["year"]), match.start()
    before = PREPOSITIONS.search(setting.text, max(0, start - 12), start)
    if not before and (not 1900 <= number <= 2100 or counted(setting.text, match.end())):
        return None
    if not before and labelled(setting.text, start, by_case=False):
        return CLAIM
    return Date.year(number)


def decade(match: re.Match[str], _: Setting) -> Built:
    """The ten years of a decade."""
    return Date.decade(int(match["year"]))


def season(match: re.Match[str], _: Setting) -> Built:
    """A season of a given year."""
    name = match["season"].lower().replace("fall", "autumn")
    return Date.season(int(match["year"]), name)


def weekday(match: re.Match[str], setting: Setting) -> Built:
    """A weekday within seven days of the publication: back, or forward where the clause is in the future."""
    number = WEEKDAY_NUMBERS[match["weekday"].lower()]
    named, which = WEEKDAYS[number], (match["which"] or "").lower()
    if setting.published is None:
        return Date.unknown(f"XXXX-WXX-{number + 1}", weekday=named)
    return Date.day(weekday_day(number, which, setting.published, setting, match), weekday=named)


def weekday_day(number: int, which: str, published: date, setting: Setting, match: re.Match[str]) -> date:
    """The day that a weekday means."""
    day = timedelta(1)
    if which == "next":
        return weekday_after(published + day, number)
    if which in ("last", "past"):
        return weekday_before(published - day, number)
    if which in ("coming", "this coming") or is_future(setting.text, match.start(), match.end()):
        return weekday_after(published, number)
    return weekday_before(published, number)


_WHICH = r"(?:(?P<which>(?i:last|past|next|this coming|coming|this)) )?"
_DAY_MONTH = rf"{BEFORE}(?:{WEEKDAY})?(?:the )?{DAY}(?: of)? {MONTH}(?:,? {YEAR})?(?!\w|-[0-9])"
#: the day must not be the head of a larger figure: "March 15,000"
_MONTH_DAY = (
    rf"{BEFORE}(?:{WEEKDAY})?{MONTH} (?:the )?{DAY}(?!\w|[:.][0-9]|,[0-9]{{3}}(?![0-9])|-[a-z])(?:,? {YEAR}(?!\w))?"
)
_NUMERIC = (
    rf"{BEFORE}(?P<first>[0-3]?[0-9])(?P<sign>[/.-])(?P<second>[0-3]?[0-9])(?P=sign)"
    r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![\w/.-]*[0-9])"
)
_ISO = rf"{BEFORE}(?P<year>[12][0-9]{{3}})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![\w-])"
_SEASON = rf"\b(?:the )?(?P<season>{either([*SEASONS, 'fall'])})(?: of)? {YEAR}"

RULES = (
    Rule("date-iso", {DIGIT}, pattern(_ISO), iso),
    Rule(
        "date-day-month",
        {DIGIT, "the", *WEEKDAY_NUMBERS},
        pattern(_DAY_MONTH, cased=True),
        month_and_day,
        parts=("weekday",),
    ),
    Rule("date-month-day", TRIGGERS, pattern(_MONTH_DAY, cased=True), month_and_day, parts=("weekday",)),
    Rule("date-month-year", NAMES, pattern(rf"{BEFORE}{MONTH},? (?:of )?{YEAR}", cased=True), month_of_year),
    Rule("date-month", NAMES, pattern(rf"(?<![\w/.]){MONTH}(?![\w']|-[A-Z])", cased=True), bare_month),
    Rule("date-numeric", {DIGIT}, pattern(_NUMERIC), numeric),
    Rule("date-season", {*SEASONS, "fall", "the"}, pattern(_SEASON), season),
    Rule("date-decade", {DIGIT, "the"}, pattern(BEFORE + r"(?:the )?(?P<year>[12][0-9]{2}0)s\b"), decade),
    Rule("date-year", {DIGIT}, pattern(rf"(?<![\w.,/$£€:#-]){YEAR}(?![\w%/]|-[\w])"), year),
    Rule(
        "date-weekday",
        {*WEEKDAY_NUMBERS, "last", "next", "this", "coming", "past"},
        pattern(rf"\b{_WHICH}(?P<weekday>{_WEEKDAYS})(?!\w|-[A-Z])", cased=True),
        weekday,
    ),
)
