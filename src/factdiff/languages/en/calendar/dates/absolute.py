"""Dates that name their day, month or weekday: "3 May 2024", "May 3", "03/05/2024", "in May", "on Friday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factdiff.language.rules import CLAIM, Built, Rule, Setting
from factdiff.languages.en.calendar.calendar_words import (
    AMBIGUOUS_MONTHS,
    DATE_START,
    DAY,
    MONTH,
    MONTH_HOMOGRAPHS,
    MONTH_NUMBERS,
    MONTH_START,
    MONTHS,
    OF_YEAR,
    ORDINAL_SUFFIXES,
    ORDINAL_TRIGGERS,
    PREPOSITIONS,
    WEEKDAY,
    WEEKDAY_NUMBERS,
    YEAR,
    YEAR_SHIFT_TRIGGERS,
    day_in_nearest_year,
    full_year,
    matched_year,
    month_number,
    ordinal_number,
    weekday_name,
    weekday_triggers,
)
from factdiff.languages.en.calendar.clause_years import day_in_year_of_clause
from factdiff.languages.en.calendar.day_month_order import document_order
from factdiff.languages.en.calendar.tense import is_future, is_past
from factdiff.tables import read_table
from factdiff.text.patterns import either, late, pattern, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.days import nearest_day_of_year, valid_date, weekday_after, weekday_before
from factdiff.values.calendar.recurrence import Recurrence

ATTACKS: dict[str, list[str]] = read_table("factdiff.languages.en.calendar", "holidays.toml")["attacks"]
_ATTACK = pattern(rf"(?:st|nd|rd|th)?,? ({either(ATTACKS)})\b")
#: words before a day that recurs
_EACH_YEAR = late(r"\b(?:each|every) year,? (?:on |in )?$|\bannually on $", re.IGNORECASE)
#: how far ahead a month can lie in a clause without a verb in the past or the future
MONTHS_AHEAD = timedelta(120)
_IN_MONTH = late(r"\b(?:in|since|during|last|next|this|early|late)\s$", re.IGNORECASE)
#: a date right behind "next Tuesday", to which the weekday belongs
_DATE_BEHIND = late(
    rf",? (?:the )?(?:[0-3]?[0-9](?:st|nd|rd|th)?(?: of)? (?:{either(MONTH_NUMBERS)})\b|"
    rf"(?:{either(MONTH_NUMBERS)})\.? [0-3]?[0-9](?!\w))",
    re.IGNORECASE,
)
_SINCE = late(r"\bsince\s$", re.IGNORECASE)
#: from this distance on, in days, the weekday beside a date decides its year; nearer it may be an error
DISTANT_DAYS = 100


def month_and_day(match: re.Match[str], setting: Setting) -> Built:
    """The day of a month, in the written year or in the one nearest to the publication."""
    month, day = month_number(match["month"]), ordinal_number(match["spelt"] or match["day"])
    named, sure = weekday_name(match["weekday"]), match["suffix"] or match["spelt"] or match["year"]
    if match["month"] in MONTH_HOMOGRAPHS and not sure:
        return None
    if match["spelt"] and not is_spelt_day(match):
        return None
    ad = match.groupdict().get("ad")
    if match["year"] or match["shift"] or ad:
        year = int(ad) if ad else matched_year(match, setting)
        exact = valid_date(year, month, day) if year else None
        if exact is None:
            return CLAIM if year else Date.any_year(month, day, weekday=named)
        return Date.day(exact, weekday=named)
    if valid_date(2024, month, day) is None:
        return None
    if _EACH_YEAR.search(setting.text, max(0, match.start() - 20), match.start()):
        return Recurrence(timex3=f"XXXX-{month:02}-{day:02}", period="P1Y")
    known = attack_date(month, day, match.end(), setting)
    if known is not None:
        return Date.day(known, weekday=named)
    close = day_in_year_of_clause(month, day, match.start(), match.end(), setting)
    if close is None:
        return Date.any_year(month, day, weekday=named)
    return Date.day(day_in_year_of_weekday(close, named, setting), weekday=named)


def attack_date(month: int, day: int, end: int, setting: Setting) -> date | None:
    """The day of an attack that is called by its day, "the September 11 attacks"; None in texts from before it."""
    match = _ATTACK.match(setting.text, end)
    for known in ATTACKS[" ".join(match[1].lower().split())] if match else ():
        there = date.fromisoformat(known)
        if (there.month, there.day) == (month, day) and (setting.near is None or setting.near >= there):
            return there
    return None


def day_in_year_of_weekday(close: date, named: str | None, setting: Setting) -> date:
    """The day without a year: where it lies far from the publication, in the nearest year in which its weekday fits."""
    near = setting.near
    if named is None or near is None or WEEKDAYS[close.weekday()] == named or abs((close - near).days) < DISTANT_DAYS:
        return close
    years = (valid_date(near.year + shift, close.month, close.day) for shift in (0, -1, 1))
    on_it = [day for day in years if day is not None and WEEKDAYS[day.weekday()] == named]
    return min(on_it, key=lambda day: abs((day - near).days), default=close)


def is_spelt_day(match: re.Match[str]) -> bool:
    """Whether an ordinal in letters is a day, as in "the third of March" and not in "March first lady"."""
    if match.start("spelt") < match.start("month"):
        return " of " in " ".join(match.group().lower().split())
    return bool(match["year"]) or match.string[match.end() : match.end() + 1] in ".,;:)"


def month_of_year(match: re.Match[str], setting: Setting) -> Built:
    """The month of a written year."""
    month, year = month_number(match["month"]), matched_year(match, setting)
    if match["month"] in MONTH_HOMOGRAPHS and not match["year"]:
        return None
    return Date.any_year(month) if year is None else Date.month(year, month)


def day_of_short_year(match: re.Match[str], _: Setting) -> Built:
    """The day of a year that may have two digits: "31-Oct-74", "3 Feb '82"."""
    exact = valid_date(
        full_year(match["year"]), month_number(match["month"] or match.groupdict()["m"]), int(match["day"])
    )
    return None if exact is None else Date.day(exact)


def day_of_year_first(match: re.Match[str], _: Setting) -> Built:
    """The day whose year stands first: "2014, Feb 17"."""
    if match["month"].lower() in ("may", "march") and match["month"].islower():
        return None
    exact = valid_date(int(match["year"]), month_number(match["month"]), int(match["day"]))
    return None if exact is None else Date.day(exact)


def month_of_short_year(match: re.Match[str], _: Setting) -> Built:
    """The month of a year that may have two digits: "April of '87", "Sep-2012"."""
    return Date.month(full_year(match["year"]), month_number(match["month"]))


def bare_month(match: re.Match[str], setting: Setting) -> Built:
    """The month alone: the last one, or the next one in a clause of the future; of any year where no year is known."""
    name, start = match["month"].lower(), match.start()
    doubtful = name in AMBIGUOUS_MONTHS or name not in MONTHS or match["month"].islower()
    if match["month"].islower() and (name not in MONTHS or name in ("may", "march", "august")):
        return None
    if doubtful and not PREPOSITIONS.search(setting.text, max(0, start - 12), start):
        return None
    owned = setting.text[match.end() : match.end() + 2] == "'s"
    if doubtful and owned and not _IN_MONTH.search(setting.text, max(0, start - 8), start):
        return None  # "the resignation of May's minister"
    month = MONTH_NUMBERS[name]
    if setting.narrative and (close := day_in_nearest_year(month, 15, setting)):
        return Date.month(close.year, month)
    if setting.near is None:
        return Date.any_year(month)
    year, now = setting.near.year, setting.near.month
    if is_future(setting.text, start, match.end()):
        return Date.month(year + (month < now), month)
    close = nearest_day_of_year(month, 15, setting.near)
    if close is not None and month != now and timedelta(0) < close - setting.near <= MONTHS_AHEAD:
        before = _SINCE.search(setting.text, max(0, start - 7), start)
        if not before and not is_past(setting.text, start, match.end()):
            return Date.month(close.year, month)
    return Date.month(year - (month > now), month)


def numeric_date(match: re.Match[str], setting: Setting) -> Built:
    """The date in digits, in the order of the weekday before it or of the document, or else with both readings."""
    first, second, year = int(match["first"]), int(match["second"]), full_year(match["year"])
    readings = {False: valid_date(year, second, first), True: valid_date(year, first, second)}
    days = {day for day in readings.values() if day is not None}
    if not days:
        return CLAIM
    named = weekday_name(match["weekday"])
    on_it = {day for day in days if named == WEEKDAYS[day.weekday()]}
    if len(days) == 1 or len(on_it) == 1:
        return Date.day(*(on_it or days), weekday=named)
    order = document_order(setting)
    if order is None:
        return Date.one_of(*days)
    day = readings[order]
    return CLAIM if day is None else Date.day(day, weekday=named)


def iso_day(match: re.Match[str], _: Setting) -> Built:
    """The day in ISO 8601."""
    day = valid_date(int(match["year"]), int(match["month"]), int(match["day"]))
    return CLAIM if day is None else Date.day(day, weekday=weekday_name(match["weekday"]))


def iso_month(match: re.Match[str], _: Setting) -> Built:
    """The month in digits: "2014-10", "10/2014"; None for "2009-10", which may be a season of two years."""
    year, month = int(match["year"] or match["y"]), int(match["month"] or match["m"])
    if not 1 <= month <= 12 or (match["month"] and match["sign"] == "-" and month > year % 100):
        return None
    return Date.month(year, month)


def weekday(match: re.Match[str], setting: Setting) -> Built:
    """The weekday within the seven days before the publication, or after it in a clause of the future."""
    number = WEEKDAY_NUMBERS[match["weekday"].lower()]
    named, which = WEEKDAYS[number], " ".join((match["which"] or "").lower().split())
    if which and _DATE_BEHIND.match(setting.text, match.end()):
        return None
    if match["weekday"].islower() and not which:
        return None
    if setting.published is None:
        return Date.unknown(f"XXXX-WXX-{number + 1}", weekday=named)
    return Date.day(day_of_weekday(number, which, setting.published, setting, match), weekday=named)


def day_of_weekday(number: int, which: str, published: date, setting: Setting, match: re.Match[str]) -> date:
    """The day of a weekday by its number and the word before it (``which``)."""
    day = timedelta(1)
    if match.groupdict().get("week"):
        return weekday_after(published, number) + timedelta(7)
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
#: "on Tuesday week" is a week after the coming Tuesday
_WEEK = r"(?P<week> week(?=[.,;:?!)]|$| (?:and|at|in|for|when|to|with|after)\b))?"
_DAY_MONTH = (
    rf"{DATE_START}(?:{WEEKDAY})?(?:the )?{DAY}(?:(?: day)?(?: of)? |(?<=[0-9])){MONTH}"
    rf"(?:{OF_YEAR}| (?P<ad>[0-9]{{1,3}}) (?:AD|CE|A\.D\.))?(?!\w|-[0-9])"
)
#: the day must not be the first part of a larger figure: "March 15,000"
_MONTH_DAY = (
    rf"{DATE_START}(?:{WEEKDAY})?{MONTH} (?:the )?{DAY}(?!\w|[:.][0-9]|,[0-9]{{3}}(?![0-9])|-[a-z])"
    rf"(?:{OF_YEAR}(?!\w))?"
)
_NUMERIC = (
    rf"{DATE_START}(?:{WEEKDAY})?(?P<first>[0-3]?[0-9])(?P<sign>[/.-])(?P<second>[0-3]?[0-9])(?P=sign)"
    r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![\w/.-]*[0-9])"
)
_ISO = (
    rf"{DATE_START}(?:{WEEKDAY})?(?P<year>[12][0-9]{{3}})(?P<sign>[-/])(?P<month>[01]?[0-9])(?P=sign)(?P<day>[0-3]?[0-9])"
    r"(?![\w-])"
)
_ISO_MONTH = (
    r"(?<![\w/.,$£€#-])(?:(?P<year>[12][0-9]{3})(?P<sign>[-/])(?P<month>[01][0-9])|"
    r"(?P<m>[01]?[0-9])/(?P<y>[12][0-9]{3}))(?![\w/.-])"
)
_SHORT = (
    rf"{DATE_START}(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?:(?P<sign>[/-])(?P<month>{either(MONTH_NUMBERS)})(?P=sign)|"
    rf" (?P<m>{either(MONTH_NUMBERS)})\.? (?:'|(?=[0-9]{{2}}(?:[.,;)]?$|[,;)]))))"
    r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![\w/.%-]|,[0-9])"
)
_YEAR_FIRST = (
    rf"{DATE_START}(?P<year>[12][0-9]{{3}})(?P<sign>[/-])(?P<month>{either(MONTH_NUMBERS)})(?P=sign)"
    r"(?P<day>[0-3]?[0-9])(?![\w-])"
)
_YEAR_MONTH_DAY = rf"{DATE_START}{YEAR}, {MONTH} (?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?!\w|[:.,][0-9])"
_SHORT_MONTH = (
    rf"{DATE_START}(?P<month>{either(MONTH_NUMBERS)})(?:(?: of)? '|[-/](?=[12][0-9]{{3}}))"
    r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![\w/%-]|[.,][0-9])"
)

RULES = (
    Rule(
        "date-iso", {*pairs(DIGIT, "-", "/"), *weekday_triggers(DIGIT)}, uncompiled(_ISO), iso_day, parts=("weekday",)
    ),
    Rule(
        "date-day-month",
        {
            *pairs(DIGIT, *ORDINAL_SUFFIXES, *MONTH_NUMBERS, "day", "of"),
            *pairs("the", DIGIT, *ORDINAL_TRIGGERS),
            *ORDINAL_TRIGGERS,
            *weekday_triggers(DIGIT, *ORDINAL_TRIGGERS),
        },
        uncompiled(_DAY_MONTH),
        month_and_day,
        parts=("weekday",),
    ),
    Rule(
        "date-month-day",
        {*pairs(MONTH_NUMBERS, ".", "the", DIGIT, *ORDINAL_TRIGGERS), *weekday_triggers(*MONTH_NUMBERS)},
        uncompiled(_MONTH_DAY),
        month_and_day,
        parts=("weekday",),
    ),
    Rule(
        "date-short-year",
        pairs(DIGIT, *ORDINAL_SUFFIXES, *MONTH_NUMBERS, "-", "/"),
        uncompiled(_SHORT),
        day_of_short_year,
    ),
    Rule("date-year-first", pairs(DIGIT, "-", "/"), uncompiled(_YEAR_FIRST), day_of_short_year),
    Rule(
        "date-year-month-day",
        pairs(DIGIT, ","),
        uncompiled(_YEAR_MONTH_DAY),
        day_of_year_first,
    ),
    Rule(
        "date-month-short-year",
        pairs(MONTH_NUMBERS, "of", "'", "-", "/"),
        uncompiled(_SHORT_MONTH),
        month_of_short_year,
    ),
    Rule("date-iso-month", pairs(DIGIT, "-", "/"), uncompiled(_ISO_MONTH), iso_month),
    Rule(
        "date-month-year",
        pairs(MONTH_NUMBERS, ".", ",", "of", "in", DIGIT, *YEAR_SHIFT_TRIGGERS),
        uncompiled(rf"{MONTH_START}{MONTH}{OF_YEAR}"),
        month_of_year,
    ),
    Rule("date-month", MONTH_NUMBERS, uncompiled(rf"{MONTH_START}{MONTH}(?!\w|'(?!s\b)|-[A-Z])"), bare_month),
    Rule(
        "date-numeric",
        {*pairs(DIGIT, "-", "/", "."), *weekday_triggers(DIGIT)},
        uncompiled(_NUMERIC),
        numeric_date,
        parts=("weekday",),
    ),
    Rule(
        "date-weekday",
        {*WEEKDAYS, *pairs(("last", "next", "this", "coming", "past"), *WEEKDAYS), *pairs("this", "past", "coming")},
        uncompiled(rf"\b{_WHICH}(?P<weekday>{either(WEEKDAYS)})\b{_WEEK}(?!-(?!{either(WEEKDAYS)}\b)[A-Z])"),
        weekday,
    ),
)
