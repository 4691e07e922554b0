"""A draft against its sources."""

from __future__ import annotations

import pytest

from factdiff import Source, SourceError, check_draft

WIRE = Source(
    "Nine people were hurt when the ferry hit the pier in Naples on Tuesday.", id="wire", published="2024-05-15"
)
DAILY = Source("The ferry rammed a pier in Naples on Tuesday, hurting nine people.", id="daily", published="2024-05-16")


def found(report):
    return [(f.check, f.severity, [e.surface for e in f.evidence if e.source == "draft"]) for f in report.findings]


def test_draft_that_says_what_its_sources_say_is_quiet():
    draft = Source("On Tuesday a ferry hit the pier in Naples; nine people were hurt.", published="2024-05-16")
    assert found(check_draft(draft, [WIRE, DAILY])) == []
    assert found(check_draft(WIRE.text, [WIRE, DAILY])) == []


def test_contradiction_of_the_sources_is_an_error():
    draft = "Nineteen people were hurt when the ferry hit the pier in Naples on Tuesday."
    report = check_draft(Source(draft, published="2024-05-16"), [WIRE, DAILY])
    assert ("count-conflict", "error", ["Nineteen"]) in found(report)


def test_what_no_source_says_and_what_one_alone_says():
    draft = Source(
        "Nine people were hurt when the 40-metre ferry hit the pier in Naples at a speed of 12 knots.",
        published="2024-05-16",
    )
    slow = Source(f"{DAILY.text} It was going at 12 knots.", id="daily", published="2024-05-16")
    assert found(check_draft(draft, [WIRE, slow])) == [
        ("unsupported", "warning", ["40-metre"]),
        ("single-support", "info", ["12 knots"]),
    ]


def test_what_the_sources_disagree_on_among_themselves_is_left_out():
    other = Source(
        "The ferry rammed a pier in Naples on Tuesday, hurting nineteen people.", id="other", published="2024-05-16"
    )
    assert found(check_draft(Source("A ferry hit the pier in Naples.", published="2024-05-16"), [WIRE, other])) == []


def test_bad_input_is_named():
    with pytest.raises(SourceError, match="draft is a int: give a Source"):
        check_draft(3, [WIRE])
    with pytest.raises(SourceError, match="draft: text is empty"):
        check_draft(" ", [WIRE])
    with pytest.raises(SourceError, match="sources is empty"):
        check_draft("Nine people.", [])
    with pytest.raises(SourceError, match="2 sources have the id 'wire'"):
        check_draft(WIRE, [WIRE])
