"""Verdicts: what is conflicting has a finding, what is explained has none, and what only may agree is not agreed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from factdiff import Source, check_consistency, check_draft
from factdiff.testing.strategies import stories
from labelled import stories as labelled

LABELLED = list(labelled())


def silent(report):
    told = {finding.fact for finding in report.findings}
    return [fact for fact in report.facts if fact.verdict == "conflicting" and fact.id not in told]


def verdicts(report, kind):
    return {fact.verdict for fact in report.facts if fact.kind == kind and len({m.source for m in fact.mentions}) > 1}


def sourced(*texts, published=("2024-01-02",)):
    days = published * len(texts) if len(published) == 1 else published
    return [Source(text, id=id, published=day) for id, text, day in zip("abcdef", texts, days, strict=False)]


@pytest.mark.parametrize("part", range(8))
def test_whatever_is_called_conflicting_has_a_finding(part):
    for id, sources in LABELLED[part::8]:
        assert not silent(check_consistency(sources)), id


@settings(max_examples=40)
@given(stories())
def test_whatever_is_called_conflicting_in_any_story_has_a_finding(story):
    assert not silent(check_consistency(story))


AGE = "Ana Duarte, {}, opened the new harbour bridge in Setúbal on Monday with a short speech."


@pytest.mark.parametrize(
    ("ages", "published", "found"),
    [
        ((61, 62), ("2024-01-02", "2024-01-02"), True),
        ((61, 62), ("2024-01-02", "2024-01-06"), False),
        ((61, 62), (None, None), False),
        ((61, 63), ("2024-01-02", "2024-01-06"), True),
    ],
)
def test_a_birthday_needs_days_between(ages, published, found):
    report = check_consistency(sourced(*map(AGE.format, ages), published=published))
    assert ("age-conflict" in {f.check for f in report.findings}) is found
    assert not silent(report)


def test_the_dead_have_no_birthday():
    texts = [f"Ana Duarte, the engineer, died in Setúbal on Monday aged {age}, her son said." for age in (81, 82)]
    report = check_consistency(sourced(*texts, published=("2024-01-02", "2024-01-05")))
    assert [f.check for f in report.findings] == ["age-conflict"]


def test_a_draft_that_gives_another_age_than_four_sources_is_told():
    draft, *others = sourced(AGE.format(62), *[AGE.format(61)] * 4)
    report = check_draft(draft, others)
    assert [f.check for f in report.findings if f.severity == "error"] == ["age-conflict"]


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (
            (
                "Leo Arnaud has won eleven caps for Belgium and moved to Lens in May.",
                "Leo Arnaud played eleven matches for Lens last season, the Belgium coach said in May.",
            ),
            "number",
        ),
        (
            (
                "Sales at the chain were 8 percent up in the third quarter.",
                "Sales at the chain were 8 per cent down in the third quarter.",
            ),
            "percent",
        ),
        (("The fee for the striker is £30m plus £5m in bonuses.", "The fee for the striker is £50m."), "money"),
        (
            (
                "Leo Arnaud will wear the number eleven shirt at Lens.",
                "Leo Arnaud scored eleven goals at Lens.",
            ),
            "number",
        ),
    ],
)
def test_what_may_be_another_thing_is_not_agreed(texts, kind):
    assert "agreed" not in verdicts(check_consistency(sourced(*texts)), kind)


def test_the_same_thing_in_other_words_is_agreed():
    texts = ("Nine firms in Leeds were fined on Monday.", "On Monday 9 firms in Leeds were fined.")
    assert verdicts(check_consistency(sourced(*texts)), "number") == {"agreed"}


def test_an_earlier_period_in_brackets_is_not_compared():
    """Results give the figure of the year before in brackets; neither it nor its year contradicts anything."""
    texts = (
        "Brakke Shipping made a profit of £19.6 million in Britain in 2021 (2020: £14 million), its accounts show.",
        "Brakke Shipping made a profit of £19.6 million in Britain last year, its accounts show.",
    )
    report = check_consistency(sourced(*texts, published=("2022-03-02",)))
    assert not report.findings
    assert {fact.verdict for fact in report.facts if any(m.surface == "2020" for m in fact.mentions)} == {
        "single-source"
    }


def test_a_count_without_a_toll_in_its_words_is_one_of_the_toll_of_its_fact():
    texts = (
        "Four people were killed when the grain silo in Harlow Bend burst on Thursday, the sheriff said.",
        "When the grain silo in Harlow Bend burst on Thursday, she was one of the four who did not come out.",
        "The grain silo in Harlow Bend burst on Thursday, killing five people, the sheriff said.",
    )
    report = check_consistency(sourced(*texts, published=("2024-01-02", "2024-01-02", "2024-01-05")))
    assert "conflicting" not in verdicts(report, "number")
    assert "count-conflict" not in {finding.check for finding in report.findings}
