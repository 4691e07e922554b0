"""Counted time: "three weeks ago", "two days later", "an hour and a half", "a decade", "for years".

A figure with a unit of time alone is an amount like others; what is read here says more, or counts without a figure.
"""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.languages.en.amounts.figures.patterns import START
from factdiff.languages.en.amounts.figures.readings import Fields, read_amount, read_figure
from factdiff.languages.en.calendar.calendar_words import COUNT
from factdiff.languages.en.calendar.dates.anaphora import counted_from, lasting_from, later
from factdiff.languages.en.calendar.dates.nested import date_at
from factdiff.languages.en.calendar.dates.relative import ago
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.figure import Figure
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.duration import Duration

#: unit as written -> (unit of a Duration, how many of them)
UNITS = {
    "second": ("second", 1), "minute": ("minute", 1), "hour": ("hour", 1), "day": ("day", 1), "week": ("week", 1),
    "fortnight": ("week", 2), "month": ("month", 1), "year": ("year", 1), "decade": ("year", 10),
    "century": ("year", 100),
}  # fmt: skip
#: units that dates are counted in
DATED = ("day", "week", "fortnight", "month", "year", "decade")
#: unit -> the shorter one that it is written with, and how many it holds
HOLDS = {
    "hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24), "week": ("day", 7), "year": ("month", 12),
}  # fmt: skip
PLURALS = {**{f"{unit}s": unit for unit in UNITS if unit != "century"}, "centuries": "century"}
EARLIER = ("earlier", "previously", "beforehand")
LATER = ("later", "afterwards", "afterward", "thereafter")
_BEFORE_ONE = re.compile(
    r"\b(?:for|in|within|after|over|about|almost|nearly|than|under|around|just|only|last|lasted|lasting|take|takes|took|"
    r"spent|spend|another|until|and|barely|some|roughly)\s$",
    re.IGNORECASE,
)
_MARKING = re.compile(r"\b(?:mark(?:s|ed|ing)?|celebrat(?:es?|ed|ing))\s$", re.IGNORECASE)
_BEFORE_MANY = re.compile(
    r"\b(?:for|in|over|within|after|many|countless|following|and|spent|lasted|took|take|takes|last|of)"
    r"\s(?:the\s|these\s|many\s)?$",
    re.IGNORECASE,
)

#: words that leave open how far off a date is: "more than two days before Friday"
_OPEN = re.compile(r"\b(?:than|least|over|under|within|nearly|almost|most)\s$", re.IGNORECASE)


def timed(fields: Fields, word: str) -> Duration:
    """A duration from the fields of an amount and its unit as written, singular or plural.

    >>> timed({"figure": Figure.read("2")}, "decades").iso
    'P20Y'
    """
    name, size = UNITS[PLURALS.get(word.lower(), word.lower())]
    if size == 1:
        return Duration(unit=name, **fields)
    figure = fields.get("figure")
    if figure is None:
        return Duration(unit=name, vague=fields["vague"], scale=size * fields["scale"])
    grown = Figure(figure.stated * size, figure.digit * size, figure.exact, figure.significant)
    return Duration(unit=name, figure=grown)


def counted(match: re.Match[str], setting: Setting) -> Built:
    """A figure and a unit of time, with the words that make a date or a longer amount of them."""
    words, unit = match["amount"].lower(), match["unit"].lower()
    unit = PLURALS.get(unit, unit)
    fields = read_amount("one" if words in ("a", "an") else words)
    if fields is None:
        return None
    if match["half"] or match["rest"]:
        return compound(match, fields, unit)
    if match["long"]:
        return timed(fields, unit)
    count = fields["figure"].stated if "figure" in fields else None
    way, end = (match["way"] or "").lower().split(), match.end()
    if match["ago"] and unit in DATED:
        return Found(ago(count, unit, match["weekday"], setting), match.start(), end, "date-ago")
    if way and unit in DATED:
        return Found(later(count, unit, setting, back=way[0] in (*EARLIER, "before")), match.start(), end, "date-later")
    if match["gap"]:
        anchored = from_date(count, unit, match, setting) if unit in DATED else None
        name = "duration-since" if match["side"].lower() == "since" else "duration-between"
        return anchored or Found(timed(fields, unit), match.start(), match.start("gap"), name)
    return None


def from_date(count: float | None, unit: str, match: re.Match[str], setting: Setting) -> Found | None:
    """So many days, weeks, months or years before or after a date that stands behind: "two weeks before May 13"."""
    anchor = date_at(match.end("gap") + 1 + len(match["side"]), setting)
    if anchor is not None and anchor[0].timex3 == "PRESENT_REF" and setting.published:
        anchor = Date.day(setting.published), anchor[1]
    if anchor is None or count is None or not count.is_integer() or match["side"].lower() in ("into", "since"):
        return None
    if _OPEN.search(setting.text, max(0, match.start() - 14), match.start()):
        return None
    day, end = anchor
    side = match["side"].lower()
    lasting = side == "from" and setting.text[max(0, match.start() - 4) : match.start()].lower() == "for "
    if lasting or side.startswith(("starting", "beginning")):
        span = lasting_from(day, int(count), unit)
        return None if span is None else Found(span, match.start(), end, "date-lasting")
    there = counted_from(day, int(count), unit, back=side in ("before", "prior to"))
    return None if there is None else Found(there, match.start(), end, "date-anchored")


