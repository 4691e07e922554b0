"""How fast each layer is, beside its peers, in one run: ``python benchmarks/speed.py``.

The text is that of ``fixtures/``, repeated. Every figure is the best of several rounds after one that warms up; the
machine is noisy, so read the ratios, not the figures. A peer that is not installed is left out.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from attrs import evolve

from factdiff import Source, check_consistency, find_mentions, gazetteer
from factdiff.context import Scene
from factdiff.finder import TOKEN, search
from factdiff.language import Setting, load, no_names, plain
from factdiff.languages.en import (
    ages,
    anaphora,
    dates,
    durations,
    holidays,
    lists,
    numbers,
    ordinals,
    percents,
    periods,
    positions,
    ranges,
    relative,
    sets,
    spelt,
    times,
    years,
)
from factdiff.languages.en import amounts as rules_of_amounts
from factdiff.languages.en.senses import readings
from factdiff.pipeline import scene_of
from factdiff.reader import read_folder

FIXTURES = Path(__file__).parent.parent / "fixtures"
ROUNDS = 7


def seconds(function: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest time of several rounds, after one round that is not counted."""
    function()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


def layers(sources: list[Source]) -> dict[str, Callable[[], object]]:
    """The layers of factdiff, each with those below it."""
    mentions = [find_mentions(source) for source in sources]
    return {
        "tokens": lambda: [sum(1 for _ in TOKEN.finditer(source.text)) for source in sources],
        "places": lambda: [places(plain(source.text)) for source in sources],
        "amounts": amounts(sources),
        "dates": temporal(sources),
        "mentions": lambda: [find_mentions(source) for source in sources],
        "contexts": lambda: [
            [scene.context(n) for n in range(len(found))]
            for source, found in zip(sources, mentions, strict=True)
            for scene in [Scene(source, found)]
        ],
        "whole check": lambda: check_anew(sources),
    }


def places(text: str) -> object:
    """The places of a text, read anew: what was read is remembered by the text."""
    readings.cache_clear()
    return readings(text)


def gazetteer_figures() -> None:
    """The first look-up in a process of its own, and others in this one, each name for the first time or again."""
    script = "import time; from factdiff import gazetteer as g; t = time.perf_counter(); g.lookup('Kyiv'); "
    script += "print(1000 * (time.perf_counter() - t))"
    first = float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)
    names = [entry.name for entry in islice(gazetteer.entries(), 0, None, 50)]
    size = (Path(gazetteer.__file__).parent / "gazetteer.bin").stat().st_size / 1e6
    print(f"\n{'gazetteer':<28}{size:>10.1f} MB\n{'first look-up':<28}{first:>10.1f} ms")
    for name, most in (("look-up of a new name", len(names)), ("look-up of a known name", 1000)):
        gazetteer.lookup.cache_clear()
        some = names[:most]
        if most == 1000:
            [gazetteer.lookup(one) for one in some]
        start = time.perf_counter()
        for one in some:
            gazetteer.lookup(one)
        print(f"{name:<28}{1e6 * (time.perf_counter() - start) / len(some):>10.2f} µs")


def amounts(sources: list[Source]) -> Callable[[], object]:
    """The layer of amounts alone: its rules, with hedges and what is counted."""
    rules = tuple(rule for room in (ages, percents, numbers, rules_of_amounts, ordinals) for rule in room.RULES)
    alone = evolve(load("en"), rules=rules, named=no_names)
    return lambda: [sum(1 for _ in search(plain(s.text), alone, Setting(plain(s.text)))) for s in sources]


def temporal(sources: list[Source]) -> Callable[[], object]:
    """The temporal layer alone: dates, times of day, durations and recurring times."""
    rooms = (
        lists,
        dates,
        spelt,
        ranges,
        years,
        relative,
        holidays,
        positions,
        periods,
        anaphora,
        times,
        durations,
        sets,
    )
    alone = evolve(load("en"), rules=tuple(rule for room in rooms for rule in room.RULES), named=no_names)
    return lambda: [sum(1 for _ in search(plain(s.text), alone, Setting(plain(s.text)))) for s in sources]


def peers(sources: list[Source]) -> dict[str, Callable[[], object]]:
    """Libraries that do a part of the work, on a small part of the text, since they are slow."""
    found: dict[str, Callable[[], object]] = {}
    text = sources[0].text
    try:
        from dateparser.search import search_dates
    except ImportError:
        pass
    else:
        found["dateparser.search_dates"] = lambda: search_dates(text, languages=["en"])
    try:
        from quantulum3 import parser
    except ImportError:
        pass
    else:
        found["quantulum3"] = lambda: parser.parse(text)
    try:
        import spacy

        pipeline = spacy.load("en_core_web_sm")
    except (ImportError, OSError):
        pass
    else:
        found["spacy en_core_web_sm"] = lambda: pipeline(text)
    return found


def main() -> None:
    stories = [read_folder(folder) for folder in sorted(FIXTURES.iterdir()) if [*folder.glob("*.txt")]]
    sources = [source for story in stories for source in story]
    size = sum(len(source.text) for source in sources) / 1e6
    print(f"{'layer':<28}{'MB/s':>10}")
    speeds = {}
    for name, function in layers(sources).items():
        speeds[name] = size / seconds(function)
        print(f"{name:<28}{speeds[name]:>10.3f}")
    for name, function in peers(sources).items():
        speed = len(sources[0].text) / 1e6 / seconds(function, rounds=2)
        ratios = {layer: speeds[layer] / speed for layer in ("mentions", "amounts", "dates", "places")}
        print(
            f"{name:<28}{speed:>10.3f}   " + ", ".join(f"{layer}: {ratio:.0f} times" for layer, ratio in ratios.items())
        )
    gazetteer_figures()
    growth(stories[0])


def growth(story: list[Source]) -> None:
    """How the time of a check grows with the sources of a story, beside that of reading their mentions alone.

    Sources are new to the library, or were checked before and are not read again.
    """
    print(
        f"\n{'sources of one story':<22}" + "".join(f"{n:>14}{'':>6}" for n in ("mentions, ms", "new, ms", "again, ms"))
    )
    before: list[float] = []
    for count in (2, 4, 8, 16, 32, 64):
        sources = [evolve(s, id=f"{n}-{s.id}", text=f"{s.text}\n{n}.") for n in range(count) for s in story][:count]
        now = [
            seconds(lambda sources=sources: [find_mentions(source) for source in sources], rounds=3),
            seconds(lambda sources=sources: check_anew(sources), rounds=3),
            seconds(lambda sources=sources: check_consistency(sources), rounds=3),
        ]
        times = [f"x{one / then:.1f}" for one, then in zip(now, before, strict=True)] if before else [""] * len(now)
        print(f"{count:<22}" + "".join(f"{1000 * one:>14.1f}{more:>6}" for one, more in zip(now, times, strict=True)))
        before = now


def check_anew(sources: list[Source]) -> object:
    """Check sources as if for the first time."""
    scene_of.cache_clear()
    return check_consistency(sources)


if __name__ == "__main__":
    main()
