"""What a user can set."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import Attribute, field, frozen

from factdiff.errors import ConfigError, UnknownNameError
from factdiff.values.severity import SEVERITIES, Severity
from factdiff.values.tolerances import DEFAULT, Tolerances


def words(value: object) -> tuple[str, ...]:
    """A tuple of words from a list of them or from one."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Iterable):
        return tuple(str(word) for word in value)
    raise ConfigError(f"select and ignore take codes or names of checks: {value!r} is none")


def a_severity(_: object, attribute: Attribute[str], value: str) -> None:
    """Refuse what is no severity."""
    if value not in SEVERITIES:
        raise UnknownNameError("severity", str(value), SEVERITIES)


def tolerances(_: object, attribute: Attribute[Tolerances], value: object) -> None:
    """Refuse what is no record of tolerances."""
    if not isinstance(value, Tolerances):
        raise ConfigError(f"tolerances is a {type(value).__name__}: give a factdiff.Tolerances")


@frozen(kw_only=True)
class Config:
    """The options of a run.

    ``select`` and ``ignore`` hold codes of checks by prefix ("DAT", "QTY401") or whole names ("date-conflict"); an
    empty ``select`` is all. Findings below ``min_severity`` are left out. ``tolerances`` are the widths of figures.

    >>> Config(select="DAT").wants("DAT101", "date-conflict")
    True
    >>> Config(ignore=["date-conflict"]).wants("DAT101", "date-conflict")
    False
    """

    tolerances: Tolerances = field(default=DEFAULT, validator=tolerances)
    select: tuple[str, ...] = field(default=(), converter=words)
    ignore: tuple[str, ...] = field(default=(), converter=words)
    min_severity: Severity = field(default="info", validator=a_severity)

    def wants(self, code: str, name: str) -> bool:
        """Whether a check is selected and not ignored."""
        chosen = not self.select or any(matches(word, code, name) for word in self.select)
        return chosen and not any(matches(word, code, name) for word in self.ignore)

    def shows(self, severity: Severity) -> bool:
        """Whether a finding of this severity is reported."""
        return SEVERITIES.index(severity) >= SEVERITIES.index(self.min_severity)


def matches(word: str, code: str, name: str) -> bool:
    """Whether a word of ``select`` or ``ignore`` names a check."""
    return code.startswith(word.upper()) or word.lower() == name
