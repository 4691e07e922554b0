"""The precision of checks on real articles: what the accuracy page says, and which findings are notes for it."""

from pathlib import Path

import pytest

from factdiff import Source, check_consistency
from factdiff.check import checks
from factdiff.values.precision import ENOUGH, LEAST, precisions

PAGE = (Path(__file__).parent.parent / "docs" / "accuracy.md").read_text(encoding="utf-8")
BODY = " ".join(f"Line {word} of the story has its own words." for word in "ab cd ef gh ij kl mn op qr".split())
HEADLINE = "Nine hurt in tram crash in Graz\n\nSeven people were hurt in a tram crash in Graz on Monday, police said."


def test_each_measured_check_exists():
    assert precisions().keys() <= {check.name for check in checks()}


@pytest.mark.parametrize("name", sorted(precisions()))
def test_the_accuracy_page_has_the_figures(name):
    measured = precisions()[name]
    assert f"| `{name}` | {measured.right} of {measured.read} | {measured.share:.0%} | {measured.day} |" in PAGE


@pytest.mark.parametrize("name", [name for name, measured in precisions().items() if measured.notes])
def test_only_a_check_that_is_wrong_too_often_reports_notes(name):
    measured = precisions()[name]
    assert measured.is_too_low or (measured.read >= ENOUGH and measured.share < LEAST)


@pytest.mark.parametrize(("text", "severity"), [(HEADLINE, "error"), (f"{HEADLINE}\n\n{BODY}", "info")])
def test_a_finding_on_an_article_is_a_note_where_its_check_is_wrong_too_often(text, severity):
    found = check_consistency([Source(text, published="2024-03-06")]).findings
    assert [f.severity for f in found if f.check == "headline-mismatch"] == [severity]
