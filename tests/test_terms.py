"""Grades, ranks and headlines in whole stories: what contradicts, what is news, and what is of different things."""

from __future__ import annotations

import pytest

import factdiff
from factdiff import Source, find_mentions
from factdiff.values.relation import Relation, compare
from factdiff.values.terms.scales import scale, scale_names
from factdiff.values.terms.term import Term

CHECKS = ("term-conflict", "rank-conflict", "headline-mismatch")
CHARGED = "The captain of the ferry Halcyon has been charged with fraud over the sale of forged tickets in Varnport."
CONVICTED = "The captain of the ferry Halcyon was convicted of fraud over the sale of forged tickets in Varnport."


def found(*texts, days=()):
    sources = [
        Source(text, id=str(number), published=day)
        for number, (text, day) in enumerate(zip(texts, days or [None] * len(texts), strict=True))
    ]
    return [(f.check, f.severity) for f in factdiff.check_consistency(sources).findings if f.check in CHECKS]


@pytest.mark.parametrize("name", scale_names())
def test_scale_is_in_order(name):
    table = scale(name)
    assert table.name == name
    for low, high in table.grades.values():
        assert high is None or low < high
    for pair in table.compatible:
        assert len(pair) == 2
        assert pair <= set(table.grades)


def test_later_stage_of_a_later_day_is_news():
    assert found(CHARGED, CONVICTED, days=("2025-03-20", "2025-06-02")) == []


def test_stages_of_one_day_exclude_each_other():
    assert found(CHARGED, CONVICTED, days=("2025-03-20T09:00", "2025-03-20T11:00")) == [("term-conflict", "error")]


def test_later_report_of_an_earlier_stage_is_an_error():
    assert found(CONVICTED, CHARGED, days=("2025-03-20", "2025-03-22")) == [("term-conflict", "error")]


def test_stages_of_unknown_days_are_a_note():
    assert found(CHARGED, CONVICTED) == [("term-conflict", "info")]


def test_ends_of_a_case_exclude_each_other_on_any_day():
    acquitted = CONVICTED.replace("convicted", "acquitted")
    assert found(CONVICTED, acquitted, days=("2025-03-20", "2025-03-21")) == [("term-conflict", "error")]
    assert found(CONVICTED, acquitted) == [("term-conflict", "error")]


def test_source_that_gives_both_stages_contradicts_nobody():
    both = CHARGED + " His purser was convicted of fraud last year."
    assert found(both, CONVICTED, days=("2025-03-20", "2025-03-20")) == []


def test_grade_that_is_dated_long_ago_is_another_one():
    before = CHARGED.replace("has been charged with fraud", "was charged with fraud in 2019")
    assert found(before, CONVICTED, days=("2025-03-20", "2025-03-20")) == []


SUSPENDED = (
    "The aviation authority has suspended the licence of Norvell Air.\n\nFlights from Varnport stopped at noon. The "
    "airline has nine jets.\n\nIts owner spoke to reporters. She was calm. Staff went home. The union held a meeting. "
    "Nobody was paid on Friday. The hangar is shut. Rivals added seats."
)
REVOKED = (
    "Regulators revoked the carrier's license.\n\nTravellers slept in the terminal at Varnport. Buses took some "
    "to the coast.\n\nThe mayor asked for help. It rained. Shops stayed open. A hotel gave out soup. Taxis hid. "
    "The port has two ferries."
)
SAME_DAY = ("2025-05-06T09:00", "2025-05-06T20:00")


def test_the_only_grades_of_a_designation_in_reports_of_one_day_exclude_each_other():
    assert found(SUSPENDED, REVOKED, days=SAME_DAY) == [("term-conflict", "warning")]


def test_later_report_with_the_earlier_grade_contradicts():
    assert found(REVOKED, SUSPENDED, days=("2025-05-06", "2025-05-08")) == [("term-conflict", "warning")]


def test_later_grade_of_a_later_report_or_of_unknown_days_is_news():
    assert found(SUSPENDED, REVOKED, days=("2025-05-06", "2025-05-08")) == []
    assert found(SUSPENDED, REVOKED) == []


def test_source_with_two_grades_of_a_designation_contradicts_nobody():
    both = REVOKED + " A rival's permit was suspended last week."
    assert found(SUSPENDED, both, days=SAME_DAY) == []


def test_grade_of_a_time_long_past_is_no_rival():
    past = REVOKED.replace("Regulators revoked the carrier's license.", "In 2009 regulators revoked its license.")
    assert found(SUSPENDED, past, days=SAME_DAY) == []


def test_grades_that_are_no_designation_need_words_in_common():
    one = SUSPENDED.replace(
        "The aviation authority has suspended the licence of Norvell Air.", "The cargo was insured."
    )
    two = REVOKED.replace("Regulators revoked the carrier's license.", "A van was not insured.")
    assert found(one, two, days=SAME_DAY) == []


