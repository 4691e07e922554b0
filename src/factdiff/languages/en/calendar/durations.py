"""Counted units of time: "three weeks ago", "two days later", "an hour and a half", "a decade", "for years".

A figure with a unit of time alone is read with the other amounts. The rules here read what is more than that: dates,
compounds, and units without a figure.
"""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.languages.en.amounts.figures.patterns import AMOUNT_START
from factdiff.languages.en.amounts.figures.readings import Fields, read_amount, read_figure
from factdiff.languages.en.calendar.calendar_words import COUNT
from factdiff.languages.en.calendar.dates.anaphora import event_at, span_from_day, units_from_date, units_from_last_date
from factdiff.languages.en.calendar.dates.fiscal import a_year_ago
from factdiff.languages.en.calendar.dates.nested import date_at
from factdiff.languages.en.calendar.dates.relative import units_ago
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.figure import Figure
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.duration import Duration

#: unit as written -> the unit of a Duration, and the number of these
UNITS = {
    "second": ("second", 1), "minute": ("minute", 1), "hour": ("hour", 1), "day": ("day", 1), "week": ("week", 1),
    "fortnight": ("week", 2), "month": ("month", 1), "year": ("year", 1), "decade": ("year", 10),
    "century": ("year", 100),
}  # fmt: skip
#: the units in which the distance of dates is counted
DATE_UNITS = ("day", "week", "fortnight", "month", "year", "decade")
#: unit -> the smaller unit that a compound adds to it, and the number of these in it
SUBUNITS = {
    "hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24), "week": ("day", 7), "year": ("month", 12),
}  # fmt: skip
PLURALS = {**{f"{unit}s": unit for unit in UNITS if unit != "century"}, "centuries": "century"}
#: part of a unit behind its number -> its decimals
PARTS = {"half": "5", "three": "75", "quarter": "25"}
EARLIER = ("earlier", "previously", "beforehand")
LATER = ("later", "afterwards", "afterward", "thereafter")
_BEFORE_ONE = late(
    r"\b(?:for|in|within|after|over|about|almost|nearly|than|under|around|just|only|last|lasted|lasting|take|takes|took|"
    r"spent|spend|another|until|and|barely|some|roughly)\s$",
    re.IGNORECASE,
)
_MARKING = late(r"\b(?:mark(?:s|ed|ing)?|celebrat(?:es?|ed|ing))\s$", re.IGNORECASE)
_BEFORE_MANY = late(
    r"\b(?:for|in|over|within|after|many|countless|following|and|spent|lasted|took|take|takes|last|of)"
    r"\s(?:the\s|these\s|many\s)?$",
    re.IGNORECASE,
)

#: hedges that leave the distance of a date open: "more than two days before Friday"
_HEDGED = late(r"\b(?:than|least|over|under|within|nearly|almost|most)\s$", re.IGNORECASE)


