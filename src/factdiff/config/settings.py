"""Files of settings: ``factdiff.toml``, or ``[tool.factdiff]`` in ``pyproject.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from math import inf
from pathlib import Path
from typing import Any

from attrs import frozen

from factdiff.errors import ConfigError, ReadError, nearest

FILE, PROJECT = "factdiff.toml", "pyproject.toml"
FIGURE = (int, float)


@frozen
class Key:
    """A key of a file: the ``types`` of its value, the same in ``words``, and an ``example`` in TOML.

    A number is at least ``least`` and below ``below``; ``member`` describes each member of a list or table.
    """

    types: tuple[type, ...]
    words: str
    example: str
    member: Key | None = None
    least: float = -inf
    below: float | None = None

    def fits(self, value: Any) -> bool:
        """Whether the key may hold a value."""
        if isinstance(value, bool):
            return bool in self.types
        known = isinstance(value, self.types)
        return known and (not isinstance(value, FIGURE) or self.reaches(value))

    def reaches(self, figure: float) -> bool:
        """Whether a figure lies within the bounds of the key."""
        return self.least <= figure and (self.below is None or figure < self.below)

    def wanted(self, name: str | None = None) -> str:
        """The end of a message: the value to give, with an example."""
        return f"give {self.words}, such as {f'{name} = ' if name else ''}{self.example}"


CODES = Key(
    (str, list), "a string or a list of strings", '["DAT", "unit-conversion"]', Key((str,), "a string", '"DAT"')
)
COUNT = Key((int,), "a whole number from 0 on", "5", least=0)
WORDS = Key((str, list), "a string or a list of strings", '["*.html", "old/*"]', Key((str,), "a string", '"*.html"'))
LIMIT = Key(FIGURE, "a whole number from 1 on, or inf for no limit", "1000", least=1)
#: the keys of a file; those of the command line are its options, those of a ``Config`` its fields
KEYS = {
    "accepted": Key(
        (list,), "a list of tables", '[{fingerprint = "271070431729d8e9", reason = "as the ministry says"}]'
    ),
    "baseline": Key((str,), "a string", '"known.json"'),
    "columns": Key((dict,), "a table of columns by field", '{text = "body"}', Key((str,), "a string", '"body"')),
    "draft": Key((str,), "a string", '"draft.txt"'),
    "engine": Key((str,), "a string", '"dask"'),
    "exclude": WORDS,
    "exit-zero": Key((bool,), "true or false", "true"),
    "fail-on": Key(
        (str, list),
        "a string or a list of strings",
        '["contradicted", "not-found"]',
        Key((str,), "a string", '"not-found"'),
    ),
    "format": Key((str,), "a string", '"html"'),
    "glob": WORDS,
    "ignore": CODES,
    "max-source-chars": LIMIT,
    "max-sources": LIMIT,
    "max-suspects": COUNT,
    "min-severity": Key((str,), "a string", '"warning"'),
    "output": Key((str,), "a string", '"report.html"'),
    "published": Key(
        (dict,), "a table of dates by source", "{daily = 2024-01-04}", Key((date, str), "a date", "2024-01-04")
    ),
    "recursive": Key((bool,), "true or false", "true"),
    "resume": Key((bool,), "true or false", "true"),
    "scheduler": Key((str,), "a string", '"tcp://10.0.0.1:8786"'),
    "select": CODES,
    "sheet": Key((bool,), "true or false", "true"),
    "spacy": Key((str,), "a string", '"en_core_web_sm"'),
    "stdin-name": Key((str,), "a string", '"draft.html"'),
    "stories": Key((str,), "a string", '"stories"'),
    "suspects": COUNT,
    "tolerances": Key((dict,), "a table", "{hedge = 0.15}"),
    "workers": Key((int,), "a whole number from 1 on", "4", least=1),
    "write-baseline": Key((str,), "a string", '"known.json"'),
}
#: the keys of ``tolerances``
TOLERANCES = {
    "hedge": Key(FIGURE, "a share from 0 to below 1", "0.15", least=0, below=1),
    "near-km": Key(FIGURE, "kilometres from 0 on", "40", least=0),
    "vague": Key(
        (dict,), "a table of bounds by word", "{dozens = [12, 100]}",
        Key((list,), "two rising bounds", "[12, 100]", Key(FIGURE, "a number from 0 on", "12", least=0)),
    ),
    "vague-gap": Key(FIGURE, "a factor from 1 on", "10", least=1),
}  # fmt: skip
#: the keys that hold paths, which are relative to the folder of the file
PATHS = ("baseline", "draft", "output", "stories", "write-baseline")
#: the keys of an entry of ``accepted``
ACCEPTED = ("fingerprint", "reason")


def settings(path: Path) -> dict[str, Any]:
    """The checked keys of a file of settings; {} for a ``pyproject.toml`` without a table for factdiff."""
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReadError(f"{path} cannot be read ({error.strerror}): check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadError(f"{path} is not valid TOML: {error}") from error
    found = factdiff_table(data) if path.name == PROJECT else data
    if not isinstance(found, Mapping):
        raise ConfigError(f"{path}: tool.factdiff is {toml_excerpt(found)}: give a table")
    check_table(found, KEYS, f"{path}")
    check_table(found.get("tolerances", {}), TOLERANCES, f"{path}: tolerances")
    for entry in found.get("accepted", []):
        check_accepted(entry, path)
    return {name: str(path.parent / value) if name in PATHS else value for name, value in found.items()}


def factdiff_table(data: Mapping[str, Any]) -> object:
    """The table ``tool.factdiff`` of a ``pyproject.toml``."""
    tools = data.get("tool")
    return tools.get("factdiff", {}) if isinstance(tools, Mapping) else {}


def check_table(found: Mapping[str, Any], known: Mapping[str, Key], where: str) -> None:
    """Raise ConfigError for an unknown key, or a value that its key may not hold."""
    check_keys(found, known, where)
    for name, value in found.items():
        check_value(name, value, known[name], where)


def check_value(name: str, value: Any, key: Key, where: str) -> None:
    """Raise ConfigError for a value that its key may not hold, or for such a member of it."""
    if not key.fits(value):
        raise ConfigError(f"{where}: {name} is {toml_excerpt(value)}: {key.wanted(name)}")
    if key.member and isinstance(value, Mapping):
        for part, member in value.items():
            check_value(part, member, key.member, f"{where}: {name}")
    elif key.member and isinstance(value, list):
        for member in value:
            if not key.member.fits(member):
                raise ConfigError(f"{where}: {name} holds {toml_excerpt(member)}: {key.member.wanted()}")


def toml_excerpt(value: object) -> str:
    """A value nearly as in TOML, shortened for messages.

    >>> toml_excerpt(date(2024, 1, 4)), toml_excerpt(True), toml_excerpt([1])
    ('2024-01-04', 'true', '[1]')
    """
    if isinstance(value, (date, time)):
        return value.isoformat()
    words = str(value).lower() if isinstance(value, bool) else repr(value)
    return words if len(words) <= 60 else f"{words[:59]}…"


def check_keys(found: Iterable[str], known: Iterable[str], where: str) -> None:
    """Raise ConfigError for an unknown key, with the most similar known one."""
    for name in found:
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean {near!r}?" if near else f"use one of {', '.join(known)}"
            raise ConfigError(f"{where}: unknown key {name!r}: {hint}")


def check_accepted(entry: object, path: Path) -> None:
    """Raise ConfigError for an accepted finding without a fingerprint or a reason."""
    if not isinstance(entry, Mapping):
        raise ConfigError(f"{path}: accepted holds {toml_excerpt(entry)}: give tables with {' and '.join(ACCEPTED)}")
    check_keys(entry, ACCEPTED, f"{path}: accepted")
    for name in ACCEPTED:
        if not isinstance(entry.get(name), str) or not entry[name].strip():
            raise ConfigError(f"{path}: an accepted finding has no {name}: give it as a string")


def project_file(folder: Path) -> Path | None:
    """The nearest file of settings in a folder or above it, ``factdiff.toml`` first; None where there is none."""
    for place in (folder, *folder.parents):
        if (place / FILE).is_file():
            return place / FILE
        if (place / PROJECT).is_file() and settings(place / PROJECT):
            return place / PROJECT
    return None
