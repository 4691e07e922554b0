"""Every door is listed, and the lists are compared with what is there."""

from __future__ import annotations

import inspect
import subprocess
import sys
import tomllib
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest

import factdiff
from factdiff import _variants
from factdiff.check import checks
from factdiff.cli import cli
from factdiff.config.settings import KEYS

ROOT = Path(__file__).parent.parent

EXPORTS = [
    "Candidate",
    "Comparison",
    "Config",
    "ConfigError",
    "Evidence",
    "Fact",
    "FactdiffError",
    "Finding",
    "Grouping",
    "InputError",
    "Judge",
    "Level",
    "Locator",
    "Mention",
    "MissingExtraError",
    "NormalizationError",
    "Note",
    "Original",
    "ReadError",
    "Relation",
    "Report",
    "SheetRow",
    "Source",
    "SourceError",
    "StoryResult",
    "Summary",
    "Tolerances",
    "UnknownNameError",
    "__version__",
    "check_archive",
    "check_consistency",
    "check_draft",
    "check_stories",
    "compare",
    "find_mentions",
    "group_stories",
    "normalize",
    "read_results",
    "relate",
]
CHECKS = {
    "AGE201": "age-conflict",
    "DAT101": "date-conflict",
    "DAT102": "weekday-mismatch",
    "DAT103": "ambiguous-date",
    "DAT104": "span-arithmetic",
    "DAT105": "time-conflict",
    "DAT106": "chronology",
    "DRF991": "unsupported",
    "DRF992": "single-support",
    "DRF993": "draft-conflict",
    "HDL961": "headline-mismatch",
    "MON501": "money-conflict",
    "MON502": "currency-mismatch",
    "MON503": "exchange-rate",
    "NAM701": "name-variant",
    "NAM702": "role-conflict",
    "NUM301": "count-conflict",
    "NUM302": "toll-update",
    "NUM303": "toll-lowered",
    "NUM304": "magnitude",
    "NUM305": "percent-conflict",
    "NUM306": "percent-point",
    "NUM307": "sum-mismatch",
    "NUM308": "change-mismatch",
    "NUM309": "list-count",
    "NUM310": "ordinal-conflict",
    "NUM311": "rank-conflict",
    "PLC601": "place-conflict",
    "PLC602": "place-variant",
    "QTY401": "unit-conversion",
    "QTY402": "quantity-conflict",
    "QTY403": "duration-conflict",
    "QUO801": "quote-altered",
    "QUO802": "speaker-conflict",
    "STA951": "stance-conflict",
    "STA952": "polarity-conflict",
    "SUS981": "suspect",
    "TRM901": "term-conflict",
}
SIGNATURES = {
    "Source": "(text, *, id=None, published=None, lang='en', publisher=None, title=None, url=None, original=None)",
    "find_mentions": "(source_or_text, *, published=None, lang='en', kinds=None)",
    "normalize": "(text, *, kind=None, published=None, lang='en')",
    "compare": "(a, b, *, config=None)",
    "relate": "(a, b, *, config=None)",
    "check_consistency": "(sources, *, config=None, judge=None)",
    "check_draft": "(draft, sources, *, config=None, judge=None)",
    "check_stories": "(stories, *, engine='local', config=None, keep='findings', progress=False, **options)",
    "check_archive": (
        "(stories, output, *, engine='local', config=None, format='jsonl', resume=False, progress=False, **options)"
    ),
    "read_results": "(path)",
    "group_stories": "(articles, *, days=3)",
}


def test_exports():
    assert sorted(factdiff.__all__) == EXPORTS
    assert dir(factdiff) == EXPORTS
    for name in EXPORTS:
        assert getattr(factdiff, name) is getattr(import_module("factdiff"), name)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        factdiff.nothing  # noqa: B018  the look-up is what is tested


@pytest.mark.parametrize("name", SIGNATURES)
def test_signatures(name):
    signature = inspect.signature(getattr(factdiff, name))
    bare = signature.replace(
        parameters=[p.replace(annotation=inspect.Parameter.empty) for p in signature.parameters.values()],
        return_annotation=inspect.Signature.empty,
    )
    assert str(bare) == SIGNATURES[name]


def test_version_is_that_of_the_package():
    assert factdiff.__version__ == version("factdiff")


def test_variants():
    assert _variants.names("checks") == tuple(sorted(name.replace("-", "_") for name in CHECKS.values()))
    assert _variants.names("engines") == ("dask", "local")
    assert _variants.names("languages") == ("en", "und")
    assert _variants.names("readers") == (
        "csv", "docx", "feed", "html", "json", "jsonl", "mail", "markdown", "newsml", "ninjs", "parquet", "pdf", "text",
    )  # fmt: skip
    assert _variants.names("reports") == ("github", "html", "json", "jsonl", "junit", "markdown", "sarif", "text")


def test_checks_are_known_by_code_and_name():
    assert {check.code: check.name for check in checks()} == CHECKS


def test_commands_and_their_options():
    options = {
        name: sorted(option for param in command.params for option in param.opts)
        for name, command in cli.commands.items()
    }
    assert options == {
        "check": [
            "--baseline", "--columns", "--config", "--draft", "--engine", "--exclude", "--exit-zero", "--fail-on",
            "--format", "--glob", "--ignore", "--max-suspects", "--min-severity", "--output", "--published",
            "--recursive", "--resume", "--scheduler", "--select", "--sheet", "--spacy", "--stdin-name", "--stories",
            "--suspects", "--workers", "--write-baseline", "paths",
        ],
        "checks": [],
        "explain": ["code"],
        "lsp": ["--config", "paths"],
        "mentions": [
            "--columns", "--exclude", "--glob", "--lang", "--published", "--recursive", "--stdin-name", "paths",
        ],
        "schema": [],
    }  # fmt: skip


def test_every_option_of_a_check_has_its_key():
    options = {option.removeprefix("--") for param in cli.commands["check"].params for option in param.opts}
    of_files_alone = {"accepted", "max-source-chars", "max-sources", "tolerances"}
    assert options - {"paths", "config"} == set(KEYS) - of_files_alone


def test_package_is_marked_as_typed():
    assert (Path(factdiff.__file__).parent / "py.typed").is_file()


def test_import_is_light():
    heavy = "attr click dateparser distributed jinja2 numpy rapidfuzz rich scipy sentencex tomllib".split()
    heavy += ["factdiff.archive", "factdiff.gazetteer"]
    code = f"import sys, factdiff; print([name for name in {heavy} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "[]\n"


def test_import_loads_no_library():
    code = (
        "import sys; before = set(sys.modules); import factdiff; "
        "loaded = {name.partition('.')[0] for name in set(sys.modules) - before}; "
        "print(sorted(loaded - set(sys.stdlib_module_names)))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "['factdiff']\n"


def test_a_command_imports_what_it_needs_when_it_runs():
    heavy = "attr rich tomllib rapidfuzz factdiff.finder factdiff.reader factdiff.check factdiff.report".split()
    code = "import sys; from factdiff.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass\n"
    code += f"print([name for name in {heavy} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.splitlines()[-1] == "[]"


def test_declared_dependencies_are_those_that_are_imported():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {line.split(">")[0] for line in project["dependencies"]}
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    for name in declared:
        module = {"currencyconverter": "currency_converter", "markdown-it-py": "markdown_it"}.get(name, name)
        module = module.replace("-", "_")
        assert f"from {module}" in text or f"import {module}" in text, name
