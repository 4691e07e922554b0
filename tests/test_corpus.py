"""The corpus beside the rules: each form is read whole and alone, each trap yields nothing, each rule has its forms."""

from __future__ import annotations

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import factdiff
from factdiff import languages

PACKS = Path(languages.__path__[0])
FILES = sorted(PACKS.rglob("corpus/*.toml"))
#: rules that claim a span without a value
GUARDS = {"rate-not-read", "date-in-name", "time-past"}


def entries(section):
    return list(read(section))


def read(section):
    for path in FILES:
        for number, entry in enumerate(tomllib.loads(path.read_text(encoding="utf-8")).get(section, ())):
            for text in entry["forms" if section == "say" else "texts"]:
                yield pytest.param(
                    entry.get("lang", path.relative_to(PACKS).parts[0]),
                    entry,
                    text,
                    id=f"{path.stem}-{number}-{text[:40]}",
                )


def marked(text):
    """The text without its brackets, and the span that they mark (the last pair; the whole text without any)."""
    spans = re.findall(r"\[([^\]]*)\]", text)
    if not spans:
        return text, 0, len(text)
    start = text.rindex("[")
    before = text[:start].replace("[", "").replace("]", "")
    return text.replace("[", "").replace("]", ""), len(before), len(before) + len(spans[-1])


def published(entry):
    return str(entry["published"]) if "published" in entry else None


@pytest.mark.parametrize(("lang", "entry", "text"), entries("say"))
def test_form_is_read_whole_with_its_value(lang, entry, text):
    plain, start, end = marked(text)
    found = [
        m
        for m in factdiff.find_mentions(plain, published=published(entry), lang=lang, kinds=[entry["kind"]])
        if m.start < end and m.end > start
    ]
    assert [(m.start, m.end, m.surface) for m in found] == [(start, end, plain[start:end])]
    value = found[0].value.to_dict()
    for name, wanted in entry["value"].items():
        assert value[name] == (None if wanted == "" else wanted), name


@pytest.mark.parametrize(("lang", "entry", "text"), entries("nothing"))
def test_trap_yields_nothing(lang, entry, text):
    found = factdiff.find_mentions(text, published=published(entry), lang=lang, kinds=entry.get("kinds"))
    assert [(m.kind, m.surface) for m in found] == []


@pytest.mark.parametrize("lang", ["en"])
def test_every_rule_has_a_form_in_the_corpus(lang):
    used = set()
    for param in entries("say"):
        pack, entry, text = param.values
        if pack == lang:
            used |= {m.rule for m in factdiff.find_mentions(marked(text)[0], published=published(entry), lang=lang)}
    module = import_module(f"factdiff.languages.{lang}")
    guards = {rule.name for rule in import_module(f"factdiff.languages.{lang}.amounts.non_values").RULES}
    assert {rule.name for rule in module.LANGUAGE.rules} - used - guards - GUARDS == set()
