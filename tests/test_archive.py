"""An archive: what is given as stories, files of results that are whole or not there, and what all show together."""

from __future__ import annotations

import json
from datetime import date

import pytest
from click.testing import CliRunner

from factdiff import (
    ConfigError,
    InputError,
    ReadError,
    Source,
    StoryResult,
    Summary,
    UnknownNameError,
    check_archive,
    check_consistency,
    check_stories,
    read_results,
)
from factdiff.archive import parts
from factdiff.archive.given import given_stories
from factdiff.cli import cli

#: four stories of three outlets: two counts that differ, one of them later and higher, one story of which all agree
TOLD = {
    "fire": {"Post": ("The fire in the mill hurt nine people.", "2024-01-04"),
             "Wire": ("Nine people were hurt in the fire in the mill.", "2024-01-04"),
             "Echo": ("Nineteen people were hurt in the fire in the mill.", "2024-01-04")},
    "flood": {"Post": ("Flash floods killed eight people in the valley, officials said.", "2024-04-16"),
              "Wire": ("The flash floods in the valley killed eleven people, officials said.", "2024-04-17")},
    "quiet": {"Post": ("The bridge is 900 metres long.", "2024-01-04"),
              "Echo": ("The bridge has a length of 900 metres.", "2024-01-04")},
    "crash": {"Wire": ("The crash on the pass injured 12 people.", "2024-02-01"),
              "Echo": ("The crash on the pass injured 21 people.", "2024-02-01")},
}  # fmt: skip


def sources(story):
    return [Source(text, id=name.lower(), publisher=name, published=day) for name, (text, day) in TOLD[story].items()]


def rows(*stories):
    return [
        {"story": story, "text": text, "publisher": name, "published": day}
        for story in stories
        for name, (text, day) in TOLD[story].items()
    ]


def as_lines(found):
    return "".join(json.dumps(row) + "\n" for row in found)


@pytest.fixture
def tables(tmp_path):
    """A folder of two tables with two stories each."""
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "one.jsonl").write_text(as_lines(rows("fire", "flood")), "utf-8")
    (folder / "two.jsonl").write_text(as_lines(rows("quiet", "crash")), "utf-8")
    return folder


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_stories_are_given_in_every_form(tmp_path, tables):
    lists = {story: sources(story) for story in TOLD}
    for story in TOLD:
        (tmp_path / "folders" / story).mkdir(parents=True)
        for source in lists[story]:
            (tmp_path / "folders" / story / f"{source.id}.txt").write_text(source.text, "utf-8")
    expected = [StoryResult.of(story, check_consistency(own)) for story, own in lists.items()]
    assert list(check_stories(lists, workers=1)) == expected
    assert list(check_stories(iter(lists.items()), workers=1)) == expected
    assert [result.story for result in check_stories(iter(lists.values()), workers=1)] == list("1234")
    assert [result.story for result in check_stories(tmp_path / "folders", workers=1)] == sorted(TOLD)
    by_table = list(check_stories(tables, workers=1))
    assert [result.story for result in by_table] == list(TOLD)
    assert [len(result.findings) for result in by_table] == [len(result.findings) for result in expected]


def test_a_list_of_two_texts_is_no_pair_with_an_id():
    one, two = given_stories([("Nine died.", "Ten died."), ("fire", ["Nine died."])])
    assert (one.id, one.sources) == ("1", ["Nine died.", "Ten died."])
    assert (two.id, two.sources) == ("fire", ["Nine died."])


def test_what_goes_wrong_with_a_story_is_its_result(tables):
    (tables / "broken.jsonl").write_text("{", "utf-8")
    found = list(check_stories(tables, workers=1))
    assert [result.error is None for result in found] == [False, True, True, True, True]
    assert found[0].story == "broken.jsonl"
    assert "line 1 is no JSON" in found[0].error
    (odd,) = check_stories([[7]], workers=1)
    assert odd.error == "SourceError: source 1 is a int: give a Source, a str, a mapping or a Path"
    with pytest.raises(ReadError, match="does not exist"):
        list(check_stories(tables / "none.jsonl", workers=1))


def test_a_result_comes_back_from_its_data():
    result = StoryResult.of("flood", check_consistency(sources("flood")))
    assert result.counts["sources"] == 2
    assert [outlet.published for outlet in result.outlets] == [date(2024, 4, 16), date(2024, 4, 17)]
    again = StoryResult.from_dict(json.loads(json.dumps(result.to_dict())))
    assert again.to_dict() == result.to_dict()
    assert again.counts == result.counts
    with pytest.raises(InputError, match="the result has no 'error'"):
        StoryResult.from_dict({"story": "flood"})
    with pytest.raises(InputError, match="not as it was written"):
        StoryResult.from_dict(result.to_dict() | {"findings": [None]})


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_an_archive_goes_on_where_it_stopped(tmp_path, tables, format):
    if format == "parquet":
        pytest.importorskip("polars", reason="the extra is not installed")
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    options = {"workers": 1, "format": format}
    assert check_archive(tables, whole, **options) == (whole / f"one.{format}", whole / f"two.{format}")
    (tables / "two.jsonl").rename(tmp_path / "two.jsonl")
    check_archive(tables, stopped, **options)
    (tmp_path / "two.jsonl").rename(tables / "two.jsonl")
    with pytest.raises(ConfigError, match="holds results already"):
        check_archive(tables, stopped, **options)
    (stopped / f".two.{format}.x7").write_text("{", "utf-8")  # what is left of a process that was killed over it
    assert check_archive(tables, stopped, resume=True, **options) == (stopped / f"two.{format}",)
    assert check_archive(tables, stopped, resume=True, **options) == ()
    assert files(stopped) == files(whole)
    expected = check_stories(tables, workers=1)
    assert [one.to_dict() for one in read_results(whole)] == [one.to_dict() for one in expected]


