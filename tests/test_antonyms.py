"""Opposites: a word that one source says and another says the opposite of, in sentences that are nearly the same."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from factdiff import Source, check_consistency
from factdiff.context import Document, antonyms
from factdiff.language import load

REST = " Nine people work at the mill. It stands on the quay. Ships bring the grain."


def found(*texts, rest=""):
    sources = [Source(text + rest, id=id) for text, id in zip(texts, "abc", strict=False)]
    findings = [f for f in check_consistency(sources).findings if f.check == "polarity-conflict"]
    return [{e.source: e.surface for e in f.evidence} for f in findings]


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        (
            "Shares in the Bergen brewer rose sharply after the merger talks.",
            "Shares in the Bergen brewer tumbled sharply after the merger talks.",
            {"a": "rose", "b": "tumbled"},
        ),
        (
            "The port secretly sold the cranes to a Danish dealer.",
            "The port publicly sold the cranes to a Danish dealer.",
            {"a": "secretly", "b": "publicly"},
        ),
        (
            "The council will include a voluntary fee in the bill for the harbour baths.",
            "The council will include a mandatory fee in the bill for the harbour baths.",
            {"a": "voluntary", "b": "mandatory"},
        ),
        (
            "The crew made a controlled landing on the ice of the lake.",
            "The crew made an uncontrolled landing on the ice of the lake.",
            {"a": "controlled", "b": "uncontrolled"},
        ),
    ],
)
@pytest.mark.parametrize("rest", ["", REST])
def test_an_opposite_is_found_in_claims_and_in_articles(one, two, words, rest):
    assert found(one, two, rest=rest) == [words]
    assert found(two, one, rest=rest) == [dict(zip("ba", words.values(), strict=True))]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The shares of the brewer rose on 3 May in Oslo.", "The shares of the brewer fell on 4 May in Oslo."),
        ("The brewer opened a bar in Oslo.", "The baker closed a shop in Bergen after the fire."),
        ("Prices of grain rose and prices of malt fell.", "Prices of grain fell and prices of malt rose."),
        ("The mill did not open its doors to the public.", "The mill closed its doors to the public."),
        ("Leeds won the final against York.", "York lost the final against Leeds."),
        ("Ada Quist bought the mill from Ruth Boyle.", "Ruth Boyle sold the mill to Ada Quist."),
        ("The state ended its ban on ferries to the isle.", "The state allowed ferries to the isle."),
    ],
)
def test_other_days_other_things_and_two_sides_of_one_event_are_no_contradiction(one, two):
    assert found(one, two) == []


def test_a_source_that_says_both_settles_nothing():
    both = "Shares in the Bergen brewer rose at noon. Shares in the Bergen brewer fell again." + REST
    assert found(both, "Shares in the Bergen brewer fell at noon." + REST) == []


def test_an_article_is_not_held_against_what_may_be():
    one, two = "The mill may soon open a large shop on the quay.", "The mill runs a small shop on the quay."
    assert found(one, two, rest=REST) == []


def test_every_source_with_the_opposite_is_shown_once():
    fell = "Shares in the Bergen brewer fell sharply after the merger talks."
    (words,) = found(fell, fell.replace("fell", "rose"), fell + " It was late.")
    assert words == {"a": "fell", "b": "rose", "c": "fell"}


def test_no_word_belongs_to_two_matters():
    table = tomllib.loads(files("factdiff.languages.en.clauses").joinpath("antonyms.toml").read_text(encoding="utf-8"))
    prefixed, lexicon = table.pop("prefixed"), load("en").lexicon
    sides = [(word, matter, side) for matter, some in table.items() for side, words in some.items() for word in words]
    for prefix, words in prefixed.items():
        sides += [(form, word, side) for word in words for form, side in ((word, "one"), (prefix + word, "other"))]
    homes: dict[str, set[tuple[str, str]]] = {}
    for word, matter, side in sides:
        assert word not in lexicon.stop, word
        homes.setdefault(lexicon.lemma(word), set()).add((matter, side))
    assert [stem for stem, places in homes.items() if len(places) > 1] == []


def test_the_words_of_a_source_are_known_by_matter_and_side():
    assert set(antonyms(Document(Source("Prices fell. The young and the old came."), ()))) == {("course", -1)}
