"""Which reader reads a file: by its ending, and where that leaves a choice or is unknown, by what is in it."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import PurePath
from types import ModuleType

from factdiff import _variants
from factdiff.errors import ReadError
from factdiff.reader.file_types import by_ending

#: the reader of plain text
TEXT = "text"


@cache
def readers() -> dict[str, ModuleType]:
    """The readers by their names."""
    return {name: _variants.load("readers", name) for name in _variants.names("readers")}


@cache
def endings() -> dict[str, list[str]]:
    """File ending -> the readers for it, those that recognise their format by its content in front."""
    found = defaultdict(list)
    for name, module in sorted(readers().items(), key=lambda item: not hasattr(item[1], "recognises")):
        for ending in module.ENDINGS:
            found[ending].append(name)
    return dict(found)


def holds_table(reader: str) -> bool:
    """Whether a reader reads tables."""
    return hasattr(_variants.load("readers", reader), "table")


def largest(path: PurePath) -> int | None:
    """How many bytes a file of a name may have at most; None where that is not limited."""
    limits = [getattr(readers()[name], "LARGEST", None) for name in endings().get(path.suffix.lower(), [TEXT])]
    known = [limit for limit in limits if limit is not None]
    return max(known) if len(known) == len(limits) else None


def reader_for(data: bytes, name: str) -> str:
    """The name of the reader for some bytes of a file called ``name``.

    ReadError where the ending is that of a format which is refused, or of XML that is of no known format.
    """
    path = PurePath(name)
    known = endings().get(path.suffix.lower(), [])
    if not known and (filetype := by_ending(path)):
        raise filetype.refused(name)
    asked = known or [one for one, module in readers().items() if hasattr(module, "recognises")]
    for one in asked:
        recognises = getattr(readers()[one], "recognises", None)
        if len(known) == 1 or (recognises(data) if recognises else True):
            return one
    if known and (filetype := by_ending(path)):
        raise ReadError(f"{name} is {filetype.name} of a kind that is not read: {filetype.advice}")
    return TEXT
