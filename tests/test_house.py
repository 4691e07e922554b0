"""The house is in order: small rooms and modules, docstrings, English rooms named as those of the values, true maps."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from statistics import median

import pytest

import factdiff

ROOT = Path(__file__).parent.parent
HOUSE = Path(factdiff.__file__).parent
#: the folder in which each module is one variant
VARIANTS = "checks"
#: a room of the English pack that is no kind of value
BESIDE = {"headlines"}


def modules(house):
    return {path: path.read_text(encoding="utf-8") for path in sorted(house.rglob("*.py"))}


def folders(house):
    return [path for path in sorted(house.rglob("*")) if path.is_dir() and path.name != "__pycache__"]


def packages(house):
    return [path for path in [house, *folders(house)] if any(path.glob("*.py"))]


def crowded_folders(house):
    for folder in packages(house):
        count = len(list(folder.glob("*.py")))
        if count > 15 and folder != house / VARIANTS:
            yield f"{folder.relative_to(house)}/ has {count} Python files: give those of one kind a room of their own"


def long_modules(house):
    for path, text in modules(house).items():
        if (count := text.count("\n")) > 400:
            yield f"{path.relative_to(house)} has {count} lines: split it into modules of at most 400"


def long_median(house):
    lengths = [text.count("\n") for text in modules(house).values() if len(ast.parse(text).body) > 1]
    if median(lengths) > 100:
        yield f"the median module has {median(lengths):.0f} lines: split the longest until it has at most 100"


def packages_without_docstring(house):
    for folder in packages(house):
        init = folder / "__init__.py"
        if not init.exists() or not ast.get_docstring(ast.parse(init.read_text(encoding="utf-8"))):
            yield f"{folder.relative_to(house)}/ says nothing of itself: begin its __init__.py with a docstring"


def modules_without_short_first_sentence(house):
    for path, text in modules(house).items():
        doc, name = ast.get_docstring(ast.parse(text)), path.relative_to(house)
        if not doc:
            yield f"{name} says nothing of itself: begin it with a docstring"
            continue
        paragraph = doc.split("\n\n")[0].rstrip()
        sentence = re.match(r".*?(?:[.:!?](?=\s|$)|\Z)", paragraph, re.DOTALL)
        if len(sentence.group().splitlines()) > 2:
            yield f"the first sentence of {name} takes more than two lines: say in one or two what is in it"
        elif paragraph[-1] not in ".:?!":
            yield f"the docstring of {name} does not begin with a whole sentence: end it with a full stop"


def rooms(folder):
    return {path.name for path in folder.iterdir() if path.is_dir() and any(path.glob("*.py"))}


def english_rooms_unlike_values(house):
    values, english = rooms(house / "values"), rooms(house / "languages" / "en")
    for name in sorted(values - english):
        yield f"values/{name}/ has no languages/en/{name}/: give the two rooms one name"
    for name in sorted(english - values - BESIDE):
        yield f"languages/en/{name}/ has no values/{name}/: give the two rooms one name"


def rules_without_corpus(house):
    for room in sorted(path for pack in (house / "languages").iterdir() if pack.is_dir() for path in pack.iterdir()):
        rules = [p for p in room.rglob("*.py") if "from factdiff.language.rules import" in p.read_text("utf-8")]
        if rules and not any((room / "corpus").glob("*.toml")):
            yield f"{room.relative_to(house)}/ has rules and no corpus: put their forms into corpus/*.toml beside them"


ORDERS = [
    crowded_folders,
    long_modules,
    long_median,
    packages_without_docstring,
    modules_without_short_first_sentence,
    english_rooms_unlike_values,
    rules_without_corpus,
]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.__name__)
def test_the_house_is_in_order(order):
    faults = list(order(HOUSE))
    assert not faults, "\n".join(faults)


#: what is put into a house that is in order -> what is then said of it
FAULTS = {
    "crowded_folders": ({f"align/m{n}.py": '"""M."""\n' for n in range(16)}, "align/ has 16 Python files"),
    "long_modules": ({"align/long.py": '"""M."""\n' + "x = 1\n" * 400}, "align/long.py has 401 lines"),
    "long_median": ({f"align/{n}.py": '"""M."""\n' + "x = 1\n" * 120 for n in "abc"}, "the median module has 121"),
    "packages_without_docstring": ({"align/__init__.py": "x = 1\n"}, "align/ says nothing of itself"),
    "modules_without_short_first_sentence": ({"cli.py": '"""One\ntwo\nthree."""\n'}, "cli.py takes more than two"),
    "english_rooms_unlike_values": ({"languages/en/money/__init__.py": '"""M."""\n'}, "has no values/money/"),
    "rules_without_corpus": (
        {"languages/en/amounts/ages.py": '"""Ages."""\nfrom factdiff.language.rules import Rule\n'},
        "languages/en/amounts/ has rules and no corpus",
    ),
}


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.__name__)
def test_a_fault_is_told(order, tmp_path):
    sound = {f"{name}__init__.py": '"""A room."""\n' for name in ("", "values/amounts/", "languages/en/amounts/")}
    put(tmp_path, {**sound, "values/__init__.py": '"""Values."""\n\nx = 1\n'})
    put(tmp_path, {"languages/__init__.py": '"""Languages."""\n', "languages/en/__init__.py": '"""English."""\n'})
    assert not list(order(tmp_path))
    files, message = FAULTS[order.__name__]
    put(tmp_path, files)
    (said,) = order(tmp_path)
    assert message in said


def test_the_map_of_the_house_is_true():
    block = re.search(r"```text\nsrc/factdiff/\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.S)
    lines = block[1].splitlines()
    assert len(lines) <= 60, "the map is longer than a screen: let one line stand for more"
    drawn, above = [], []
    for line in lines:
        match = re.fullmatch(r"( +)(\S+)/ +\S.*", line)
        assert match, f"a line of the map is a folder and what it is for: {line!r}"
        above[len(match[1]) // 2 - 1 :] = [match[2]]
        drawn.append("/".join(above))
    there = [folder.relative_to(HOUSE).as_posix() for folder in packages(HOUSE) if folder != HOUSE]
    assert sorted(drawn) == sorted(there), "draw the folders into the map of CONTRIBUTING.md as they are"


def put(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
