"""Figures beyond all that is told, days at the ends of the calendar, and zones that no place has."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from factdiff import Report, Source, check_consistency, check_draft, find_mentions, gazetteer
from factdiff.languages.en.calendar.calendar_words import MONTHS, SEASON_NAMES
from factdiff.languages.en.calendar.dates.relative import DAYS, PERIODS, SHIFTS
from factdiff.values.calendar.date import WEEKDAYS

FIRST, LAST = "0001-01-01", "9999-12-31"
#: phrases that count from the day of publication, or from another date
PHRASES = [
    *DAYS,
    *(f"{which} {period}" for which in SHIFTS for period in (*PERIODS, *SEASON_NAMES, *MONTHS)),
    *(f"{which}{day}" for which in ("", "last ", "next ", "this ") for day in map(str.title, WEEKDAYS)),
    *(
        f"{which} {count} {unit}s"
        for which in ("over the last", "over the next")
        for count in ("two", "1,999")
        for unit in ("day", "week", "month", "quarter", "year", "decade")
    ),
    *(f"{count} {unit} ago" for count in ("two", "1,999") for unit in ("days", "weeks", "months", "years", "decades")),
    *(f"the third {unit} of 9999" for unit in ("quarter", "decade", "Monday", "week")),
    *("last Christmas", "next Easter", "at the turn of the year", "over the weekend", "the end of the century"),
    *("the following day", "a week later", "two decades later", "a century earlier", "the previous decade"),
    *("from 3 March to tomorrow", "until now", "Monday last week", "next week on Sunday", "the three years to March"),
    *("the first week of January", "from Friday to Tuesday", "early next month", "235 years before 1 March"),
    *("10pm to 2am on Friday", "at 11.30pm today"),
]
LEADS = ("It was shut {}.", "On 31 December 9999 it was shut. It was open {}.", "In January 1000 it was shut, {}.")


@pytest.mark.parametrize("published", [FIRST, "0001-01-06", "0101-02-28", "9899-03-01", "9999-12-25", LAST, None])
@pytest.mark.parametrize("lead", LEADS)
def test_days_are_counted_at_the_ends_of_the_calendar(published, lead):
    for phrase in PHRASES:
        for mention in find_mentions(lead.format(phrase), published=published):
            json.dumps(mention.value.to_dict(), allow_nan=False)


@pytest.mark.parametrize(
    ("text", "published", "timex3"),
    [
        ("tomorrow", LAST, "FUTURE_REF"),
        ("yesterday", LAST, "9999-12-30"),
        ("the day before yesterday", FIRST, "PAST_REF"),
        ("tomorrow", FIRST, "0001-01-02"),
        ("last week", FIRST, "PAST_REF"),
        ("next century", LAST, "FUTURE_REF"),
        ("this century", LAST, "99"),
        ("last year", "0001-06-01", "PAST_REF"),
        ("next winter", LAST, "FUTURE_REF"),
        ("next Friday", LAST, "XXXX-WXX-5"),
        ("last Monday", FIRST, "XXXX-WXX-1"),
    ],
)
def test_what_lies_beyond_the_calendar_stays_open(text, published, timex3):
    (mention,) = find_mentions(text, published=published)
    assert (mention.surface, mention.value.to_dict()["timex3"]) == (text, timex3)


def test_days_in_other_languages_are_counted_at_the_ends_of_the_calendar():
    for text, lang in (("gestern", "de"), ("letzte Woche", "de"), ("il y a 12 ans", "fr"), ("hier", "fr")):
        assert [m.value.to_dict()["earliest"] for m in find_mentions(text, published=FIRST, lang=lang)] == [None]
    assert [m.value.to_dict()["earliest"] for m in find_mentions("morgen früh", published=LAST, lang="de")] in (
        [],
        [None],
    )


@pytest.mark.parametrize("day", [FIRST, "0001-01-05", "9999-12-28", LAST])
def test_stories_are_checked_at_the_ends_of_the_calendar(day):
    texts = [
        "The road cost $40 million (£90 million) and was to open on Friday, after the vote in a week's time. It is the "
        "third-largest. In 2005 he was charged with murder.",
        "The road cost $50 million (£30 million) and was to open on Tuesday, before the vote last month. It is the "
        "second-largest. He was convicted of murder yesterday.",
    ]
    sources = [Source(text, published=day) for text in texts]
    report = check_consistency(sources)
    assert Report.from_dict(json.loads(report.to_json())) == report
    assert check_draft(sources[0], sources[1:]).to_html()


HUGE = (
    "1e400", "10^400", "11e308", "9e307", "1.7e308", "2^999", "9^-400", "10^-400", "1e99 trillion", "10 x 10^300",
    "999999999999999e300", "1e400-1e401", "between 1e308 and 1e309", "about 1.5e308", "1e-320",
)  # fmt: skip
NOUNS = (
    "people", "kilometres", "kilometres per second", "degrees Celsius", "per cent", "basis points", "dollars", "cents",
    "years ago", "years", "days later", "tonnes", "crore", "dozen", "feet 11 inches", "times as many", "-year-old",
)  # fmt: skip


@pytest.mark.parametrize("figure", HUGE)
def test_figures_beyond_all_that_is_told_are_none(figure):
    for noun in NOUNS:
        for text in (f"{figure} {noun}", f"It had {figure} {noun}, not more.", f"${figure} {noun}", f"{figure}{noun}"):
            for mention in find_mentions(text, published="2024-01-04"):
                data = mention.value.to_dict()
                json.dumps(data, allow_nan=False)
                assert not data.get("stated") or 1e-60 < abs(data["stated"]) < 1e60, (text, mention)


def test_large_figures_that_are_told_are_read():
    found = {m.surface: m.value.stated for m in find_mentions("6.02 x 10^23 atoms, 1e9 cells and 10^-9 grams")}
    assert found == {"6.02 x 10^23": 6.02e23, "1e9": 1e9, "10^-9 grams": 1e-9}


def test_stories_of_figures_beyond_all_that_is_told_are_checked():
    for figure in HUGE:
        report = check_consistency([f"{figure} people died in Kyiv.", "4 people died in Kyiv.", f"It cost ${figure}."])
        assert Report.from_dict(json.loads(report.to_json())) == report
        assert "inf" not in report.to_json()
        assert report.to_html()


@pytest.mark.parametrize(
    ("text", "zone", "offset"),
    [
        ("7 p.m. UTC-99", "UTC", 0),
        ("Nov 2 2008 2005Utc-99", "UTC", 0),
        ("18:00 GMT+24", "GMT", 0),
        ("18:00 GMT+5", "GMT+5", 300),
        ("18:00 GMT-12", "GMT-12", -720),
        ("0700 UTC +14", "UTC+14", 840),
        ("18:00 (UTC+5:30)", "UTC+5:30", 330),
        ("7.30 a.m. GMT -3:30", "GMT-3:30", -210),
    ],
)
def test_zones_are_those_of_the_earth(text, zone, offset):
    (time,) = (m.value for m in find_mentions(text, published="2024-01-04") if m.kind == "time")
    assert (time.zone, time.offset) == (zone, offset)
    json.dumps(time.to_dict())
    assert Report.from_dict(json.loads(check_consistency([text, f"{text} "]).to_json()))


@pytest.mark.parametrize(
    "zone", [timezone(timedelta(hours=-23, minutes=-59)), timezone(timedelta(seconds=1, microseconds=5)), UTC, None]
)
@pytest.mark.parametrize("day", [date.min, date.max, date(2024, 2, 29)])
def test_stories_are_dated_in_any_zone(zone, day):
    published = datetime(day.year, day.month, day.day, 23, 59, 59, 999_999, tzinfo=zone)
    report = check_consistency([Source("Nine died yesterday.", published=published), Source("Ten died on Tuesday.")])
    assert Report.from_dict(json.loads(report.to_json())) == report


ODD = ("", " ", "\n", "\ud800", "\udfff\ud800", "\ud83d\ude00", "\x00\x1b[31m", "<b>", "ﷺ" * 40, "http://[", "//[::1")


@pytest.mark.parametrize("word", ODD, ids=ascii)
def test_odd_ids_titles_publishers_and_addresses_are_kept(word):
    sources = [
        Source(f"{word} Nine people died “{word}” here.", id=f"a{word}", publisher=word, title=word, url=word),
        Source(f"{word} Ten people died “{word}” here.", id=f"b{word}", publisher=word, title=word, url=word),
    ]
    report = check_consistency(sources)
    for texts in (False, True):
        data = report.to_dict(texts=texts)
        assert json.loads(json.dumps(data)) == data
        assert Report.from_dict(data) == Report.from_dict(json.loads(json.dumps(data))) == report
    for name in ("text", "json", "jsonl", "html", "sarif", "markdown", "github", "junit"):
        assert report.as_(name).encode()


def test_halves_of_a_character_are_joined():
    source = Source("\ud83d\ude00 nine people", id="\ud83d\ude00", title="\ud83d")
    assert (source.text, source.id, source.title) == ("\N{GRINNING FACE} nine people", "\N{GRINNING FACE}", "\ud83d")
    assert [m.start for m in find_mentions(source)] == [2]


def test_names_of_places_are_looked_up_by_any_word():
    assert gazetteer.lookup("\ud800") == ()
    assert gazetteer.home("\ud800 London", "http://[") == "GB"
