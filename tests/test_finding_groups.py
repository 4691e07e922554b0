"""One slip is told once: findings that rest on one doubtful word go together where people read them."""

from __future__ import annotations

import json
import re
from itertools import chain
from pathlib import Path

import pytest

from factdiff import Source
from factdiff import check_consistency as check
from factdiff.reader import read_folder
from factdiff.records import Evidence, Finding
from factdiff.reports._finding_groups import finding_groups
from factdiff.values.recorded import recorded

FIXTURES = Path(__file__).parent.parent / "fixtures"


def report(*texts, day="2024-05-07"):
    return check([Source(text, id=f"s{n}", published=day) for n, text in enumerate(texts)])


def grouped(*texts, day="2024-05-07"):
    return [[finding.check for finding in group.findings] for group in finding_groups(report(*texts, day=day).findings)]


YEAR = (
    "The chapel in Aalborg burned down on Friday (May 3, 2023), the fire service said.",
    "The old chapel in Aalborg burned to the ground on May 3, 2024. Nobody was hurt, the fire service said.",
    "Fire destroyed a chapel in Aalborg on Friday. The chapel burned down in two hours on May 3, 2024.",
)
WEEKDAY = (
    "The chapel burned down on Monday, May 3, 2024, the fire service said.",
    "The chapel burned down on May 2, 2024, the fire service said.",
    "The chapel burned down on May 2, 2024, the fire service said. It was old.",
)
CONVERSION = (
    "The tunnel under the strait is 40km (31 miles) long, the builder said.",
    "The tunnel under the strait is 50km long, the builder said.",
    "The tunnel under the strait has a length of 50 km, the builder said on Monday.",
)
QUOTED = (
    "“We lost 54 boats in one night,” harbour master Ana Duarte said.",
    "“We lost 45 boats in one night,” harbour master Ana Duarte said.",
    "Harbour master Ana Duarte said: “We lost 45 boats in one night.” She was tired.",
)
ONE_SLIP = {
    YEAR: ["date-conflict", "date-conflict", "weekday-mismatch"],
    WEEKDAY: ["date-conflict", "weekday-mismatch"],
    CONVERSION: ["unit-conversion", "quantity-conflict"],
    QUOTED: ["count-conflict", "quote-altered"],
}


@pytest.mark.parametrize("texts", ONE_SLIP, ids=["year", "weekday", "conversion", "quoted"])
def test_one_slip_is_one_group(texts):
    assert grouped(*texts) == [ONE_SLIP[texts]]


@pytest.mark.parametrize("case", [str.title, str.upper])
@pytest.mark.parametrize("texts", [YEAR, WEEKDAY, CONVERSION], ids=["year", "weekday", "conversion"])
def test_one_slip_is_one_group_in_capitals(texts, case):
    assert grouped(*map(case, texts)) == [ONE_SLIP[texts]]


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        (  # two facts of one sentence
            (
                "The blast in Cork hurt nine people and closed 14 roads.",
                "The blast in Cork hurt eleven people and closed 41 roads.",
            ),
            [["count-conflict"], ["count-conflict"]],
        ),
        (  # a slip in a date that most sources bear out but for the weekday
            (
                "The ferry sank off Bari on March 4, 2024, killing nine passengers.",
                "The ferry sank off Bari on Tuesday, March 3, 2024, killing nine passengers.",
                "The ferry sank off Bari on March 3, 2024, killing nine passengers, police said.",
            ),
            [["date-conflict"], ["weekday-mismatch"]],
        ),
        (  # a figure that all agree on in a quotation of which another word differs
            (
                "“We lost 45 boats in one night,” harbour master Ana Duarte said. Some 45 boats were lost.",
                "“We lost 45 boats in one storm,” harbour master Ana Duarte said. They lost 54 boats.",
                "Harbour master Ana Duarte said: “We lost 45 boats in one night.” Some 45 boats were lost.",
            ),
            None,
        ),
    ],
)
def test_two_slips_are_two_groups(texts, groups):
    found = grouped(*texts)
    assert found == groups if groups else all(len(group) == 1 for group in found)
    assert len(found) > 1


