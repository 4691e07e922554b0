"""Denials: a "not" that one source has and another lacks, in sentences that are nearly the same."""

from __future__ import annotations

import pytest

from factdiff import Source, check_consistency

REST = " Nine people work at the mill."


def found(*texts, rest=REST):
    sources = [Source(text + rest, id=id) for text, id in zip(texts, "abc", strict=False)]
    findings = [f for f in check_consistency(sources).findings if f.check == "polarity-conflict"]
    return [{e.source: e.surface for e in f.evidence} for f in findings]


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        (
            "The old quay was known as a meeting place of smugglers.",
            "The old quay was not known as a meeting place of smugglers.",
            {"a": "known", "b": "was not known"},
        ),
        (
            "Inspectors have closed the mill in Leeds, the owner said.",
            "Inspectors haven't closed the mill in Leeds, the owner said.",
            {"a": "closed", "b": "haven't closed"},
        ),
        (
            "The council will sell the harbour baths to a Danish firm, which never ran a pool.",
            "The council will not sell the harbour baths to a Danish firm.",
            {"a": "sell", "b": "will not sell"},
        ),
        (
            "The ministry, which has not found a cause, has launched an inquiry into the outage.",
            "The ministry, which has found no cause, has not launched an inquiry into the outage.",
            {"a": "launched", "b": "has not launched"},
        ),
        (
            "The council sold the harbour baths to a Danish firm.",
            "The council failed to sell the harbour baths to a Danish firm.",
            {"a": "sold", "b": "failed to sell"},
        ),
        (
            "The owners and the crew reached a deal on the mill in Leeds.",
            "After a night of talks no deal had been reached by the owners and the crew of the mill in Leeds.",
            {"a": "reached", "b": "no deal had been reached"},
        ),
        (
            "The mayor plans to sell the quay and the baths.",
            "Nor did the mayor plan to sell the quay and the baths.",
            {"a": "plans", "b": "Nor did the mayor plan"},
        ),
        (
            "The old mill is a landmark of the port of Leeds.",
            "The old mill is not a landmark of the port of Leeds.",
            {"a": "landmark", "b": "is not a landmark"},
        ),
        (
            "She signed her first lease in 2014.",
            "Ada Quist did not sign her first lease in 2014.",
            {"a": "signed", "b": "did not sign"},
        ),
    ],
)
def test_a_lost_not_is_found(one, two, words):
    assert found(one, two) == [words]
    assert found(two, one) == [dict(zip("ba", words.values(), strict=True))]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The baths were closed on 3 May by the council.", "The baths were not closed on 4 May by the council."),
        ("The ministry found no cause of the outage.", "The ministry did not find any cause of the outage."),
        ("The mayor failed to sign the lease of the mill.", "The mayor did not sign the lease of the mill."),
        ("The mayor did not only sign the lease of the mill.", "The mayor signed the lease of the mill."),
        ("The mill was not sold until the mayor signed.", "The mill was sold when the mayor signed."),
        ("The mayor could sign the lease of the mill today.", "The mayor did not sign the lease of the mill today."),
        ("There is no doubt that the mayor has signed the lease.", "The mayor has signed the lease of the mill."),
        ("The mill was part of the port of Leeds.", "The mill is not currently part of the port of Leeds."),
        ("The results of a blood test were not released.", "The driver was released on bail after a blood test."),
        ("Ada Quist did not play in the win over York.", "The play of Ruth Boyle inspired Leeds to a win over York."),
        ("The quay was not known as a meeting place.", "The quay was not known as a meeting place of smugglers."),
    ],
)  # fmt: skip
def test_other_days_other_words_for_not_and_other_things_are_no_contradiction(one, two):
    assert found(one, two) == []


def test_a_source_that_says_both_settles_nothing():
    both = "The mayor did not sign the lease of the mill in May. She signed the lease of the mill in June."
    assert found(both, "The mayor signed the lease of the mill.") == []
    both = "The mayor did not sign the lease of the mill in May, and then signed the lease of the mill in June."
    assert found(both, "The mayor signed the lease of the mill.") == []


def test_all_who_say_so_are_shown_and_each_denial_once():
    said = "The mayor signed the lease of the mill on the quay."
    (words,) = found(said, "The mayor did not sign the lease of the mill on the quay.", said + " It was late.")
    assert words == {"a": "signed", "b": "did not sign", "c": "signed"}