@pytest.mark.parametrize(("count", "findings"), [("three", [("term-conflict", "warning")]), ("two", [])])
def test_degrees_of_murder_are_of_one_person_where_the_counts_are_the_same(count, findings):
    first, second = "three counts of first-degree murder", f"{count} counts of second-degree murder"
    one = SUSPENDED.replace("The aviation authority has suspended the licence of Norvell Air.", f"Rask faces {first}.")
    two = REVOKED.replace("Regulators revoked the carrier's license.", f"A man was held on {second}.")
    assert found(one, two, days=SAME_DAY) == findings


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The storm alert was raised from yellow to orange.", ["amber"]),
        ("It was upgraded from a flood watch to a flood warning.", ["warning"]),
        ("No red alert was declared.", []),
        ("It may be a red or orange alert.", []),
        ("The storm alert, which is now red, ends at noon.", ["red"]),
        ("Alert level: red.", ["red"]),
        ("The alert was followed by red tape.", []),
        ("The level of alert, red, remains.", ["red"]),
    ],
)
def test_grade_stands_on_either_side_of_its_noun(text, labels):
    assert [m.value.label for m in find_mentions(text, kinds=["term"])] == labels


def test_grades_of_different_things_are_not_compared():
    heat, flood = (Term.grade("weather-warning", "watch", of=of) for of in ("heat", "flood"))
    anything = Term.grade("weather-warning", "watch")
    assert compare(heat, flood).relation is Relation.INCOMPARABLE
    assert compare(heat, anything).relation is Relation.INSIDE
    assert compare(anything, heat).relation is Relation.CONTAINS
    assert compare(heat, Term.grade("weather-warning", "warning", of="heat")).relation is Relation.DISJOINT


@pytest.mark.parametrize(
    "text",
    [
        "Thirty-two people died.",
        "32 people died.",
        "The blaze killed thirty-two people.",
        "THE BLAZE KILLED THIRTY-TWO MEN.",
    ],
)
def test_victims_are_counted_in_figures_and_in_words(text):
    (term,) = (m.value for m in find_mentions(text, kinds=["term"]))
    assert (term.label, term.of) == ("killed", "32")


@pytest.mark.parametrize("word", ["sİx", "ſix", "sıx"])
def test_letters_that_only_look_like_those_of_a_number_word_count_nobody(word):
    assert find_mentions(f"The blaze killed {word} people.", kinds=["term"]) == ()


def test_the_dead_and_the_hurt_of_one_story_are_two_things():
    one = (
        "A mill fire in Ghent killed thirty-two people on 24 February. Doctors said sixty-two others had been injured."
    )
    two = "Thirty-two people died in a mill fire in Ghent on 24 February. Another 62 people were injured, doctors said."
    three = "A fire in Ghent killed twenty-nine people. Fifty-nine people were injured."
    four = "Twenty-nine people died in a fire in Ghent. 59 people were injured."
    for story in ((one, two), (one.replace("others", "other people"), two), (three, four)):
        assert found(*story, days=["2015-02-26"] * 2) == []


def test_ranks_in_different_fields_are_not_compared():
    first, second = Term.rank(1, of="size", among="world"), Term.rank(2, of="size", among="geonames:3017382")
    assert compare(first, second).relation is Relation.INCOMPARABLE
    assert compare(first, Term.rank(2, of="age", among="world")).relation is Relation.INCOMPARABLE
    assert compare(Term.rank(3), Term.rank(1, 21)).relation is Relation.INSIDE


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Four held after raid on Varnport depot", "Police arrested four men in a depot in Varnport on Monday."),
        ("Two dead in mill fire", "Two people were killed and three injured in a mill on Monday."),
        ("Five killed in two crashes", "Three people were killed near Lund and two people were killed near Ystad."),
        ("At least two killed in mill fire", "Three people were killed when a mill burned down on Monday."),
        ("Nordvik pays €3 billion for rival in €90 billion market", "Nordvik will pay €3 billion for Sundby, it said."),
        ("Clerk arrested over theft", "A clerk has been charged with theft from the museum in Varnport, police said."),
        ("New bridge opens", "The bridge cost €12 million, the city said."),
    ],
)
def test_headline_that_the_body_bears_out(headline, body):
    assert found(f"{headline}\n\n{body}") == []


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Two dead in mill fire", "Three people were killed and nine injured when a mill burned down on Monday."),
        ("Nordvik buys Sundby for €45 million", "Nordvik will pay €54 million for its rival Sundby, the firms said."),
        ("Clerk convicted of theft", "A clerk has been charged with theft from the museum in Varnport, police said."),
        ("Marlow Foods to axe 400 jobs", "Marlow Foods will shed 250 positions at its plant in Varnport by 2027."),
        ("Dairy to raise prices by 12 percent", "The dairy will raise the prices of its milk by 21 percent in May."),
    ],
)
def test_headline_that_the_body_contradicts(headline, body):
    assert found(f"{headline}\n\n{body}") == [("headline-mismatch", "error")]
