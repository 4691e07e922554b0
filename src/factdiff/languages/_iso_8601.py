"""Dates and times in the notations that all languages share: EDTF (ISO 8601-2) and ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.text.patterns import uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import valid_date
from factdiff.values.calendar.edtf import parse_edtf
from factdiff.values.calendar.time import Time

#: marks of EDTF that no other figure has: an open digit, an approximate part, an open end
_UNMISTAKABLE = re.compile(r"[0-9X]~|X[X~-]|[0-9]X|[0-9]%-|\.\./|/\.\.")


def edtf_date(match: re.Match[str], setting: Setting) -> Built:
    """The date of an EDTF expression: of any that is the whole text, and in prose of one with an unmistakable mark."""
    text, whole = match.group().rstrip(".,- "), setting.text.strip()
    if match.group().strip() == whole:
        text = whole
    elif not _UNMISTAKABLE.search(text) or " " in text:
        return None
    found = None if text.isdigit() else parse_edtf(text)
    start = match.start() + match.group().index(text)
    return None if found is None else Found(found, start, start + len(text))


def timestamp(match: re.Match[str], _: Setting) -> Built:
    """The day and time of day in ISO 8601."""
    day = valid_date(int(match["year"]), int(match["month"]), int(match["day"]))
    hour, minute, zone = int(match["hour"]), int(match["minute"]), match["zone"]
    if day is None or hour > 23:
        return None
    offset = None
    if zone:
        hours, minutes = (0, 0) if zone == "Z" else (int(zone[1:3]), int(zone[-2:]))
        offset = (60 * hours + minutes) * (-1 if zone[0] == "-" else 1)
    return Time(minute=60 * hour + minute, zone="UTC" if zone == "Z" else zone, offset=offset, day=day)


def iso_week(match: re.Match[str], _: Setting) -> Built:
    """The week of ISO 8601, or a day of it: "2024-W12", "2024-W12-3"."""
    try:
        monday = date.fromisocalendar(int(match["year"]), int(match["week"]), int(match["day"] or 1))
    except ValueError:
        return None
    return Date.day(monday) if match["day"] else Date.week(monday)


_WEEK = r"(?<![\w/.-])(?P<year>[12][0-9]{3})-?W(?P<week>[0-5][0-9])(?:-(?P<day>[1-7]))?(?![\w-])"
#: figures alone are no expression, nor is a lone dot or another mark before a word
_LEAD = r"(?<![\w.,/$£€#-])(?![0-9]+(?![-0-9~?%/XS])|\.(?!\.)|[-/~?%](?![-0-9X.~?%Y]))"
_EDTF = rf"{_LEAD}[-0-9XYES~?%/.\[\]{{}},]{{4,80}}(?:(?<=,) [-0-9XYES~?%/.\[\]{{}},]{{4,80}}){{0,4}}(?!\w)"
_STAMP = (
    r"(?<![\w/.-])(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?:T| )(?P<hour>[0-2][0-9]):"
    r"(?P<minute>[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]{1,6})?)?(?P<zone>Z|[+-][01][0-9]:?[0-5][0-9])?(?![\w:])"
)
_DIGITS = ("x", "xx", "xxx", "xxxx")
_STARTS = {
    *("y", "[", "{", "x", "xx"),
    *pairs(DIGIT, *"-~?%/s", *_DIGITS),
    *pairs(".", "."),
    *pairs(tuple("-/~?%"), *"-.~?%y", DIGIT, *_DIGITS),
}
RULES = (
    Rule("date-iso-week", pairs(DIGIT, "-", "w"), uncompiled(_WEEK, cased=True), iso_week),
    Rule("date-edtf", _STARTS, uncompiled(_EDTF, cased=True), edtf_date),
    Rule("time-stamp", pairs(DIGIT, "-"), uncompiled(_STAMP, cased=True), timestamp),
)
