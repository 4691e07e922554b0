"""Twin sentences: what stands in the same place of the same words is one fact."""

from __future__ import annotations

import pytest

from factdiff import Source, check_consistency, find_mentions
from factdiff.align.compared_mentions import items_of
from factdiff.align.near_duplicates import NearDuplicates
from factdiff.context import Document
from factdiff.values.relation import RelationCache

WORDS = "Rescuers said on {day} that {count} people were pulled alive from the ruins of the mill in {town}."
REST = " Nine people were hurt elsewhere in Lyon on Friday, and three are in hospital."
BASE = {"day": "Tuesday", "count": "nine", "town": "Lyon"}


def story(**changed):
    texts = [WORDS.format(**BASE) + REST, WORDS.format(**{**BASE, **changed}) + REST]
    return check_consistency(
        [Source(text, id=id, published="2024-05-17") for id, text in zip("ab", texts, strict=True)]
    )


@pytest.mark.parametrize(
    ("changed", "check"),
    [
        ({"day": "Monday"}, "date-conflict"),
        ({"count": "12"}, "count-conflict"),
        ({"town": "Geneva"}, "place-conflict"),
    ],
)
def test_a_value_that_alone_differs_is_found_whatever_the_rest_says(changed, check):
    (finding,) = [f for f in story(**changed).findings if f.severity == "error"]
    assert finding.check == check
    assert {e.surface for e in finding.evidence if e.source == "b" and e.start < len(WORDS)} >= set(changed.values())


def test_the_same_value_in_other_words_is_none():
    assert story(count="9").ok
    assert story(day="May 14").ok


def test_a_short_sentence_is_told_by_the_one_before_it():
    before = "The council voted on Tuesday to mend the roads of the old town."
    texts = [
        f"{before} {own} Nothing else was decided."
        for own in ("They will get $2.5 million.", "They will get $9.5 million.")
    ]
    (finding,) = [f for f in check_consistency(texts).findings if f.severity != "info"]
    assert finding.check == "money-conflict"


def test_few_common_words_make_no_twins():
    report = check_consistency(["He left on Monday.", "He left on Tuesday at 9 p.m. for a tour of the provinces."])
    assert all(fact.why == () or fact.why[0].level != "sentence: twin" for fact in report.facts)


def test_the_twins_of_many_sources_are_one_fact():
    told = ("nine", "12", "nine", "12", "nine", "12", "nine")
    ends = (
        "The mill is older than the town hall and had stood empty for years.",
        "Rain had fallen for nights on end, and the cellars were full of water.",
        "It was cold, and the crews worked by the light of lamps from a circus.",
        "The roads to the valley were shut, so that help came late and on foot.",
        "Neighbours brought soup and blankets, and a priest rang the old bell.",
        "Fog rose from the river, and dogs were brought in from the next valley.",
        "All those who lived nearby had left, and the school served as a shelter.",
    )
    texts = [f"{WORDS.format(**{**BASE, 'count': count})} {end}" for count, end in zip(told, ends, strict=True)]
    report = check_consistency([Source(text, id=str(n), published="2024-05-17") for n, text in enumerate(texts)])
    (fact,) = [fact for fact in report.facts if fact.kind == "number"]
    assert [mention.surface for mention in fact.mentions] == list(told)
    assert fact.verdict == "conflicting"
    assert fact.outliers == ("1", "3", "5")


def test_links_of_twins_grow_with_the_sources():
    documents = [Document(source, find_mentions(source)) for source in sources(40)]
    items = {
        document: {item.index: item for item in items_of(documents) if item.document is document}
        for document in documents
    }
    assert len(NearDuplicates(items, RelationCache()).links) == 39 * 3


def sources(count):
    return [Source(WORDS.format(**BASE), id=f"{n:02}", published="2024-05-17") for n in range(count)]


def test_what_a_headline_and_its_text_say_is_one_fact():
    one = "Two dead after ferry sinks off Naxos\n\nTwo people died when a ferry sank off Naxos, divers said."
    two = "Five dead as ferry goes down off Naxos\n\nFive people died when the ferry sank off Naxos, sailors said."
    counts = [f for f in check_consistency([one, two]).findings if f.check == "count-conflict"]
    assert [len(f.evidence) for f in counts] == [4]
