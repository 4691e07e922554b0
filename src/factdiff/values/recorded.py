"""Recorded values: the public fields of values of any kind, as a report that is read back holds them.

Two recorded values are equal when their fields are; any other relation needs the figures as written, which a report
does not keep.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

from attrs import field, frozen

from factdiff.values.relation import Ladder

#: the fields that can stand for the whole value, the most specific first
NAME_FIELDS = ("edtf", "name", "label", "full", "words", "timex3", "rank")
MODIFIERS = {"approximate": "about", "more-than": "more than", "less-than": "less than", "vague": ""}


@frozen(repr=False)
class Recorded:
    """A value of any kind by its ``fields``, which its ``to_dict()`` returned; build one with :func:`recorded`."""

    kind: ClassVar[str] = "value"
    ladder: ClassVar[Ladder] = ()
    fields: Mapping[str, Any] = field(hash=False)

    def to_dict(self) -> dict[str, Any]:
        """The fields."""
        return dict(self.fields)

    def __str__(self) -> str:
        if "stated" in self.fields:
            return amount_wording(self.fields)
        named = (self.fields[name] for name in NAME_FIELDS if self.fields.get(name) is not None)
        return str(next(named, self.kind))

    def __repr__(self) -> str:
        return f"recorded({self.to_dict()!r})"

    def __reduce__(self) -> tuple[Any, tuple[dict[str, Any]]]:
        return recorded, (self.to_dict(),)


@cache
def _class(kind: str) -> type[Recorded]:
    """The class of recorded values of a kind; each kind has its own, since only values of one class are compared."""
    return type("Recorded", (Recorded,), {"kind": kind, "__slots__": (), "__module__": __name__})


def recorded(fields: Mapping[str, Any]) -> Recorded:
    """The value with these fields; KeyError where they have no ``type``.

    >>> str(recorded({"type": "date", "edtf": "2024-01-02"}))
    '2024-01-02'
    """
    return _class(str(fields["type"]))(dict(fields))


def amount_wording(fields: Mapping[str, Any]) -> str:
    """The wording of an amount by its fields.

    >>> amount_wording({"stated": 900, "modifier": "more-than", "unit": "kilometre"})
    'more than 900 kilometre'
    >>> amount_wording({"stated": None, "low": 3, "high": None, "modifier": "vague", "counted": "missile"})
    '3 or more missile'
    """
    stated, low, high = (fields.get(name) for name in ("stated", "low", "high"))
    if stated is not None:
        modifier = fields.get("modifier") or ""
        figure = f"{MODIFIERS.get(modifier, modifier.replace('-', ' '))} {stated:,}"
    elif low is not None and high is not None:
        figure = f"{low:,} to {high:,}"
    else:
        figure = f"{low:,} or more" if low is not None else f"{high:,} or less" if high is not None else "some"
    unit = next((fields[name] for name in ("unit", "currency", "counted") if fields.get(name)), "")
    return f"{figure} {unit}".strip()
