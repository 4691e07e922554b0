"""The command line: as a process for each way to end, and as one for all else, in the process of the tests."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factdiff import Config, Tolerances, cli
from factdiff.check import SUSPECT, checks

FIXTURES = Path(__file__).parent.parent / "fixtures"
MISSILES = str(FIXTURES / "missiles")
FERRY = str(FIXTURES / "ferry")
#: what is said of the folder of a fixture, which holds what is to be found in it as well
NOTE = (
    f"factdiff: note: {MISSILES}: gold.json (JSON) is left out: name the columns of a table with --columns\n"
    "factdiff: note: page furniture of kestrel-news was not compared: “Iceland”, “five”, “Nine” and 4 more\n"
).encode()


def factdiff(*args, cwd=None, stdin=b"", **env):
    """What a process of the command does, in this one: with streams, a folder and an environment of its own."""
    names = ("stdin", "stdout", "stderr")
    streams = [io.TextIOWrapper(io.BytesIO(stdin * (name == "stdin")), "utf-8", write_through=True) for name in names]
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in zip(names, streams, strict=True):
            patch.setattr(sys, name, stream)
        for name, value in {"COLUMNS": "100", **env}.items():
            patch.setenv(name, value)
        patch.chdir(cwd or Path.cwd())
        with pytest.raises(SystemExit) as stop:
            cli.main([os.fspath(arg) for arg in args])
        return subprocess.CompletedProcess(args, stop.value.code, *(s.buffer.getvalue() for s in streams[1:]))


def process(*args, cwd=None, stdin=b""):
    return subprocess.run(
        [sys.executable, "-m", "factdiff", *args],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"},
        timeout=120,
    )


#: a file with one finding, as `written` puts it into a folder
FLIGHT, CONVERSION = "flight.txt", "It flew 900km (500 miles)."


def written(folder):
    """A folder with a file that has one finding."""
    (folder / FLIGHT).write_text(CONVERSION, encoding="utf-8")
    return folder


def trouble(*args, **options):
    done = factdiff(*args, **options)
    assert (done.returncode, done.stdout) == (2, b"")
    line = done.stderr.decode()
    assert line.startswith("factdiff: ")
    assert line.count("\n") == 1
    return line.removeprefix("factdiff: ").rstrip("\n")


@pytest.mark.parametrize(
    ("args", "stdin"),
    [
        (["check", MISSILES], b""),
        (["check", FERRY, "--format", "json"], b""),
        (["check", "-"], "Nine people died in Łódź. Only 8 people died in Łódź.".encode()),
        (["check", "nowhere.txt"], b""),
        (["explain", "QTY401"], b""),
        (["--help"], b""),
    ],
    ids=["findings", "quiet", "stdin", "trouble", "explain", "help"],
)
def test_a_process_does_what_the_other_tests_see(args, stdin):
    done, seen = process(*args, stdin=stdin), factdiff(*args, stdin=stdin)
    assert (done.returncode, done.stdout, done.stderr) == (seen.returncode, seen.stdout, seen.stderr)


def test_findings_make_the_exit_status_1():
    done = factdiff("check", MISSILES)
    assert (done.returncode, done.stderr) == (1, NOTE)
    assert "date-conflict" in done.stdout.decode()
    assert "\x1b" not in done.stdout.decode()


def test_exit_zero_and_quiet_stories_make_it_0():
    assert factdiff("check", MISSILES, "--exit-zero").returncode == 0
    assert factdiff("check", FERRY).returncode == 0
    assert factdiff("check", MISSILES, "--select", "PLC602").returncode == 0


def test_json_is_the_report():
    report = json.loads(factdiff("check", MISSILES, "--format", "json").stdout)
    assert report["schema_version"] == 1
    assert [source["id"] for source in report["sources"]] == sorted(
        p.stem for p in (FIXTURES / "missiles").glob("*.txt")
    )
    assert {source["published_from"] for source in report["sources"]} == {"given"}


@pytest.mark.parametrize(
    ("options", "checks"),
    [
        (["--select", "QTY"], {"unit-conversion"}),
        (["--select", "DAT102,QTY401"], {"weekday-mismatch", "unit-conversion"}),
        (["--select", "DAT", "--ignore", "date-conflict"], {"weekday-mismatch"}),
        (["--select", "PLC602", "--min-severity", "warning"], set()),
    ],
)
def test_choosing_checks(options, checks):
    report = json.loads(factdiff("check", MISSILES, "--format", "json", *options).stdout)
    assert {finding["check"] for finding in report["findings"]} == checks


def test_output_goes_to_a_file_whole(tmp_path):
    page = tmp_path / "report.html"
    done = factdiff("check", MISSILES, "--format", "html", "--output", str(page))
    assert (done.returncode, done.stdout) == (1, b"")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_output_that_cannot_be_written_leaves_nothing(tmp_path):
    path = tmp_path / "none" / "report.txt"
    line = trouble("check", FLIGHT, "--output", str(path), cwd=written(tmp_path))
    assert line.startswith(
        f"{path} cannot be written (No such file or directory): give a file in a folder that is there"
    )
    assert [path.name for path in tmp_path.iterdir()] == [FLIGHT]


@pytest.mark.parametrize("option", ["--output", "--write-baseline"])
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none/a.txt", "No such file or directory"),
        (f"{FLIGHT}/a.txt", "Not a directory"),
        ("x" * 300, "File name too long"),
    ],
)
def test_what_cannot_be_written_is_told_by_the_name_that_was_given(option, name, reason, tmp_path):
    line = trouble("check", FLIGHT, option, name, cwd=written(tmp_path))
    assert line.startswith(f"{name} cannot be written ({reason}): give a file in a folder")


@pytest.mark.parametrize("value", [".", "", "a\\u0000b"])
def test_what_settings_cannot_mean_by_a_file_is_told(value, tmp_path):
    place(tmp_path, {FLIGHT: CONVERSION, "factdiff.toml": f'output = "{value}"'})
    assert "cannot be written (" in trouble("check", FLIGHT, cwd=tmp_path)


def test_output_goes_where_a_link_leads_and_into_what_is_no_file(tmp_path):
    place(tmp_path, {"real/report.txt": "old"})
    (tmp_path / "link.txt").symlink_to("real/report.txt")
    os.mkfifo(tmp_path / "pipe")
    assert factdiff("check", FLIGHT, "--output", "link.txt", cwd=written(tmp_path)).returncode == 1
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real" / "report.txt").read_text(encoding="utf-8").startswith("error")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    factdiff("check", FLIGHT, "--output", "pipe", cwd=tmp_path)
    assert os.read(reader, 65536).startswith(b"error")
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()
    assert process("check", FLIGHT, "--output", "/dev/stdout", cwd=tmp_path).stdout.startswith(b"error")


def test_standard_input_and_publication_date(tmp_path):
    (tmp_path / "a.txt").write_text("The missile was fired at Kyiv on January 2, 2024.", encoding="utf-8")
    text = b"The missile was fired at Kyiv on Wednesday."
    done = factdiff("check", "a.txt", "-", "--published", "stdin=2024-01-04", cwd=tmp_path, stdin=text)
    assert done.returncode == 1
    assert "“Wednesday” (stdin)" in " ".join(done.stdout.decode().split())
    agreed = factdiff(
        "check", "a.txt", "-", "--published", "stdin=2024-01-09", cwd=tmp_path, stdin=b"It was on Tuesday."
    )
    assert agreed.returncode == 0


def test_dates_of_the_command_line_come_before_those_of_the_folder(tmp_path):
    (tmp_path / "a.md").write_text("The vote was on Tuesday.", encoding="utf-8")
    (tmp_path / "sources.toml").write_text('[a]\npublished = 2024-01-04\npublisher = "A"\n', encoding="utf-8")
    command = ("check", str(tmp_path), "--format", "json")
    given = json.loads(factdiff(*command).stdout)["sources"][0]
    assert (given["published"], given["publisher"]) == ("2024-01-04", "A")
    overridden = json.loads(factdiff(*command, "--published", "a=2024-01-11").stdout)["sources"][0]
    assert overridden["published"] == "2024-01-11"


def test_mentions_lists_values(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("About 900km on Tuesday.", encoding="utf-8")
    done = factdiff("mentions", str(path), "--published", "2024-01-04")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == [
        "0\t11\tquantity\tAbout 900km\tabout 900 km\tquantity",
        "15\t22\tdate\tTuesday\t2024-01-02\tdate-weekday",
    ]


def test_mentions_of_several_texts_name_their_source(tmp_path):
    place(tmp_path, {"story/b.txt": "On Tuesday.", "story/a.md": "Nine people."})
    place(tmp_path, {"story/sources.toml": "[b]\npublished = 2024-01-04\n", "story/c.rtf": "Ten people."})
    lines = ["a\t0\t4\tnumber\tNine\t9 persons\tnumber-words", "b\t3\t10\tdate\tTuesday\t2024-01-02\tdate-weekday"]
    done = factdiff("mentions", "story", cwd=tmp_path)
    assert (done.returncode, done.stdout.decode().splitlines()) == (0, lines)
    assert done.stderr == b"factdiff: note: story: c.rtf (RTF) is left out: no reader reads such files\n"
    done = factdiff("mentions", "story/b.txt", "-", cwd=tmp_path, stdin=b"Six people.")
    assert [line.split("\t")[0] for line in done.stdout.decode().splitlines()] == ["b", "stdin"]
    done = factdiff("mentions", "story", "--published", "2024-01-11", cwd=tmp_path)
    assert "2024-01-09" in done.stdout.decode()


def test_mentions_take_the_language_of_the_folder_unless_one_is_given(tmp_path):
    place(tmp_path, {"story/a.txt": "Am 3. Oktober 2023.", "story/sources.toml": '[a]\nlang = "de"\n'})
    assert "2023-10-03" in factdiff("mentions", "story", cwd=tmp_path).stdout.decode()
    english = factdiff("mentions", "story", "--lang", "en", cwd=tmp_path).stdout.decode()
    assert "2023-10-03" not in english
    assert "2023-10-03" in factdiff("mentions", "story/a.txt", "--lang", "de", cwd=tmp_path).stdout.decode()


def test_a_folder_tells_what_it_holds_beside_its_articles(tmp_path):
    place(tmp_path, {"story/a.txt": CONVERSION, "story/b.rtf": "x", "story/factdiff.toml": ""})
    done = factdiff("check", "story", "--format", "json", cwd=tmp_path)
    assert done.stderr == b"factdiff: note: story: b.rtf (RTF) is left out: no reader reads such files\n"
    assert len(json.loads(done.stdout)["sources"]) == 1
    assert trouble("check", "story", "--select", "XYZ", cwd=tmp_path).startswith("unknown check 'XYZ'")


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (["check"], "a.yaml"),
        (["check"], "a.txt"),
        (["check"], "-"),
        (["check", FLIGHT], "a.rtf"),
        (["check", FLIGHT, "--draft"], "a.tex"),
        (["mentions"], "a.odt"),
    ],
)
def test_what_is_no_text_is_no_pass(command, name, tmp_path):
    text = '{"text": "Nine cars collided."}'
    place(written(tmp_path), {} if name == "-" else {name: text})
    line = trouble(*command, name, cwd=tmp_path, stdin=text.encode())
    assert ", not plain text: " in line
    assert line.startswith("standard input is JSON" if name == "-" else f"{name} is ")


def test_checks_are_listed():
    lines = factdiff("checks").stdout.decode().splitlines()
    assert [tuple(line.split()[:3]) for line in lines] == [(c.code, c.name, c.severity) for c in checks()]
    assert [line.split(maxsplit=3)[3] for line in lines] == [c.summary for c in checks()]


def test_explain_tells_of_all_checks_that_a_code_begins():
    pages = factdiff("explain", "dat").stdout.decode()
    wanted = [check for check in checks() if check.code.startswith("DAT")]
    assert len(wanted) > 1
    assert [line for line in pages.splitlines() if line.startswith("DAT")] == [
        f"{c.code} {c.name} ({c.severity})" for c in wanted
    ]
    assert factdiff("explain", "DAT101").stdout.decode() in pages
    assert factdiff("explain", "DAT10").stdout.decode() == pages


def test_explain_tells_what_a_check_does():
    by_code, by_name = factdiff("explain", "QTY401"), factdiff("explain", "unit-conversion")
    assert by_code.returncode == 0
    assert by_code.stdout == by_name.stdout
    assert by_code.stdout.decode().startswith("QTY401 unit-conversion (error)\n")
    assert "900km (500 miles)" in by_code.stdout.decode()


def test_version_and_help():
    import factdiff as package

    assert factdiff("--version").stdout.decode() == f"factdiff {package.__version__}\n"
    helped = factdiff("--help")
    assert all(name.encode() in helped.stdout for name in cli.cli.commands)
    bare = factdiff()
    assert (bare.returncode, bare.stdout, bare.stderr) == (0, helped.stdout, b"")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["check", "nowhere.txt"], "nowhere.txt does not exist: check the path"),
        (["check"], "Missing argument 'PATH...'. Try 'factdiff check --help'."),
        (["check", MISSILES, "--formt", "x"], "Try 'factdiff check --help'."),
        (["check", MISSILES, "--format", "htlm"], "unknown report format 'htlm': did you mean 'html'?"),
        (["check", MISSILES, "--select", "XYZ"], "unknown check 'XYZ': "),
        (["check", MISSILES, "--min-severity", "warn"], "unknown severity 'warn': did you mean 'warning'?"),
        (
            ["check", MISSILES, "--published", "2024-01-04"],
            "--published '2024-01-04' has no '=': write it as ID=DATE for each source, "
            "such as fennimore-ledger=2024-01-04",
        ),
        (
            ["check", MISSILES, "--published", "isarblatt"],
            "has no '=': write it as ID=DATE for each source, such as isarblatt=2024",
        ),
        (["check", MISSILES, "--published", "soon"], "such as fennimore-ledger=2024-01-04"),
        (["check", MISSILES, "--published", "=2024-01-04"], "unknown source '': use one of fennimore-ledger, "),
        (["check", MISSILES, "--published", "isarblatt="], "[isarblatt] published is '': give a date"),
        (
            ["mentions", MISSILES, "--published", "isarblatt=2024-01-04"],
            "published is 'isarblatt=2024-01-04': give a date",
        ),
        (
            ["check", MISSILES, "--published", "isarblat=2024-01-04"],
            "unknown source 'isarblat': did you mean 'isarblatt'?",
        ),
        (
            ["check", MISSILES, "--published", "isarblatt=soon"],
            "--published: [isarblatt] published is 'soon': give a date",
        ),
        (["check", MISSILES, MISSILES], "2 sources have the id 'fennimore-ledger': give each source an id of its own"),
        (["explain", "DTA101"], "unknown check 'DTA101': did you mean 'DAT101'?"),
        (["chek", MISSILES], "No such command 'chek'"),
        (["check", "-"], "standard input: text is empty: give the words of the source"),
    ],
)
def test_trouble_is_told_in_one_line(args, message, tmp_path):
    assert message in trouble(*args, cwd=tmp_path)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "holds no articles: put *.md or *.txt files there"),
        ({"a.rtf": b"x"}, "or others that are read; a.rtf (RTF) is left out: no reader reads such files"),
        ({"a.txt": b"\xff\xfe"}, "a.txt is not UTF-8 (byte 0 is 0xff): save it as UTF-8"),
        ({"a.txt": b" \n"}, "a.txt: text is empty: give the words of the source"),
        ({"a.txt": b"x", "sources.toml": b"[a\n"}, "sources.toml is not valid TOML"),
        ({"a.txt": b"x", "sources.toml": b"[b]\n"}, "sources.toml: no article has the id 'b'"),
        (
            {"a.txt": b"x", "sources.toml": b"[a]\npublishd = 2024-01-04\n"},
            "[a] has an unknown field 'publishd': did you",
        ),
        ({"a.txt": b"x", "sources.toml": b'[a]\npublished = "soon"\n'}, "[a] published is 'soon': give a date"),
        ({"a.txt": b"x", "sources.toml": b"a = 1\n"}, "[a] is a int: write it as a table"),
    ],
)
def test_trouble_with_a_folder(files, message, tmp_path):
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert message in trouble("check", str(tmp_path))


def test_a_file_without_permission(tmp_path):
    if os.geteuid() == 0:
        pytest.skip("the superuser may read every file")
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    assert "cannot be read (Permission denied): check its permissions" in trouble("check", str(path))


def in_terminal(*args, **env):
    """What the command prints to a terminal."""
    reader, writer = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "factdiff", *args], stdout=writer, env={**os.environ, "TERM": "xterm", **env}
    )
    os.close(writer)
    data = b""
    while True:
        try:
            piece = os.read(reader, 65536)
        except OSError:
            break
        if not piece:
            break
        data += piece
    os.close(reader)
    return done.wait(timeout=60), data.decode()


def place(folder, files):
    """Write some files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def found(*args, **options):
    """The report of a run in JSON, with its exit status and what it says on standard error."""
    done = factdiff("check", *args, "--format", "json", **options)
    return json.loads(done.stdout), done.returncode, done.stderr.decode()


