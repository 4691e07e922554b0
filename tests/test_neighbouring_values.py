"""What is told around a mention: the values of its sentence and of those beside it, its neighbours and its day."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdiff import Source
from factdiff.align.comparison.neighbouring_values import (
    both_long_past,
    document_values,
    same_days,
    same_neighbour,
    told_values,
    value_similarity,
)
from factdiff.documents import read_documents

TEXT = (
    "Rescuers took 14 of the crew to Skagen on 3 March.\n\nThe blast killed 4 people and hurt 27 at noon. "
    "A fire there in 2011 killed 9 workers."
)


def document(text, published="2024-03-05"):
    sources = [Source(text, id="a", published=published)]
    return read_documents(sources, sources)[0]


def around(text, surface, published="2024-03-05"):
    found = document(text, published)
    index = next(n for n, m in enumerate(found.mentions) if m.surface == surface)
    return found.cached(document_values).around[index]


def keys(text):
    return frozenset(chain.from_iterable(document(text).cached(document_values).by_sentence))


def test_neighbours_are_those_of_the_sentence():
    four = around(TEXT, "4")
    assert four.before is None
    kind, behind = four.behind
    assert kind == "number"
    assert frozenset(behind) == keys("27 came.")


def test_the_passage_holds_the_sentences_beside():
    four = around(TEXT, "4")
    assert four.sentence < four.passage
    assert keys("14 came.") <= four.passage
    assert keys("14 came.").isdisjoint(four.sentence)


def test_a_value_is_not_among_those_around_it():
    assert keys("14 came.").isdisjoint(around(TEXT, "14").passage - around(TEXT, "14").sentence)


def test_the_day_is_that_of_the_sentence_or_the_last_one_before():
    assert around(TEXT, "14").day == (date(2024, 3, 3), date(2024, 3, 3))
    assert around(TEXT, "4").day == (date(2024, 3, 3), date(2024, 3, 3))
    assert around(TEXT, "9").day == (date(2011, 1, 1), date(2011, 12, 31))


@pytest.mark.parametrize(("surface", "past"), [("14", False), ("4", None), ("9", True)])
def test_only_a_day_of_the_sentence_makes_it_long_past(surface, past):
    assert around(TEXT, surface).long_past is past


def test_without_a_day_of_publication_nothing_is_long_past():
    assert around("A fire in 2011 killed 9 workers.", "9", published=None).long_past is None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("It fell 300 ft.", "It fell 92 metres."), ("about a thousand people", "1,000 people"),
        ("It began at 4:30 p.m.", "It began at half past four in the afternoon."),
        ("on 3 March 2024", "on March 3, 2024"),
        ("Ana Duarte spoke.", "Mayor Duarte spoke."), ("It cost £1.2 million.", "It cost £1,210,000."),
    ],
)  # fmt: skip
def test_values_that_agree_share_a_key(one, two):
    assert keys(one) & keys(two)


@given(st.integers(5, 10**9), st.floats(1.1, 50))
def test_amounts_far_apart_share_no_key(figure, factor):
    assert keys(f"The mill sold {figure:,} bags.").isdisjoint(
        keys(f"The mill sold {round(figure * factor + 1):,} bags.")
    )


def test_similarity_is_symmetrical_and_higher_for_rare_values():
    story = [document(TEXT), document("4 people died and 27 were hurt. 4 were flown out. 4 walked.")]
    similarity = value_similarity(story)
    one, two = keys("4 and 27"), keys("4 and 14")
    assert similarity(one, two) == similarity(two, one)
    assert similarity(one, one) == pytest.approx(1.0)
    assert similarity(keys("27 and 9"), keys("27 and 14")) > similarity(keys("4 and 9"), keys("4 and 14"))
    assert similarity(one, frozenset()) == 0.0


def test_neighbours_compare_by_kind_and_value():
    told = told_values(document("4 came, 5 left, 4 ran at 10:30."))
    values = [value.neighbour for sentence in told for value in sentence]
    four, five, again, time = values
    assert [same_neighbour(four, x) for x in (again, five, time, None)] == [1, -1, -2, 0]


@given(st.dates(), st.integers(0, 400), st.dates(), st.integers(0, 400))
def test_days_compare_in_both_directions(one, length, two, other):
    spans = [
        (day, date.fromordinal(min(day.toordinal() + n, date.max.toordinal())))
        for day, n in ((one, length), (two, other))
    ]
    assert same_days(*spans) == same_days(*reversed(spans)) != 0
    assert same_days(spans[0], spans[0]) == 1
    assert same_days(spans[0], None) == 0


def test_what_is_long_past_beside_what_is_not():
    flags = (True, False, None)
    assert [[both_long_past(one, two) for two in flags] for one in flags] == [[1, -1, -1], [-1, 0, 0], [-1, 0, 0]]
