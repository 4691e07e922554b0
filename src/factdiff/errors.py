"""The errors of factdiff, one tree.

::

    FactdiffError
    ├── ConfigError (ValueError)           an option that cannot be
    │   └── UnknownNameError               a check, format, language or reader that does not exist
    ├── InputError (ValueError)            something given that cannot be used
    │   ├── NormalizationError             a text that is not one value
    │   ├── ReadError                      a file or folder that cannot be read
    │   └── SourceError                    a source, or a list of sources, that is not one
    └── MissingExtraError (ImportError)    an optional library that is not installed

Every message is one sentence with what was seen and what to do. The fields of an error hold the same facts for
programs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class FactdiffError(Exception):
    """The base of every error that factdiff raises on purpose."""


class ConfigError(FactdiffError, ValueError):
    """An option that cannot be."""


class UnknownNameError(ConfigError):
    """A name that no variant has; ``what`` is its sort, ``name`` what was seen, ``known`` what there is."""

    def __init__(self, what: str, name: str, known: Sequence[str]) -> None:
        self.what, self.name, self.known = what, name, tuple(known)
        near = nearest(name, known)
        hint = f"did you mean {near!r}?" if near else f"use one of {', '.join(known)}"
        super().__init__(f"unknown {what} {name!r}: {hint}")

    def __reduce__(self) -> tuple[type, tuple[str, str, tuple[str, ...]]]:
        return type(self), (self.what, self.name, self.known)


class MissingExtraError(FactdiffError, ImportError):
    """An optional library that is not installed; ``extra`` is the extra of factdiff that brings it."""

    def __init__(self, what: str, extra: str) -> None:
        self.what, self.extra = what, extra
        super().__init__(f"{what} need a library that is not installed: pip install 'factdiff[{extra}]'")

    def __reduce__(self) -> tuple[type, tuple[str, str]]:
        return type(self), (self.what, self.extra)


class InputError(FactdiffError, ValueError):
    """Something given that cannot be used."""


class NormalizationError(InputError):
    """A text that is not one value; ``text`` is what was given, ``seen`` the surfaces of the values in it."""

    def __init__(self, text: str, seen: Sequence[str], wanted: str = "value") -> None:
        self.text, self.seen, self.wanted = text, tuple(seen), wanted
        if not seen:
            found = f"no {wanted} was found in it; write it as a newspaper would"
        elif len(seen) == 1:
            found = f"only {seen[0]!r} of it is; give that alone"
        else:
            found = f"it holds {len(seen)}, {', '.join(map(repr, seen[:-1]))} and {seen[-1]!r}; give one"
        super().__init__(f"{excerpt(text)} is not one {wanted}: {found}")

    def __reduce__(self) -> tuple[type, tuple[str, tuple[str, ...], str]]:
        return type(self), (self.text, self.seen, self.wanted)


class ReadError(InputError):
    """A file or folder that cannot be read."""


class SourceError(InputError):
    """A source, or a list of sources, that is not one."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name``, or None when none is near.

    >>> nearest("date-conflct", ["date-conflict", "place-conflict"])
    'date-conflict'
    >>> nearest("zebra", ["date-conflict"]) is None
    True
    """
    from rapidfuzz import fuzz, process

    best = process.extractOne(name.lower(), list(known), scorer=fuzz.ratio, processor=str.lower, score_cutoff=60)
    return best[0] if best else None


def excerpt(text: str, width: int = 60) -> str:
    """The text in quotation marks, cut to ``width`` characters, for a message of one line."""
    return repr(text if len(text) <= width else text[: width - 1] + "…")
