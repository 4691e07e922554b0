"""What the page says: titles, places, grounds in words, units and labels of its charts, and notes."""

from __future__ import annotations

import math
import re
import tomllib
from html import unescape
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from factdiff import Report, Source, check_draft
from factdiff import check_consistency as check
from factdiff.align.comparison.comparison_levels import match_weights
from factdiff.levels import level_in_words
from factdiff.reader import read_folder
from factdiff.records import Fact, Level, Mention
from factdiff.reports._lines import Lines
from factdiff.reports._page import wording
from factdiff.reports._page.axis import NARROWEST, Axis, Interval
from factdiff.reports._page.numbers import number_lines
from factdiff.reports._page.ticks import GAP, without_overlaps
from factdiff.reports._page.timeline import timeline
from factdiff.reports._page.why import why
from factdiff.values.recorded import recorded

FIXTURES = Path(__file__).parent.parent / "fixtures"


def report(*texts, day="2024-05-07", ids=None):
    names = ids or [f"s{n}" for n in range(len(texts))]
    return check([Source(text, id=id, published=day) for id, text in zip(names, texts, strict=True)])


def words(html):
    """The text of a piece of HTML, with one blank between words."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def titles(told, **options):
    return [words(head) for head in re.findall(r"<h3[^>]*-title\">(.*?)</h3>", told.as_("html", **options))]


RESCUERS = (
    "Help came fast. 54 rescuers from Italy came by ship.",
    "Help came soon. 45 rescuers from Italy came by ship.",
    "Help came late. 45 rescuers from Italy came by ship.",
)


@pytest.mark.parametrize("fragment", [False, True])
def test_title_tells_what_differs(fragment):
    told = report(*RESCUERS, ids=["balkan-ledger", "adriatic-wire", "city-page"])
    (title,) = titles(told, fragment=fragment)
    assert title == "error rescuers from Italy came by ship: 54 (balkan-ledger), 45 (adriatic-wire, city-page)"
    card = told.as_("html", fragment=fragment).partition("</article>")[0]
    assert "whoever counted settles it" in words(card)
    assert "against" not in words(card.partition("<details")[0])


@pytest.mark.parametrize(
    "texts",
    [
        ("It flew 900km (500 miles).",),
        ("The council met on Tuesday, May 1, 2024.",),
        ("Kiev was shelled.", "Kyiv was shelled."),
    ],
)
def test_title_is_the_message_where_there_are_no_words_around(texts):
    told = report(*texts)
    (finding,) = told.findings
    assert titles(told) == [f"{finding.severity} {finding.message}"]
    assert words(told.to_html()).count(finding.message) == 1


OTHERS = (
    "Rain fell on the roofs of the old town.",
    "A dog barked all night behind the mill.",
    "The mayor had not slept for two nights.",
    "Bells rang when the first of them were seen.",
    "Tents stood on the lawn of the school.",
    "Shops opened late and closed before noon.",
    "No train ran between the two ports.",
    "Children drew pictures for the crews.",
    "Soup was cooked in the yard of the barracks.",
)


def test_title_names_the_first_of_many_sources():
    told = report(*(f"{head} {RESCUERS[bool(n)]}" for n, head in enumerate(OTHERS)))
    (title,) = titles(told)
    assert title.endswith(": 54 (s0), 45 (s1, s2, s3, s4 and 4 more)")


def test_remark_is_what_the_message_says_behind_the_values():
    (finding,) = report(*RESCUERS).findings
    assert finding.message.endswith(f"; {finding.remark}")
    assert finding.remark == "whoever counted settles it"
    (finding,) = report("Nine cars were hit.", "It flew 900km (500 miles).").findings
    assert (finding.about, finding.remark) == ("", "")
    assert "remark" not in finding.to_dict()


def test_places_are_paragraphs_and_lines():
    told = report("Headline\n\nIt rained.\nThe rocket flew 900km (500 miles).\n", "Nothing else.")
    page = told.to_html()
    assert re.findall(r'class="to"[^>]*>([^<]*)<', page) == ["paragraph 2 (4:17)", "paragraph 2 (4:24)"]
    assert "s0, paragraph 2 (4:17)" in told.to_markdown()
    assert "paragraph 2 (4:17)" in told.as_("html", fragment=True)
    back = Report.from_dict(told.to_dict())
    assert re.findall(r'class="to"[^>]*>([^<]*)<', back.to_html()) == ["character 37", "character 44"]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one\n\ntwo\n\nthree", [1, 2, 3]),
        ("one\ntwo\nthree", [1, 2, 3]),
        ("one\r\n\r\ntwo\r\n \r\n\r\nthree", [1, 2, 3]),
        ("\n\n  one\ntwo\n\t\nthree\n", [1, 1, 2]),
        ("one two three", [1, 1, 1]),
    ],
)
def test_paragraphs(text, paragraphs):
    lines = Lines(text)
    assert [lines.paragraph(text.index(word)) for word in ("one", "two", "three")] == paragraphs


def test_grounds_are_told_with_what_was_needed():
    told = report(*RESCUERS)
    (finding,) = told.findings
    fact = next(fact for fact in told.facts if fact.id == finding.fact)
    grounds = why(fact)
    assert math.isclose(grounds.total, math.fsum(level.weight for level in fact.why))
    assert grounds.total >= grounds.threshold == fact.threshold
    for voice, sign in ((grounds.favour, 1), (grounds.against, -1)):
        shown = [weight for _, weight in voice.shown]
        assert shown == sorted(shown, key=abs, reverse=True)
        assert all(weight * sign > 0 for weight in shown)
        assert len(shown) <= 3
    parts = [*grounds.favour.shown, *grounds.against.shown]
    rest = grounds.favour.rest + grounds.against.rest
    assert math.isclose(math.fsum(weight for _, weight in parts) + rest, grounds.total)
    page = words(told.to_html())
    assert f"{parts[0][0]} {wording.signed(parts[0][1])}" in page
    together = f"Together: {wording.signed(grounds.total)}; at least {wording.signed(fact.threshold)} was needed."
    assert together in page


@pytest.mark.parametrize("name", ["budget", "ferry", "missiles"])
def test_what_holds_a_fact_together_reaches_its_threshold(name):
    told = check_draft(FIXTURES / "ferry-draft.txt", read_folder(FIXTURES / name))
    assert any(fact.why for fact in told.facts)
    for fact in told.facts:
        assert (fact.threshold is None) == (fact.why == ())
        if fact.threshold is not None:
            assert math.fsum(level.weight for level in fact.why) >= fact.threshold - 1e-9


def test_what_a_claim_was_asked_is_told_by_its_own_weights():
    told = report(
        "The ferry to Bari had 54 cars on board.", "The ferry to Bari had 45 cars on board, police said. It sank."
    )
    fact = next(fact for fact in told.facts if fact.verdict == "conflicting")
    assert fact.threshold == pytest.approx(match_weights("claim")[0])
    assert any(level.level.startswith("covered: ") for level in fact.why)


def test_every_level_has_words():
    table = tomllib.loads(files("factdiff.align").joinpath("thresholds_and_weights.toml").read_text(encoding="utf-8"))
    told = {
        f"{level}: {label}"
        for question in ("agree", "claim", "conflict")
        for level, labels in table[question].items()
        for label in labels
        if level != "prior"
    }
    assert len(told) > 200
    assert [level for level in sorted(told) if level_in_words(level) == level] == []


def test_a_level_without_words_is_shown_as_it_is():
    fact = Fact("f1", "number", "agreed", (), why=(Level("hue: <pale>", 1.5), Level("odd", -0.5)))
    grounds = why(fact)
    assert grounds.favour.shown == (("hue: <pale>", 1.5),)
    assert grounds.against.shown == (("odd", -0.5),)
    assert grounds.threshold is None


LINES = {
    "kilometres": (
        "The tunnel under the strait is 40km long, the builder said.",
        "The tunnel under the strait is 31 miles long, the builder said.",
        "The tunnel under the strait has a length of 50 km, the builder said on Monday.",
    ),
    "miles": (
        "The tunnel under the strait is 25 miles long, the builder said.",
        "The tunnel under the strait is 31 miles long, the builder said.",
        "The tunnel under the strait has a length of 50 km, the builder said on Monday.",
    ),
    "hours": (
        "The siege of the bank in Cork lasted for three hours, police said.",
        "The siege of the bank in Cork lasted for nine hours, police said.",
        "The siege of the bank in Cork lasted 180 minutes, police said.",
    ),
    "years": (
        "The pilot, Ines Falk, 34, was hurt in the crash.",
        "The pilot, Ines Falk, 43, was hurt in the crash.",
    ),
    "million euros": (
        "The repair of the harbour wall in Cork cost 2.5 million euros, the council said.",
        "The repair of the harbour wall in Cork cost €9.5 million, the council said.",
    ),
    "percent": (
        "Unemployment in Slovenia fell to 4 percent in October.",
        "Unemployment in Slovenia fell to 4.9 percent in October.",
    ),
    "people": ("The blast in Cork hurt nine people.", "The blast in Cork hurt eleven people."),
    "books": (
        "The flood in the valley destroyed 1,250,000 books, the library said.",
        "The flood in the valley destroyed 3,400 books, the library said.",
    ),
    "degrees Celsius": (
        "It was minus 12 degrees Celsius in Cork on Monday, the weather service said.",
        "It was -3 degrees Celsius in Cork on Monday, the weather service said.",
    ),
}


@pytest.mark.parametrize("unit", LINES)
@pytest.mark.parametrize("restored", [False, True])
def test_number_lines_have_the_unit_of_the_texts(unit, restored):
    told = report(*LINES[unit])
    told = Report.from_dict(told.to_dict()) if restored else told
    (line,) = (line for line in number_lines(told.facts) if line.fact.verdict == "conflicting")
    assert line.unit == unit
    assert line.left_out == 0
    assert f">{unit}</p>" in told.to_html()
    assert len(line.ticks) > 1


@pytest.mark.parametrize(
    ("values", "unit"),
    [
        ([{"type": "number", "counted": "person", "per": "day"}], "people per day"),
        ([{"type": "number", "counted": "boat"}, {"type": "number", "counted": "ferry"}], "boats / ferries"),
        ([{"type": "number", "counted": None}], ""),
        ([{"type": "money", "currency": "USD", "per": "barrel"}], "US dollars per barrel"),
        ([{"type": "money", "currency": "ISK"}], "ISK"),
        ([{"type": "money", "currency": None}], ""),
        ([{"type": "percent", "unit": "percentage_point"}], "percentage points"),
        ([{"type": "quantity", "unit": "foot", "si_low": 1, "si_high": 1}], "feet"),
        ([{"type": "loudness", "unit": "phon"}, {"type": "loudness", "unit": "sone"}], "phons"),
    ],
)
def test_units_of_all_kinds_of_amounts(values, unit):
    mentions = tuple(
        Mention(
            n, n + 1, str(n), value["type"], recorded({"low": n, "high": n, "stated": n, **value}), "rule", source="a"
        )
        for n, value in enumerate(values, 3)
    )
    (line,) = number_lines([Fact("f1", values[0]["type"], "agreed", mentions)])
    assert line.unit == unit
    assert line.left_out == (unit == "phons")


def test_one_length_in_two_units_is_one_place_on_the_line():
    (line,) = number_lines(f for f in report(*LINES["miles"]).facts if f.verdict == "conflicting")
    places = {bar.label: bar.point for bar in line.bars}
    assert abs(places["31 mi"] - places["50 km"]) < 2 < places["31 mi"] - places["25 mi"]
    (line,) = number_lines(f for f in report(*LINES["hours"]).facts if f.verdict == "conflicting")
    places = {bar.label: bar.point for bar in line.bars}
    assert places["3 hours"] == places["180 minutes"] < places["9 hours"]


@pytest.mark.parametrize("low", [0.0, 0.001, 1, 40, 999_000, 39_500_000, 1.2e12, -40])
@pytest.mark.parametrize("factor", [1.0, 1.01, 1.5, 7, 90, 5_000, 2e9])
@pytest.mark.parametrize("whole", [False, True])
def test_labels_of_an_axis_do_not_touch(low, factor, whole):
    axis = Axis.of([Interval(low, low, low), Interval(low * factor, None, low * factor)], whole=whole)
    ticks = axis.ticks()
    assert ticks
    assert all(0 <= tick.left <= tick.right <= 100 for tick in ticks)
    assert all(two.left - one.right >= 100 * GAP / NARROWEST - 1e-9 for one, two in pairwise(ticks))
    assert len({tick.label for tick in ticks}) == len(ticks)


@pytest.mark.parametrize("number", [1e308, 1.7976931348623157e308, -1e308, 5e-324, 1e101])
def test_numbers_that_no_axis_holds_are_left_out(number):
    numbers = (5, number, 9)
    mentions = tuple(
        Mention(
            n, n + 1, "x", "number", recorded({"type": "number", "low": n, "high": n, "stated": n}), "rule", source="a"
        )
        for n in numbers
    )
    (line,) = number_lines([Fact("f1", "number", "conflicting", mentions)])
    assert (len(line.bars), line.left_out) == (2, 1)
    assert list(number_lines([Fact("f1", "number", "conflicting", mentions[1:2])])) == []


def test_the_weightiest_marks_get_their_labels():
    marks = [(50.0, "4 May 2024"), (10.0, "1 May 2024"), (48.0, "3 May 2024"), (90.0, "9 May 2024")]
    assert [tick.label for tick in without_overlaps(marks, 600)] == ["1 May 2024", "4 May 2024", "9 May 2024"]


def test_timeline_is_labelled_with_what_begins_there():
    told = report(
        "The mill, built in 2019, burned in March 2024. It was sold on April 2, and on May 3 it burned down.",
        "The mill burned down on May 2, 2024.",
    )
    labels = [tick.label for tick in timeline(told).ticks]
    assert {"2019", "Mar 2024", "2 May 2024"} <= set(labels)
    marks = {mark.when for _, lane in timeline(told).lanes for mark in lane}
    assert {"2019", "Mar 2024", "2 Apr 2024", "3 May 2024", "2 May 2024"} <= marks
    assert all(label in told.to_html() for label in labels)


def test_notes_have_a_section():
    told = check(
        [Source("Nine people were hurt in Leeds on Tuesday <b>.", id="*a*"), "Nine people were hurt in Leeds."]
    )
    assert told.notes
    page, markdown = told.to_html(), told.to_markdown()
    for note in told.notes:
        assert note.message in words(page[page.index('id="notes"') :])
        assert note.message in words(told.as_("html", fragment=True))
    assert '<a href="#notes">' in page
    assert markdown.count("\n- ") >= len(told.notes)
    assert "## Notes\n\n- “Tuesday” in \\*a\\* could not be dated" in markdown
    quiet = report("Nine people were hurt in Leeds.", "Nine people were hurt in Leeds in a crash.")
    assert quiet.notes == ()
    assert "#notes" not in quiet.to_html()
    assert "Notes" not in quiet.to_markdown()
