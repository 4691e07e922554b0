"""Finds variants by name: the modules of a folder of factdiff first, then entry points.

The only place that imports a variant by its name. A third party adds a check, engine, language, reader or report by an
entry point in the group ``factdiff.<folder>`` whose value is a module of the same form as those in the folder.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import ModuleType

from factdiff.errors import UnknownNameError

#: folder -> what one of its variants is called in messages
FOLDERS = {
    "checks": "check", "engines": "engine", "languages": "language", "readers": "reader", "reports": "report format",
}  # fmt: skip


@cache
def own(folder: str) -> frozenset[str]:
    """The names of the variants that factdiff itself brings."""
    package = import_module(f"factdiff.{folder}")
    return frozenset(module.name for module in pkgutil.iter_modules(package.__path__) if module.name[0] != "_")


@cache
def names(folder: str) -> tuple[str, ...]:
    """The names of all variants in a folder, sorted.

    >>> "json" in names("reports")
    True
    """
    return tuple(sorted(own(folder) | {point.name for point in entry_points(group=f"factdiff.{folder}")}))


@cache
def load(folder: str, name: str) -> ModuleType:
    """The module of one variant; UnknownNameError where no variant has the name."""
    if name in own(folder):
        return import_module(f"factdiff.{folder}.{name}")
    for point in entry_points(group=f"factdiff.{folder}", name=name):
        module: ModuleType = point.load()
        return module
    raise UnknownNameError(FOLDERS[folder], name, names(folder))
