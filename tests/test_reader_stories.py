"""Many stories in one run, which files of folders are read, and what standard input is called."""

from __future__ import annotations

import json

import pytest

from test_cli import factdiff as run

TEN = "Ten cars collided on the harbour bridge on Tuesday."
NINE = "Nine cars collided on the harbour bridge on Tuesday."


def factdiff(*args, cwd, stdin=""):
    """A run of the command: status, standard output and standard error."""
    done = run(*args, cwd=cwd, stdin=stdin.encode())
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def stories(tmp_path):
    """A folder with three stories, one of which has a conflict and one of which cannot be read."""
    files = {
        "all/bridge/a.txt": NINE, "all/bridge/b.md": TEN, "all/calm/a.txt": NINE, "all/calm/old/b.txt": TEN,
        "all/empty/a.rtf": "x", "all/.git/a.txt": "x", "all/bridge/note.md": "A note.",
    }  # fmt: skip
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_each_folder_is_a_story(stories):
    status, out, err = factdiff("check", "--stories", "all", cwd=stories)
    assert status == 2
    assert out.count("NUM301 count-conflict") == 1
    assert "# bridge\n\nerror NUM301" in out
    *_, bridge, calm, empty, total = out.splitlines()
    assert bridge.startswith("bridge  1 error")
    assert calm.startswith("calm    no findings in 1 source; ")
    assert empty.startswith("empty   not checked: all/empty holds no articles: ")
    assert total == "3 stories: 1 with open warnings or errors, 1 not checked"
    assert "factdiff: note: empty: all/empty holds no articles" in err


def test_each_story_has_a_page_and_all_have_an_index(stories):
    status, out, _ = factdiff(
        "check", "--stories", "all", "--exclude", "empty", "--format", "html", "--output", "pages", cwd=stories
    )
    assert status == 1
    assert sorted(path.name for path in (stories / "pages").iterdir()) == ["bridge.html", "calm.html", "index.html"]
    index = (stories / "pages" / "index.html").read_text(encoding="utf-8")
    assert '<a href="bridge.html">bridge</a>: 1 error' in index
    assert "count-conflict" in (stories / "pages" / "bridge.html").read_text(encoding="utf-8")
    assert out.splitlines()[-1] == "2 stories: 1 with open warnings or errors"
    assert factdiff("check", "--stories", "all", "--format", "html", cwd=stories)[2].endswith(
        "--stories writes a page for each story in html: give --output FOLDER\n"
    )


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["all/bridge"], ["a", "b", "note"]),
        (["all/bridge", "--exclude", "note*"], ["a", "b"]),
        (["all/bridge", "--glob", "*.md"], ["b", "note"]),
        (["all/calm"], ["a"]),
        (["all/calm", "--recursive"], ["a", "b"]),
        (["all/calm", "--recursive", "--glob", "old/*"], ["b"]),
        (["all/calm", "--recursive", "--exclude", "old/*"], ["a"]),
        (["all/calm", "--recursive", "--exclude", "old"], ["a"]),
    ],
)
def test_files_of_folders_are_chosen(options, ids, stories):
    _, out, _ = factdiff("check", *options, "--format", "json", cwd=stories)
    assert [source["id"] for source in json.loads(out)["sources"]] == ids


def test_folders_in_folders_have_dates_and_files_that_are_left_out(stories):
    old = stories / "all" / "calm" / "old"
    (old / "sources.toml").write_text("[b]\npublished = 2024-01-04\n", encoding="utf-8")
    (old / "c.rtf").write_text("x", encoding="utf-8")
    _, out, err = factdiff("check", "all/calm", "--recursive", "--format", "json", cwd=stories)
    found = [(source["published"], source["published_from"]) for source in json.loads(out)["sources"]]
    assert found == [("2024-01-04", "story"), ("2024-01-04", "given")]
    assert "all/calm: old/c.rtf (RTF) is left out" in err


def test_reports_of_earlier_runs_are_no_articles(stories):
    for name in ("html", "markdown"):
        output = f"all/bridge/report.{name.replace('markdown', 'md')}"
        _, _, err = factdiff("check", "all/bridge", "--format", name, "--output", output, cwd=stories)
    _, out, err = factdiff("check", "all/bridge", "--format", "json", cwd=stories)
    assert [source["id"] for source in json.loads(out)["sources"]] == ["a", "b", "note"]
    assert "all/bridge: report.html (a report) and report.md (a report) are left out" in err


