"""Every way to write a random date gives it back, and so do times of day, ranges and recurring times."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdiff import Relation, Source, check_consistency, find_mentions, normalize, relate
from factdiff.finder import published_in
from factdiff.languages.en.calendar.calendar_words import MONTHS, ORDINALS
from factdiff.languages.en.calendar.datelines import is_narrative
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.recurrence import PERIODS, Recurrence
from factdiff.values.calendar.time import Time

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
    "year first": lambda d: f"{d.year}/{d:%b}/{d.day:02}",
    "slashes": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "weekday and ISO": lambda d: f"{d:%A} {d.isoformat()}",
    "no comma": lambda d: f"{d:%B} {d.day} {d.year}",
    "the day of": lambda d: f"the {d.day}{suffix(d.day)} day of {d:%B} {d.year}",
    "possible": lambda d: f"{d.isoformat()}~",
    "nth weekday": lambda d: f"the {spelt[(d.day + 6) // 7]} {d:%A} of {d:%B} {d.year}",
    "anchored": lambda d: f"three days after {d - timedelta(3):%B} {(d - timedelta(3)).day}, {(d - timedelta(3)).year}",
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


PERIODS_WRITTEN = {
    "month": lambda d: (f"{d:%B} {d.year}", Date.month(d.year, d.month)),
    "short month": lambda d: (f"{d:%b} {d.year}", Date.month(d.year, d.month)),
    "ISO month": lambda d: (f"{d.month:02}/{d.year}", Date.month(d.year, d.month)),
    "quarter": lambda d: (
        f"the {spelt[(d.month + 2) // 3]} quarter of {d.year}",
        Date.quarter(d.year, (d.month + 2) // 3),
    ),
    "quarter code": lambda d: (f"Q{(d.month + 2) // 3} {d.year}", Date.quarter(d.year, (d.month + 2) // 3)),
    "half": lambda d: (f"the second half of {d.year}", Date.half(d.year, 2)),
    "summer": lambda d: (f"the summer of {d.year}", Date.season(d.year, "summer")),
    "decade": lambda d: (f"the {d.year // 10 * 10 + 10}s", Date.decade(d.year // 10 * 10 + 10)),
    "month of a year": lambda d: (f"the {spelt[d.month]} month of {d.year}", Date.month(d.year, d.month)),
    "first months": lambda d: (f"the first two months of {d.year}", Date.months(d.year, 1, 2, "P2M")),
    "week": lambda d: (f"the week of {d:%B} {d.day}, {d.year}", Date.week(d)),
    "EDTF decade": lambda d: (f"{d.year // 10}X", Date.decade(d.year // 10 * 10)),
}


@pytest.mark.parametrize("form", PERIODS_WRITTEN)
@given(day=days)
def test_every_written_form_of_a_period_gives_it_back(form, day):
    written, value = PERIODS_WRITTEN[form](day)
    if not (form == "decade" and day.year % 100 >= 90):
        found = normalize(written, kind="date")
        assert (found.earliest, found.latest) == (value.earliest, value.latest)


@given(days, st.integers(1, 400))
def test_spans_of_two_forms_give_both_ends_back(first, length):
    last = first + timedelta(length)
    text = f"from {first.isoformat()} to {last:%B} {last.day}, {last.year}"
    value = normalize(text, kind="date")
    assert (value.earliest, value.latest) == (first, last)


HEADS = [
    "Storm kills nine\n2024-01-06T10:00:00Z\n\nNine people died.",
    "LONDON, Jan 6, 2024 (Reuters) - Nine people died on Friday.",
    "KYIV, Ukraine \u2014 January 6, 2024 \u2014 Nine people died.",
    "Updated 3:15 p.m. ET, Jan. 6, 2024\n\nNine people died.",
    "By Jane Doe | January 6, 2024\n\nNine people died.",
    "By Jane Doe, 6 January 2024\n\nNine people died.",
    "By Jane Doe, Harbour Post \u2022 Jan. 6, 2024\n\nNine people died.",
    "Prague, 6 January 2024\n\nNine people died.",
    "datePublished: 2024-01-06T10:00:00+01:00\nNine people died.",
    "Date: 01/06/2024\n\nNine people died on 01/25/2024.",
    "World\nJanuary 6, 2024 / 10:15 AM / Harbour News\n\nNine people died.",
    "First published on Sat 6 Jan 2024 05.00 GMT\nNine people died.",
    "PUBLISHED: Jan. 6, 2024 at 10:15 a.m. PDT\n\nNine people died.",
]
NO_HEADS = [
    "The storm of January 4, 2024 killed nine.",
    "LONDON, Jan 6 (Reuters) - Nine people died on Friday.",
    "Copyright 6 January 2020 Harbour Post\n\nNine people died.",
    "A view of the bridge in Harbour, January 4, 2020.\n\nNine people died.",
    "In London, on January 4, 2020 - nine people died.",
    "Jane Doe, 4 January 1920 - 5 May 2020\n\nShe sang.",
]


@pytest.mark.parametrize("text", HEADS)
def test_the_day_of_publication_is_read_from_the_head_of_a_text(text):
    assert published_in(Source(text)) == date(2024, 1, 6)


@pytest.mark.parametrize("text", NO_HEADS)
def test_a_date_in_the_head_that_is_no_publication_is_left(text):
    assert published_in(Source(text)) is None


@pytest.mark.parametrize(
    ("text", "source", "day"),
    [
        ("LONDON (Reuters) - On 04/05/2024 nine died.", {}, date(2024, 5, 4)),
        ("WASHINGTON (AP) - On 04/05/2024 nine died.", {}, date(2024, 4, 5)),
        ("On 04/05/2024 nine died.", {"publisher": "Belfast Telegraph"}, date(2024, 5, 4)),
        ("On 04/05/2024 nine died. On 25/05/2024 ten.", {"publisher": "Boston Globe"}, date(2024, 5, 4)),
        ("On 04/05/2024 nine died. It opens on Friday, 06/07/2024.", {}, date(2024, 4, 5)),
        ("On 04/05/2024 nine died.", {}, None),
        ("OTTAWA (CP) - On 04/05/2024 nine died.", {}, None),
    ],
)
def test_one_order_of_digits_holds_for_a_text(text, source, day):
    assert find_mentions(Source(text, **source), kinds=["date"])[0].value.earliest == day


ANNIVERSARIES = [
    ("The Folk Museum in Harbour celebrates its 75th anniversary. Founded in 1959, it owns 48,000 objects.", True),
    ("The Folk Museum in Harbour celebrates its 65th anniversary. Founded in 1959, it owns 48,000 objects.", False),
    ("To mark a century of business, tickets are free. The firm was founded on 3 October 1935.", True),
    ("It is 50 years since 1964.", True),
    ("It is 60 years since 1964.", False),
    ("In 2020, 235 years after 1776, it came.", True),
    ("In 2011, 235 years after 1776, it came.", False),
    ("The bank, founded in 1999, marks the 10th anniversary of its merger.", False),
    ("The town marks 50 years since the fire. Its school was built in 1959.", False),
]


@pytest.mark.parametrize(("text", "wrong"), ANNIVERSARIES)
def test_anniversaries_are_counted_from_the_beginning(text, wrong):
    report = check_consistency([Source(text, id="a", published="2024-11-08")])
    assert [f.check for f in report.findings] == ["span-arithmetic"] * wrong


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


@given(st.integers(0, 719), st.integers(0, 1439), st.booleans())
def test_a_time_in_either_half_of_the_day_conflicts_with_neither_half(face, minute, open_too):
    either = Time(minute=face, either_half=True)
    assert relate(either, either) is Relation.EQUAL
    for half in either.halves:
        assert (relate(either, half), relate(half, either)) == (Relation.CONTAINS, Relation.INSIDE)
    other = Time(minute=minute % 720, either_half=True) if open_too else Time(minute=minute)
    near = min((face - minute) % 720, (minute - face) % 720) <= max(either.width, other.width)
    assert (relate(either, other) is Relation.DISJOINT) is not near
    assert relate(other, either) is relate(either, other).converse
    span = Time(minute=8 * 60, until=9 * 60)
    apart = all(relate(half, span) is Relation.DISJOINT for half in either.halves)
    assert (relate(either, span) is Relation.DISJOINT) is apart


def test_times_in_words_are_compared_on_the_face_of_the_clock():
    def times(text):
        return [m.value for m in find_mentions(text, published="2024-01-05", kinds=["time"])]

    words, digits, other = times("At ten to ten it sank. It sank at 9.50pm. It sank at 8.50pm.")
    assert relate(words, digits) is Relation.CONTAINS
    assert relate(words, other) is Relation.DISJOINT


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
    assert not is_narrative(news, date(2024, 1, 5))
    (*_, died) = find_mentions(news + " The funeral is on March 3.", published="2024-03-01", kinds=["date"])
    assert died.value.earliest == date(2024, 3, 3)
