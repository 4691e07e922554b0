"""Dates written as EDTF (ISO 8601-2:2019): "1984~", "156X-12-25", "1984-06-02?/2004", "[1760-01,1760-12..]"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import add_months, valid

_Q = "[?~%]?"
_DATE = re.compile(
    rf"{_Q}(?P<year>-?[0-9X]{{4}}){_Q}(?:-{_Q}(?P<month>[0-9X]{{2}}){_Q}(?:-{_Q}(?P<day>[0-9X]{{2}}){_Q})?)?(?:S[0-9])?"
)
#: code of a part of a year -> its first month and how many it has: seasons of the north, quarters, halves
PARTS = {
    "21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3), "33": (1, 3), "34": (4, 3), "35": (7, 3), "36": (10, 3),
    "40": (1, 6), "41": (7, 6),
}  # fmt: skip
_LONG = re.compile(r"Y-?[0-9]{4,12}(?:S[0-9])?|Y-?[0-9]{1,9}E[0-9](?:S[0-9])?")
_SET = re.compile(r"[\[{](?P<inner>[^\[\]{}]{1,80})[\]}]")


def parsed(text: str) -> Date | None:
    """The date of an EDTF expression, with its wording as its ``edtf``; None where it is none.

    Its days are known as far as the calendar of this library reaches (the years 1 to 9999).

    >>> parsed("156X-12").latest, parsed("../2006").latest, parsed("1984/85")
    (datetime.date(1569, 12, 31), datetime.date(2006, 12, 31), None)
    """
    held = _SET.fullmatch(text)
    if held:
        ends = [end for part in held["inner"].split(",") for end in set_part(part.strip())]
        return None if "" in ends else spanned(text, ends)
    first, slash, last = text.partition("/")
    if slash:
        parts = [part for part in (first, last) if part not in ("", "..")]
        if not parts or not all(is_date(part) for part in parts):
            return None
        low = bounds(first)[0] if is_date(first) else None
        high = bounds(last)[1] if is_date(last) else None
        return Date(earliest=low, latest=high, edtf=text, timex3=unmarked(text), approximate=unmarked(text) != text)
    return spanned(text, [text]) if is_date(text) else None


def set_part(part: str) -> list[str]:
    """The ends of a part of a set: a date, or two with dots between; an empty one where it is neither."""
    ends = [end for end in part.split("..") if end]
    return ends if ends and all(is_date(end) for end in ends) else [""]


def is_date(text: str) -> bool:
    """Whether a text is one EDTF date; a month or day that the calendar does not have is none."""
    match = _DATE.fullmatch(text)
    if match is None or match["month"] is None or int(match["year"].replace("X", "9")) < 1:
        return bool(match or _LONG.fullmatch(text))
    return None not in bounds(text)


def unmarked(text: str) -> str:
    """A text without the marks for what is uncertain or approximate."""
    return re.sub("[?~%]", "", text)


def spanned(text: str, dates: list[str]) -> Date:
    """The date from the first day to the last of some dates."""
    spans = [bounds(one) for one in dates]
    lows, highs = [low for low, _ in spans if low], [high for _, high in spans if high]
    known = len(lows) == len(highs) == len(spans)
    days = (lows[0], highs[-1]) if known else (None, None)
    match = _DATE.fullmatch(dates[0])
    fine = match["day"] or match["month"] if match else None
    granularity = "year" if not fine else "day" if match and match["day"] else "season" if fine in PARTS else "month"
    return Date(
        earliest=days[0],
        latest=days[1],
        edtf=text,
        timex3=unmarked(text),
        granularity=granularity,
        approximate=unmarked(text) != text,
    )


def bounds(text: str) -> tuple[date | None, date | None]:
    """The first and the last day of an EDTF date, as far as the calendar reaches; X stands for any digit.

    >>> bounds("1560-XX-25")
    (datetime.date(1560, 1, 25), datetime.date(1560, 12, 25))
    """
    match = _DATE.fullmatch(text)
    if match is None or match["year"].startswith("-"):
        return None, None
    low_year, high_year = (int(match["year"].replace("X", digit)) for digit in "09")
    if match["month"] in PARTS and not match["day"] and low_year > 0:
        return part_of_year(low_year, *PARTS[match["month"]])
    low_month, high_month = within(match["month"], 12)
    if not (low_year > 0 and 1 <= low_month <= high_month <= 12):
        return None, None
    low_day, high_day = within(match["day"], monthrange(high_year, high_month)[1])
    return valid(low_year, low_month, low_day), valid(high_year, high_month, high_day)


def part_of_year(year: int, month: int, count: int) -> tuple[date, date]:
    """The first and the last day of some months of a year from a month on."""
    first = date(year, month, 1)
    return first, add_months(first, count) - timedelta(1)


def within(digits: str | None, most: int) -> tuple[int, int]:
    """The least and the greatest number that digits with X can stand for, from 1 to ``most``."""
    if digits is None:
        return 1, most
    low, high = (int(digits.replace("X", digit)) for digit in "09")
    return (max(low, 1), min(high, most)) if "X" in digits else (low, high)
