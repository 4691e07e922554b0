"""The sheet of a story without a draft: the values that one source alone tells."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from factdiff import Config, ConfigError, Report, Source, check_consistency, check_draft
from factdiff.fact_sheet import NEAREST
from factdiff.reports._sheet import progress

DAY = "2024-05-16"
ASKED = Config(sheet=True)
WIRE = "Nine people were hurt when the ferry Alba hit the pier in Naples on Tuesday. It was going at 12 knots."
DAILY = "Nine people were hurt when the ferry Alba rammed a pier in Naples on Tuesday. The repair will cost €2 million."


def story(*texts, config=ASKED):
    sources = [Source(text, id=id, published=DAY) for id, text in zip("abcdef", texts, strict=False)]
    return check_consistency(sources, config=config)


def told(report):
    return [(row.mention.source, row.mention.surface, row.status) for row in report.sheet]


def test_what_one_source_alone_gives_has_a_row_by_source():
    report = story(DAILY, WIRE)
    assert told(report) == [("a", "€2 million", "not-found"), ("b", "12 knots", "not-found")]
    assert all("…" in row.about and not row.support and not row.compatible for row in report.sheet)


def test_a_third_source_takes_a_row_away():
    assert ("b", "12 knots", "not-found") in told(story(DAILY, WIRE))
    other = "At 12 knots the ferry Alba was going fast when it hit the pier in Naples on Tuesday. The crew is well."
    assert "12 knots" not in [surface for _, surface, _ in told(story(DAILY, WIRE, other))]


def test_nothing_is_listed_where_nobody_asks():
    asked, plain = story(DAILY, WIRE), story(DAILY, WIRE, config=Config())
    assert plain.sheet == ()
    data = asked.to_dict()
    assert data.pop("sheet")
    assert data == plain.to_dict()
    for words in ("Told by one source alone", "told by one source alone"):
        assert all(words not in plain.as_(format) for format in ("text", "markdown", "html"))


def test_a_plain_check_does_not_make_the_rows(monkeypatch):
    def fails(*_):
        raise AssertionError("the rows are made")

    monkeypatch.setattr("factdiff.pipeline.rows_told_alone", fails)
    story(DAILY, WIRE, config=Config())
    with pytest.raises(AssertionError, match="the rows are made"):
        story(DAILY, WIRE)


def test_a_draft_has_the_same_sheet_with_and_without_the_option():
    sources = [Source(WIRE, id="wire", published=DAY)]
    assert check_draft(DAILY, sources, config=ASKED).sheet == check_draft(DAILY, sources).sheet


def test_a_value_that_another_source_contradicts_has_its_finding():
    report = story(WIRE, DAILY.replace("Nine", "Nineteen"))
    rows = {row.mention.surface: row for row in report.sheet}
    (finding,) = [finding for finding in report.findings if finding.check == "count-conflict"]
    for own, other in (("Nine", "Nineteen"), ("Nineteen", "Nine")):
        assert (rows[own].status, rows[own].findings) == ("contradicted", (finding.fingerprint,))
        assert rows[own].nearest[0].mention.surface == other


def test_nearest_candidates_stand_in_other_sources():
    report = story("The quay cost €2 million.", "The pier cost €3 million.", "The crane cost €7 million.")
    assert report.sheet
    for row in report.sheet:
        assert len(row.nearest) <= NEAREST
        assert row.mention.source not in {candidate.mention.source for candidate in row.nearest}


def test_copies_are_one_source():
    assert told(story(DAILY, WIRE, WIRE)) == told(story(DAILY, WIRE))
    near = f"{WIRE} Nobody on board the ship had been told what was about to happen to them."
    assert told(story(DAILY, WIRE, near)) == told(story(DAILY, WIRE))


def test_a_value_has_one_row_however_often_its_source_gives_it():
    again = f"{WIRE} At 12 knots, the ferry Alba hit the pier hard. Mayor Paolo Ricci saw it. Paolo Ricci was in tears."
    rows = [(source, surface) for source, surface, _ in told(story(DAILY, again))]
    assert rows.count(("b", "12 knots")) == rows.count(("b", "Paolo Ricci")) == 1


def test_one_source_has_no_rows():
    assert story(WIRE).sheet == ()


def test_rows_do_not_depend_on_the_order_of_the_sources():
    texts = (DAILY, WIRE, DAILY.replace("Nine", "Nineteen"))
    named = [Source(text, id=id, published=DAY) for id, text in zip("abc", texts, strict=True)]
    assert check_consistency(named, config=ASKED) == check_consistency(named[::-1], config=ASKED)


def test_the_rows_are_data_and_back():
    report = story(DAILY, WIRE)
    data = json.loads(json.dumps(report.to_dict()))
    assert Report.from_dict(data) == report
    assert [row["surface"] for row in data["sheet"]] == ["€2 million", "12 knots"]
    lines = [json.loads(line) for line in report.as_("jsonl").splitlines()]
    assert [line["surface"] for line in lines if line["record"] == "row"] == ["€2 million", "12 knots"]
    jsonschema = pytest.importorskip("jsonschema", reason="the schema is tested with jsonschema")
    jsonschema.validate(data, json.loads(files("factdiff.reports").joinpath("report.schema.json").read_text("utf-8")))


def test_the_rows_as_a_frame():
    pytest.importorskip("narwhals", reason="frames are made with narwhals")
    assert list(story(DAILY, WIRE).sheet_frame()["source"]) == ["a", "b"]


def test_the_report_for_people_lists_the_rows():
    report = story(WIRE, DAILY.replace("Nine", "Nineteen"))
    words = progress(report)
    assert words.startswith(f"{len(report.sheet)} values told by one source alone: 2 contradicted, 2 not found")
    text, page = report.as_("text", sheet=True), report.to_html()
    assert words in text
    assert words in report.to_markdown()
    assert words in page
    assert f"? not found quantity 12 knots  a:{WIRE.index('12 knots')} (1:" in text
    assert "## Told by one source alone" in report.to_markdown()
    assert '<h2 id="sheet-title">Told by one source alone</h2>' in page
    assert "Sheet of the draft" not in page
    assert page.count('<li class="card row st-') == len(report.sheet)


def test_the_card_of_a_row_leads_to_its_finding_and_its_article():
    report = story(WIRE, DAILY.replace("Nine", "Nineteen"))
    (number,) = [n for n, row in enumerate(report.sheet, 1) if row.mention.surface == "Nine"]
    card = report.to_html().partition(f'id="row-{number}"')[2].partition('</li>\n<li class="card row')[0]
    assert 'href="#finding-1"' in card
    assert 'href="#s0-0"' in card


def test_an_option_is_true_or_false():
    with pytest.raises(ConfigError, match="sheet is 'yes'"):
        Config(sheet="yes")
