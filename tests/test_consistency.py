"""What users ask for first, and what must hold for any story."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from attrs import evolve

from factdiff import Source, check_consistency
from factdiff.reader import read_folder

FIXTURES = Path(__file__).parent.parent / "fixtures"


def serious(report):
    return [(f.check, f.severity) for f in report.findings if f.severity != "info"]


@pytest.mark.parametrize(
    ("texts", "finding"),
    [
        (
            ("The missile was fired at Kyiv on January 2, 2023.", "The missile was fired at Kyiv on January 2, 2024."),
            ("date-conflict", "error"),
        ),
        (("It happened on January 2, 2023.", "It happened on January 2, 2024."), ("date-conflict", "error")),
        (
            ("These rockets have a range of 900km.", "They have a range of 500 miles."),
            ("quantity-conflict", "error"),
        ),
        (
            ("Russia seeks short-range ballistic missiles.", "Russia seeks close-range ballistic missiles."),
            ("term-conflict", "warning"),
        ),
    ],
)
def test_disagreement_of_two_sentences_is_one_finding(texts, finding):
    assert serious(check_consistency(texts)) == [finding]
    assert serious(check_consistency(texts[::-1])) == [finding]


@pytest.mark.parametrize(
    "texts",
    [
        ("The missile has a range of 900 km.", "The missile has a range of 560 miles."),
        ("900 km", "560 miles"),
        ("It was fired on January 2, 2024.", "It was fired on 2 Jan 2024."),
        ("January 2, 2024", "2 Jan 2024"),
        ("Shells fell on Kiev.", "Shells fell on Kyiv."),
        ("Kiev", "Kyiv"),
        ("North Korea sent more than 1,000 containers of munitions.", "One person was hurt by the munitions."),
        ("The watches were worth about €2.5 million.", "The watches were worth 2.5 million euros."),
    ],
)
def test_agreement_in_other_words_is_no_finding(texts):
    assert serious(check_consistency(texts)) == []


def stories():
    return sorted(path.parent.name for path in FIXTURES.glob("*/sources.toml"))


def content(report):
    return report.to_dict() | {"sources": None}


@pytest.mark.parametrize("story", stories())
def test_order_of_the_sources_does_not_matter(story):
    sources = read_folder(FIXTURES / story)
    reports = [check_consistency(list(order)).to_dict() for order in list(permutations(sources))[::7]]
    assert all(report == reports[0] for report in reports)


@pytest.mark.parametrize("story", stories())
def test_copies_of_a_source_do_not_contradict_each_other(story):
    for source in read_folder(FIXTURES / story):
        alone = check_consistency([source])
        copies = check_consistency([source, evolve(source, id="copy"), evolve(source, id="copy two")])
        assert all(len({e.source for e in f.evidence}) == 1 for f in copies.findings)
        assert [(f.check, f.severity) for f in copies.findings] == [(f.check, f.severity) for f in alone.findings]
        assert len(copies.mentions) == 3 * len(alone.mentions)
        assert sum(len(fact.mentions) for fact in copies.facts) == len(copies.mentions)


@pytest.mark.parametrize("story", stories())
def test_a_copy_of_a_source_adds_no_contradiction(story):
    sources = read_folder(FIXTURES / story)
    before = check_consistency(sources)
    after = check_consistency([*sources, evolve(sources[0], id="copy")])
    assert {(f.check, f.severity) for f in after.findings} == {(f.check, f.severity) for f in before.findings}


def test_sources_of_another_story_add_no_finding():
    ferry, budget = read_folder(FIXTURES / "ferry"), read_folder(FIXTURES / "budget")
    together = check_consistency([*ferry, *budget])
    assert serious(together) == []


def test_one_source_is_checked_for_its_own_errors():
    report = check_consistency(["The council met on Tuesday (January 2, 2023)."])
    assert [f.check for f in report.findings] == ["weekday-mismatch"]


def test_publication_date_is_read_from_the_text():
    text = "Missiles fired\n\nJan 4, 2024. Posted by Harbour Post\n\nThe missiles were fired on Tuesday."
    sources = check_consistency([text, Source("Nothing else.", published="2024-01-05")]).to_dict()["sources"]
    assert [(s["published"], s["published_from"]) for s in sources] == [("2024-01-04", "text"), ("2024-01-05", "given")]


def test_a_later_higher_toll_is_an_update():
    texts = ["The fire killed nine people in the hotel.", "The fire killed 12 people in the hotel."]
    days = ["2024-02-08", "2024-02-09"]
    later = check_consistency([Source(t, published=d) for t, d in zip(texts, days, strict=True)])
    assert serious(later) == []
    assert [f.verdict for f in later.facts if len(f.mentions) == 2] == ["updated"]
    same_day = check_consistency([Source(t, published=days[0]) for t in texts])
    assert serious(same_day) == [("count-conflict", "error")]


def test_outlier_is_named_against_the_others():
    texts = {
        "a": "The fire in the depot injured eight firefighters.",
        "b": "Eight firefighters were injured in the depot fire.",
        "c": "In the fire in the depot 18 firefighters were injured.",
    }
    report = check_consistency([Source(text, id=id) for id, text in texts.items()])
    (finding,) = report.findings
    fact = next(fact for fact in report.facts if fact.id == finding.fact)
    assert fact.outliers == ("c",)
    assert str(fact.consensus) == "8 firefighters"
    assert fact.verdict == "conflicting"
    assert [(e.source, e.side) for e in finding.evidence] == [("c", "A"), ("a", "B"), ("b", "B")]
    assert sum(level.weight for level in fact.why) > 0


def test_undated_source_is_read_by_the_days_of_the_others():
    dated = [
        Source("The shells fell on Kyiv on January 2.", id="a", published="2024-01-04"),
        Source("The shells fell on Kyiv on Tuesday.", id="b", published="2024-01-06"),
    ]
    right = check_consistency([*dated, Source("The shells fell on Kyiv on Tuesday.", id="c")])
    wrong = check_consistency([*dated, Source("The shells fell on Kyiv on Wednesday.", id="c")])
    open_one = check_consistency([*dated, Source("The shells fell on Kyiv on Friday.", id="c")])
    assert serious(right) == serious(open_one) == []
    assert serious(wrong) == [("date-conflict", "error")]
    assert [s["published_from"] for s in right.to_dict()["sources"]] == ["given", "given", "story"]


def test_days_that_begin_at_one_moment_are_told_apart():
    def day(published):
        (mention, *_) = check_consistency([Source("It rained yesterday.", published=published)]).mentions
        return str(mention.value)

    assert [day("2024-01-04T23:30:00+00:00"), day("2024-01-05T00:30:00+01:00")] == ["2024-01-03", "2024-01-04"]


def test_a_year_that_its_own_source_belies_is_found():
    text = "The missiles fell on Tuesday (January 2, {}), the air force said. Nobody was hurt."
    wrong, right = (check_consistency([Source(text.format(y), id="a", published="2024-01-06")]) for y in (2023, 2024))
    assert serious(wrong) == [("date-conflict", "error"), ("weekday-mismatch", "error")]
    assert serious(right) == []
