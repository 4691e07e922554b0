"""Arithmetic of days, months and weekdays, which relative dates of every language need."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from typing import overload


def date_in_calendar(year: int, month: int, day: int) -> date:
    """The day with this year, month and number; OverflowError for a year beyond the calendar, as adding days raises.

    >>> date_in_calendar(10_000, 1, 1)
    Traceback (most recent call last):
    ...
    OverflowError: the year 10000 is not in the calendar
    """
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"the year {year} is not in the calendar")
    return date(year, month, day)


def valid_date(year: int, month: int, day: int) -> date | None:
    """The day with this year, month and number, or None where the calendar has no such day.

    >>> valid_date(2023, 2, 29) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday (Monday is 0) up to ``day``, that day included.

    >>> weekday_before(date(2024, 1, 4), 1).isoformat()
    '2024-01-02'
    """
    return day - timedelta((day.weekday() - weekday) % 7)


def weekday_after(day: date, weekday: int) -> date:
    """The next such weekday from ``day`` on, that day included."""
    return day + timedelta((weekday - day.weekday()) % 7)


def nth_weekday(first: date, weekday: int, nth: int) -> date | None:
    """The ``nth`` such weekday (Monday is 0) of the month of ``first``, counted from the end of the month where ``nth``
    is negative; None where the month has no such day.

    >>> nth_weekday(date(2024, 5, 1), 0, -1).isoformat()
    '2024-05-27'
    """
    last = first.replace(day=monthrange(first.year, first.month)[1])
    start = weekday_after(first.replace(day=1), weekday) if nth > 0 else weekday_before(last, weekday)
    there = start + timedelta(7 * (nth - 1 if nth > 0 else nth + 1))
    return there if there.month == first.month else None


def nearest_day_of_year(month: int, day: int, reference: date) -> date | None:
    """The occurrence of a month and day that lies nearest to ``reference``; None where no year near it has that day.

    >>> nearest_day_of_year(12, 30, date(2024, 1, 4)).isoformat()
    '2023-12-30'
    """
    years = (reference.year + shift for shift in (0, -1, 1))
    days = [d for d in (valid_date(year, month, day) for year in years) if d is not None]
    return min(days, key=lambda d: abs((d - reference).days), default=None)


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the last day of a shorter month; OverflowError beyond the calendar.

    >>> add_months(date(2024, 1, 31), 1).isoformat()
    '2024-02-29'
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date_in_calendar(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@overload
def calendar_day(when: date) -> date: ...
@overload
def calendar_day(when: None) -> None: ...
@overload
def calendar_day(when: date | None) -> date | None: ...
def calendar_day(when: date | None) -> date | None:
    """The calendar day of a date or datetime, in its own zone.

    >>> calendar_day(datetime(2024, 4, 16, 23, 30))
    datetime.date(2024, 4, 16)
    """
    return when.date() if isinstance(when, datetime) else when


def is_later(before: date | None, after: date | None, *, by: timedelta = timedelta(0)) -> bool:
    """Whether ``after`` is known to be later than ``before``, for two datetimes by more than ``by``; a day without a
    time is not later than a time of that day.

    >>> is_later(date(2024, 4, 16), date(2024, 4, 17)), is_later(date(2024, 4, 16), datetime(2024, 4, 16, 18))
    (True, False)
    """
    if before is None or after is None:
        return False
    if isinstance(before, datetime) and isinstance(after, datetime):
        times = [time.replace(tzinfo=UTC) if time.tzinfo is None else time for time in (before, after)]
        return times[1] - times[0] > by
    return calendar_day(before) < calendar_day(after)
