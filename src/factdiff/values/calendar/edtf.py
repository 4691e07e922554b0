"""Dates written as EDTF (ISO 8601-2:2019): "1984~", "156X-12-25", "1984-06-02?/2004", "[1760-01,1760-12..]"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import add_months, valid_date

#: the mark of an uncertain or approximate part
_MARK = "[?~%]?"
_DATE = re.compile(
    rf"{_MARK}(?P<year>-?[0-9X]{{4}}){_MARK}(?:-{_MARK}(?P<month>[0-9X]{{2}}){_MARK}"
    rf"(?:-{_MARK}(?P<day>[0-9X]{{2}}){_MARK})?)?(?:S[0-9])?"
)
#: code of a part of a year -> its first month and its number of months: seasons of the north, quarters, halves
PARTS_OF_YEAR = {
    "21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3), "33": (1, 3), "34": (4, 3), "35": (7, 3), "36": (10, 3),
    "40": (1, 6), "41": (7, 6),
}  # fmt: skip
_LONG_YEAR = re.compile(r"Y-?[0-9]{4,12}(?:S[0-9])?|Y-?[0-9]{1,9}E[0-9](?:S[0-9])?")
_SET_OF_DATES = re.compile(r"[\[{](?P<inner>[^\[\]{}]{1,80})[\]}]")


def parse_edtf(text: str) -> Date | None:
    """The date of an EDTF expression, which becomes its ``edtf``; None where the text is no such expression.

    Its days are known in the years 1 to 9999, which the calendar of this library covers.

    >>> parse_edtf("156X-12").latest, parse_edtf("../2006").latest, parse_edtf("1984/85")
    (datetime.date(1569, 12, 31), datetime.date(2006, 12, 31), None)
    """
    dates = _SET_OF_DATES.fullmatch(text)
    if dates:
        ends = [end for part in dates["inner"].split(",") for end in set_part_ends(part.strip())]
        return None if "" in ends else date_spanning(text, ends)
    first, slash, last = text.partition("/")
    if slash:
        parts = [part for part in (first, last) if part not in ("", "..")]
        if not parts or not all(is_date(part) for part in parts):
            return None
        low = first_and_last_day(first)[0] if is_date(first) else None
        high = first_and_last_day(last)[1] if is_date(last) else None
        bare = without_qualifiers(text)
        return Date(earliest=low, latest=high, edtf=text, timex3=bare, approximate=bare != text)
    return date_spanning(text, [text]) if is_date(text) else None


def set_part_ends(part: str) -> list[str]:
    """The dates in a part of a set: one, or two with dots between them; an empty string where it is neither."""
    ends = [end for end in part.split("..") if end]
    return ends if ends and all(is_date(end) for end in ends) else [""]


def is_date(text: str) -> bool:
    """Whether a text is one EDTF date whose month and day the calendar has."""
    match = _DATE.fullmatch(text)
    if match is None or match["month"] is None or int(match["year"].replace("X", "9")) < 1:
        return bool(match or _LONG_YEAR.fullmatch(text))
    return None not in first_and_last_day(text)


def without_qualifiers(text: str) -> str:
    """The text without its marks for uncertain and approximate parts."""
    return re.sub("[?~%]", "", text)


def date_spanning(text: str, dates: list[str]) -> Date:
    """The date that spans from the first day of the first date to the last day of the last one."""
    spans = [first_and_last_day(date) for date in dates]
    lows, highs = [low for low, _ in spans if low], [high for _, high in spans if high]
    known = len(lows) == len(highs) == len(spans)
    days = (lows[0], highs[-1]) if known else (None, None)
    match = _DATE.fullmatch(dates[0])
    granularity = "year"
    if match and match["day"]:
        granularity = "day"
    elif match and match["month"]:
        granularity = "season" if match["month"] in PARTS_OF_YEAR else "month"
    bare = without_qualifiers(text)
    return Date(
        earliest=days[0],
        latest=days[1],
        edtf=text,
        timex3=bare,
        granularity=granularity,
        approximate=bare != text,
    )


def first_and_last_day(text: str) -> tuple[date | None, date | None]:
    """The first and the last day of an EDTF date, None beyond the calendar; X stands for any digit.

    >>> first_and_last_day("1560-XX-25")
    (datetime.date(1560, 1, 25), datetime.date(1560, 12, 25))
    """
    match = _DATE.fullmatch(text)
    if match is None or match["year"].startswith("-"):
        return None, None
    low_year, high_year = (int(match["year"].replace("X", digit)) for digit in "09")
    if match["month"] in PARTS_OF_YEAR and not match["day"] and low_year > 0:
        return part_of_year(low_year, *PARTS_OF_YEAR[match["month"]])
    low_month, high_month = digit_range(match["month"], 12)
    if not (low_year > 0 and 1 <= low_month <= high_month <= 12):
        return None, None
    low_day, high_day = digit_range(match["day"], monthrange(high_year, high_month)[1])
    return valid_date(low_year, low_month, low_day), valid_date(high_year, high_month, high_day)


def part_of_year(year: int, month: int, count: int) -> tuple[date, date]:
    """The first and the last day of ``count`` months from a month of a year on."""
    first = date(year, month, 1)
    return first, add_months(first, count) - timedelta(1)


def digit_range(digits: str | None, most: int) -> tuple[int, int]:
    """The least and the greatest number, from 1 to ``most``, that digits with X can stand for."""
    if digits is None:
        return 1, most
    low, high = (int(digits.replace("X", digit)) for digit in "09")
    return (max(low, 1), min(high, most)) if "X" in digits else (low, high)