def test_texts_that_agree_have_no_slips():
    assert grouped("It flew 900km (560 miles) on Friday (May 3, 2024).", "It flew 900 km on May 3.") == []


@pytest.mark.parametrize("name", ["budget", "ferry", "missiles"])
def test_every_finding_is_in_one_slip(name):
    findings = check(read_folder(FIXTURES / name)).findings
    found = list(finding_groups(findings))
    assert sorted(chain(*(group.findings for group in found)), key=findings.index) == list(findings)
    assert [group.first for group in found] == sorted((group.first for group in found), key=findings.index)
    for group in found:
        assert list(group.findings) == sorted(group.findings, key=findings.index)
        spans = [span for _, some in group.evidence() for span in some]
        assert {(s.source, s.start) for s in spans} == {(s.source, s.start) for f in group.findings for s in f.evidence}


def test_what_is_open_does_not_go_under_what_is_accepted():
    told = report(*YEAR)
    first, second, third = (finding.fingerprint for finding in told.findings)
    marked = told.marked(accepted={first: "It was asked."})
    (group,) = finding_groups(marked.findings)
    assert [finding.fingerprint for finding in group.findings] == [second, third, first]
    assert not marked.ok
    assert re.search(r"^  also: .* \[accepted: It was asked.\]$", str(marked), re.M)
    assert '<article class="card error" ' in marked.to_html()
    (group,) = finding_groups(told.marked(known={first, second, third}).findings)
    assert [finding.fingerprint for finding in group.findings] == [first, second, third]


def finding(number, *spans):
    value = recorded({"type": "number", "stated": number})
    evidence = tuple(Evidence("a", start, start + len(words), words, value, side) for start, words, side in spans)
    return Finding("NUM301", "count-conflict", "error", "…", evidence, fingerprint=f"{number:016x}")


def test_findings_do_not_chain():
    chain_of_three = [
        finding(1, (0, "one", "A"), (10, "two", "B")),
        finding(2, (10, "two", "A"), (20, "three", "B")),
        finding(3, (20, "three", "A"), (30, "four", "B")),
    ]
    assert [len(group.findings) for group in finding_groups(chain_of_three)] == [2, 1]


def test_same_words_on_both_sides_are_doubtful_as_a_whole():
    spans = (0, "Friday", "A"), (10, "Friday", "B")
    assert [len(group.findings) for group in finding_groups([finding(1, *spans), finding(2, *spans)])] == [2]


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_slip_is_told_under_one_head(form):
    told = report(*YEAR)
    text = re.sub(r"<[^>]*>", "", told.as_(form))
    head, behind = text.split("also: ", 1)
    assert "weekday-mismatch" not in head
    assert "weekday-mismatch" in behind
    assert text.count("2023-05-03 was a Wednesday") == 1
    assert "3 errors in 3 sources" in text


def test_evidence_of_another_finding_is_shown_where_the_first_has_none():
    lines = [line for line in str(report(*CONVERSION)).splitlines() if re.match(r" +[AB] s\d:", line)]
    assert [line.split()[:2] for line in lines[:2]] == [["A", "s0:31"], ["B", "s0:37"]]
    assert [line.split()[:2] for line in lines[2:]] == [["B", "s1:31"], ["B", "s2:44"]]
    assert all(line.startswith("      ") for line in lines[2:])


def test_other_formats_tell_every_finding_by_itself():
    told = report(*YEAR)
    assert len(json.loads(told.to_json())["findings"]) == 3
    assert len(json.loads(told.as_("sarif"))["runs"][0]["results"]) == 3
    assert told.as_("github").count("::error") == 3
    assert told.as_("junit").count("<failure") == 3
