"""The settings of a user: ``Config`` here, files of settings, options of the command line and baselines beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf
from pathlib import Path
from typing import Any

from attrs import Attribute, field, fields_dict, frozen

from factdiff.config.settings import check_keys, settings
from factdiff.errors import ConfigError, UnknownNameError
from factdiff.fact_sheet import FAILING
from factdiff.values.severity import SEVERITIES, Severity
from factdiff.values.tolerances import DEFAULT, VAGUE, Tolerances


def as_words(value: object) -> tuple[str, ...]:
    """A tuple of words from a list of them or from one."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Iterable):
        return tuple(str(word) for word in value)
    raise ConfigError(f"select and ignore take codes or names of checks: {value!r} is none")


def check_severity(_: object, attribute: Attribute[str], value: str) -> None:
    """Raise an error for a value that is no severity."""
    if value not in SEVERITIES:
        raise UnknownNameError("severity", str(value), SEVERITIES)


def check_tolerances(_: object, attribute: Attribute[Tolerances], value: object) -> None:
    """Raise an error for a value that is no ``Tolerances``."""
    if not isinstance(value, Tolerances):
        raise ConfigError(f"tolerances is a {type(value).__name__}: give a factdiff.Tolerances")


def check_limit(_: object, attribute: Attribute[int], value: object) -> None:
    """Raise an error for a limit that is no whole number from one on, and not None."""
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise ConfigError(f"{attribute.name} is {value!r}: give a whole number from 1 on, or None for no limit")


def check_count(_: object, attribute: Attribute[int], value: object) -> None:
    """Raise an error for a value that is no whole number from 0 on."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ConfigError(f"{attribute.name} is {value!r}: give a whole number from 0 on")


def check_flag(_: object, attribute: Attribute[bool], value: object) -> None:
    """Raise an error for a value that is neither True nor False."""
    if not isinstance(value, bool):
        raise ConfigError(f"{attribute.name} is {value!r}: give True or False")


def check_pipeline(_: object, attribute: Attribute[str | None], value: object) -> None:
    """Raise an error for a value that is no name of a pipeline, and not None."""
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise ConfigError(f"{attribute.name} is {value!r}: give the name of a pipeline, such as 'en_core_web_sm'")


def as_statuses(value: object) -> tuple[str, ...] | None:
    """The statuses of a sheet that a draft can fail on, from a list of them or from one; None stays None."""
    if value is None or isinstance(value, str):
        words: tuple[str, ...] = () if value is None else (value,)
    elif isinstance(value, Iterable):
        words = tuple(str(word) for word in value)
    else:
        raise ConfigError(f"fail_on is {value!r}: give statuses, such as {list(FAILING[:2])}")
    for word in words:
        if word not in FAILING:
            raise UnknownNameError("status", word, FAILING)
    return None if value is None else words


@frozen(kw_only=True)
class Config:
    """The options of a run.

    ``select`` and ``ignore`` hold codes of checks by prefix ("DAT", "QTY401") or whole names ("date-conflict"); an
    empty ``select`` is all. Findings below ``min_severity`` are left out. ``tolerances`` are the widths of figures.
    ``max_source_chars`` and ``max_sources`` are the longest source, in characters, and the most sources that a check
    takes; None is no limit. ``max_suspects`` is how many suspects a report holds at most; 0 switches them off.
    ``fail_on`` are the statuses in its sheet on which a draft fails: ``contradicted``, ``not-found``, ``rests-on-one``;
    where it is None, ``contradicted`` alone. With ``sheet`` a report without a draft has a sheet as well: the values
    that one source alone gives. ``spacy`` is the name or folder of a pipeline that finds more names (extra ``spacy``).

    >>> Config(select="DAT").wants("DAT101", "date-conflict")
    True
    >>> Config(ignore=["date-conflict"]).wants("DAT101", "date-conflict")
    False
    """

    tolerances: Tolerances = field(default=DEFAULT, validator=check_tolerances)
    select: tuple[str, ...] = field(default=(), converter=as_words)
    ignore: tuple[str, ...] = field(default=(), converter=as_words)
    min_severity: Severity = field(default="info", validator=check_severity)
    max_source_chars: int | None = field(default=20_000_000, validator=check_limit)
    max_sources: int | None = field(default=10_000, validator=check_limit)
    max_suspects: int = field(default=10, validator=check_count)
    fail_on: tuple[str, ...] | None = field(default=None, converter=as_statuses)
    sheet: bool = field(default=False, validator=check_flag)
    spacy: str | None = field(default=None, validator=check_pipeline)

    @classmethod
    def from_file(cls, path: Path | str) -> Config:
        """The options in a ``factdiff.toml`` or ``pyproject.toml``.

        Raises ReadError for a file that cannot be read, ConfigError for a key or value that cannot be.
        """
        return cls.from_settings(settings(Path(path)))

    @classmethod
    def from_settings(cls, found: Mapping[str, Any]) -> Config:
        """The options among the keys of a file, as ``settings.settings`` read them."""
        names = {name.replace("_", "-"): name for name in fields_dict(cls)}
        options = {names[key]: value for key, value in found.items() if key in names}
        for name in ("max_source_chars", "max_sources"):
            if options.get(name) == inf:
                options[name] = None
        return cls(**{**options, "tolerances": tolerances_from(found.get("tolerances", {}))})

    def wants(self, code: str, name: str) -> bool:
        """Whether a check is selected and not ignored."""
        chosen = not self.select or any(matches(word, code, name) for word in self.select)
        return chosen and not any(matches(word, code, name) for word in self.ignore)

    def shows(self, severity: Severity) -> bool:
        """Whether a finding of this severity is reported."""
        return SEVERITIES.index(severity) >= SEVERITIES.index(self.min_severity)


def tolerances_from(found: Mapping[str, Any]) -> Tolerances:
    """The tolerances from the keys of a file; its bounds of vague words replace the default ones word by word."""
    given = {name.replace("-", "_"): width for name, width in found.items()}
    bounds = given.pop("vague", {})
    check_keys(bounds, VAGUE, "tolerances: vague")
    for word, pair in bounds.items():
        if len(pair) != 2 or pair[0] > pair[1]:
            raise ConfigError(f"tolerances: vague: {word} is {pair}: give two rising bounds, such as [12, 100]")
    known = {word: (low, None if high == inf else high) for word, (low, high) in bounds.items()}
    return Tolerances(**given, vague={**VAGUE, **known})


def matches(word: str, code: str, name: str) -> bool:
    """Whether a word of ``select`` or ``ignore`` names a check."""
    return code.startswith(word.upper()) or word.lower() == name
