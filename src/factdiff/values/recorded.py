"""Values as a report keeps them: the public fields of a value of any kind, and no more.

A report that is read back holds these. They tell what they say, and two of them are equal when their fields are;
any other relation needs the figures as written, which a report does not keep.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

from attrs import field, frozen

from factdiff.values.relation import Ladder

#: the fields that name a value by themselves, the most telling first
NAMING = ("edtf", "name", "label", "full", "words", "timex3", "rank")
MODIFIERS = {"approximate": "about", "more-than": "more than", "less-than": "less than", "vague": ""}


@frozen(repr=False)
class Recorded:
    """A value of any kind by its ``fields``, as its ``to_dict()`` gave them; build one with :func:`recorded`."""

    kind: ClassVar[str] = "value"
    ladder: ClassVar[Ladder] = ()
    fields: Mapping[str, Any] = field(hash=False)

    def to_dict(self) -> dict[str, Any]:
        """The fields."""
        return dict(self.fields)

    def __str__(self) -> str:
        if "stated" in self.fields:
            return amount(self.fields)
        named = (self.fields[name] for name in NAMING if self.fields.get(name) is not None)
        return str(next(named, self.kind))

    def __repr__(self) -> str:
        return f"recorded({self.to_dict()!r})"

    def __reduce__(self) -> tuple[Any, tuple[dict[str, Any]]]:
        return recorded, (self.to_dict(),)


@cache
def _class(kind: str) -> type[Recorded]:
    """The class of recorded values of a kind, so that two kinds are never compared."""
    return type("Recorded", (Recorded,), {"kind": kind, "__slots__": (), "__module__": __name__})


def recorded(fields: Mapping[str, Any]) -> Recorded:
    """The value with these fields; KeyError where they have no ``type``.

    >>> str(recorded({"type": "date", "edtf": "2024-01-02"}))
    '2024-01-02'
    """
    return _class(str(fields["type"]))(dict(fields))


def amount(fields: Mapping[str, Any]) -> str:
    """What the fields of an amount say.

    >>> amount({"stated": 900, "modifier": "more-than", "unit": "kilometre"})
    'more than 900 kilometre'
    >>> amount({"stated": None, "low": 3, "high": None, "modifier": "vague", "counted": "missile"})
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
