"""Many stories on every engine give what each gives alone, in order, whatever becomes of a process on the way."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice

import pytest
from click.testing import CliRunner

from factdiff import (
    ConfigError,
    Report,
    SourceError,
    StoryResult,
    UnknownNameError,
    check_consistency,
    check_stories,
    read_results,
)
from factdiff.archive.checking import LOST
from factdiff.cli import cli
from factdiff.engine import ITEMS, WEIGHT, chunks_of

#: how many stories a run has, and the one of them that cannot be checked
STORIES, BROKEN = 48, 33
ERROR = "SourceError: sources is empty: give at least one source"


def story(number):
    """A story of two sources that agree, but for every third."""
    other = number + number % 3 // 2
    return [
        f"The fire in hall {number} hurt {number} people.",
        f"{other} people were hurt in the fire in hall {number}.",
    ]


def stories():
    return [(f"s{number}", [] if number == BROKEN else story(number)) for number in range(STORIES)]


def serial(id, sources):
    if not sources:
        return StoryResult(story=id, error=ERROR)
    return StoryResult.of(id, check_consistency(sources))


def as_bytes(results):
    return [json.dumps(result.to_dict()).encode() for result in results]


@pytest.fixture(scope="module")
def expected():
    found = [serial(id, sources) for id, sources in stories()]
    assert sum(bool(result.findings) for result in found) > STORIES // 4
    return as_bytes(found)


class Bomb:
    """What ends the process that unpacks it."""

    def __reduce__(self):
        return os._exit, (1,)


def killed_on_the_way(results, pids, after=20):
    """The results of a run, of whose processes one is killed after some of them."""
    found = list(islice(results, after))
    os.kill(pids()[0], signal.SIGKILL)
    return found + list(results)


def children():
    return [process.pid for process in multiprocessing.active_children()]


def test_one_process_gives_what_each_story_gives_alone(expected):
    assert as_bytes(check_stories(stories(), workers=1)) == expected


def test_nothing_is_lost_or_doubled_when_processes_are_killed(expected):
    given = [("bomb", [Bomb()]), *stories()]
    found = killed_on_the_way(check_stories(given, workers=2), children)
    assert found[0] == StoryResult(story="bomb", error=LOST)
    assert as_bytes(found[1:]) == expected
    assert not children()


def test_whole_reports_are_kept_on_request():
    (kept,) = check_stories([story(2)], keep="report", workers=1)
    assert isinstance(kept.report, Report)
    assert kept.report == check_consistency(story(2))
    assert kept == next(check_stories([story(2)], workers=1))


def test_what_cannot_be_is_told_at_once():
    with pytest.raises(UnknownNameError, match="unknown engine 'locl': did you mean 'local'"):
        check_stories([], engine="locl")
    with pytest.raises(ConfigError, match="has no option 'worker': did you mean 'workers'"):
        check_stories([], worker=2)
    with pytest.raises(UnknownNameError, match="unknown keep 'all'"):
        check_stories([], keep="all")
    with pytest.raises(SourceError, match="stories is a str"):
        check_stories("stories")
    with pytest.raises(ConfigError, match="workers is 0"):
        list(check_stories([], workers=0))


def test_a_script_that_does_not_guard_its_call_is_told_why(tmp_path):
    script = tmp_path / "script.py"
    script.write_text("import factdiff\nprint(list(factdiff.check_stories([['Nine died.']], workers=2)))\n", "utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True)
    assert 'if __name__ == "__main__"' in done.stderr.splitlines()[-1]
    assert "ConfigError" in done.stderr.splitlines()[-1]


def test_a_missing_library_is_told_with_its_extra():
    code = "import sys; sys.modules['distributed'] = None; import factdiff; factdiff.check_stories([], engine='dask')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "MissingExtraError: stories on the engine dask need" in done.stderr
    assert "factdiff[dask]" in done.stderr


def test_chunks_grow_and_stay_bounded():
    sizes = [len(chunk) for chunk in chunks_of(range(20_000), lambda item: 1)]
    assert sizes[:2] == [1, 1]
    assert max(sizes) == ITEMS
    assert sum(sizes) == 20_000
    assert [len(chunk) for chunk in chunks_of([WEIGHT, 1, 1, 2 * WEIGHT, 1], lambda item: item)] == [1, 1, 1, 1, 1]


@pytest.fixture(scope="module")
def cluster():
    """A scheduler and two workers, each in a process of its own, on the loopback."""
    distributed = pytest.importorskip("distributed", reason="the extra is not installed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs="CRITICAL"
    ) as found:
        yield found


def on(cluster, given, **options):
    return check_stories(given, engine="dask", scheduler=cluster.scheduler_address, **options)


def test_a_cluster_gives_the_same_when_a_worker_is_killed(cluster, expected):
    def workers():
        return [worker.pid for worker in cluster.workers.values()]

    before = workers()
    assert as_bytes(killed_on_the_way(on(cluster, stories()), lambda: before)) == expected


def test_a_cluster_is_given_no_more_than_it_has_work_for(cluster):
    drawn = count()
    results = on(cluster, (story(next(drawn)) for _ in count()))
    assert [result.story for result in islice(results, 40)] == [str(n) for n in range(1, 41)]
    results.close()
    assert next(drawn) < 70


def test_the_command_line_checks_on_a_cluster(cluster, tmp_path):
    table = tmp_path / "stories.jsonl"
    rows = [{"story": f"s{n}", "text": text} for n in range(8) for text in story(n)]
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    address = cluster.scheduler_address
    options = ["--stories", str(table), "--engine", "dask", "--scheduler", address, "--output", str(tmp_path / "out")]
    done = CliRunner().invoke(cli, ["check", *options], standalone_mode=False)
    assert done.return_value == 1
    assert done.output.startswith("8 stories of 16 sources: ")
    assert [result.story for result in read_results(tmp_path / "out")] == [f"s{n}" for n in range(8)]


def test_eight_threads_get_the_same(expected):
    def run(_):
        return as_bytes(check_stories(stories()[:16], workers=1))

    with ThreadPoolExecutor(8) as threads:
        assert all(found == expected[:16] for found in threads.map(run, range(8)))


def test_two_threads_share_a_cluster(cluster, expected):
    def run(_):
        return as_bytes(on(cluster, stories()[:16]))

    with ThreadPoolExecutor(2) as threads:
        assert all(found == expected[:16] for found in threads.map(run, range(2)))


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch):
    dask = pytest.importorskip("factdiff.engines.dask", reason="the extra is not installed")
    monkeypatch.setattr(dask, "PATIENCE", 0.2)
    with pytest.raises(ConfigError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9"):
        list(check_stories([story(1)], engine="dask", scheduler="tcp://127.0.0.1:9"))


def test_a_chunk_whose_workers_were_killed_has_no_answer():
    dask = pytest.importorskip("factdiff.engines.dask", reason="the extra is not installed")

    class Future:
        def result(self):
            raise dask.KilledWorker("task", None, 3)

    assert dask.answers_of(Future()) is None