def test_baseline_marks_what_is_known(tmp_path):
    place(tmp_path, {"a.txt": CONVERSION})
    done = factdiff("check", "a.txt", "--write-baseline", "base.json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "[known]" in done.stdout.decode()
    kept = json.loads((tmp_path / "base.json").read_text(encoding="utf-8"))
    assert [list(entry) for entry in kept["findings"]] == [["fingerprint", "check", "message"]]
    place(tmp_path, {"a.txt": f"Some words before. {CONVERSION} It rose 10km (20 miles)."})
    report, status, said = found("a.txt", "--baseline", "base.json", cwd=tmp_path)
    assert [finding.get("known") for finding in report["findings"]] == [True, None]
    assert (status, said) == (1, "")
    place(tmp_path, {"a.txt": "It rose 10km (20 miles)."})
    _, status, said = found("a.txt", "--baseline", "base.json", cwd=tmp_path)
    assert said == "factdiff: note: 1 of 1 finding of base.json not found any more: use --write-baseline\n"
    place(tmp_path, {"a.txt": CONVERSION})
    (tmp_path / "report.json").write_bytes(factdiff("check", "a.txt", "--format", "json", cwd=tmp_path).stdout)
    assert found("a.txt", "--baseline", "report.json", cwd=tmp_path)[1] == 0


def schools(folder):
    """The name of a folder of texts with one suspect and no finding."""
    (check,) = (check for check in checks() if check.name == SUSPECT)
    place(folder, {f"story/{source.id}.txt": source.text for source in check.fires.sources()})
    return "story"


def test_suspects_are_listed_and_never_count(tmp_path):
    story = schools(tmp_path)
    for options, listed, kept in (
        ((), 1, 1),
        (("--suspects", "0"), 0, 1),
        (("--suspects", "5"), 1, 1),
        (("--max-suspects", "0"), 0, 0),
    ):
        done = factdiff("check", story, *options, cwd=tmp_path)
        text = done.stdout.decode()
        assert done.returncode == 0
        assert text.count("info SUS981 suspect ") == text.count("worth a look, 1 of 1:") == listed
        assert text.count("; 1 worth a look\n") == kept
        assert len(found(story, *options, cwd=tmp_path)[0]["suspects"]) == kept
    place(tmp_path, {"factdiff.toml": "suspects = 0\n"})
    assert b"SUS981" not in factdiff("check", story, cwd=tmp_path).stdout
    assert b"SUS981" in factdiff("check", story, "--suspects", "1", cwd=tmp_path).stdout
    place(tmp_path, {"factdiff.toml": "max-suspects = 0\n"})
    assert found(story, cwd=tmp_path)[0]["suspects"] == []
    assert "'--suspects': -1 is not in the range" in trouble("check", story, "--suspects", "-1", cwd=tmp_path)


@pytest.mark.parametrize("baseline", ["base.json", "report.json"])
def test_suspects_that_are_known_or_accepted_are_hidden(tmp_path, baseline):
    story = schools(tmp_path)
    ((suspect,), none) = (found(story, cwd=tmp_path)[0][name] for name in ("suspects", "findings"))
    assert none == []
    (tmp_path / "report.json").write_bytes(factdiff("check", story, "--format", "json", cwd=tmp_path).stdout)
    report, status, _ = found(story, "--write-baseline", "base.json", cwd=tmp_path)
    assert (report["suspects"], status) == ([], 0)
    report, _, said = found(story, "--baseline", baseline, cwd=tmp_path)
    assert report["suspects"] == []
    assert "any more" not in said
    entry = f'[[accepted]]\nfingerprint = "{suspect["fingerprint"]}"\nreason = "Two schools."\n'
    place(tmp_path, {"story/factdiff.toml": entry})
    report, _, said = found(story, cwd=tmp_path)
    assert report["suspects"] == []
    assert "any more" not in said


def test_findings_are_accepted_beside_the_sources(tmp_path):
    place(tmp_path, {"story/a.txt": CONVERSION})
    report = found("story", cwd=tmp_path)[0]
    fingerprint = report["findings"][0]["fingerprint"]
    entry = '[[accepted]]\nfingerprint = "{}"\nreason = "{}"\n'
    accepted = entry.format(fingerprint, "The ministry said so.") + entry.format("0" * 16, "gone")
    place(tmp_path, {"story/factdiff.toml": accepted})
    report, status, said = found("story", cwd=tmp_path)
    assert report["findings"][0]["accepted"] == "The ministry said so."
    assert (status, said) == (0, f"factdiff: note: accepted finding {'0' * 16} is not found any more: remove it\n")


def test_settings_come_from_files_and_the_command_line_wins(tmp_path):
    project = (
        '[tool.factdiff]\nignore = ["QTY"]\nformat = "json"\noutput = "out.json"\nexit-zero = true\n'
        "tolerances = {hedge = 0.2}\npublished = {a = 2024-01-04}\n"
    )
    place(tmp_path, {"pyproject.toml": project, "news/a.txt": f"{CONVERSION} It was on Tuesday (January 3, 2024)."})
    done = factdiff("check", "a.txt", cwd=tmp_path / "news")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    report = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [finding["check"] for finding in report["findings"]] == ["date-conflict", "weekday-mismatch"]
    assert report["sources"][0]["published"] == "2024-01-04"
    place(tmp_path, {"news/factdiff.toml": 'select = "weekday-mismatch"\nignore = []\n'})
    factdiff("check", "news", cwd=tmp_path)
    report = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [finding["check"] for finding in report["findings"]] == ["weekday-mismatch"]
    done = factdiff("check", "news", "--select", "QTY", "--format", "text", "--output", "out.txt", cwd=tmp_path)
    assert "unit-conversion" in (tmp_path / "out.txt").read_text(encoding="utf-8")
    place(tmp_path, {"other.toml": ""})
    assert factdiff("check", "news", "--config", "other.toml", cwd=tmp_path).stdout.startswith(b"error")


DRAFT = "Nineteen people were hurt when the 40-metre ferry hit the pier in Naples."
STORY = {
    "story/wire.txt": "Nine people were hurt when the ferry hit the pier in Naples.",
    "story/daily.txt": "The ferry rammed a pier in Naples, hurting nine people.",
}


def of_draft(report):
    """The findings of a report on a draft: the check, and the words of the draft."""
    return [(f["check"], [e["surface"] for e in f["evidence"] if e["source"] == "draft"]) for f in report["findings"]]


def test_a_draft_is_held_against_its_sources(tmp_path):
    place(tmp_path, {**STORY, "draft.txt": DRAFT})
    report, status, said = found("--draft", "draft.txt", "story", cwd=tmp_path)
    assert of_draft(report) == [("count-conflict", ["Nineteen"]), ("unsupported", ["40-metre"])]
    assert (status, said) == (1, "")
    place(tmp_path, {"draft.txt": STORY["story/wire.txt"]})
    report, status, said = found("--draft", "draft.txt", "story", cwd=tmp_path)
    assert (report["findings"], status, said) == ([], 0, "")


def test_a_draft_says_what_its_sources_quarrel_about_only_where_it_takes_part(tmp_path):
    place(tmp_path, {**STORY, "draft.txt": "A ferry hit the pier in Naples."})
    place(tmp_path, {"story/other.txt": "The ferry rammed a pier in Naples, hurting nineteen people."})
    assert found("story", cwd=tmp_path)[1] == 1
    assert found("--draft", "draft.txt", "story", cwd=tmp_path)[1] == 0


def test_a_draft_may_come_from_standard_input_or_lie_among_its_sources(tmp_path):
    place(tmp_path, {**STORY, "story/draft.txt": DRAFT, "story/sources.toml": "[draft]\npublished = 2024-05-16\n"})
    report = found("--draft", "story/draft.txt", "story", cwd=tmp_path)[0]
    assert of_draft(report) == [("count-conflict", ["Nineteen"]), ("unsupported", ["40-metre"])]
    assert [(s["id"], s["published"]) for s in report["sources"]] == [
        ("daily", "2024-05-16"), ("draft", "2024-05-16"), ("wire", "2024-05-16"),
    ]  # fmt: skip
    (tmp_path / "story/draft.txt").unlink()
    (tmp_path / "story/sources.toml").unlink()
    command = ("story", "--draft", "-", "--published", "stdin=2024-05-16")
    report = found(*command, cwd=tmp_path, stdin=DRAFT.encode())[0]
    assert [source["id"] for source in report["sources"]] == ["daily", "stdin", "wire"]
    assert [finding["check"] for finding in report["findings"]] == ["count-conflict", "unsupported"]


def test_a_draft_is_a_setting_from_where_the_file_lies(tmp_path):
    place(tmp_path, {**STORY, "desk/draft.txt": DRAFT, "story/factdiff.toml": 'draft = "../desk/draft.txt"\n'})
    report = found("story", cwd=tmp_path)[0]
    assert of_draft(report) == [("count-conflict", ["Nineteen"]), ("unsupported", ["40-metre"])]
    place(tmp_path, {"desk/other.txt": STORY["story/wire.txt"]})
    assert found("story", "--draft", "desk/other.txt", cwd=tmp_path)[1] == 0


def test_trouble_with_a_draft(tmp_path):
    place(tmp_path, {**STORY, "wire.txt": DRAFT})
    assert "none.txt does not exist: check the path" in trouble("check", "--draft", "none.txt", "story", cwd=tmp_path)
    assert "story is a folder: give a file" in trouble("check", "--draft", "story", "story", cwd=tmp_path)
    assert "2 sources have the id 'wire'" in trouble("check", "--draft", "wire.txt", "story", cwd=tmp_path)
    assert "there is nothing but the draft, wire.txt: give the sources" in trouble(
        "check", "--draft", "wire.txt", "wire.txt", cwd=tmp_path
    )
    assert "Missing argument 'PATH...'" in trouble("check", "--draft", "wire.txt", cwd=tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = []", "factdiff.toml: unknown key 'selct': did you mean 'select'?"),
        ("min_severity = 'info'", "unknown key 'min_severity': did you mean 'min-severity'?"),
        ("tolerances = {hegde = 1}", "factdiff.toml: tolerances: unknown key 'hegde': did you mean 'hedge'?"),
        ("tolerances = {hedge = 3}", "tolerances: "),
        ("tolerances = {hedge = 'x'}", "tolerances: "),
        ("exit-zero = 'yes'", "factdiff.toml: exit-zero is 'yes': give true or false"),
        ("select = 3", "factdiff.toml: select is 3: give a string or a list of strings, such as select = ["),
        ("published = 2024-01-04", "published is 2024-01-04: give a table of dates by source, such as published = {"),
        ("published = {a = 'soon'}", "settings: [a] published is 'soon': give a date"),
        ("max-sources = 'x'", "max-sources is 'x': give a whole number from 1 on"),
        ("max-source-chars = 5", "source 'a' has 26 characters, more than max_source_chars (5): give less of it, or"),
        ("format = 'htlm'", "unknown report format 'htlm': did you mean 'html'?"),
        ("min-severity = 'warn'", "unknown severity 'warn': did you mean 'warning'?"),
        ("[[accepted]]\nfingerprint = 'x'", "an accepted finding has no reason: give it as a string"),
        ("[[accepted]]\nfingerprnt = 'x'", "accepted: unknown key 'fingerprnt': did you mean 'fingerprint'?"),
        ("accepted = ['x']", "accepted holds 'x': give tables with fingerprint and reason"),
        ("select = [", "factdiff.toml is not valid TOML: "),
        ("[published]\nb = 2024-01-04", "unknown source 'b': "),
        ("baseline = 'none.json'", "none.json cannot be read (No such file or directory): write it with"),
        ("baseline = 'a.txt'", "a.txt is no baseline: write it with --write-baseline"),
    ],
)
def test_trouble_with_settings(text, message, tmp_path):
    place(tmp_path, {"a.txt": CONVERSION, "factdiff.toml": text})
    assert message in trouble("check", "a.txt", cwd=tmp_path)


