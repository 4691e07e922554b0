"""Which values that agree are of one fact: by what supports them, and by their sentences where these decide."""

from __future__ import annotations

import pytest

from factdiff import Source, check_consistency
from factdiff.align.slots.explanation import BINS, COMPARED, LABELS, NAMES
from factdiff.align.support.support_levels import SUPPORT_LEVELS
from factdiff.levels import level_in_words

#: an article of more than eight sentences, of which each side of a story says the last few in its own words
LONG = (
    "The sluice at Harnby opened on Monday. Engineers had waited for the tide. Nobody was near the gates. "
    "The river fell by noon. Boats came back to the quay. Traders swept the mud away. Schools stayed open. "
    "A second tide came at night. "
)
ONE = LONG + "The repair of the northern gate cost £640,000, the harbour board said. It took nine men."
TWO = LONG.replace("Monday", "Monday, 13 May").replace("Boats came", "Small boats came") + (
    "The board has paid £640,000 for the repair of its northern gate. Nine swans were seen by the bridge."
)


def report(*texts):
    return check_consistency([Source(text, id=f"s{n}", published="2024-05-16") for n, text in enumerate(texts)])


def linked(found, *surfaces):
    return any(sorted(m.surface for m in fact.mentions) == sorted(surfaces) for fact in found.facts)


def test_a_sum_told_in_other_words_is_one_fact():
    assert linked(report(ONE, TWO), "£640,000", "£640,000")


def test_small_counts_of_unlike_things_are_not():
    assert not linked(report(ONE, TWO), "nine", "Nine")


def test_the_weights_of_a_fact_reach_its_threshold():
    facts = [fact for fact in report(ONE, TWO).facts if fact.why]
    assert any(level.level.startswith("support: ") for fact in facts for level in fact.why)
    for fact in facts:
        assert sum(level.weight for level in fact.why) >= fact.threshold - 1e-6


@pytest.mark.parametrize("level", SUPPORT_LEVELS)
def test_every_label_that_a_level_can_have_has_words(level):
    labels = BINS[level].labels if level in BINS else LABELS.get(level, COMPARED).values()
    told = [f"{NAMES.get(level, level)}: {label}" for label in labels]
    assert [found for found in told if level_in_words(found) == found] == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The hostel in Cork charges €45 a night. ", "The hostel in Cork charges €60 a month. "),
        ("The ferry takes €45 a person. ", "The ferry takes €45 a car. "),
        ("The ferry to Naxos takes €45 a person. ", "At Naxos the ferry takes €30 a car. "),
    ],
)
def test_prices_per_unlike_units_are_not_one_fact(one, two):
    found = report(one + "It opened in May.", two + "It opened in May.")
    assert not any(len(fact.mentions) > 1 for fact in found.facts if fact.kind == "money")


def test_a_range_and_a_time_in_it_do_not_bring_its_end_against_the_time():
    texts = (
        LONG + "Polls were open from 9:00 to 16:40 in the town hall.",
        LONG.replace("Monday", "Monday, 13 May")
        + "The town hall was searched at 10:30 a.m. (0930 GMT) while polls were open.",
        LONG.replace("Traders", "The traders") + "The polls in the town hall closed at 4:40 p.m. sharp.",
    )
    assert not [finding for finding in report(*texts).findings if finding.check == "time-conflict"]
