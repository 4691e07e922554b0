"""Files of settings: ``factdiff.toml``, or ``[tool.factdiff]`` in ``pyproject.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from factdiff.errors import ConfigError, ReadError, nearest

FILE, PROJECT = "factdiff.toml", "pyproject.toml"
#: the keys of a file and what each holds; those of the command line are its options
KEYS: dict[str, tuple[type, ...]] = {
    "accepted": (list,),
    "baseline": (str,),
    "draft": (str,),
    "exit-zero": (bool,),
    "format": (str,),
    "ignore": (str, list),
    "min-severity": (str,),
    "output": (str,),
    "published": (dict,),
    "select": (str, list),
    "spacy": (str,),
    "tolerances": (dict,),
    "write-baseline": (str,),
}
#: type -> what it is called in messages
WORDS = {str: "a string", bool: "true or false", dict: "a table", list: "a list"}
#: the keys that hold paths, which start where the file lies
PATHS = ("baseline", "draft", "output", "write-baseline")
#: the keys of an entry of ``accepted``
ACCEPTED = ("fingerprint", "reason")
TOLERANCES = ("hedge", "near-km", "vague-gap")


def settings(path: Path) -> dict[str, Any]:
    """The keys of a file of settings, checked; {} for a ``pyproject.toml`` that says nothing of factdiff."""
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReadError(f"{path} cannot be read ({error.strerror}): check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadError(f"{path} is not valid TOML: {error}") from error
    found = data.get("tool", {}).get("factdiff", {}) if path.name == PROJECT else data
    if not isinstance(found, Mapping):
        raise ConfigError(f"{path}: tool.factdiff is {found!r}: give a table")
    check_keys(found, KEYS, f"{path}")
    for name, value in found.items():
        if not isinstance(value, KEYS[name]):
            kinds = " or ".join(WORDS[kind] for kind in KEYS[name])
            raise ConfigError(f"{path}: {name} is {value!r}: give {kinds}")
    check_keys(found.get("tolerances", {}), TOLERANCES, f"{path}: tolerances")
    for entry in found.get("accepted", []):
        check_accepted(entry, path)
    return {name: str(path.parent / value) if name in PATHS else value for name, value in found.items()}


def check_keys(found: Iterable[str], known: Iterable[str], where: str) -> None:
    """Refuse a key that does not exist, with the nearest that does."""
    for name in found:
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean {near!r}?" if near else f"use one of {', '.join(known)}"
            raise ConfigError(f"{where}: unknown key {name!r}: {hint}")


def check_accepted(entry: object, path: Path) -> None:
    """Refuse an accepted finding without its fingerprint or without a reason."""
    if not isinstance(entry, Mapping):
        raise ConfigError(f"{path}: accepted holds {entry!r}: give tables with {' and '.join(ACCEPTED)}")
    check_keys(entry, ACCEPTED, f"{path}: accepted")
    for name in ACCEPTED:
        if not isinstance(entry.get(name), str) or not entry[name].strip():
            raise ConfigError(f"{path}: an accepted finding has no {name}: give it as a string")


def project_file(folder: Path) -> Path | None:
    """The file of settings that holds for a folder: the nearest in it or above it, ``factdiff.toml`` first."""
    for place in (folder, *folder.parents):
        if (place / FILE).is_file():
            return place / FILE
        if (place / PROJECT).is_file() and settings(place / PROJECT):
            return place / PROJECT
    return None
