"""Periods and their days: "Tuesday last week", "the week of May 6", "the three months to March"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.calendar.calendar_words import COUNT, MONTH_NUMBERS, WEEKDAY_NUMBERS
from factdiff.languages.en.calendar.dates.nested import date_at
from factdiff.languages.en.calendar.dates.relative import period_at
from factdiff.languages.en.calendar.schedules import PLANS, last_auxiliary, words_of
from factdiff.languages.en.calendar.tense import clause_before, is_future
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import openings, pairs
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.days import add_months

#: names of days without a month, up to which no period of months is counted: "two months to Christmas"
NAMED_DAY = late(r"day\b|Christmas|Easter|Eve\b")
#: words for a part of a period -> the third of it that they mean, or None for the whole period
PARTS_OF_PERIOD = {"beginning": 0, "start": 0, "middle": 1, "end": 2, "close": 2, "rest": None, "remainder": None}
#: words before "week" -> its distance in weeks
WEEK_SHIFTS = {"last": -1, "this": 0, "next": 1, "this past": -1, "the same": 0, "that": 0, "the following": 1}
#: the most months or years that end with a date
MAX_UNITS = 60
MONTHS_IN_YEAR = 12
_YEAR = late(r"[12][0-9]{3}")
#: unit -> its length in months, and its letter in TIMEX3
UNIT_MONTHS = {"month": (1, "M"), "quarter": (3, "Q"), "half": (6, "H"), "half-year": (6, "H"), "year": (12, "Y")}


def part_of_current_period(match: re.Match[str], setting: Setting) -> Built:
    """The part of the year, month or week of the publication: "by the end of the year"."""
    unit, third = match["unit"].lower(), PARTS_OF_PERIOD[match["third"].lower()]
    last = setting.last.earliest if setting.last else None
    base = last if setting.narrative else setting.published
    if base is None:
        return None
    now = period_at(unit, 0, base)
    return now if third is None else now.third(third)


def period_to(match: re.Match[str], setting: Setting) -> Built:
    """The months or years that end with a day or a month: "the three months to March", "the year ended June 30"."""
    given = match.groupdict()
    count = read_figure(given["count"].lower()) if given.get("count") else None
    found = date_at(match.end(), setting, modifiers=False)
    if found is None or (count is None and not given.get("the") and not given.get("nth")):
        return None
    (last, end), number = found, 1 if count is None else int(count.stated)
    words = setting.text[match.end() : end]
    if last.granularity not in ("day", "month") or last.is_range or not 0 < number <= MAX_UNITS:
        return None
    if last.latest is None or words.islower() or NAMED_DAY.search(words):
        return None
    months, letter = UNIT_MONTHS[match["unit"].lower()]
    behind = last.latest + timedelta(1)
    if setting.published and behind > setting.published and not (_YEAR.search(words) or is_told_ahead(match, setting)):
        behind = add_months(behind, -MONTHS_IN_YEAR)
    first, last_day = add_months(behind, -number * months), behind - timedelta(1)
    return Found(Date.span(first, last_day, timex3=f"P{number}{letter}", granularity="month"), match.start(), end)


def is_told_ahead(match: re.Match[str], setting: Setting) -> bool:
    """Whether a form of the future or a verb of plans stands before a period; results tell of one that has ended."""
    before = clause_before(setting.text, match.start())
    return last_auxiliary(before) >= 0 or bool(words_of(before, PLANS))


def quarter_of_month(match: re.Match[str], setting: Setting) -> Built:
    """The quarter or half that ends with a month: "the March quarter"; the last one, or of the written year."""
    month, months = MONTH_NUMBERS[match["month"].lower()], 3 if match["unit"].lower() == "quarter" else 6
    year = int(match["year"]) if match["year"] else None
    if year is None:
        if setting.published is None:
            return None
        year = setting.published.year - (month >= setting.published.month)
        year += is_future(setting.text, match.start(), match.end())
    first = add_months(date(year, month, 1), 1 - months)
    if month % months == 0:
        return (Date.quarter if months == 3 else Date.half)(year, month // months)
    return Date.span(first, add_months(first, months) - timedelta(1), granularity="quarter")


def day_of_week(match: re.Match[str], setting: Setting) -> Built:
    """The weekday of last week, this week or next week."""
    number = WEEKDAY_NUMBERS[(match["weekday"] or match["w"]).lower()]
    which = " ".join((match["which"] or match["past"]).lower().split())
    last = setting.last_day.earliest if setting.last_day else None
    base = last if which in ("that", "the same", "the following") else setting.published
    if base is None:
        return Date.unknown(f"XXXX-WXX-{number + 1}", weekday=WEEKDAYS[number])
    monday = base - timedelta(base.weekday())
    return Date.day(monday + timedelta(7 * WEEK_SHIFTS[which] + number), weekday=WEEKDAYS[number])


def week_of(match: re.Match[str], setting: Setting) -> Built:
    """The week that contains a day, or that begins or ends with it."""
    found = date_at(match.end(), setting)
    if found is None or not found[0].is_day or found[0].earliest is None:
        return None
    day, end = found[0].earliest, found[1]
    how = match["how"].lower()
    if how == "of":
        return Found(Date.week(day), match.start(), end)
    low = day - timedelta(6) if "end" in how else day
    return Found(Date.span(low, low + timedelta(6), granularity="week"), match.start(), end)


_WEEKDAY = either(WEEKDAYS)
WEEK_WORDS = ("last", "next", "this")
_OF_WEEK = (
    rf"(?P<weekday>{_WEEKDAY})(?: of| from|,)? (?P<which>{either(WEEK_SHIFTS)}) week\b"
    rf"|(?P<past>{either(WEEK_WORDS)}) week(?:'s)? (?:on )?(?P<w>{_WEEKDAY})\b"
)
_ENDED = r"(?:,? which ended| (?:to|ended|ending|through|up to|that ended))(?: on)? (?:(?:the )?end of )?"
_TO = rf"(?<![\w-])(?P<the>the )?(?:(?P<count>{COUNT}) )?(?P<unit>month|quarter|half-year|year)s?{_ENDED}"
_NTH_TO = (
    r"(?<![\w-])(?:the )?(?P<nth>(?:(?:fiscal|financial|first|second|third|fourth|latest|full|final) ){1,2})"
    rf"(?P<unit>quarter|half-year|half|year){_ENDED}"
)
_OWN = (
    r"(?:the )?(?:very )?(?P<third>beginning|start|middle|end|close|rest|remainder) of (?:the|this) "
    r"(?P<unit>year|month|week|decade|century)\b(?!'s| (?:of|when|in which|that)\b)"
)
_UNITS = ("half", *(f"{unit}{end}" for unit in ("month", "quarter", "year") for end in ("", "s")))
_NTHS = ("first", "second", "third", "fourth")
_STARTS = {
    *pairs(DIGIT, ",", ".", *_UNITS),
    *pairs("the", DIGIT, "several", *ONES, *TENS, *_UNITS),
    *pairs(("two", "three", "six", "nine", "twelve"), "-", "hundred", "and", *_UNITS),
}
RULES = (
    Rule("date-period-to", _STARTS, uncompiled(_TO), period_to),
    Rule(
        "date-period-nth-to",
        {*pairs(("fiscal", *_NTHS), *_UNITS, "fiscal", *_NTHS), *pairs("the", "fiscal", *_NTHS, "latest")},
        uncompiled(_NTH_TO),
        period_to,
    ),
    Rule(
        "date-month-quarter",
        {*pairs(MONTH_NUMBERS, "quarter", "half"), *pairs("the", *MONTH_NUMBERS)},
        uncompiled(
            rf"(?:the )?(?P<month>{either(MONTH_NUMBERS)}) (?P<unit>quarter|half)\b"
            r"(?:(?: of|,)? (?P<year>20[0-9]{2})(?![0-9]))?"
        ),
        quarter_of_month,
    ),
    Rule(
        "date-own-period",
        {*pairs(PARTS_OF_PERIOD, "of"), *pairs("very", *PARTS_OF_PERIOD), *pairs("the", "very", *PARTS_OF_PERIOD)},
        uncompiled(_OWN),
        part_of_current_period,
    ),
    Rule(
        "date-day-of-week",
        {
            *openings(f"{day} {how}" for day in WEEKDAYS for how in ("of", "from", ",", *WEEK_SHIFTS)),
            *pairs(WEEK_WORDS, "week"),
        },
        uncompiled(_OF_WEEK),
        day_of_week,
    ),
    Rule(
        "date-week-of",
        {"week", *pairs("the", "week")},
        uncompiled(
            r"(?:the )?week (?P<how>of|beginning|starting|ending|ended|commencing|that (?:began|ended))(?: on)? "
        ),
        week_of,
    ),
)
