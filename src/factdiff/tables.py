"""Tables of data beside the modules that read them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_table(package: str, name: str) -> dict[str, Any]:
    """A TOML table of a package, read once."""
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
