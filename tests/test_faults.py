"""Whatever goes wrong reaches the command line as one sentence and the exit status of trouble."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

#: a check of another package that fails in some way
CHECK = """
from factdiff.check import Check, Example

def find(story):
    {statement}
    yield

CHECK = Check(code="XXX001", name="broken", severity="error", summary="s", why="w", find=find,
              fires=Example(("a",)), quiet=Example(("b",)))
"""
READER = """
ENDINGS = (".broken",)

def read(data):
    {statement}
"""
REPORT = """
def render(report):
    {statement}
"""
STATEMENTS = {
    "[][0]": "IndexError at broken.py:{line} ('list index out of range')",
    "{}['a']": "KeyError at broken.py:{line} (\"'a'\")",
    "raise ValueError('two\\nlines')": r"ValueError at broken.py:{line} ('two\nlines')",
    "1 / 0": "ZeroDivisionError at broken.py:{line} ('division by zero')",
    "assert story is None": "AssertionError at broken.py:{line} (no message)",
    "int('x' * 5000)": 'ValueError at broken.py:{line} ("invalid literal for int()',
    "find(story).__next__()": "RecursionError at broken.py:{line} (",
    "raise MemoryError": "MemoryError at broken.py:{line} (no message)",
    "'\\ud800'.encode()": "UnicodeEncodeError at broken.py:{line} (",
    "raise ExceptionGroup('two', [ValueError()])": "ExceptionGroup at broken.py:{line} ('two (1 sub-exception)')",
}


@pytest.fixture
def package(tmp_path):
    """What makes a package with a broken variant of some sort."""

    def make(sort, module, statement):
        (tmp_path / "broken.py").write_text(module.format(statement=statement), encoding="utf-8")
        data = tmp_path / "broken-1.dist-info"
        data.mkdir(exist_ok=True)
        (data / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1\n", encoding="utf-8")
        (data / "entry_points.txt").write_text(f"[factdiff.{sort}]\nbroken = broken\n", encoding="utf-8")
        (tmp_path / "a.txt").write_text("Nine cars collided.", encoding="utf-8")
        (tmp_path / "a.broken").write_text("Nine cars collided.", encoding="utf-8")
        return tmp_path

    return make


def factdiff(folder, *args, options=()):
    """A run in a folder whose packages are known."""
    command = [sys.executable, *options, "-m", "factdiff", *args]
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


def line_of(folder, statement):
    """The line of the module on which a statement stands."""
    lines = (folder / "broken.py").read_text(encoding="utf-8").splitlines()
    return 1 + lines.index(f"    {statement}")


@pytest.mark.parametrize("statement", STATEMENTS)
def test_any_error_of_a_check_is_a_sentence(package, statement):
    folder = package("checks", CHECK, statement)
    done = factdiff(folder, "check", "a.txt")
    assert (done.returncode, done.stdout) == (2, "")
    told = STATEMENTS[statement].format(line=line_of(folder, statement))
    assert done.stderr.startswith(f"factdiff: this is a fault of factdiff: {told}")
    assert done.stderr.endswith("traceback\n")
    assert done.stderr.count("\n") == 1
    assert len(done.stderr) < 500


@pytest.mark.parametrize(
    ("sort", "module", "args"),
    [
        ("readers", READER, ["check", "a.broken"]),
        ("readers", READER, ["mentions", "a.broken"]),
        ("reports", REPORT, ["check", "a.txt", "--format", "broken"]),
        ("reports", "{statement}", ["check", "a.txt", "--format", "broken"]),
        ("checks", "{statement}", ["checks"]),
        ("checks", "{statement}", ["explain", "DAT101"]),
    ],
)
def test_so_is_any_error_of_other_parts(package, sort, module, args):
    done = factdiff(package(sort, module, "1 / 0"), *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("factdiff: this is a fault of factdiff: ZeroDivisionError at broken.py:")
    assert done.stderr.count("\n") == 1


def test_its_traceback_is_shown_on_request(package):
    done = factdiff(package("checks", CHECK, "1 / 0"), "check", "a.txt", options=("-X", "dev"))
    assert "Traceback" in done.stderr
    assert "in find" in done.stderr


def test_an_error_of_the_system_has_its_words(package):
    done = factdiff(package("checks", CHECK, "raise OSError('the disk is gone')"), "check", "a.txt")
    assert (done.returncode, done.stderr) == (2, "factdiff: the system: the disk is gone\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device")  # noqa: PTH110  no Path of it
@pytest.mark.parametrize("args", [["explain", "QTY401"], ["check", "a.txt"], ["--help"], []])
def test_a_full_disk_is_trouble(package, args):
    command = f"{sys.executable} -m factdiff {' '.join(args)} > /dev/full"
    folder = package("checks", CHECK, "return")
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (2, "factdiff: the system: No space left on device\n")


def test_a_stop_is_told(package):
    folder = package("checks", CHECK, "import time; print('started', flush=True); time.sleep(60)")
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "factdiff", "check", "a.txt"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}

    def heed_stops():  # which a suite that was started in the background passes on as ignored
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    with subprocess.Popen(command, cwd=folder, env=environment, preexec_fn=heed_stops, **pipes) as run:
        assert run.stdout.readline() == "started\n"
        time.sleep(0.1)
        run.send_signal(signal.SIGINT)
        assert run.stderr.read().split("\n") == ["", "factdiff: stopped", ""]
    assert run.returncode == 2
