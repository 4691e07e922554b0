"""The sheet of a draft: a row for each value, what bears it out, and what comes nearest to it."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from factdiff import Config, Report, Source, UnknownNameError, check_consistency, check_draft, normalize
from factdiff.align.support.support_relations import ALLOWED, HOLDS, LIES_IN, OTHER, OVERLAPS, SAME, support_relation
from factdiff.fact_sheet import STATUSES
from factdiff.records import Locator, Mention, Original
from factdiff.reports._sheet import progress
from factdiff.sheet.word_index import WordIndex, phrase_of
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.number import Number
from factdiff.values.relation import relate

DAY = "2024-05-16"
WIRE = Source(
    "Nine people were hurt when the ferry hit the pier in Naples on Tuesday. It was going at 12 knots, harbour master "
    "Ellen Brandvold said. “We saw the ferry coming and could do nothing,” she said.",
    id="wire",
    published=DAY,
)
DAILY = Source("The ferry rammed a pier in Naples on Tuesday, hurting nine people.", id="daily", published=DAY)


def sheet(text, *sources, **options):
    return check_draft(Source(text, published=DAY), sources or (WIRE, DAILY), **options).sheet


def row(text, surface, *sources):
    (found,) = [row for row in sheet(text, *sources) if row.mention.surface == surface]
    return found


def surfaces(candidates):
    return [(candidate.mention.source, candidate.mention.surface) for candidate in candidates]


def test_rows_stand_in_the_order_of_the_draft():
    text = "A ferry hit a pier in Naples on Tuesday; nine people were hurt, mayor Ellen Brandvold said."
    rows = sheet(text)
    assert [row.mention.start for row in rows] == sorted(row.mention.start for row in rows)
    assert {row.mention.kind for row in rows} >= {"place", "date", "number", "role", "name"}
    assert all(text[row.mention.start : row.mention.end] == row.mention.surface for row in rows)
    assert all("…" in row.about for row in rows)


def test_a_report_without_a_draft_has_no_sheet():
    report = check_consistency([WIRE, DAILY])
    assert (report.draft, report.sheet) == (None, ())
    assert "sheet" not in report.to_dict()


def test_a_value_is_supported_by_several_sources_or_rests_on_one():
    text = "Nine people were hurt when the ferry hit the pier in Naples at a speed of 12 knots."
    assert row(text, "Nine").status == "supported"
    assert sorted(surfaces(row(text, "Nine").support)) == [("daily", "nine"), ("wire", "Nine")]
    assert row(text, "12 knots").status == "rests-on-one"
    assert surfaces(row(text, "12 knots").support) == [("wire", "12 knots")]
    assert row(text, "12 knots", WIRE).status == "supported"  # there is but one source


def test_copies_among_the_sources_count_once():
    other = Source(WIRE.text, id="copy", published=DAY)
    near = Source(f"{WIRE.text} More on this story follows.", id="near", published=DAY)
    text = "The ferry hit the pier in Naples at a speed of 12 knots."
    for copy in (other, near):
        assert row(text, "12 knots", WIRE, DAILY, copy).status == "rests-on-one"


def test_a_draft_that_copies_a_source_is_no_copy():
    rows = sheet(WIRE.text, WIRE)
    assert {row.status for row in rows if row.mention.kind in ("number", "quantity", "quote")} == {"supported"}


HOUSES = Source("The flood destroyed 6,400 houses, the council said. More than 100 people fled.", id="a", published=DAY)
MONEY = Source(
    "A charity for the blind in Cork raised more than £40,000 at its fair. The theatre will close for good.",
    id="a",
    published=DAY,
)


@pytest.mark.parametrize(
    ("text", "surface", "source"),
    [
        ("Over the weekend, 450 houses burned.", "450", HOUSES),
        ("15 firefighters were sent to the valley.", "15", HOUSES),
        ("The theatre owes its bank £350,000.", "£350,000", MONEY),
    ],
)
def test_an_amount_of_another_thing_supports_nothing(text, surface, source):
    found = row(text, surface, source)
    assert found.status in ("not-found", "contradicted")
    assert found.support == found.compatible == ()


def test_an_open_bound_allows_what_lies_just_beyond_it():
    source = Source("More than 110 people were hurt in the blast at the mill, doctors said.", id="a", published=DAY)
    text = "In all, {} people were hurt in the blast at the mill, doctors said."
    assert row(text.format(118), "118", source).status == "compatible"
    assert surfaces(row(text.format(118), "118", source).compatible) == [("a", "More than 110")]
    far = row(text.format(181), "181", source)
    assert far.status in ("not-found", "contradicted")
    assert surfaces(far.nearest) == [("a", "More than 110")]


@pytest.mark.parametrize(
    ("draft", "source", "found"),
    [
        ("118", "118", SAME),
        ("118", "more than 110", ALLOWED),
        ("181", "more than 110", OTHER),
        ("more than 110", "118", HOLDS),
        ("more than 110", "181", OTHER),
        ("about 300", "298", HOLDS),
        ("about 450,000", "412,000", OTHER),
        ("15", "between 10 and 20", LIES_IN),
        ("15", "dozens", OVERLAPS),
        ("3 May 2024", "May 2024", ALLOWED),
        ("3 May 2024", "2024", ALLOWED),
        ("3 May 2024", "3 May 2024", SAME),
        ("Tuesday night", "Tuesday", HOLDS),
        ("Tuesday night", "Wednesday", OTHER),
    ],
)
def test_relations_of_support(draft, source, found):
    a, b = (normalize(words, published=DAY) for words in (draft, source))
    assert support_relation(a, b, relate(a, b)) == found


def test_a_place_is_supported_by_itself_alone():
    text = "The ferry hit a pier in Naples."
    country = Source("The ferry hit a pier in Italy.", id="a", published=DAY)
    assert row(text, "Naples", country).status != "supported"
    assert row(text, "Naples", DAILY).status == "supported"


def test_a_contradiction_has_its_finding_and_what_stands_against_it():
    report = check_draft(
        Source("Nineteen people were hurt when the ferry hit the pier in Naples.", published=DAY), [WIRE, DAILY]
    )
    (count,) = [row for row in report.sheet if row.mention.surface == "Nineteen"]
    (finding,) = [finding for finding in report.findings if finding.check == "count-conflict"]
    assert (count.status, count.findings) == ("contradicted", (finding.fingerprint,))
    assert {surface.lower() for _, surface in surfaces(count.nearest)} == {"nine"}


def test_a_value_in_the_slot_of_another_is_a_finding():
    source = Source("The new quay at Sandvik cost €2 million. Its crane can lift 30 tonnes.", id="a", published=DAY)
    report = check_draft(Source("The quay with its crane for 40 tonnes was costly.", published=DAY), [source])
    (finding,) = [finding for finding in report.findings if finding.check == "draft-conflict"]
    (row,) = report.sheet
    assert row.status == "contradicted"
    assert finding.fingerprint in row.findings
    assert row.nearest[0].mention.surface == "30 tonnes"


@pytest.mark.parametrize("surname", ["Strand", "Brandvald", "Brandvolt"])
@pytest.mark.parametrize("sources", [1, 2])
def test_a_name_that_differs_in_a_word_is_told_once(surname, sources):
    texts = ("Ellen Brandvold, opened the quay.", "Ellen Brandvold, said that the quay was open. Brandvold smiled.")
    given = [Source(f"The harbour master, {text}", id=id, published=DAY) for id, text in zip("ab", texts, strict=True)]
    draft = Source(f"The harbour master, Ellen {surname}, opened the quay.", published=DAY)
    report = check_draft(draft, given[:sources])
    assert [(finding.check, finding.severity) for finding in report.findings] == [("name-variant", "warning")]
    (name,) = [row for row in report.sheet if row.mention.kind == "name"]
    assert name.status == "contradicted"
    assert report.findings[0].fingerprint in name.findings
    assert "Ellen Brandvold" in [candidate.mention.surface for candidate in name.nearest]


def test_a_misspelt_name_is_told_once_wherever_it_stands():
    source = Source("The harbour master, Ellen Brandvold, opened the quay.", id="a", published=DAY)
    draft = Source("The harbour master, Ellen Brandvald, opened the quay. Brandvald left.", published=DAY)
    report = check_draft(draft, [source])
    assert [finding.check for finding in report.findings] == ["name-variant"]
    assert [row.status for row in report.sheet if row.mention.kind == "name"] == ["contradicted"] * 2


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("Ellen Brandvold saw it.", "Ellen Brandvold", "rests-on-one"),
        ("The mayor, Paolo Ricci, saw it.", "Paolo Ricci", "not-found"),
        ("It was, as people in Castelnuovo Bassa say, a bad day.", "Castelnuovo Bassa", "not-found"),
        ("“We saw the ferry coming and could do nothing,” Ellen Brandvold said.", None, "rests-on-one"),
        ("“We saw the tanker coming and could do nothing,” Ellen Brandvold said.", None, "contradicted"),
        ("“Nobody told us that the brakes were broken,” Ellen Brandvold said.", None, "not-found"),
    ],
)
def test_names_and_quotations(text, surface, status):
    kind = "quote" if surface is None else "name"
    found = [row for row in sheet(text) if row.mention.kind == kind and surface in (None, row.mention.surface)]
    assert [row.status for row in found] == [status]


def test_an_office_is_that_of_its_holder():
    source = Source("Deputy transport minister Marta Lindqvist opened the bridge.", id="a", published=DAY)
    assert (
        row(
            "The bridge was opened by deputy transport minister Marta Lindqvist.", "deputy transport minister", source
        ).status
        == "supported"
    )
    wrong = row("The bridge was opened by transport minister Marta Lindqvist.", "transport minister", source)
    assert (wrong.status, surfaces(wrong.nearest)) == ("contradicted", [("a", "Deputy transport minister")])


def test_a_stance_is_that_of_its_holder():
    source = Source("The mayor, Paolo Ricci, denied on Monday that he had known of the fraud.", id="a", published=DAY)
    (same,) = [
        r for r in sheet("Paolo Ricci denied that he had known of the fraud.", source) if r.mention.kind == "stance"
    ]
    (other,) = [
        r for r in sheet("Paolo Ricci confirmed that he had known of the fraud.", source) if r.mention.kind == "stance"
    ]
    assert (same.status, other.status) == ("supported", "contradicted")


def test_a_day_without_a_date_is_unresolved():
    (day,) = [r for r in check_draft("It happened recently.", [DAILY]).sheet if r.mention.kind == "date"]
    assert day.status == "unresolved"


def test_a_draft_without_a_date_is_read_as_of_its_latest_source():
    (day,) = [
        r
        for r in check_draft("A ferry hit a pier in Naples on Tuesday.", [WIRE, DAILY]).sheet
        if r.mention.kind == "date"
    ]
    assert day.status == "supported"


def test_there_are_three_nearest_candidates_at_most():
    ships = " ".join(
        f"The ferry {name} is {n} metres long." for n, name in enumerate(("Ada", "Bea", "Cleo", "Dora"), 41)
    )
    found = row("The ferry is 77 metres long.", "77 metres", Source(ships, id="a", published=DAY))
    assert 1 <= len(found.nearest) <= 3
    assert found.support == ()


def test_the_sheet_is_data_and_back():
    report = check_draft(
        Source("Nineteen people, Paolo Ricci said, were hurt in Naples at 12 knots.", published=DAY), [WIRE, DAILY]
    )
    data = json.loads(json.dumps(report.to_dict()))
    back = Report.from_dict(data)
    assert back == report
    assert back.sheet[0].mention.surface == report.sheet[0].mention.surface
    jsonschema = pytest.importorskip("jsonschema", reason="the schema is tested with jsonschema")
    schema = json.loads(files("factdiff.reports").joinpath("report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, schema)
    assert schema["$defs"]["row"]["properties"]["status"]["enum"] == list(STATUSES)


def test_the_sheet_as_a_frame():
    pytest.importorskip("narwhals", reason="frames are made with narwhals")
    report = check_draft(Source("Nine people were hurt in Naples.", published=DAY), [WIRE, DAILY])
    frame = report.sheet_frame()
    assert list(frame["status"]) == [row.status for row in report.sheet]
    assert list(frame["surface"]) == [row.mention.surface for row in report.sheet]


NOT_FOUND = "The ferry hit the pier in Naples on Tuesday. Its owner lost €2 million."
ON_ONE = "The ferry hit the pier in Naples on Tuesday. It was going at 12 knots."


@pytest.mark.parametrize(
    ("text", "fail_on", "ok"),
    [
        (NOT_FOUND, None, True),
        (NOT_FOUND, ["contradicted"], True),
        (NOT_FOUND, "not-found", False),
        (ON_ONE, None, True),
        (ON_ONE, ["contradicted", "not-found"], True),
        (ON_ONE, ["rests-on-one"], False),
        ("Nineteen people were hurt when the ferry hit the pier in Naples.", None, False),
        ("Nineteen people were hurt when the ferry hit the pier in Naples.", ["rests-on-one"], True),
    ],
)
def test_a_draft_fails_on_what_the_user_says(text, fail_on, ok):
    report = check_draft(Source(text, published=DAY), [WIRE, DAILY], config=Config(fail_on=fail_on))
    assert report.ok is ok
    assert Report.from_dict(report.to_dict()).ok is ok


def test_what_is_accepted_fails_no_draft():
    config = Config(fail_on=["not-found"])
    report = check_draft(Source(NOT_FOUND, published=DAY), [WIRE, DAILY], config=config)
    known = {finding.fingerprint for finding in report.findings}
    assert not report.ok
    assert report.marked(known=known).ok


def test_an_unknown_status_is_named():
    with pytest.raises(UnknownNameError, match="not-fund"):
        Config(fail_on=["not-fund"])


def test_progress_counts_every_row():
    report = check_draft(Source(f"{NOT_FOUND} It was going at 12 knots.", published=DAY), [WIRE, DAILY])
    words = progress(report)
    borne_out = sum(row.status in ("supported", "rests-on-one") for row in report.sheet)
    assert words.startswith(f"{borne_out} of {len(report.sheet)} values supported (1 by one source alone), ")
    assert "1 not found" in words
    assert words in str(report)
    assert words in report.to_markdown()
    assert words in report.to_html()


def test_the_report_for_a_terminal_lists_the_sheet_where_it_is_asked_to():
    report = check_draft(Source(NOT_FOUND, published=DAY), [WIRE, DAILY])
    (naples,) = [row.support for row in report.sheet if row.mention.kind == "place"]
    at = {candidate.mention.source: candidate.mention.start for candidate in naples}
    text = report.as_("text", sheet=True)
    assert f"? not found money €2 million  draft:{NOT_FOUND.index('€')} (1:" in text
    assert f"borne out by wire:{at['wire']} (1:{at['wire'] + 1})  ferry hit the pier in [Naples] on Tuesday" in text
    assert "sheet of the draft" not in report.as_("text")
    assert "### ? not found: money “€2 million”" in report.to_markdown()
    assert "- borne out by · wire, paragraph 1 (1:54) · ferry hit the pier in **Naples** on" in report.to_markdown()


def test_the_sheet_gives_the_places_of_the_file_that_a_draft_was_taken_out_of():
    page = Original("pdf", "draft.pdf", (Locator(0, page=7),))
    report = check_draft(Source(NOT_FOUND, published=DAY, original=page), [WIRE, DAILY])
    assert f"? not found money €2 million  draft:{NOT_FOUND.index('€')} ({page.locator(0)})" in report.as_(
        "text", sheet=True
    )


def test_phrases_are_found_whatever_their_case_and_diacritics():
    index = WordIndex("EVA MAREŠOVÁ spoke; Jan Kubíček’s firm did not. Eva left.")
    assert list(index.spans(phrase_of("Eva Maresova"))) == [(0, 12)]
    assert [start for start, _ in index.spans(phrase_of("Jan Kubíček's"))] == [20]
    assert list(index.spans(phrase_of("Eva spoke"))) == []
    assert list(index.spans(())) == []


def test_relations_do_not_depend_on_what_is_counted():
    exact = Number(figure=Figure.read("118"), counted="person")
    assert support_relation(exact, exact, relate(exact, exact)) == SAME
    assert isinstance(row("Nine people were hurt in Naples.", "Nine").mention, Mention)
