"""How engines scale, and what grouping takes: ``python benchmarks/archive.py [MB] [--dask] [--grouping]``.

The stories are those of ``fixtures/``, each made many times over with other figures, so that no text comes twice; there
are as many as make so many megabytes, 1 unless told: 170 MB make 20,000. Every engine checks all of them once. Told are
the time on the clock, and how many times as fast as one process that is; the time on processors, in milliseconds a
story, of the calling process, which is what an engine costs, and of its workers without what they take to start; the
memory of the calling process at each quarter of the stories, and the largest of a worker. ``from processors`` is how
many times as fast as one process it is where each has a processor of its own, which holds on a busy machine as well.
Then the first 600 characters of each article are grouped; with ``--grouping`` nothing else is done.
"""

from __future__ import annotations

import os
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path

from attrs import evolve, frozen

from factdiff import Config, Source
from factdiff.archive.checking import StoryCheck
from factdiff.archive.given import GivenStory
from factdiff.engine import run
from factdiff.reader import read_folder
from factdiff.reader.folders import story_folders

FIXTURES = Path(__file__).parent.parent / "fixtures"
FIGURE = re.compile(r"\d+")
#: what a story is told apart by, so that no sentence stands in two of them
NAMES = (
    "Abel Berg Cole Dahl Egan Falk Gray Hahn Ivey Jost Kane Lund Marsh Nord Olsen Pike Quinn Rust Stein Thorn".split()
)


def templates() -> list[list[Source]]:
    """The stories of the fixtures."""
    authors = [path for path in sorted((FIXTURES / "alignment").iterdir()) if path.is_dir()]
    return [read_folder(story) for author in authors for story in story_folders(author)]


def edited(sources: list[Source], number: int) -> list[Source]:
    """A story with other figures, the same ones in all its sources, and a line that no other has."""
    rng = random.Random(number)
    figures: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < 2 or len(word) > 3 or word[0] == "0":
            return word
        return figures.setdefault(word, str(rng.randint(10 ** (len(word) - 1), 10 ** len(word) - 1)))

    line = f"\n\n{rng.choice(NAMES)} {rng.choice(NAMES)} wrote item {number}.\n"
    return [evolve(source, text=FIGURE.sub(other, source.text) + line) for source in sources]


def stories(characters: float) -> Iterator[tuple[str, list[Source]]]:
    """Stories of so many characters in all."""
    for number, sources in enumerate(cycle(templates())):
        if characters <= 0:
            return
        story = edited(sources, number)
        characters -= sum(len(source.text) for source in story)
        yield f"story-{number}", story


def megabytes(name: str = "VmRSS") -> float:
    """The memory that this process has now, or with ``"VmHWM"`` the most that it has had."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    return int(re.search(rf"{name}:\s+(\d+)", status.read_text("ascii"))[1]) / 1000  # type: ignore[index]


@frozen
class Timed:
    """Checks the stories of a chunk, and tells what its process has spent and taken until then."""

    check: StoryCheck

    def __call__(self, chunk: Sequence[GivenStory]) -> list[tuple[int, float, float]]:
        """The process, its seconds on a processor for the chunk, and its megabytes, once for each story."""
        start = time.process_time()
        count = len(self.check(chunk))
        return [(os.getpid(), (time.process_time() - start) / count, megabytes())] * count


def nothing(story: GivenStory) -> tuple[int, float, float]:
    """What is told of a story whose process ended."""
    return os.getpid(), 0.0, 0.0


@frozen
class Run:
    """What a run took: on the clock, on processors, of the caller and of each worker, and megabytes.

    ``quarters`` are the megabytes of the caller at each quarter of the stories.
    """

    clock: float
    caller: float
    workers: Mapping[int, float]
    quarters: Sequence[float]
    largest: float


def measured(given: Iterable[tuple[str, list[Source]]], total: int, engine: str, **options: object) -> Run:
    """What a run over some stories takes."""
    found = [GivenStory(*story) for story in given]
    workers: defaultdict[int, float] = defaultdict(float)
    largest = 0.0
    quarters: list[float] = []
    clock, caller = time.perf_counter(), time.process_time()
    answers = run(engine, Timed(StoryCheck(Config())), found, weight=GivenStory.weight, lost=nothing, options=options)
    for number, (process, seconds, size) in enumerate(answers, 1):
        workers[process] += seconds
        largest = max(largest, size)
        if number * 4 // total > len(quarters):
            quarters.append(megabytes())
    caller = time.process_time() - caller - workers.pop(os.getpid(), 0.0)
    return Run(time.perf_counter() - clock, caller, workers, quarters, largest)


def engines(characters: float, dask: bool) -> None:
    """Print what each engine takes."""
    total = sum(1 for _ in stories(characters))
    given = {"2 processes": "local"}
    if dask and find_spec("distributed"):
        given["dask, 2 workers"] = "dask"
    measured(stories(characters / 20), total, "local", workers=1)  # warms up
    start = time.process_time()
    alone = measured(stories(characters), total, "local", workers=1)
    spent = time.process_time() - start
    print(f"{total} stories, {characters / 1e6:.3f} MB")
    print(f"1 process: {alone.clock:.1f} s, {1000 * spent / total:.1f} ms a story on a processor")
    for name, engine in given.items():
        one = measured(stories(characters), total, engine, workers=2)
        busiest = max(one.caller, *one.workers.values())
        print(
            f"{name}: {one.clock:.1f} s, {alone.clock / one.clock:.2f} times as fast as one process, from processors "
            f"{spent / busiest:.2f}\n"
            f"  on processors, a story: caller {1000 * one.caller / total:.2f} ms, workers "
            f"{1000 * sum(one.workers.values()) / total:.1f} ms\n"
            f"  memory: caller {', '.join(f'{size:.0f}' for size in one.quarters)} MB at the quarters, worker at most "
            f"{one.largest:.0f} MB"
        )


def grouping(characters: float) -> None:
    """Print what grouping takes."""
    if not (find_spec("numpy") and find_spec("scipy")):
        print("groups of articles: numpy and scipy are not installed")
        return
    from factdiff import group_stories

    articles = [
        evolve(
            source, id=f"{name}/{source.id}", text=source.text[:600], published=date(2024, 1, 1) + timedelta(n % 365)
        )
        for n, (name, story) in enumerate(stories(characters))
        for source in story
    ]
    before, start, spent = megabytes(), time.perf_counter(), time.process_time()
    found = group_stories(articles)
    clock, spent = time.perf_counter() - start, time.process_time() - spent
    print(
        f"{len(articles)} articles make {len(found.stories)} stories in {clock:.1f} s, {spent:.1f} s on a processor; "
        f"{before:.0f} MB before, {megabytes('VmHWM'):.0f} MB at most"
    )


def main(arguments: list[str]) -> None:
    """Measure engines and grouping."""
    sizes = [float(word) for word in arguments if not word.startswith("-")]
    characters = 1e6 * (sizes[0] if sizes else 1.0)
    if "--grouping" not in arguments:
        engines(characters, "--dask" in arguments)
    grouping(characters)


if __name__ == "__main__":
    main(sys.argv[1:])