def compound(match: re.Match[str], fields: Fields, unit: str) -> Built:
    """An amount in two units: "two hours and ten minutes", "an hour and a half"."""
    figure = fields.get("figure")
    if figure is None or not figure.stated.is_integer():
        return None
    if match["half"]:
        return Found(timed({"figure": Figure.read(f"{figure.stated:.0f}.5")}, unit), *match.span(), "duration-compound")
    lesser, size = HOLDS.get(unit, ("", 0))
    few = read_figure(match["rest"].lower())
    if few is None or PLURALS.get(match["lesser"].lower(), match["lesser"].lower()) != lesser:
        return None
    whole = Figure.exactly(figure.stated * size + few.stated)
    return Found(timed({"figure": whole}, lesser), *match.span(), "duration-compound")


def one(match: re.Match[str], setting: Setting) -> Built:
    """One unit: "for a week", "a year-long", "half an hour"; "three times a week" says how often."""
    before = _BEFORE_ONE.search(setting.text, max(0, match.start() - 20), match.start())
    marked = match["unit"].lower() in ("decade", "century") and _MARKING.search(
        setting.text, max(0, match.start() - 20), match.start()
    )
    if not match["half"] and not match["long"] and not before and not marked:
        return None
    return timed({"figure": Figure.read("0.5" if match["half"] else "1")}, match["unit"])


def many(match: re.Match[str], setting: Setting) -> Built:
    """Units that are not counted: "for years", "decades-long"."""
    if match["ago"]:
        return Found(Date.unknown("PAST_REF"), *match.span(), "date-ago")
    if not match["long"] and not _BEFORE_MANY.search(setting.text, max(0, match.start() - 18), match.start()):
        return None
    return timed({"vague": "several", "scale": 1.0}, match["unit"])


_SINGLE = [unit for unit in UNITS if unit != "second"]
_ONE = either(_SINGLE)
_LONG = (
    "straight", "consecutive", "full", "long", "short", "whole", "successive", "additional", "calendar", "working",
    "trading",
)  # fmt: skip
_MORE = rf"(?: (?P<long>{'|'.join(_LONG)}))?"
#: what a unit must not run on into; "six-month-old" and "20 years old" are ages
_END = r"(?![\w²³])(?![-\s]olds?\b)"
_COUNTED = (
    rf"{START}(?P<amount>{COUNT}|an?(?! {either(_LONG)})){_MORE}(?: |-)(?P<unit>{either([*UNITS, *PLURALS])}){_END}"
    rf"(?:(?P<half> and a half\b)|(?:,| and|, and)? (?P<rest>{COUNT}) (?P<lesser>{either([*UNITS, *PLURALS])})\b"
    rf"|(?P<ago> ago\b)(?: (?:on |this )?(?P<weekday>{either(WEEKDAYS)})\b)?"
    rf"| (?P<way>{either((*LATER, *EARLIER))}|(?:after|before) that|before(?=[.,;:)\n]|$))(?!\w)(?! than)"
    r"|(?P<gap> )(?P<side>after|before|into|prior to|from|following|since|starting(?: on)?|beginning(?: on)?)\b)?"
)
_COUNTS = (*UNITS, *PLURALS, "hundred", "dozen", "few", "couple")
_STARTS = {
    *pairs(DIGIT, ",", ".", "-", *UNITS, *PLURALS, *_LONG),
    *pairs(("a", "an"), *_COUNTS),
    *pairs((*ONES, *TENS), "hundred", "and", *ONES),
    *pairs((*ONES, *TENS, "several"), "-", *UNITS, *PLURALS, *_LONG),
    *pairs("half", "a"),
}

RULES = (
    Rule("time-count", _STARTS, uncompiled(_COUNTED), counted),
    Rule(
        "duration-one",
        {"half", *_SINGLE, *pairs(("a", "an"), "full", "whole", "single", *_SINGLE)},
        uncompiled(
            r"(?<![\w-])(?:an? (?:(?:full|whole|single) )?|(?P<half>half(?: an? |-|-an?-)))?"
            r"(?P<unit>{unit})(?P<long>-long|long\b)?{end}",
            unit=_ONE,
            end=_END,
        ),
        one,
    ),
    Rule(
        "duration-many",
        PLURALS,
        uncompiled(
            r"(?<![\w-])(?P<unit>{unit})(?:(?P<long>-long)?{end}(?P<ago> ago\b)?)", unit=either(PLURALS), end=_END
        ),
        many,
    ),
)
