"""How fast each layer is, beside its peers, in one run: ``python benchmarks/speed.py [MB]``.

The text is that of ``fixtures/``, at most so many megabytes of it. Every figure is the best of several rounds after one
that warms up; the machine is noisy, so read the ratios, not the figures. A peer that is not installed is left out.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from itertools import islice
from math import inf
from pathlib import Path

from attrs import evolve

from factdiff import Source, check_consistency, find_mentions, gazetteer
from factdiff.context import Document
from factdiff.documents import read_document
from factdiff.finder import search
from factdiff.language import load
from factdiff.language.rules import Setting, no_names
from factdiff.languages.en.places.senses import readings
from factdiff.reader import read_folder
from factdiff.text.tokens import TOKEN, cached_tokens
from factdiff.text.typography import plain

FIXTURES = Path(__file__).parent.parent / "fixtures"
ROUNDS = 7
#: layer -> what the names of its rules begin with
RULES = {
    "amounts": {"age", "fraction", "magnitude", "money", "number", "ordinal", "share"},
    "dates": {"date", "duration", "set", "time"},
}


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
    """Layer -> a function that runs it with the layers below it."""
    mentions = [find_mentions(source) for source in sources]
    return {
        "tokens": lambda: [sum(1 for _ in TOKEN.finditer(source.text)) for source in sources],
        "places": lambda: [readings(plain(source.text)) for source in without_caches(sources)],
        "amounts": alone("amounts", sources),
        "dates": alone("dates", sources),
        "mentions": lambda: [find_mentions(source) for source in without_caches(sources)],
        "contexts": lambda: [
            [scene.context(n) for n in range(len(found))]
            for source, found in zip(sources, mentions, strict=True)
            for scene in [Document(source, found)]
        ],
        "whole check": lambda: check_consistency(without_caches(sources)),
    }


def without_caches(sources: list[Source]) -> list[Source]:
    """The sources, of which nothing is remembered any more."""
    for remembered in (cached_tokens, readings, read_document):
        remembered.cache_clear()
    return sources


def alone(layer: str, sources: list[Source]) -> Callable[[], object]:
    """A function that runs the rules of one layer alone, with the hedges and counted nouns beside their matches."""
    english = load("en")
    begun = {rule: rule.name.partition("-")[0] for rule in english.rules}
    missing = RULES[layer] - set(begun.values())
    assert not missing, f"no name of a rule begins with {missing}"
    some = evolve(english, rules=tuple(rule for rule in begun if begun[rule] in RULES[layer]), named=no_names)
    return lambda: [
        sum(1 for _ in search(plain(s.text), some, Setting(plain(s.text)))) for s in without_caches(sources)
    ]


def gazetteer_figures() -> None:
    """Print the time of the first look-up in a new process, and of later look-ups of new and of known names."""
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


#: what is started, as the arguments of Python
STARTS = {
    "import factdiff": ("-c", "import factdiff"),
    "factdiff --version": ("-m", "factdiff", "--version"),
    "factdiff check": ("-m", "factdiff", "check", str(FIXTURES / "missiles")),
    "Python itself": ("-c", ""),
}


def start_figures() -> None:
    """Print the time of a processor that new processes take, the shortest of some."""
    code = "import atexit, sys, time; atexit.register(lambda: print(time.process_time(), file=sys.stderr)); "
    run = "import runpy; sys.argv = sys.argv[1:]; runpy.run_module('factdiff', run_name='__main__', alter_sys=True)"
    print(f"\n{'start of a process':<28}{'ms':>10}")
    for name, arguments in STARTS.items():
        asked = [code + arguments[1]] if arguments[0] == "-c" else [code + run, *arguments[1:]]
        said = [subprocess.run([sys.executable, "-c", *asked], capture_output=True, text=True) for _ in range(3)]
        print(f"{name:<28}{1000 * min(float(one.stderr.split()[-1]) for one in said):>10.0f}")


def peers(text: str) -> dict[str, Callable[[], object]]:
    """Installed library that does a part of the work -> a function that reads a text with it."""
    found: dict[str, Callable[[], object]] = {}
    if find_spec("dateparser"):
        from dateparser.search import search_dates

        found["dateparser.search_dates"] = lambda: search_dates(text, languages=["en"])
    if find_spec("quantulum3"):
        from quantulum3 import parser

        found["quantulum3"] = lambda: parser.parse(text)
    if find_spec("spacy") and find_spec("en_core_web_sm"):
        import spacy

        pipeline = spacy.load("en_core_web_sm")
        found["spacy en_core_web_sm"] = lambda: pipeline(text)
    return found


def main(most: float) -> None:
    """Print the speed of every layer and peer, and how the time of a check grows with the sources of a story."""
    stories = [read_folder(folder) for folder in sorted(FIXTURES.iterdir()) if [*folder.glob("*.txt")]]
    sources = [*within(most, (source for story in stories for source in story))]
    size = sum(len(source.text) for source in sources) / 1e6
    print(f"{'layer':<28}{'MB/s':>10}")
    speeds = {}
    for name, function in layers(sources).items():
        speeds[name] = size / seconds(function)
        print(f"{name:<28}{speeds[name]:>10.3f}")
    for name, function in peers(sources[0].text).items():  # a small part of the text, since they are slow
        speed = len(sources[0].text) / 1e6 / seconds(function, rounds=2)
        ratios = ", ".join(f"{layer}: {speeds[layer] / speed:.0f} times" for layer in ("mentions", *RULES, "places"))
        print(f"{name:<28}{speed:>10.3f}   {ratios}")
    gazetteer_figures()
    start_figures()
    growth(stories[0], most)


def within(most: float, sources: Iterable[Source]) -> Iterator[Source]:
    """The first sources, of so many megabytes in all; one at least."""
    left = most * 1e6
    for n, source in enumerate(sources):
        left -= len(source.text)
        if n and left < 0:
            return
        yield source


def growth(story: list[Source], most: float) -> None:
    """Print how the time of a check grows with the sources of a story, beside that of reading their mentions alone.

    Sources are new to the library, or were checked before and are not read again.
    """
    columns = "".join(f"{name:>14}{'':>6}" for name in ("mentions, ms", "new, ms", "again, ms"))
    print(f"\n{'sources of one story':<22}{columns}")
    before: list[float] = []
    for count in (2, 4, 8, 16, 32, 64):
        sources = [evolve(s, id=f"{n}-{s.id}", text=f"{s.text}\n{n}.") for n in range(count) for s in story][:count]
        if before and len([*within(most, sources)]) < count:
            return
        now = [
            seconds(lambda sources=sources: [find_mentions(source) for source in without_caches(sources)], rounds=3),
            seconds(lambda sources=sources: check_consistency(without_caches(sources)), rounds=3),
            seconds(lambda sources=sources: check_consistency(sources), rounds=3),
        ]
        times = [f"x{one / then:.1f}" for one, then in zip(now, before, strict=True)] if before else [""] * len(now)
        print(f"{count:<22}" + "".join(f"{1000 * one:>14.1f}{more:>6}" for one, more in zip(now, times, strict=True)))
        before = now


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else inf)
