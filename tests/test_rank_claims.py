"""Ranks of one thing in two articles: pairs that must be told apart from a note, and pairs that must yield nothing."""

from __future__ import annotations

import pytest

from factdiff import Source, check_consistency

DAY = "2024-03-06"
#: sentences that make an article of a text, and have no words in common but for small ones
BODIES = (
    "Clouds hung low all day. Buses were late again. Shops shut early there. Dogs barked at them. Gulls cried out. "
    "Bells rang in towers. Boats rocked in harbours. Lamps were lit early. Children went home. Nobody was about.",
    "Snow lay deep in lanes. Trams stood still then. Bakers slept too long. Cats hid in barns. Crows called often. "
    "Drums beat in halls. Carts rolled over stones. Fires glowed in stoves. Farmers stayed inside. Roads were empty.",
)


def serious(check, *texts, published=(DAY, DAY)):
    sources = [
        Source(f"{text}\n\n{body}", id=id, published=day)
        for text, body, id, day in zip(texts, BODIES, "ab", published, strict=True)
    ]
    found = [f for f in check_consistency(sources).findings if f.check == check and f.severity != "info"]
    return [sorted(e.surface for e in f.evidence) for f in found]


@pytest.mark.parametrize(
    ("one", "two", "surfaces"),
    [
        (
            "The blast shook Orvik at noon. It was the company's third try this spring.",
            "A rocket of Norvane fell into the sea. It was its fourth attempt, the firm said.",
            ["fourth", "third"],
        ),
        (
            "A goods train left the rails at Pelham. It was the second derailment on the line this year.",
            "Eleven coal wagons overturned. The derailment is the third of 2024, the union said.",
            ["second", "third"],
        ),
        (
            "Teachers in Millbrook walked out on Monday. The walkout was the third in the district's history.",
            "Schools stayed shut. This is only the second strike that Millbrook has ever seen.",
            ["second", "third"],
        ),
        (
            "The bank of Lurania made its tenth cut since the easing began.",
            "The bank of Lurania cut its rate for the eighth time in this cycle.",
            None,  # "since" is another scope than none, but ten and eight are of one thing
        ),
        (
            "A film about a lighthouse won at the 20th Carrick Atlantic Film Festival.",
            "The 21st Carrick Atlantic Film Festival gave its prize to a film about a lighthouse.",
            ["20th", "21st"],
        ),
        (
            "Talvik, fourth of 11 creameries in the yearly milk price review, wants a partner.",
            "Talvik rose from seventh to third in the yearly milk price review, which ranks 11 creameries.",
            ["fourth", "third"],
        ),
        (
            "This is the fourth crash of a navy aircraft this year.",
            "It was the third navy aircraft lost in 2024.",
            ["fourth", "third"],
        ),
    ],
)
def test_unlike_places_in_one_row_are_more_than_a_note(one, two, surfaces):
    found = serious("ordinal-conflict", one, two)
    assert found == [surfaces] if surfaces else len(found) == 1


@pytest.mark.parametrize(
    ("one", "two", "surfaces"),
    [
        (
            "The company, founded in 2006, is the second-largest seller of organic baby food.",
            "Sales were up and the brand ranks third in organic baby food.",
            ["second-largest", "third"],
        ),
        (
            "It was the third-highest award made by the board this year.",
            "The award is the board's second largest of 2024.",
            ["second largest", "third-highest"],
        ),
        (
            "The old bridge, the second-longest in the region, fell at dawn.",
            "The viaduct at Fosso, the third-longest of the region, came down.",
            ["second-longest", "third-longest"],
        ),
        (
            "The agency fined the driller. The fine is the third-largest it has imposed.",
            "It is the second-biggest fine of its kind.",
            ["second-biggest", "third-largest"],
        ),
    ],
)
def test_unlike_ranks_by_one_measure_are_found(one, two, surfaces):
    assert serious("rank-conflict", one, two) == [surfaces]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(
            "Police said a second man was shot in Elm Street.",
            "A third man was shot there, said police, who closed Elm Street for an hour.",
            id="persons that a story counts through",
        ),
        pytest.param(
            "The jury heard the pathologist on the second day of the Furlong trial.",
            "Furlong was cleared on the 5th day of the trial.",
            id="days of one trial",
        ),
        pytest.param(
            "This is only the third emergency patch in the last three years.",
            "It is only the second time in 18 months that an emergency patch was needed.",
            id="spans of unlike length",
        ),
        pytest.param(
            "It was the third outbreak since 2015 in Kisuma.",
            "Cholera came back to Kisuma in June. It was the second outbreak there since 2020.",
            id="since",
        ),
        pytest.param(
            "Iberia's second-largest telecoms group took over Luzcom.",
            "Telibra is Spain's third-biggest telecoms group.",
            id="owners",
        ),
        pytest.param(
            "It was his third album.",
            "Red Clay is the singer's second film.",
            id="nouns that are used of unlike things",
        ),
        pytest.param(
            "Hehir fell on the third count in Ennis.", "Hehir conceded after the fifth count in Ennis.", id="counts"
        ),
        pytest.param(
            "The 12th Lurania Cup begins today. It is the first final that Talvik plays.",
            "Talvik plays the second final of its history.",
            id="first is said of many things",
        ),
        pytest.param(
            "It was the fourth case this year in the cluster and the hundredth in the country.",
            "It was the hundredth case this year, the ministry said.",
            id="a source that gives both",
        ),
    ],
)
def test_ranks_that_may_be_of_unlike_things_are_at_most_notes(one, two):
    assert not serious("ordinal-conflict", one, two)
    assert not serious("rank-conflict", one, two)


def test_days_in_a_row_are_more_on_the_next_day():
    unlike = (
        "Riots overtook Orvik for the sixth straight day.",
        "Vigils were held in Orvik on the seventh straight day.",
    )
    assert serious("ordinal-conflict", *unlike) == [["seventh", "sixth"]]
    assert not serious("ordinal-conflict", *unlike, published=("2024-03-06", "2024-03-07"))
