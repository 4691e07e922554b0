"""Every way to write a random date gives it back, and so do times of day, ranges and recurring times."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdiff import Relation, find_mentions, normalize, relate
from factdiff.languages.en.datelines import narrative
from factdiff.languages.en.timewords import MONTHS, ORDINALS
from factdiff.values.date import WEEKDAYS, Date
from factdiff.values.recurrence import PERIODS, Recurrence
from factdiff.values.time import Time

days = st.dates(date(1800, 1, 1), date(2150, 12, 31))
spelt = {number: word for word, number in reversed(ORDINALS.items())}


def suffix(day):
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


FORMS = {
    "iso": lambda d: d.isoformat(),
    "british": lambda d: f"{d.day} {d:%B} {d.year}",
    "american": lambda d: f"{d:%B} {d.day}, {d.year}",
    "short british": lambda d: f"{d.day} {d:%b}. {d.year}" if d.month != 5 else f"{d.day} May {d.year}",
    "short american": lambda d: f"{d:%b} {d.day}, {d.year}",
    "ordinal": lambda d: f"the {d.day}{suffix(d.day)} of {d:%B} {d.year}",
    "american ordinal": lambda d: f"{d:%B} {d.day}{suffix(d.day)}, {d.year}",
    "spelt": lambda d: f"the {spelt[d.day]} of {d:%B}, {d.year}",
    "weekday": lambda d: f"{d:%A}, {d.day} {d:%B} {d.year}",
    "short weekday": lambda d: f"{d:%a}, {d:%b} {d.day}, {d.year}",
    "capitals": lambda d: f"{d:%B} {d.day}, {d.year}".upper(),
    "hyphens": lambda d: f"{d.day:02}-{d:%b}-{d.year}",
}


@pytest.mark.parametrize("form", FORMS)
@given(day=days)
def test_every_written_form_of_a_day_gives_it_back(form, day):
    assert normalize(FORMS[form](day), kind="date").earliest == day


@given(days, st.integers(-180, 180))
def test_a_day_without_its_year_lies_nearest_to_the_publication(day, distance):
    published = day + timedelta(distance)
    value = normalize(f"{day:%B} {day.day}", kind="date", published=published)
    if value.earliest is not None and (day.month, day.day) != (2, 29):
        assert value.earliest == day


@given(days, st.integers(0, 6))
def test_a_weekday_lies_within_seven_days_before_the_publication(published, number):
    value = normalize(WEEKDAYS[number].title(), kind="date", published=published)
    assert 0 <= (published - value.earliest).days < 7
    assert value.earliest.weekday() == number


@given(days, st.integers(1, 60))
def test_days_later_count_from_the_day_before_them(day, count):
    text = f"It broke on {day:%B} {day.day}, {day.year}. Repairs came {count} days later."
    *_, last = find_mentions(text, kinds=["date"])
    assert last.value.earliest == day + timedelta(count)


@given(days, st.integers(1, 300))
def test_ranges_give_both_ends_back(first, length):
    last = first + timedelta(length)
    text = f"from {first.day} {first:%B} {first.year} to {last.day} {last:%B} {last.year}"
    value = normalize(text, kind="date")
    assert (value.earliest, value.latest) == (first, last)


@given(st.integers(1000, 2199), st.integers(1, 12))
def test_months_and_years_give_themselves_back(year, month):
    assert relate(normalize(f"{MONTHS[month - 1].title()} {year}"), Date.month(year, month)) is Relation.EQUAL
    assert relate(normalize(f"the year {year}", kind="date"), Date.year(year)) is Relation.EQUAL


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["GMT", "UTC", "CET", "EST"]))
def test_times_of_day_give_themselves_back_in_both_clocks(hour, minute, zone):
    half = "a.m." if hour < 12 else "p.m."
    one = normalize(f"{hour:02}:{minute:02} {zone}", kind="time")
    two = normalize(f"{(hour - 1) % 12 + 1}:{minute:02} {half} {zone}", kind="time")
    assert one.minute == two.minute == 60 * hour + minute
    assert relate(one, two) is Relation.EQUAL


times = st.builds(
    Time,
    minute=st.integers(0, 1439),
    precision=st.sampled_from(["minute", "hour"]),
    zone=st.sampled_from([None, "ET"]),
    day=st.sampled_from([None, date(2024, 1, 2), date(2024, 1, 9)]),
    assumed=st.booleans(),
    approximate=st.booleans(),
) | st.builds(Time, minute=st.integers(0, 1439), zone=st.just("CET"), offset=st.just(60))
sets = st.builds(
    Recurrence,
    timex3=st.sampled_from([*PERIODS.values(), "XXXX-WXX-2", "XXXX-03"]),
    period=st.sampled_from(sorted(set(PERIODS.values()))),
    count=st.sampled_from([None, 1, 2]),
)


@given(times | sets, times | sets)
def test_relations_of_times_and_recurrences_are_converse(a, b):
    assert relate(a, a) is Relation.EQUAL
    assert relate(a, b) is relate(b, a).converse
    assert a.to_dict()["type"] == a.kind


@given(st.integers(0, 1439), st.integers(-12, 12))
def test_one_instant_in_two_zones_is_one_time(minute, hours):
    there = Time(minute=(minute + 60 * hours) % 1440, zone="XX", offset=60 * hours)
    assert relate(Time(minute=minute, zone="GMT", offset=0), there) is Relation.EQUAL


@given(days)
def test_a_part_of_a_day_never_leaves_its_day(day):
    whole = Date.day(day)
    for code in ("MO", "AF", "EV", "NI"):
        assert relate(whole.part_of_day(code), whole) in (Relation.EQUAL, Relation.CONTAINS)
    for number in range(3):
        month = Date.month(day.year, day.month)
        assert relate(month.third(number), month) is Relation.INSIDE


def test_news_with_old_dates_is_no_tale_of_the_past():
    news = "He was born in 1930, wed in 1955, rose in 1960, left in 1978 and wrote in 1990. He died on Tuesday."
    assert not narrative(news, date(2024, 1, 5))
    (*_, died) = find_mentions(news + " The funeral is on March 3.", published="2024-03-01", kinds=["date"])
    assert died.value.earliest == date(2024, 3, 3)
