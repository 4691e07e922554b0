"""Each check: its example fires it alone, its counter-example is quiet, and its page tells what it does."""

from __future__ import annotations

import re

import pytest

from factdiff import Config, UnknownNameError, check_consistency, check_draft
from factdiff.check import SUSPECT, checks

ALL = pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)


def report_on(example, **options):
    sources = example.sources()
    if example.draft:
        return check_draft(sources[0], sources[1:], config=Config(**options))
    return check_consistency(sources, config=Config(**options))


def told(example, **options):
    """The findings and the suspects on an example."""
    report = report_on(example, **options)
    assert {f.check for f in report.suspects} <= {SUSPECT}
    return [*report.findings, *report.suspects]


@ALL
def test_example_fires_this_check_alone(check):
    found = told(check.fires)
    assert [(f.code, f.check) for f in found] == [(check.code, check.name)]
    finding = found[0]
    open_reading = check.name == "ambiguous-date"  # one place that can be read in two ways
    assert len({e.side for e in finding.evidence}) >= (1 if check.fires.draft or open_reading else 2)
    for evidence in finding.evidence:
        assert evidence.surface in finding.message or check.name == "weekday-mismatch"


@ALL
def test_counter_example_is_quiet(check):
    assert report_on(check.quiet).findings == ()
    assert check.name != SUSPECT or told(check.quiet) == []


@ALL
def test_selecting_and_ignoring(check):
    assert len(told(check.fires, select=[check.code])) == 1
    assert len(told(check.fires, select=[check.code[:3]])) == 1
    assert told(check.fires, ignore=[check.name]) == []


@ALL
def test_page_is_told_in_sentences(check):
    assert re.fullmatch(r"[A-Z]{3}[1-9][0-9]{2}", check.code)
    for sentence in (check.summary, check.why):
        assert sentence[0].isupper()
        assert sentence.endswith(".")


def test_minimum_severity_leaves_the_milder_out():
    texts = ["Kiev was shelled on January 2, 2023, at dawn.", "Kyiv was shelled on January 2, 2024, at dawn."]
    found = {
        level: [f.severity for f in check_consistency(texts, config=Config(min_severity=level)).findings]
        for level in ("info", "warning", "error")
    }
    assert found == {"info": ["error", "info"], "warning": ["error"], "error": ["error"]}


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_unknown_check_is_refused_with_the_nearest(option):
    with pytest.raises(UnknownNameError, match="unknown check 'date-conflct': did you mean 'date-conflict'"):
        check_consistency(["Nothing."], config=Config(**{option: ["date-conflct"]}))