def test_an_interruption_leaves_whole_files_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "STORIES", 2)

    def interrupted():
        yield from list(TOLD)[:2]
        yield "quiet"
        raise KeyboardInterrupt

    def given(names):
        return ((name, sources(name)) for name in names)

    with pytest.raises(KeyboardInterrupt):
        check_archive(given(interrupted()), tmp_path, workers=1)
    assert set(files(tmp_path)) <= {"archive.json", "part-000000.jsonl"}
    check_archive(given(TOLD), tmp_path, resume=True, workers=1)
    assert set(files(tmp_path)) == {"archive.json", "part-000000.jsonl", "part-000001.jsonl"}
    assert [result.story for result in read_results(tmp_path)] == list(TOLD)
    with pytest.raises(ConfigError, match="holds other stories than are given now"):
        check_archive(given(reversed(TOLD)), tmp_path, resume=True, workers=1)
    with pytest.raises(ConfigError, match="other settings or in another format"):
        check_archive(given(TOLD), tmp_path, resume=True, workers=1, format="parquet")
    with pytest.raises(UnknownNameError, match="unknown format of results 'html'"):
        check_archive(given(TOLD), tmp_path / "other", workers=1, format="html")


def test_results_that_cannot_be_read_are_told(tmp_path):
    with pytest.raises(ReadError, match="holds no results"):
        list(read_results(tmp_path))
    for name in ("none.jsonl", "summary.html"):
        with pytest.raises(ReadError, match="holds no results"):
            list(read_results(tmp_path / name))
    (tmp_path / "part.jsonl").write_text("{\n", "utf-8")
    with pytest.raises(ReadError, match="line 1 is no JSON"):
        list(read_results(tmp_path))


@pytest.fixture(scope="module")
def summary():
    results = check_stories([*((story, sources(story)) for story in TOLD), ("<none>", [])], workers=1)
    return Summary.of(results)


def test_a_summary_counts_by_check_and_outlets(summary):
    assert summary.totals == {"stories": 5, "open": 2, "sources": 9, "facts": summary.totals["facts"], "findings": 3}
    assert summary.checks == {("count-conflict", "error"): 2, ("toll-update", "info"): 1}
    assert summary.pairs == {
        ("Echo", "Post", "count-conflict"): 1,
        ("Echo", "Wire", "count-conflict"): 2,
        ("Post", "Wire", "toll-update"): 1,
    }
    assert summary.alone == {("Echo", 1): 1, ("Echo", 2): 1, ("Wire", 1): 1}
    assert summary.errors == {"<none>": "SourceError: sources is empty: give at least one source"}
    assert str(summary) == "5 stories of 9 sources: 2 with open warnings or errors, 3 findings in all, 1 not checked"


def test_a_summary_tells_tolls_in_time(summary):
    (toll,) = (toll for story, toll in summary.tolls if story == "flood")
    assert (toll.harm, str(toll)) == ("killed", "8 (post, 2024-04-16), 11 (wire, 2024-04-17)")


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_a_summary_has_frames(summary, backend):
    pytest.importorskip(backend, reason="the extra is not installed")
    pytest.importorskip("narwhals", reason="the extra is not installed")
    assert summary.checks_frame(backend=backend).shape == (2, 3)
    assert summary.pairs_frame(backend=backend).shape == (3, 4)
    assert summary.alone_frame(backend=backend).shape == (3, 3)
    assert list(summary.tolls_frame(backend=backend)["low"])[-2:] != []


def test_the_page_of_a_summary_holds_no_markup_of_others(summary):
    page = summary.to_html()
    assert "&lt;none&gt;" in page
    assert "<none>" not in page
    assert "<script" not in page
    for heading in ("Findings by check", "Findings by two outlets", "Alone on a side", "Tolls over time"):
        assert f">{heading}</h2>" in page


def run(*arguments):
    return CliRunner().invoke(cli, ["check", *map(str, arguments)], standalone_mode=False)


def test_the_command_line_checks_an_archive(tmp_path, tables):
    done = run("--stories", tables, "--engine", "local", "--workers", 1, "--output", tmp_path / "out")
    assert done.return_value == 1
    assert done.output == "4 stories of 9 sources: 2 with open warnings or errors, 3 findings in all\n"
    assert set(files(tmp_path / "out")) == {"archive.json", "one.jsonl", "two.jsonl", "summary.html"}
    done = run("--stories", tables, "--resume", "--workers", 1, "--output", tmp_path / "out", "--exit-zero")
    assert done.return_value == 0
    (tables / "three.jsonl").write_text("{", "utf-8")
    done = run("--stories", tables, "--resume", "--workers", 1, "--output", tmp_path / "out")
    assert done.return_value == 2
    assert "three.jsonl: ReadError" in done.output


def test_the_command_line_tells_what_an_engine_needs(tables, tmp_path):
    def error(*arguments):
        return str(run("--stories", tables, "--engine", "local", *arguments).exception)

    assert "give --output FOLDER" in error()
    assert "--baseline cannot go with an engine" in error("--output", tmp_path / "o", "--baseline", "known.json")
    assert "unknown format of results 'html'" in error("--output", tmp_path / "o", "--format", "html")
    assert "an engine checks many stories" in str(run("a.txt", "--engine", "dask").exception)
