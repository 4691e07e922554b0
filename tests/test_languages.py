"""The shared rooms know no language: the words of English stand in the tables of ``languages/en`` alone."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from attrs import fields

import factdiff
from factdiff.gazetteer.table import FEATURES
from factdiff.values.amounts.amount import MODIFIERS, Region
from factdiff.values.calendar.date import GRANULARITY_DAYS, WEEKDAYS
from factdiff.values.tolerances import VAGUE

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
PACKAGE = Path(factdiff.__file__).parent
ENGLISH = PACKAGE / "languages" / "en"
#: rooms that may know words: languages, what is written for the tests of users, and the wording of reports
OWN_WORDS = ("languages", "testing", "reports", "report", "cli")
#: calls whose strings are patterns, and methods whose strings are compared with a text
PATTERNS = {"compile", "search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split"}
PATTERNS |= {"either", "pattern", "uncompiled"}
COMPARED = {"startswith", "endswith", "removeprefix", "removesuffix", "find", "rfind", "index", "count", "replace"}
COMPARED |= {"partition", "rpartition", "split", "rsplit", "strip", "lstrip", "rstrip", "get", "issubset", "isdisjoint"}
#: words that are no words of a text: the labels of ranks, and a sign that treebanks set apart
EXEMPT = {
    "values/terms/term.py": {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    },
    "text/typography.py": {"'s", " 's "},
    "archive/summary_tables.py": {"against"},  # a column of data
    "readers/html.py": {"from"},  # of the comment that browsers write into a saved page
    "readers/newsml.py": {"by"},  # an element
    "readers/ninjs.py": {"by"},  # a field
}  # fmt: skip


def table(name):
    return tomllib.loads((ENGLISH / name).read_text(encoding="utf-8"))


def strings(data: object) -> Iterator[str]:
    """All strings among the values of a table."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from strings(item)