def test_trouble_with_a_project_file(tmp_path):
    place(tmp_path, {"a.txt": CONVERSION, "pyproject.toml": "[tool]\nfactdiff = 3\n"})
    assert "tool.factdiff is 3: give a table" in trouble("check", "a.txt", cwd=tmp_path)
    assert "none.toml cannot be read" in trouble("check", "a.txt", "--config", "none.toml", cwd=tmp_path)


def test_settings_make_a_config(tmp_path):
    place(tmp_path, {"factdiff.toml": 'select = "DAT"\n[tolerances]\nnear-km = 10\n'})
    config = Config.from_file(tmp_path / "factdiff.toml")
    assert config == Config(select="DAT", tolerances=Tolerances(near_km=10))


def test_schema_is_printed():
    assert json.loads(factdiff("schema").stdout)["title"] == "A factdiff report"


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self):
        return True


def test_long_work_shows_a_bar_on_a_terminal_only(monkeypatch):
    monkeypatch.setattr(cli, "PATIENCE", 0.0)
    monkeypatch.setattr(sys, "stderr", Terminal())
    with cli.progress() as track:
        assert list(track(["a", "b"])) == ["a", "b"]
        time.sleep(0.3)
    assert "Reading" in sys.stderr.getvalue()
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with cli.progress() as track:
        assert list(track(["a", "b"])) == ["a", "b"]
    assert sys.stderr.getvalue() == ""


