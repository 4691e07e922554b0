"""Slots: what two mentions are said of, whatever their values, and how unlike values are ranked by it."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdiff import Source
from factdiff.align.candidates.story_candidates import Candidates
from factdiff.align.slots.boosted_scores import ASKED
from factdiff.align.slots.explanation import BINS, COMPARED, LABELS, NAMES, explained, label, reasons
from factdiff.align.slots.rival_levels import RIVAL_LEVELS
from factdiff.align.slots.slot_contexts import slot_contexts
from factdiff.align.slots.slot_levels import SLOT_LEVELS
from factdiff.align.slots.slot_scores import NOTHING, same_slot, slot_scores
from factdiff.align.slots.step_functions import StepFunctions, slot_table
from factdiff.align.slots.unlike_pairs import ranked, unlike_pairs
from factdiff.align.slots.unlike_scores import UNLIKE_LEVELS, unlike_values
from factdiff.align.slots.value_levels import VALUE_LEVELS, value_levels
from factdiff.documents import read_documents
from factdiff.levels import level_in_words
from factdiff.testing.strategies import amounts, dates

STORY = {
    "a": "The trawler Vesla lost its propeller off Skagen on Monday. Rescuers took 14 of the crew to Skagen harbour by "
    "helicopter, the coastguard said. The Vesla is 38 metres long and was built in Gdansk.",
    "b": "All but two of the crew of the Vesla are safe. Rescuers took 19 of the crew to the harbour at Skagen by "
    "helicopter. Repairs to the propeller of the trawler will cost 2 million kroner.",
    "c": "Rescuers flew 14 of the crew of the trawler Vesla to Skagen harbour. In 2011 a storm sank 3 boats there.",
}


def blocks_of(story):
    documents = read_documents(*[[Source(text, id=id, published="2024-03-05") for id, text in story.items()]] * 2)
    candidates = Candidates.of(documents)
    return list(slot_scores(candidates))


def best(story):
    return list(ranked([pair for block in blocks_of(story) for pair in unlike_pairs(block)]))


def surfaces(pair):
    return {pair.a.mention.surface, pair.b.mention.surface}


def test_the_slip_stands_first_among_the_unlike_pairs():
    first = best(STORY)[0]
    assert surfaces(first) == {"14", "19"}


def test_no_item_stands_in_two_ranked_pairs():
    numbers = [item.number for pair in best(STORY) for item in (pair.a, pair.b)]
    assert len(numbers) == len(set(numbers))


def test_slot_scores_do_not_look_at_values():
    changed = {**STORY, "b": STORY["b"].replace("took 19", "took 71")}
    scores, others = (
        {(a.mention.start, b.mention.start): score for block in blocks_of(story) for a, b, score in block.pairs()}
        for story in (STORY, changed)
    )
    assert scores.keys() == others.keys()
    assert scores == pytest.approx(others)


def test_rival_levels_tell_that_a_value_stands_in_both_sources():
    both = {**STORY, "b": STORY["b"].replace("Repairs", "Rescuers had 14 of the crew taken to Skagen. Repairs")}
    told = RIVAL_LEVELS.index("agrees_there_high")

    def level(story):
        pairs = [pair for block in blocks_of(story) for pair in unlike_pairs(block)]
        return next(pair.levels[told] for pair in pairs if surfaces(pair) == {"14", "19"})

    assert level(both) > level(STORY) == NOTHING


@pytest.mark.parametrize("value", ["19", "41", "15", "140"])
def test_the_likely_pairs_are_those_of_all_that_the_trees_are_asked_about(value):
    def likely(pairs):
        return [(pair.a.number, pair.b.number, pair.levels, pair.score) for pair in pairs if pair.score > ASKED]

    blocks = blocks_of({**STORY, "b": STORY["b"].replace("took 19", f"took {value}")})
    every, first = ([pair for block in blocks for pair in unlike_pairs(block, likely=only)] for only in (False, True))
    assert likely(every) == likely(first)
    assert len(first) < len(every)


def test_the_person_beside_an_age_is_known_by_the_surname():
    texts = "Mara Lindt, 34, won. Then 29-year-old Otto Brandt fell. The winner is 34 years old, Mara Lindt said."
    (document,) = read_documents(*[[Source(texts, id="a")]] * 2)
    ages = {
        document.mentions[index].surface: context.person
        for index, context in document.cached(slot_contexts).items()
        if document.mentions[index].kind == "age"
    }
    assert ages["34"]
    assert ages["29-year-old"]
    assert ages["34"] != ages["29-year-old"]


@given(amounts(), amounts(), st.dates(), st.dates())
def test_value_levels_are_numbers_and_turn_with_their_values(a, b, one, two):
    here, there = value_levels(a, b, (one, two)), value_levels(b, a, (two, one))
    assert len(here) == len(VALUE_LEVELS)
    if a != b:
        assert here == there


@given(dates(), dates())
def test_value_levels_of_dates_have_their_names(a, b):
    levels = dict(zip(VALUE_LEVELS, value_levels(a, b, (None, None)), strict=True))
    assert levels["later_is_more"] == levels["days_between_sources"] == 0
    assert levels["days"] >= 0


def test_a_value_up_to_a_bound_has_its_weight():
    functions = StepFunctions(0.5, {"near": ((0.2, 0.4), (1.0, 2.0, 3.0))}, ("left", "near"))
    assert [functions.score((9, near)) for near in (0.0, 0.2, 0.3, 0.4, 0.41)] == [1.5, 1.5, 2.5, 2.5, 3.5]


def shipped():
    return [(same_slot().steps, SLOT_LEVELS), (unlike_values().steps, UNLIKE_LEVELS)]


@pytest.mark.parametrize(("functions", "levels"), shipped())
def test_the_shipped_functions_have_known_levels_and_rising_bounds(functions, levels):
    assert functions.levels == levels
    assert functions.steps
    for name, (bounds, weights) in functions.steps.items():
        assert name in levels
        assert list(bounds) == sorted(set(bounds))
        assert len(weights) == len(bounds) + 1


def test_the_shipped_file_names_no_level_that_is_not_computed():
    path = files("factdiff.align.slots").joinpath("slot_thresholds_and_weights.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(table["same_slot"]) <= {"prior", *SLOT_LEVELS}
    assert set(table["unlike"]) <= {"prior", *UNLIKE_LEVELS}
    assert table["threshold"]["suspect"] < table["threshold"]["finding"]


def test_the_page_on_accuracy_has_the_figures_of_the_shipped_file():
    page = (Path(__file__).parent.parent / "docs" / "accuracy.md").read_text(encoding="utf-8")
    *by_rate, among_ten = slot_table()["figures"].values()
    assert "| errors found | " + " | ".join(f"{share} %" for share in by_rate) + " |" in page
    assert f"{among_ten} % stand among the ten likeliest pairs" in page


def test_explained_levels_have_words_and_add_up():
    for pair in best(STORY)[:3]:
        levels = explained(pair)
        assert sum(level.weight for level in levels) + unlike_values().prior == pytest.approx(pair.score)
        assert [level.level for level in levels if level_in_words(level.level) == level.level] == []


def labels_of(level):
    return BINS[level].labels if level in BINS else LABELS.get(level, COMPARED).values()


@pytest.mark.parametrize("level", UNLIKE_LEVELS)
def test_every_label_that_a_level_can_have_has_words(level):
    told = [f"{NAMES.get(level, level)}: {found}" for found in labels_of(level)]
    assert [found for found in told if level_in_words(found) == found] == []


def test_every_level_of_the_story_has_one_of_its_labels():
    for pair in [pair for block in blocks_of(STORY) for pair in unlike_pairs(block)]:
        for level, value in zip(UNLIKE_LEVELS, pair.levels, strict=True):
            assert label(level, value) in labels_of(level), level


def test_counts_of_one_noun_tell_it_first():
    without_noun = {**STORY, "b": STORY["b"].replace("19 of the crew", "19")}
    told, other = (
        [level.level for pair in best(story) if surfaces(pair) == {"14", "19"} for level in reasons(pair)]
        for story in (STORY, without_noun)
    )
    assert told[0] == "head noun: crew"
    assert not any(level.startswith("head noun") for level in other)
