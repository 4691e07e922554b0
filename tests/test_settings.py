"""Every option of a configuration has its key in a file of settings, which tells in a sentence what it may not hold."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from attrs import fields_dict

from factdiff import Config, ConfigError, SourceError, Tolerances, UnknownNameError, check_consistency
from factdiff.config.settings import KEYS, PATHS, TOLERANCES, Key, settings
from factdiff.values.tolerances import VAGUE

ROOT = Path(__file__).parent.parent


def config(folder, text, name="factdiff.toml"):
    """The configuration in a file of settings."""
    (folder / name).write_text(text, encoding="utf-8")
    return Config.from_file(folder / name)


def test_every_field_has_its_key():
    assert {name.replace("_", "-") for name in fields_dict(Config)} <= set(KEYS)
    assert {name.replace("_", "-") for name in fields_dict(Tolerances)} == set(TOLERANCES)


def test_keys_set_the_fields(tmp_path):
    text = """
        select = ["DAT", "NUM"]
        ignore = "NUM302"
        min-severity = "warning"
        max-source-chars = 500
        max-sources = 3
        max-suspects = 4
        fail-on = ["not-found"]
        sheet = true
        spacy = "en_core_web_sm"
        [tolerances]
        hedge = 0
        near-km = 2.5
        vague-gap = 4
        vague = {dozens = [12, 100], many = [5, inf]}
    """
    read = config(tmp_path, text)
    tolerances = Tolerances(hedge=0, near_km=2.5, vague_gap=4)
    assert read == Config(
        select=("DAT", "NUM"), ignore=("NUM302",), min_severity="warning", max_source_chars=500, max_sources=3,
        max_suspects=4, fail_on=("not-found",), sheet=True, spacy="en_core_web_sm", tolerances=tolerances,
    )  # fmt: skip
    assert read.tolerances.vague == {**VAGUE, "dozens": (12, 100), "many": (5, None)}
    assert {name for name in fields_dict(Config) if getattr(read, name) == getattr(Config(), name)} == set()


def test_an_empty_file_sets_nothing(tmp_path):
    assert config(tmp_path, "") == Config()
    assert config(tmp_path, "").tolerances.vague == VAGUE


def test_limits_hold_and_can_be_lifted(tmp_path):
    unlimited = config(tmp_path, "max-sources = inf\nmax-source-chars = inf\n")
    assert (unlimited.max_sources, unlimited.max_source_chars) == (None, None)
    with pytest.raises(
        SourceError, match=r"2 sources are more than max_sources \(1\): raise it in Config, or max-sources"
    ):
        check_consistency(["One.", "Two."], config=config(tmp_path, "max-sources = 1"))
    with pytest.raises(SourceError, match=r"more than max_source_chars .*, or max-source-chars in factdiff"):
        check_consistency(["One.", "Two."], config=config(tmp_path, "max-source-chars = 2"))


#: every key, with the table that it stands in
EVERY = [
    pytest.param(table, name, key, id=name)
    for table, keys in (("", KEYS), ("tolerances", TOLERANCES))
    for name, key in keys.items()
]


def line(table, name, value):
    """A line of settings."""
    return f"{table} = {{{name} = {value}}}" if table else f"{name} = {value}"


@pytest.mark.parametrize(("table", "name", "key"), EVERY)
def test_examples_of_messages_are_right(table, name, key, tmp_path):
    path = tmp_path / "factdiff.toml"
    path.write_text(line(table, name, key.example), encoding="utf-8")
    found = settings(path)[table or name]
    wanted = tomllib.loads(f"x = {key.example}")["x"]
    assert (found[name] if table else found) == (str(tmp_path / wanted) if name in PATHS else wanted)


#: a value of every type of TOML
VALUES = ['"x"', "3", "-1", "0.5", "nan", "true", "2024-01-04", "2024-01-04T09:30:00Z", "09:30:00", "[]", "{}"]


@pytest.mark.parametrize(("table", "name", "key"), EVERY)
def test_what_does_not_fit_is_told_with_an_example(table, name, key, tmp_path):
    path = tmp_path / "factdiff.toml"
    refused = 0
    for value in VALUES:
        path.write_text(line(table, name, value), encoding="utf-8")
        if not key.fits(tomllib.loads(f"x = {value}")["x"]):
            refused += 1
            with pytest.raises(ConfigError) as caught:
                settings(path)
            where = f"{path}: {table}: " if table else f"{path}: "
            assert str(caught.value).startswith(f"{where}{name} is ")
            assert str(caught.value).endswith(f": give {key.words}, such as {name} = {key.example}")
        else:
            settings(path)
    assert refused >= len(VALUES) - 4


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "published = 2024-01-04",
            "published is 2024-01-04: give a table of dates by source, such as published = {daily",
        ),
        ("published = '2024-01-04'", "published is '2024-01-04': give a table of dates by source, such as"),
        ("published = {daily = 3}", "published: daily is 3: give a date, such as daily = 2024-01-04"),
        ("published = {daily = true}", "published: daily is true: give a date"),
        ("published = {daily = {day = 4}}", "published: daily is {'day': 4}: give a date"),
        ("published = {daily = 09:30:00}", "published: daily is 09:30:00: give a date"),
        ("select = [3]", 'select holds 3: give a string, such as "DAT"'),
        ("ignore = ['DAT', ['NUM']]", "ignore holds ['NUM']: give a string"),
        ("min-severity = ['error']", "min-severity is ['error']: give a string"),
        ("exit-zero = 1", "exit-zero is 1: give true or false, such as exit-zero = true"),
        ("max-sources = 0", "max-sources is 0: give a whole number from 1 on, or inf for no limit"),
        ("max-sources = true", "max-sources is true: give a whole number"),
        ("max-suspects = -1", "max-suspects is -1: give a whole number from 0 on, such as max-suspects = 5"),
        ("suspects = 0.5", "suspects is 0.5: give a whole number from 0 on, such as suspects = 5"),
        ("tolerances = {hedge = 'x'}", "tolerances: hedge is 'x': give a share from 0 to below 1"),
        ("tolerances = {hedge = true}", "tolerances: hedge is true: give a share"),
        ("tolerances = {hedge = 1}", "tolerances: hedge is 1: give a share from 0 to below 1"),
        ("tolerances = {near-km = -1}", "tolerances: near-km is -1: give kilometres from 0 on"),
        ("tolerances = {vague-gap = nan}", "tolerances: vague-gap is nan: give a factor from 1 on"),
        ("tolerances = {vague = {dozens = 3}}", "tolerances: vague: dozens is 3: give two rising bounds"),
        ("tolerances = {vague = {dozens = ['a']}}", "tolerances: vague: dozens holds 'a': give a number"),
        ("tolerances = {vague = {dozens = [3]}}", "tolerances: vague: dozens is [3]: give two rising bounds"),
        ("tolerances = {vague = {dozens = [9, 3]}}", "tolerances: vague: dozens is [9, 3]: give two rising bounds"),
        ("tolerances = {vague = {dozen = [3, 9]}}", "tolerances: vague: unknown key 'dozen': did you mean 'dozens'?"),
        ("accepted = {}", "accepted is {}: give a list of tables"),
        (f"draft = {list(range(99))}", "…: give a string, such as draft = "),
    ],
)
def test_trouble_is_told_by_what_was_seen_and_what_to_give(text, message, tmp_path):
    with pytest.raises(ConfigError) as caught:
        config(tmp_path, text)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_settings_of_the_guide_are_read(tmp_path):
    page = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    (example,) = (block for block in re.findall(r"```toml\n(.*?)```", page, re.S) if "max-sources" in block)
    assert config(tmp_path, example).max_sources == 50


@pytest.mark.parametrize("limit", ["1.5", "1e300"])
def test_a_limit_is_whole(limit, tmp_path):
    with pytest.raises(ConfigError, match=r"max_sources is 1.*: give a whole number from 1 on"):
        config(tmp_path, f"max-sources = {limit}")


def test_severities_are_named(tmp_path):
    with pytest.raises(UnknownNameError, match="unknown severity 'warn': did you mean 'warning'"):
        config(tmp_path, "min-severity = 'warn'")


@pytest.mark.parametrize(
    "text", ["tool = 3", "[tool]\nother = 1", "[tool.other]\nselect = 3", "", "[project]\nname = 'x'"]
)
def test_a_project_that_says_nothing_of_factdiff_sets_nothing(text, tmp_path):
    assert config(tmp_path, text, "pyproject.toml") == Config()


@pytest.mark.parametrize("value", [True, 3, 0.5])
def test_only_what_is_meant_fits(value):
    assert not Key((str,), "", "").fits(value)
    assert Key((bool,), "", "").fits(value) == (value is True)
    assert Key((int, float), "", "").fits(value) == (value is not True)
