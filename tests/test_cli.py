"""The command line, run as users run it: as a process."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"
MISSILES = str(FIXTURES / "missiles")
FERRY = str(FIXTURES / "ferry")


def factdiff(*args, cwd=None, stdin=b"", **env):
    return subprocess.run(
        [sys.executable, "-m", "factdiff", *args],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100", **env},
        timeout=120,
    )


def trouble(*args, **options):
    done = factdiff(*args, **options)
    assert (done.returncode, done.stdout) == (2, b"")
    line = done.stderr.decode()
    assert line.startswith("factdiff: ")
    assert line.count("\n") == 1
    return line.removeprefix("factdiff: ").rstrip("\n")


def test_findings_make_the_exit_status_1():
    done = factdiff("check", MISSILES)
    assert (done.returncode, done.stderr) == (1, b"")
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
    line = trouble("check", MISSILES, "--output", str(tmp_path / "none" / "report.txt"))
    assert "No such file or directory" in line
    assert list(tmp_path.iterdir()) == []


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


def test_explain_tells_what_a_check_does():
    by_code, by_name = factdiff("explain", "QTY401"), factdiff("explain", "unit-conversion")
    assert by_code.returncode == 0
    assert by_code.stdout == by_name.stdout
    assert by_code.stdout.decode().startswith("QTY401 unit-conversion (error)\n")
    assert "900km (500 miles)" in by_code.stdout.decode()


def test_version_and_help():
    import factdiff as package

    assert factdiff("--version").stdout.decode() == f"factdiff {package.__version__}\n"
    assert b"check" in factdiff("--help").stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["check", "nowhere.txt"], "nowhere.txt does not exist: check the path"),
        (["check"], "Missing argument 'PATH...'."),
        (["check", MISSILES, "--format", "htlm"], "unknown report format 'htlm': did you mean 'html'?"),
        (["check", MISSILES, "--select", "XYZ"], "unknown check 'XYZ': "),
        (["check", MISSILES, "--min-severity", "warn"], "unknown severity 'warn': did you mean 'warning'?"),
        (["check", MISSILES, "--published", "2024-01-04"], "--published '2024-01-04' has no '=': write it as ID=DATE"),
        (
            ["check", MISSILES, "--published", "isarblat=2024-01-04"],
            "unknown source 'isarblat': did you mean 'isarblatt'?",
        ),
        (
            ["check", MISSILES, "--published", "isarblatt=soon"],
            "--published: [isarblatt] published is 'soon': give a date",
        ),
        (["check", MISSILES, MISSILES], "2 sources have the id 'fennimore-ledger': give each source an id of its own"),
        (["mentions", MISSILES], "is a folder: give a file"),
        (["explain", "DAT10"], "unknown check 'DAT10': did you mean 'DAT101'?"),
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
        ({"a.rtf": b"x"}, "holds no articles"),
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
    assert (done.stdout, done.stderr) == (b"{", b"")