@cache
def english() -> frozenset[str]:
    """Function words, number words, months, and the words of hedges and of negation, in lower case."""
    context, spellings = table("context.toml"), table("names/spellings.toml")
    named = (
        "negation",
        "conjunctions",
        "subordinators",
        "addition",
        "definite",
        "indefinite",
        "date_introducing",
        "no_abbreviation",
    )
    found = [*table("lexicon.toml")["stop"], *strings([context.get(name, []) for name in named])]
    found += strings(context["bounds"])
    found += strings(table("amounts/hedges.toml"))
    found += strings(spellings["numbers"])
    found += ["zero", "one", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand"]
    found += [*MONTHS, *(month[:3] for month in MONTHS), *WEEKDAYS]
    words = {word for phrase in found for word in re.findall(r"[a-z']+", phrase.lower())}
    return frozenset(word for word in words if len(word.strip("'")) > 1) | {"'s", "n't"}


def named(table: object) -> Iterable[str]:
    """The names of the entries of a table; none of a number."""
    return table if isinstance(table, dict) else ()


@cache
def codes() -> frozenset[str]:
    """The words that are codes: labels of levels, names of classes and of modules, vague amounts."""
    weights = tomllib.loads((PACKAGE / "align/thresholds_and_weights.toml").read_text(encoding="utf-8"))
    labels = [label for levels in weights.values() for table in levels.values() for label in named(table)]
    found = {
        *weights,
        *chain.from_iterable(weights.values()),
        *labels,
        *(part for x in labels for part in x.split(", ")),
    }
    found |= {*VAGUE, *MODIFIERS, *GRANULARITY_DAYS, *WEEKDAYS, *FEATURES, *(a.name for a in fields(Region))}
    context = table("context.toml")
    found |= {*context["bounds"], *context["aspects"]["before"], *context["aspects"]["behind"]}
    found |= {path.stem for path in PACKAGE.rglob("*") if "languages" not in path.parts}
    return frozenset(found)


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    """The modules of the shared rooms."""
    paths = (path.relative_to(PACKAGE) for path in sorted(PACKAGE.rglob("*.py")))
    shared = [path for path in paths if path.parts[0] not in OWN_WORDS]
    return tuple((path.as_posix(), ast.parse((PACKAGE / path).read_text(encoding="utf-8"))) for path in shared)


def constants(*nodes: ast.AST) -> Iterator[str]:
    """The strings inside expressions, without the keys by which something is looked up."""
    waiting = [*nodes]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        waiting += [node.value] if isinstance(node, ast.Subscript) else ast.iter_child_nodes(node)


def pattern_words(body: str) -> Iterator[str]:
    """The words of a pattern: its letters outside of escapes, names of groups and classes of characters."""
    plain = re.sub(r"\(\?P[<=]\w+[>)]|\\[A-Za-z]|\[(?:\\.|[^\]\\])*\]|\{\w+\}", " ", body)
    yield from re.findall(r"[a-z']{2,}", plain.lower())


def displayed(node: ast.AST) -> Iterable[ast.AST]:
    """The elements that are words of a display: of a set, a list, a tuple, or the keys of a dictionary."""
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        return node.elts
    return [key for key in node.keys if key is not None] if isinstance(node, ast.Dict) else ()


def spoken(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The English words by which a module reads a text, with their lines; codes of the house are none."""
    fields = {
        id(inner) for node in ast.walk(tree) if getattr(node, "name", "") == "to_dict" for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in fields:
            continue
        words: list[str] = []
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            whole = isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Constant)
            if name in PATTERNS:
                yield from ((node.lineno, w) for s in constants(*node.args) for w in pattern_words(s) if w in english())
            if name in COMPARED:
                words += constants(*node.args)
            if name == "split" and whole:
                words += [word for text in constants(node.func.value) for word in text.split()]
        elif isinstance(node, ast.Compare):
            words += constants(node.left, *node.comparators)
        else:
            shown = [e.value for e in displayed(node) if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            lists = [text.split() for text in shown if english().issuperset(text.split())]
            words += [*shown, *chain.from_iterable(some for some in lists if len(some) > 2)]
        yield from ((node.lineno, word) for word in words if word.strip() in english() - codes())


@pytest.mark.parametrize(("name", "tree"), modules(), ids=[name for name, _ in modules()])
def test_shared_rooms_read_no_english(name, tree):
    assert [(line, word) for line, word in spoken(tree) if word not in EXEMPT.get(name, ())] == []


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ('_CLAUSE = re.compile(r"(?<=,)\\s(?:and|but|while)\\b")', "and"),
        ('_JOINED = re.compile(rf"{NOUN}\\s(?:and|plus)\\s")', "and"),
        ('def is_article(word): return word == "the"', "the"),
        ('rest = set(words) - {"of"}', "of"),
        ('DENYING = frozenset({"not", "never"})', "never"),
        ('NUMBERS = {"seven": 7, "eleven": 11}', "eleven"),
        ('NUMBERS = "five six seven eight".split()', "eight"),
        (
            'FIGURES = {word: n for first, words in ((2, "two three four"),) for n, word in enumerate(words.split())}',
            "three",
        ),
        ('bare = word.removesuffix("\'s")', "'s"),
        ('led = before.endswith(" at")', " at"),
        ('_MAY = re.compile(r"\\b(?:May|MAY)(?=\\.)")', "may"),
    ],
)
def test_english_put_back_is_seen(code, word):
    assert word in {found for _, found in spoken(ast.parse(code))}


@pytest.mark.parametrize(
    "code",
    [
        '"""Whether a day is before or after another."""',
        'raise ValueError("give at least one of the sources, and not more than two")',
        'finding("warning", f"{one} and {two} are not the same", spans)',
        'if mention.kind == "date" and label != "other": pass',
        '_SIGN = re.compile(r"(?P<after>[and])\\b")',
    ],
)
def test_messages_codes_and_docstrings_are_free(code):
    assert [*spoken(ast.parse(code))] == []