def test_colour_on_a_terminal_only_and_not_with_no_color():
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    assert "NO_COLOR" not in environment
    status, coloured = in_terminal("check", MISSILES, NO_COLOR="", COLUMNS="80")
    assert status == 1
    assert "\x1b[1;31merror\x1b[0m" in coloured
    _, plain = in_terminal("check", MISSILES, NO_COLOR="1", COLUMNS="80")
    assert "\x1b[3" not in plain
    assert "error DAT101 date-conflict" in plain


def test_a_reader_that_stops_listening_is_no_error():
    command = f"{sys.executable} -m factdiff check {MISSILES} --format json | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert (done.stdout, done.stderr) == (b"{", NOTE)


def completed(*words):
    """What bash is given to complete the last of some words to."""
    line = ["factdiff", *words]
    done = factdiff(COMP_WORDS=" ".join(line), COMP_CWORD=str(len(words)), _FACTDIFF_COMPLETE="bash_complete")
    return [line.partition(",")[2] for line in done.stdout.decode().splitlines()]


def test_shells_complete_what_is_known():
    assert completed("ex") == ["explain"]
    assert completed("check", "--form") == ["--format"]
    assert completed("check", "--format", "js") == ["json", "jsonl"]
    assert completed("check", "--min-severity", "w") == ["warning"]
    assert completed("check", "--select", "DAT") == [c.code for c in checks() if c.code.startswith("DAT")]
    assert "unit-conversion" in completed("explain", "unit")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_shells_are_given_their_script(shell):
    assert b"_FACTDIFF_COMPLETE" in factdiff(_FACTDIFF_COMPLETE=f"{shell}_source").stdout


def test_evidence_is_told_by_its_line_as_well(tmp_path):
    place(tmp_path, {"a.txt": f"Crash\r\n\r\nKyiv. {CONVERSION}\n"})
    text = factdiff("check", "a.txt", cwd=tmp_path).stdout.decode()
    assert "A a:23 (3:15)  " in text
    assert "B a:30 (3:22)  " in text


def test_explain_shows_how_many_findings_were_right():
    from factdiff.values.precision import precisions

    for name, measured in precisions().items():
        assert f"Precision: {measured}." in factdiff("explain", name).stdout.decode()
    assert "no finding on real articles was read" in factdiff("explain", "MON503").stdout.decode()