def test_settings_choose_files_as_well(stories):
    (stories / "factdiff.toml").write_text('exclude = "note.md"\nglob = ["*.md"]\n', encoding="utf-8")
    _, out, _ = factdiff("check", "all/bridge", "--format", "json", cwd=stories)
    assert [source["id"] for source in json.loads(out)["sources"]] == ["b"]


def test_a_column_tells_stories_apart(tmp_path):
    rows = [{"topic": topic, "body": text} for topic, text in (("one", NINE), ("one", TEN), ("two?", NINE))]
    (tmp_path / "all.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    command = ("check", "--stories", "all.jsonl", "--columns", "text=body,story=topic")
    status, out, _ = factdiff(*command, "--format", "json", "--output", "pages", cwd=tmp_path)
    assert status == 1
    assert out.splitlines()[-1] == "2 stories: 1 with open warnings or errors"
    page = json.loads((tmp_path / "pages" / "one.json").read_text(encoding="utf-8"))
    assert [source["id"] for source in page["sources"]] == ["all-1", "all-2"]
    assert (tmp_path / "pages" / "two.json").exists()
    status, _, err = factdiff("check", "--stories", "all.jsonl", "--columns", "text=body", cwd=tmp_path)
    assert (status, err) == (
        2,
        "factdiff: all.jsonl: all-1 does not tell its story: name the column that does, as in --columns story=topic\n",
    )


def test_a_story_accepts_findings_of_its_own(stories):
    common = ("check", "--stories", "all", "--exclude", "empty", "--format", "jsonl")
    (finding,) = (row for row in map(json.loads, factdiff(*common, cwd=stories)[1].splitlines()) if "message" in row
                  and row["record"] == "finding")  # fmt: skip
    entry = f'[[accepted]]\nfingerprint = "{finding["fingerprint"]}"\nreason = "seen"\n'
    (stories / "all" / "bridge" / "factdiff.toml").write_text(entry, encoding="utf-8")
    assert factdiff(*common, cwd=stories)[0] == 0


def test_a_baseline_holds_for_all_stories(stories):
    common = ("check", "--stories", "all", "--exclude", "empty")
    assert factdiff(*common, "--write-baseline", "known.json", cwd=stories)[0] == 0
    status, out, _ = factdiff(*common, "--baseline", "known.json", cwd=stories)
    assert status == 0
    assert out.splitlines()[-1] == "2 stories: 0 with open warnings or errors"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["check"], "Missing argument 'PATH...'."),
        (["check", "all/bridge", "--stories", "all"], "give PATH... or --stories, not both"),
        (["check", "--stories", "all", "--draft", "all/bridge/a.txt"], "a draft is held against one story"),
        (["check", "--stories", "all/bridge"], "all/bridge holds no stories: put the articles of each story into a"),
        (["check", "all/bridge", "--columns", "txt=body"], "columns: there is no field 'txt': did you mean 'text'?"),
        (["check", "all/bridge", "--columns", "body"], "columns: 'body' has no '=' with a column behind it"),
    ],
)
def test_trouble_is_told(args, message, stories):
    status, out, err = factdiff(*args, cwd=stories)
    assert (status, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1


def test_standard_input_has_the_name_of_a_file(tmp_path):
    page = "---\ndate: 2024-01-04\n---\n# Crash\n\nNine cars collided on **Tuesday**.\n"
    args = ("check", "-", "--stdin-name", "drafts/crash.md", "--format", "json")
    _, out, _ = factdiff(*args, cwd=tmp_path, stdin=page)
    (source,) = json.loads(out)["sources"]
    assert (source["id"], source["published"]) == ("crash", "2024-01-04")
    assert source["original"]["path"] == "drafts/crash.md"
    (tmp_path / "wire.txt").write_text("Ten cars collided on Tuesday.", encoding="utf-8")
    _, out, _ = factdiff(
        "check", "wire.txt", "--draft", "-", *args[2:4], "--format", "github", cwd=tmp_path, stdin=page
    )
    assert "::error file=drafts/crash.md,line=6," in out
