"""Recurrences: "every Tuesday", "annually", "twice a month", "per day"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.calendar.calendar_words import MONTH_NUMBERS, MONTHS
from factdiff.languages.en.names.cue_words import sign_before
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import WEEKDAYS
from factdiff.values.calendar.recurrence import PERIODS, Recurrence

#: adverb or adjective -> its period in ISO 8601
FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W",
    "monthly": "P1M", "quarterly": "P3M", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y", "biennial": "P2Y",
}  # fmt: skip
TIMES = {"once": 1, "twice": 2, "thrice": 3}
_UNITS = (
    "day",
    "night",
    "week",
    "month",
    "quarter",
    "year",
    "hour",
    "minute",
    "decade",
    "morning",
    "evening",
    "weekend",
)


def frequency(match: re.Match[str], _: Setting) -> Built:
    """The recurrence of a word such as "weekly"; None in a name ("the Daily Herald")."""
    word = match.group()
    if word[0].isupper() and sign_before(match.string, match.start()) not in ("", ".", "!", "?", '"'):
        return None
    period = FREQUENCIES[word.lower()]
    return Recurrence(timex3=period, period=period)


def each_time(match: re.Match[str], _: Setting) -> Built:
    """The recurrence of "every Tuesday", "every two weeks", "each March", "on Sundays"."""
    word = (match["what"] or match["plural"]).lower()
    name = word if word in WEEKDAYS or word in MONTH_NUMBERS or word in _UNITS else word.removesuffix("s")
    if name in WEEKDAYS:
        return Recurrence(timex3=f"XXXX-WXX-{WEEKDAYS.index(name) + 1}", period="P1W")
    if name in MONTH_NUMBERS:
        return Recurrence(timex3=f"XXXX-{MONTH_NUMBERS[name]:02}", period="P1Y")
    if name == "weekend":
        return Recurrence(timex3="XXXX-WXX-WE", period="P1W")
    period = PERIODS["day" if name in ("night", "morning", "evening") else name]
    count = match["count"] and ("two" if match["count"].lower() in ("other", "second") else match["count"].lower())
    figure = read_figure(count) if count else None
    if figure is not None and name in PERIODS and name != "quarter":
        period = re.sub("1(?=[A-Z]$)", f"{figure.stated:.0f}", period)
    return Recurrence(timex3=period, period=period)


def times_in_period(match: re.Match[str], _: Setting) -> Built:
    """The recurrence of a count in a period: "twice a month", "three times per year"; or of "per day" alone."""
    unit = PERIODS[match["unit"].lower()]
    words = (match["times"] or "").lower()
    if not words:
        return Recurrence(timex3=unit, period=unit)
    figure = read_figure(words.split()[0])
    count = TIMES.get(words) or (int(figure.stated) if figure and figure.stated.is_integer() else None)
    return Recurrence(timex3=unit, period=unit, count=count)


_PER = either(("day", "week", "month", "quarter", "year", "hour", "minute", "decade"))

RULES = (
    Rule("set-rhythm", FREQUENCIES, uncompiled(rf"(?<![\w-]){either(FREQUENCIES)}(?![\w-])"), frequency),
    Rule(
        "set-every",
        {"every", "each", *(f"{day}s" for day in WEEKDAYS)},
        uncompiled(
            rf"(?:every|each) (?:(?P<count>other|second|{either(ONES)}|[0-9]{{1,2}}) )?"
            rf"(?P<what>{either([*WEEKDAYS, *MONTHS, *_UNITS])}s?)(?![\w-])|"
            rf"(?<=on\s)(?P<plural>{either(f'{day}s' for day in WEEKDAYS)})\b"
        ),
        each_time,
    ),
    Rule(
        "set-per",
        {"once", "twice", "thrice", "per", *pairs((*ONES, DIGIT), "times")},
        uncompiled(
            rf"(?:(?P<times>once|twice|thrice|(?:[0-9]{{1,3}}|{either(ONES)}) times) (?:an?|per|each|every)|per) "
            rf"(?P<unit>{_PER})\b"
        ),
        times_in_period,
    ),
)
