"""Dates that name their day or month, with or without the rest."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factdiff.language.rules import CLAIM, Built, Rule, Setting
from factdiff.languages.en.calendar.calendar_words import (
    BEFORE,
    BEFORE_MONTH,
    DAY,
    DOUBTFUL,
    MONTH,
    MONTHS,
    NAMES,
    OF_YEAR,
    PREPOSITIONS,
    SHIFTED,
    SPELT,
    SUFFIXES,
    WEEKDAY,
    WEEKDAY_NUMBERS,
    WORDS,
    close_day,
    dayed,
    full_year,
    month_number,
    ordinal,
    weekday_named,
    year_of,
)
from factdiff.languages.en.calendar.day_month_order import order_of
from factdiff.languages.en.calendar.tense import is_future, is_past
from factdiff.tables import read_table
from factdiff.text.patterns import either, pattern, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.days import nearest_day_of_year, valid_date, weekday_after, weekday_before

ATTACKS: dict[str, list[str]] = read_table("factdiff.languages.en.calendar", "holidays.toml")["attacks"]
_ATTACK = pattern(rf"(?:st|nd|rd|th)?,? ({either(ATTACKS)})\b")
#: how far ahead a month can lie that no verb places
SOON = timedelta(120)
_SINCE = re.compile(r"\bsince\s$", re.IGNORECASE)
#: from here on, in days, a weekday beside a date tells its year; nearer it may as well be a slip
FAR = 100


def month_and_day(match: re.Match[str], setting: Setting) -> Built:
    """A day of a month, in the year that is given, or in the one nearest to the publication."""
    month, day = month_number(match["month"]), ordinal(match["spelt"] or match["day"])
    named, sure = weekday_named(match["weekday"]), match["suffix"] or match["spelt"] or match["year"]
    if match["month"] in WORDS and not sure:
        return None
    if match["spelt"] and not spelt_day(match):
        return None
    ad = match.groupdict().get("ad")
    if match["year"] or match["shift"] or ad:
        year = int(ad) if ad else year_of(match, setting)
        exact = valid_date(year, month, day) if year else None
        if exact is None:
            return None if year else Date.any_year(month, day, weekday=named)
        return Date.day(exact, weekday=named)
    if valid_date(2024, month, day) is None:
        return None
    known = attack_on(month, day, match.end(), setting)
    if known is not None:
        return Date.day(known, weekday=named)
    close = close_day(month, day, setting)
    if close is None:
        return Date.any_year(month, day, weekday=named)
    return Date.day(by_weekday(close, named, setting), weekday=named)


def attack_on(month: int, day: int, end: int, setting: Setting) -> date | None:
    """The day of an attack that is known by its day: "the September 11 attacks"; None before it has happened."""
    match = _ATTACK.match(setting.text, end)
    for known in ATTACKS[" ".join(match[1].lower().split())] if match else ():
        there = date.fromisoformat(known)
        if (there.month, there.day) == (month, day) and (setting.near is None or setting.near >= there):
            return there
    return None


def by_weekday(close: date, named: str | None, setting: Setting) -> date:
    """A day without a year: where it lies far from the publication, that of the year which gives it its weekday."""
    near = setting.near
    if named is None or near is None or WEEKDAYS[close.weekday()] == named or abs((close - near).days) < FAR:
        return close
    years = (valid_date(near.year + shift, close.month, close.day) for shift in (0, -1, 1))
    on_it = [day for day in years if day is not None and WEEKDAYS[day.weekday()] == named]
    return min(on_it, key=lambda day: abs((day - near).days), default=close)


def spelt_day(match: re.Match[str]) -> bool:
    """Whether an ordinal in letters is a day: "the third of March", "March third," but no "March first lady"."""
    if match.start("spelt") < match.start("month"):
        return " of " in " ".join(match.group().lower().split())
    return bool(match["year"]) or match.string[match.end() : match.end() + 1] in ".,;:)"


def month_of_year(match: re.Match[str], setting: Setting) -> Built:
    """A month of a given year."""
    month, year = month_number(match["month"]), year_of(match, setting)
    if match["month"] in WORDS and not match["year"]:
        return None
    return Date.any_year(month) if year is None else Date.month(year, month)


def short_day(match: re.Match[str], _: Setting) -> Built:
    """A day of a year that may have two digits: "31-Oct-74", "3 Feb '82"."""
    exact = valid_date(
        full_year(match["year"]), month_number(match["month"] or match.groupdict()["m"]), int(match["day"])
    )
    return None if exact is None else Date.day(exact)


def short_month(match: re.Match[str], _: Setting) -> Built:
    """A month of a year that may have two digits: "April of '87", "Sep-2012"."""
    return Date.month(full_year(match["year"]), month_number(match["month"]))


def bare_month(match: re.Match[str], setting: Setting) -> Built:
    """A month alone: the last one, the coming one where the clause is in the future, or that of any year."""
    name, start = match["month"].lower(), match.start()
    doubtful = name in DOUBTFUL or name not in MONTHS or match["month"].islower()
    if match["month"].islower() and (name not in MONTHS or name in ("may", "march", "august")):
        return None
    if doubtful and not PREPOSITIONS.search(setting.text, max(0, start - 12), start):
        return None
    month = NAMES[name]
    if setting.narrative and (close := close_day(month, 15, setting)):
        return Date.month(close.year, month)
    if setting.near is None:
        return Date.any_year(month)
    year, now = setting.near.year, setting.near.month
    if is_future(setting.text, start, match.end()):
        return Date.month(year + (month < now), month)
    close = nearest_day_of_year(month, 15, setting.near)
    if close is not None and month != now and timedelta(0) < close - setting.near <= SOON:
        before = _SINCE.search(setting.text, max(0, start - 7), start)
        if not before and not is_past(setting.text, start, match.end()):
            return Date.month(close.year, month)
    return Date.month(year - (month > now), month)


def numeric(match: re.Match[str], setting: Setting) -> Built:
    """Digits alone, in the order that the weekday before them or the document decides; else both readings."""
    first, second, year = int(match["first"]), int(match["second"]), full_year(match["year"])
    readings = {False: valid_date(year, second, first), True: valid_date(year, first, second)}
    days = {day for day in readings.values() if day is not None}
    if not days:
        return CLAIM
    named = weekday_named(match["weekday"])
    on_it = {day for day in days if named == WEEKDAYS[day.weekday()]}
    if len(days) == 1 or len(on_it) == 1:
        return Date.day(*(on_it or days), weekday=named)
    order = order_of(setting)
    if order is None:
        return Date.one_of(*days)
    day = readings[order]
    return CLAIM if day is None else Date.day(day, weekday=named)


def iso(match: re.Match[str], _: Setting) -> Built:
    """An ISO 8601 day."""
    day = valid_date(int(match["year"]), int(match["month"]), int(match["day"]))
    return CLAIM if day is None else Date.day(day, weekday=weekday_named(match["weekday"]))


def iso_month(match: re.Match[str], _: Setting) -> Built:
    """A month in digits: "2014-10", "10/2014"; "2009-10" is a season of two years."""
    year, month = int(match["year"] or match["y"]), int(match["month"] or match["m"])
    if not 1 <= month <= 12 or (match["month"] and match["sign"] == "-" and month > year % 100):
        return None
    return Date.month(year, month)


def weekday(match: re.Match[str], setting: Setting) -> Built:
    """A weekday within seven days of the publication: back, or forward where the clause is in the future."""
    number = WEEKDAY_NUMBERS[match["weekday"].lower()]
    named, which = WEEKDAYS[number], " ".join((match["which"] or "").lower().split())
    if match["weekday"].islower() and not which:
        return None
    if setting.published is None:
        return Date.unknown(f"XXXX-WXX-{number + 1}", weekday=named)
    return Date.day(weekday_day(number, which, setting.published, setting, match), weekday=named)


def weekday_day(number: int, which: str, published: date, setting: Setting, match: re.Match[str]) -> date:
    """The day that a weekday means."""
    day = timedelta(1)
    if which == "next":
        return weekday_after(published + day, number)
    if which in ("last", "past", "this past"):
        return weekday_before(published - day, number)
    if which == "this":
        return published - timedelta(published.weekday()) + timedelta(number)
    if which in ("coming", "this coming") or is_future(setting.text, match.start(), match.end()):
        return weekday_after(published, number)
    return weekday_before(published, number)


_WHICH = r"(?:(?P<which>last|past|this past|next|this coming|coming|this) )?"
_DAY_MONTH = (
    rf"{BEFORE}(?:{WEEKDAY})?(?:the )?{DAY}(?:(?: day)?(?: of)? |(?<=[0-9])){MONTH}"
    rf"(?:{OF_YEAR}| (?P<ad>[0-9]{{1,3}}) (?:AD|CE|A\.D\.))?(?!\w|-[0-9])"
)
#: the day must not be the head of a larger figure: "March 15,000"
_MONTH_DAY = (
    rf"{BEFORE}(?:{WEEKDAY})?{MONTH} (?:the )?{DAY}(?!\w|[:.][0-9]|,[0-9]{{3}}(?![0-9])|-[a-z])"
    rf"(?:{OF_YEAR}(?!\w))?"
)
_NUMERIC = (
    rf"{BEFORE}(?:{WEEKDAY})?(?P<first>[0-3]?[0-9])(?P<sign>[/.-])(?P<second>[0-3]?[0-9])(?P=sign)"
    r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![\w/.-]*[0-9])"
)
_ISO = (
    rf"{BEFORE}(?:{WEEKDAY})?(?P<year>[12][0-9]{{3}})(?P<sign>[-/])(?P<month>[01]?[0-9])(?P=sign)(?P<day>[0-3]?[0-9])"
    r"(?![\w-])"
)
_ISO_MONTH = (
    r"(?<![\w/.,$£€#-])(?:(?P<year>[12][0-9]{3})(?P<sign>[-/])(?P<month>[01][0-9])|"
    r"(?P<m>[01]?[0-9])/(?P<y>[12][0-9]{3}))(?![\w/.-])"
)
_SHORT = (
    rf"{BEFORE}(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?:(?P<sign>[/-])(?P<month>{either(NAMES)})(?P=sign)|"
    rf" (?P<m>{either(NAMES)})\.? (?:'|(?=[0-9]{{2}}(?:[.,;)]?$|[,;)]))))"
    r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![\w/.%-]|,[0-9])"
)
_YEAR_FIRST = (
    rf"{BEFORE}(?P<year>[12][0-9]{{3}})(?P<sign>[/-])(?P<month>{either(NAMES)})(?P=sign)(?P<day>[0-3]?[0-9])(?![\w-])"
)
_SHORT_MONTH = (
    rf"{BEFORE}(?P<month>{either(NAMES)})(?:(?: of)? '|[-/](?=[12][0-9]{{3}}))"
    r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![\w/.%-]|,[0-9])"
)

RULES = (
    Rule("date-iso", {*pairs(DIGIT, "-", "/"), *dayed(DIGIT)}, uncompiled(_ISO), iso, parts=("weekday",)),
    Rule(
        "date-day-month",
        {
            *pairs(DIGIT, *SUFFIXES, *NAMES, "day", "of"),
            *pairs("the", DIGIT, *SPELT),
            *SPELT,
            *dayed(DIGIT, *SPELT),
        },
        uncompiled(_DAY_MONTH),
        month_and_day,
        parts=("weekday",),
    ),
    Rule(
        "date-month-day",
        {*pairs(NAMES, ".", "the", DIGIT, *SPELT), *dayed(*NAMES)},
        uncompiled(_MONTH_DAY),
        month_and_day,
        parts=("weekday",),
    ),
    Rule("date-short-year", pairs(DIGIT, *SUFFIXES, *NAMES, "-", "/"), uncompiled(_SHORT), short_day),
    Rule("date-year-first", pairs(DIGIT, "-", "/"), uncompiled(_YEAR_FIRST), short_day),
    Rule("date-month-short-year", pairs(NAMES, "of", "'", "-", "/"), uncompiled(_SHORT_MONTH), short_month),
    Rule("date-iso-month", pairs(DIGIT, "-", "/"), uncompiled(_ISO_MONTH), iso_month),
    Rule(
        "date-month-year",
        pairs(NAMES, ".", ",", "of", "in", DIGIT, *SHIFTED),
        uncompiled(rf"{BEFORE_MONTH}{MONTH}{OF_YEAR}"),
        month_of_year,
    ),
    Rule("date-month", NAMES, uncompiled(rf"{BEFORE_MONTH}{MONTH}(?![\w']|-[A-Z])"), bare_month),
    Rule(
        "date-numeric",
        {*pairs(DIGIT, "-", "/", "."), *dayed(DIGIT)},
        uncompiled(_NUMERIC),
        numeric,
        parts=("weekday",),
    ),
    Rule(
        "date-weekday",
        {*WEEKDAYS, *pairs(("last", "next", "this", "coming", "past"), *WEEKDAYS), *pairs("this", "past", "coming")},
        uncompiled(rf"\b{_WHICH}(?P<weekday>{either(WEEKDAYS)})\b(?!-(?!{either(WEEKDAYS)}\b)[A-Z])"),
        weekday,
    ),
)