def duration_of(fields: Fields, word: str) -> Duration:
    """The duration with these fields of an amount, in a unit as written, singular or plural.

    >>> duration_of({"figure": Figure.read("2")}, "decades").iso
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


def counted_time(match: re.Match[str], setting: Setting) -> Built:
    """The date or duration of a figure with a unit of time and further words: "ago", "later", "and a half"."""
    words, unit = match["amount"].lower(), match["unit"].lower()
    unit = PLURALS.get(unit, unit)
    fields = read_amount("one" if words in ("a", "an") else words)
    if fields is None:
        return None
    if match["half"] or match["rest"]:
        return compound_duration(match, fields, unit)
    if match["long"]:
        return duration_of(fields, unit)
    count = fields["figure"].stated if "figure" in fields else None
    way, end = (match["way"] or "").lower().split(), match.end()
    if unit == "year" and count == 1 and (match["ago"] or (way and way[0] in EARLIER)):
        compared = a_year_ago(match.start(), end, setting)
        if compared is not None:
            return compared
    if match["ago"] and unit in DATE_UNITS:
        return Found(units_ago(count, unit, match["weekday"], setting), match.start(), end, "date-ago")
    if way and unit in DATE_UNITS:
        return Found(
            units_from_last_date(count, unit, setting, back=way[0] in (*EARLIER, "before")),
            match.start(),
            end,
            "date-later",
        )
    if match["gap"]:
        anchored = date_from_anchor(count, unit, match, setting) if unit in DATE_UNITS else None
        name = "duration-since" if match["side"].lower() == "since" else "duration-between"
        return anchored or Found(duration_of(fields, unit), match.start(), match.start("gap"), name)
    return None


def date_from_anchor(count: float | None, unit: str, match: re.Match[str], setting: Setting) -> Found | None:
    """The date at a distance from the date that follows: "two weeks before May 13"; None where that is not known."""
    behind = match.end("gap") + len(match["side"])
    anchor = date_at(behind + 1, setting) or event_at(behind, setting)
    if anchor is not None and anchor[0].timex3 == "PRESENT_REF" and setting.published:
        anchor = Date.day(setting.published), anchor[1]
    if anchor is None or count is None or not count.is_integer() or match["side"].lower() in ("into", "since"):
        return None
    if _HEDGED.search(setting.text, max(0, match.start() - 14), match.start()):
        return None
    day, end = anchor
    side = match["side"].lower()
    lasting = side == "from" and setting.text[max(0, match.start() - 4) : match.start()].lower() == "for "
    if lasting or side.startswith(("starting", "beginning")):
        span = span_from_day(day, int(count), unit)
        return None if span is None else Found(span, match.start(), end, "date-lasting")
    there = units_from_date(day, int(count), unit, back=side in ("before", "prior to"))
    return None if there is None else Found(there, match.start(), end, "date-anchored")


def compound_duration(match: re.Match[str], fields: Fields, unit: str) -> Built:
    """The duration of an amount in two units: "two hours and ten minutes", "an hour and a half"."""
    figure = fields.get("figure")
    if figure is None or not figure.stated.is_integer():
        return None
    if match["half"]:
        part = next(part for word, part in PARTS.items() if word in match["half"].lower())
        return Found(
            duration_of({"figure": Figure.read(f"{figure.stated:.0f}.{part}")}, unit),
            *match.span(),
            "duration-compound",
        )
    lesser, size = SUBUNITS.get(unit, ("", 0))
    few = read_figure(match["rest"].lower())
    if few is None or PLURALS.get(match["lesser"].lower(), match["lesser"].lower()) != lesser:
        return None
    whole = Figure.exactly(figure.stated * size + few.stated)
    return Found(duration_of({"figure": whole}, lesser), *match.span(), "duration-compound")


def hyphened_duration(match: re.Match[str], _: Setting) -> Built:
    """The duration of a compound with hyphens: "two-and-a-half-year", "a two-to-three-year delay"."""
    low = "one" if match["low"].lower() in ("a", "an") else match["low"].lower()
    first = read_figure(low)
    if first is None:
        return None
    if match["half"]:
        return duration_of({"figure": Figure.read(f"{first.stated:.0f}.5")}, match["unit"]) if first.exact else None
    fields = read_amount(f"between {low} and {match['high'].lower()}")
    return None if fields is None or "-" not in match["joint"] else duration_of(fields, match["unit"])


def single_unit(match: re.Match[str], setting: Setting) -> Built:
    """The duration of one unit: "for a week", "a year-long", "half an hour"; "three times a week" is none."""
    before = _BEFORE_ONE.search(setting.text, max(0, match.start() - 20), match.start())
    marked = match["unit"].lower() in ("decade", "century") and _MARKING.search(
        setting.text, max(0, match.start() - 20), match.start()
    )
    if not (match["half"] or match["quarter"] or match["long"] or before or marked):
        return None
    figure = "0.5" if match["half"] else "0.25" if match["quarter"] else "1"
    return duration_of({"figure": Figure.read(figure)}, match["unit"])


def uncounted_units(match: re.Match[str], setting: Setting) -> Built:
    """The vague duration of units without a count: "for years", "decades-long"."""
    if match["ago"]:
        return Found(Date.unknown("PAST_REF"), *match.span(), "date-ago")
    if not match["long"] and not _BEFORE_MANY.search(setting.text, max(0, match.start() - 18), match.start()):
        return None
    return duration_of({"vague": "several", "scale": 1.0}, match["unit"])


_SINGLE = [unit for unit in UNITS if unit != "second"]
_ONE = either(_SINGLE)
_ADJECTIVES = (
    "straight", "consecutive", "full", "long", "short", "whole", "successive", "additional", "calendar", "working",
    "trading", "business", "school", "more", "extra", "further",
)  # fmt: skip
_ADJECTIVE = rf"(?: (?P<long>{'|'.join(_ADJECTIVES)}))?"
_ANY_UNIT = either([*UNITS, *PLURALS])
#: the end of a unit; "six-month-old" and "20 years old" are ages
_END = r"(?![\w²³])(?![-\s]olds?\b)"
_COUNTED = (
    rf"{AMOUNT_START}(?P<amount>{COUNT}|an?(?! {either(_ADJECTIVES)})){_ADJECTIVE}(?: |-)(?P<unit>{_ANY_UNIT}){_END}"
    r"(?:(?P<half>[-\s]and[-\s](?:a[-\s](?:half|quarter(?! of))|three[-\s]quarters)(?:-long)?\b)"
    rf"|(?:,| and|, and)? (?P<rest>{COUNT}) (?P<lesser>{_ANY_UNIT})\b"
    rf"|(?P<ago> ago\b)(?: (?:on |this )?(?P<weekday>{either(WEEKDAYS)})\b)?"
    rf"| (?P<way>{either((*LATER, *EARLIER))}|(?:after|before) that|(?:after|before)(?=[.,;:)\n]|$))(?!\w)(?! than)"
    r"|(?P<gap> )(?P<side>after|before|into|prior to|from|following|since|starting(?: on)?|beginning(?: on)?)\b)?"
)
_COUNTS = (*UNITS, *PLURALS, "hundred", "dozen", "few", "couple")
_STARTS = {
    *pairs(DIGIT, ",", ".", "-", *UNITS, *PLURALS, *_ADJECTIVES),
    *pairs(("a", "an"), *_COUNTS),
    *pairs((*ONES, *TENS), "hundred", "and", *ONES),
    *pairs((*ONES, *TENS, "several"), "-", *UNITS, *PLURALS, *_ADJECTIVES),
    *pairs("half", "a"),
}

_PLAIN_COUNT = rf"[0-9]{{1,3}}(?:\.[0-9])?|{either((*ONES, *TENS))}"
_HYPHENED = (
    rf"{AMOUNT_START}(?P<low>{_PLAIN_COUNT}|an?)(?:(?P<half>-and-a-half)|"
    rf"(?P<joint>-to-|-or-| to |-? or )(?P<high>{_PLAIN_COUNT}))[- ](?P<unit>{either(UNITS)})s?{_END}"
)

RULES = (
    Rule(
        "duration-hyphened",
        pairs((DIGIT, *ONES, *TENS, "a", "an"), "-"),
        uncompiled(_HYPHENED.replace("[- ]", r"[-\s]")),
        hyphened_duration,
    ),
    Rule("time-count", _STARTS, uncompiled(_COUNTED), counted_time),
    Rule(
        "duration-one",
        {
            "half",
            *pairs("quarter", "-", "century"),
            *_SINGLE,
            *pairs(("a", "an"), "full", "whole", "single", "quarter", *_SINGLE),
        },
        uncompiled(
            r"(?<![\w-])(?:an? (?:(?:full|whole|single) )?|(?P<half>half(?: an? |-|-an?-))"
            r"|(?:an? )?(?P<quarter>quarter(?:-| (?=century))))?"
            r"(?P<unit>{unit})(?P<long>-long|long\b)?{end}",
            unit=_ONE,
            end=_END,
        ),
        single_unit,
    ),
    Rule(
        "duration-many",
        PLURALS,
        uncompiled(
            r"(?<![\w-])(?P<unit>{unit})(?:(?P<long>-long)?{end}(?P<ago> ago\b)?)", unit=either(PLURALS), end=_END
        ),
        uncounted_units,
    ),
)
