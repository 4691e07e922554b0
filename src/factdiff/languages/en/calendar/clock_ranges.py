"""Spans between two times of day: "from 2 to 3 p.m.", "10am-5pm", "between 14:00 and 15:00", "noon to midnight"."""

from __future__ import annotations

import re

from attrs import evolve

from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES
from factdiff.languages.en.calendar.times import CLOCK_START, NAMED_TIMES, ZONE, number, time_value
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import WEEKDAYS

NOON, DAY = 12 * 60, 24 * 60
#: part of the day -> the half of it
_PARTS = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}


def clock_range(match: re.Match[str], setting: Setting) -> Built:
    """The span between two times, of which the last tells the half of the day; the first is the nearest before it."""
    given = match.groupdict()
    led = given.get("between") or given.get("from")
    half = match["half2"] or _PARTS.get((match["part"] or match["p"] or "").lower())
    second = end_of_range(match, half)
    firsts = starts_of_range(match)
    if second is None or not firsts or (not led and match["h1"] and not match["h1"].isdigit()):
        return None
    if match["n2"] and match["h1"] and not match["half1"] and not led:
        return None  # "10 to midnight" is ten minutes before it
    first = max((minute for minute in firsts if minute < second), default=max(firsts))
    precision = "minute" if match["m1"] or match["m2"] else "hour"
    found = time_value(first, match, setting, precision)
    return evolve(found, until=second if second > first else second + DAY)


def end_of_range(match: re.Match[str], half: str | None) -> int | None:
    """The minute at which a range ends; None where nothing tells the half of the day."""
    if match["n2"]:
        return NAMED_TIMES[match["n2"].lower()] or DAY
    hour = number(match["h2"])
    return half_minutes(hour, match["m2"], half) if half and 1 <= hour <= 12 else None


def starts_of_range(match: re.Match[str]) -> list[int]:
    """The minutes at which a range can begin: one, or two where the half of the day is open."""
    if named := match.groupdict().get("n1"):
        return [NAMED_TIMES[named.lower()]]
    hour = number(match["h1"])
    if not 1 <= hour <= 12:
        return []
    return [
        half_minutes(hour, match["m1"], half)
        for half in (match["half1"] or "ap").lower().replace("m", "")
        if half in "ap"
    ]


def half_minutes(hour: int, minute: str | None, half: str) -> int:
    """The minute of the day of an hour from 1 to 12 in the first or second half of the day.

    >>> half_minutes(12, "30", "a.m."), half_minutes(2, None, "pm")
    (30, 840)
    """
    return 60 * (hour % 12) + int(minute or 0) + NOON * (half[0].lower() == "p")


def long_range(match: re.Match[str], setting: Setting) -> Built:
    """The span between two times of 24 hours: "between 14:00 and 15:30", "09:00-17:00", "0900-1700 GMT"."""
    hours, minutes = (int(match["h1"]), int(match["h2"])), (int(match["m1"]), int(match["m2"]))
    marked = match["zone"] or match["marked"] or match["dated"] is not None
    sure = marked or match["between"] or match["from"]
    colons = ":" in (match["sign"], match["sign2"])
    if max(hours) > 24 or not (sure or (colons and len(match["h1"]) == len(match["h2"]) == 2)):
        return None
    if not colons and not marked:
        return None
    first, second = (60 * hour + minute for hour, minute in zip(hours, minutes, strict=True))
    found = time_value(first, match, setting, "minute")
    return evolve(found, until=second if second > first else second + DAY)


_NAMES = either(NAMED_TIMES)
_HOUR = rf"[0-9]{{1,2}}|{either(ONES[:12])}"
_LEAD = r"(?:(?P<between>between )|(?P<from>from ))?(?:about |around )?"
_JOINT = r"(?(between)(?: and | ?- ?)|(?: ?[-\u2014] ?| to | until | till ))(?:about |around )?"
_HALVES = r"a\.m\.|p\.m\.|[ap]m\b"
_FIRST = rf"(?:(?P<n1>{_NAMES})|(?P<h1>{_HOUR})(?:[.:](?P<m1>[0-5][0-9]))?(?: ?(?P<half1>{_HALVES})| o'clock)?)"
_PART = r"(?P<{name}>morning|afternoon|evening|night)\b"
_SECOND = (
    rf"(?:(?P<n2>{_NAMES})\b|(?P<h2>{_HOUR})(?:[.:](?P<m2>[0-5][0-9]))?(?: o'clock)?(?: ?(?P<half2>{_HALVES})"
    rf"| in the {_PART.format(name='part')}"
    rf"|(?= (?:on )?(?:this|yesterday|tomorrow|{either(WEEKDAYS)}) {_PART.format(name='p')})))"
)
_TWELVE = rf"{CLOCK_START}{_LEAD}{_FIRST}{_JOINT}{_SECOND}{ZONE}"
#: the same where it starts with a figure, which is tried much more often
_FIGURES = (
    rf"{CLOCK_START}(?P<h1>[0-9]{{1,2}})(?:[.:](?P<m1>[0-5][0-9]))?(?: ?(?P<half1>{_HALVES}))?"
    rf"(?: ?[-\u2014] ?| to | until | till ){_SECOND}{ZONE}"
)
_LONG = (
    rf"{CLOCK_START}{_LEAD}(?P<h1>[0-2]?[0-9])(?P<sign>[:.]?)(?P<m1>[0-5][0-9])(?: ?(?:hours|hrs|h)\b)?"
    rf"(?(between)(?: and | ?- ?)|(?: ?[-\u2014] ?| to | until | till ))"
    rf"(?P<h2>[0-2]?[0-9])(?P<sign2>[:.]?)(?P<m2>[0-5][0-9])(?P<marked> ?(?:hours|hrs|h)\b)?{ZONE}"
    rf"(?P<dated>(?= (?:on )?{either(WEEKDAYS)}\b))?"
    r"(?![\w:%])(?! (?:min|sec)[a-z]{0,5}\b)"
)
_JOINTS = ("-", "\u2014", "to", "until", "till", ":", ".", "am", "pm", "a", "p")

RULES = (
    Rule("time-range-figures", pairs(DIGIT, *_JOINTS), uncompiled(_FIGURES), clock_range),
    Rule(
        "time-range",
        {
            *pairs(NAMED_TIMES, "-", "to", "until", "till", "and"),
            *pairs(("from", "between"), DIGIT, "about", "around", *ONES[:12], *NAMED_TIMES),
        },
        uncompiled(_TWELVE),
        clock_range,
    ),
    Rule(
        "time-range-24",
        {*pairs(DIGIT, "-", "\u2014", "to", ":", "hrs"), *pairs(("from", "between"), DIGIT)},
        uncompiled(_LONG),
        long_range,
    ),
)
