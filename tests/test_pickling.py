"""What the library gives can be sent to another process and copied: all public names, with examples of the classes."""

from __future__ import annotations

import copy
import inspect
import pickle
import pkgutil
from importlib import import_module

import attrs
import pytest
from hypothesis import given

import factdiff
from factdiff import (
    Config,
    ConfigError,
    FactdiffError,
    Grouping,
    InputError,
    Level,
    Locator,
    MissingExtraError,
    NormalizationError,
    Note,
    Original,
    ReadError,
    Relation,
    Report,
    Source,
    SourceError,
    StoryResult,
    Summary,
    Tolerances,
    UnknownNameError,
    check_consistency,
    check_draft,
    compare,
    normalize,
    relate,
)
from factdiff.check import SUSPECT, checks
from factdiff.testing import mutate, mutation_score
from factdiff.testing.strategies import values
from factdiff.values.tolerances import DEFAULT

STORY = [
    Source("Nine people died in Kyiv on Tuesday, Ana Duarte said.", published="2024-01-04", publisher="Harbour Post"),
    Source("Ten people died in Kyiv on 3 January 2024.", published="2024-01-05T09:30+02:00", title="Fire", url="b.txt"),
]
REPORT = check_consistency(STORY)
(CHECK,) = (check for check in checks() if check.name == SUSPECT)
SCHOOLS = CHECK.fires.sources()
SUSPECTS = check_consistency(SCHOOLS).suspects
SHEET = check_draft("Ten people died in Kyiv, which cost €2 million.", STORY).sheet
MUTATION = mutate(STORY[0], seed=1)
SCORE = mutation_score([STORY])
RESULT = StoryResult.of("fire", REPORT, whole=True)
#: an example or more of each public class
EXAMPLES = {
    "Candidate": [candidate for row in SHEET for candidate in row.evidence],
    "Comparison": [compare(normalize("900 km"), normalize("560 miles"))],
    "Config": [
        Config(),
        Config(select="DAT", ignore=["NUM301"], min_severity="error", max_sources=None),
        Config(tolerances=Tolerances(hedge=0.2, vague={"few": (3, 5), "many": (7, None)})),
    ],
    "ConfigError": [ConfigError("max_sources is 0")],
    "Evidence": [evidence for finding in REPORT.findings for evidence in finding.evidence],
    "Fact": list(REPORT.facts),
    "FactdiffError": [FactdiffError("one")],
    "Finding": [*REPORT.findings, *REPORT.suspects, *SUSPECTS],
    "Grouping": [Grouping({"a": tuple(STORY)}, {"c": "a"})],
    "InputError": [InputError("one")],
    "Level": [Level("same noun", 1.5)],
    "Locator": [Locator(0, page=1, paragraph=2), Locator(9, line=3)],
    "Note": [Note("undated", "daily", "“Tuesday” in daily could not be dated: give the day it was published")],
    "Mention": list(REPORT.mentions),
    "MissingExtraError": [MissingExtraError("frames", "pandas")],
    "Mutation": [MUTATION],
    "MutationScore": [SCORE],
    "NormalizationError": [NormalizationError("1km (2mi)", ["1km", "2mi"])],
    "ReadError": [ReadError("one")],
    "Relation": list(Relation),
    "Report": [
        REPORT,
        check_consistency(SCHOOLS),
        Report.from_dict(REPORT.to_dict()),
        REPORT.marked(known={REPORT.findings[0].fingerprint}),
    ],
    "Original": [
        Original("pdf", "a.pdf", (Locator(0, page=1),), "2024-01-05", ("it was guessed",), authors=("Anna Brun",)),
        Original("text"),
    ],
    "SheetRow": list(SHEET),
    "Source": [*STORY, Source("Nine.", original=Original("html", locators=(Locator(0, line=4),)))],
    "SourceError": [SourceError("one")],
    "StoryResult": [RESULT, StoryResult(story="none", error="it is empty")],
    "Summary": [Summary.of([RESULT])],
    "Tolerances": [Tolerances(), DEFAULT, Tolerances(vague_gap=3, near_km=1), Tolerances(vague={"many": (4, None)})],
    "Trial": list(SCORE.trials),
    "UnknownNameError": [UnknownNameError("check", "date", ["date-conflict"])],
}
PUBLIC = [
    (module.__name__, name)
    for module in (
        factdiff,
        *(import_module(found.name) for found in pkgutil.walk_packages(factdiff.__path__, "factdiff.") if found.ispkg),
    )
    for name in getattr(module, "__all__", ())
]
#: public names of neither classes nor functions
NO_CLASSES = {"Judge", "__version__"}
#: rooms whose lists say what their neighbours may use
PRIVATE = {"factdiff.align", "factdiff.context", "factdiff.gazetteer", "factdiff.reader"}


def again(thing):
    """A thing as another process has it."""
    return pickle.loads(pickle.dumps(thing))


def same(one, two):
    """Whether two things say the same: errors and mappings, which have no equality of their own, by what they hold."""
    if isinstance(one, BaseException):
        return (type(one), one.args, vars(one)) == (type(two), two.args, vars(two))
    if attrs.has(type(one)) and not isinstance(one, Report):
        return type(one) is type(two) and all(
            same(getattr(one, field.name), getattr(two, field.name)) for field in attrs.fields(type(one))
        )
    return one == two


@pytest.mark.parametrize(("module", "name"), PUBLIC, ids=".".join)
def test_every_public_name_pickles(module, name):
    thing = getattr(import_module(module), name)
    assert again(thing) is thing or (name in NO_CLASSES and thing == again(thing))


def test_every_public_class_has_an_example():
    classes = {
        name
        for module, name in PUBLIC
        if module not in PRIVATE and inspect.isclass(getattr(import_module(module), name))
    }
    assert classes == set(EXAMPLES)
    for name, examples in EXAMPLES.items():
        assert examples, name
        assert {type(example).__name__ for example in examples} == {name}


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("taken", [again, copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"])
def test_examples_of_every_public_class_come_back(name, taken):
    for example in EXAMPLES[name]:
        back = taken(example)
        assert same(example, back)
        if attrs.has(type(example)):
            assert hash(back) == hash(example)


def test_what_a_process_sends_back_is_used_as_before():
    config = again(Config(tolerances=Tolerances(hedge=0.5)))
    few, many = normalize("about 100 people"), normalize("140 people")
    assert relate(few, many, config=config) is not Relation.DISJOINT
    assert relate(few, many, config=again(Config())) is Relation.DISJOINT
    assert check_consistency(again(STORY), config=again(Config())) == REPORT
    assert again(DEFAULT) is DEFAULT
    with pytest.raises(TypeError):
        again(config).tolerances.vague["few"] = (0, 1)


@given(values())
def test_values_of_every_kind_pickle(value):
    assert again(value) == value
    assert relate(again(value), value) is Relation.EQUAL
