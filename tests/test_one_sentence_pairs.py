"""Two texts of one sentence each: values that say one thing in two ways, and values that differ."""

from __future__ import annotations

import pytest

from factdiff import Source, check_consistency


def found(one, two, published):
    report = check_consistency([Source(one, published=published), Source(two, published=published)])
    return [finding.check for finding in report.findings]


@pytest.mark.parametrize(
    ("one", "two", "published"),
    [
        (
            "Customs held six women in Hull on June 11 over the smuggling of ivory.",
            "Customs held six women in Hull on June 11, 2024 over the smuggling of ivory.",
            "2024-12-02",
        ),
        (
            "The inquest into the death of pilot Ada Finch opens on Wednesday in Hull.",
            "The inquest into the death of pilot Ada Finch opens on June 12 in Hull.",
            "2024-06-10",
        ),
        (
            "A cyclist was hit in Hull between 6pm and 7pm on Monday, medics said.",
            "Medics said a cyclist was hit in Hull at 6pm on Monday.",
            "2024-06-12",
        ),
        ("The fund gave Rs 35L to weavers in Surat.", "The fund gave Rs 35 lakh to weavers in Surat.", "2024-06-12"),
        (
            "A scheme for Hull will cost £7 mil\u00adlion, the mayor said.",
            "A scheme for Hull will cost £7 million, the mayor said.",
            "2024-06-12",
        ),
    ],
)
def test_one_value_in_two_wordings_is_no_finding(one, two, published):
    assert found(one, two, published) == []


@pytest.mark.parametrize(
    ("one", "two", "published", "check"),
    [
        (
            "The envoy will see the rebels between 1 and 2 p.m. on Monday.",
            "The envoy will see the rebels between 5 and 6 p.m. on Monday.",
            "2024-06-12",
            "time-conflict",
        ),
        (
            "Deputy Prime Minister Ada Finch launched the ferry.",
            "The ferry was launched by Prime Minister Ada Finch.",
            "2024-06-12",
            "role-conflict",
        ),
        (
            "Deputy Health Minister Ada Finch launched the ferry.",
            "The ferry was launched by Health Minister Ada Finch.",
            "2024-06-12",
            "role-conflict",
        ),
        (
            "The two sisters, aged 5 and 7, were found safe in a barn in Hull.",
            "The two sisters, aged 5 and 8, were found safe in a barn in Hull.",
            "2024-06-12",
            "age-conflict",
        ),
        (
            "The audit of the harbour fund took four-and-a-half years, the clerk said.",
            "The audit of the harbour fund took five years, the clerk said.",
            "2024-06-12",
            "duration-conflict",
        ),
        (
            "The cellist Tove Brandvold, aged just 21, died in Narvik on Monday.",
            "The cellist Tove Brandvold died in Narvik on Monday, aged 31.",
            "2024-06-12",
            "age-conflict",
        ),
    ],
)
def test_two_values_are_a_conflict(one, two, published, check):
    assert found(one, two, published) == [check]
