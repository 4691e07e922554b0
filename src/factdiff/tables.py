"""Tables of data beside the modules that read them.

``tables.json`` holds the content of all of them, since TOML takes ten times as long to read as JSON: it is written by
``tools/build_tables.py``. A table that has changed since is read from its own file.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any
from zlib import crc32

#: the file with the content of all tables: "package/name" -> the checksum of the TOML file, and its content
BUILT = "tables.json"


@cache
def read_table(package: str, name: str) -> dict[str, Any]:
    """A TOML table of a package, read once."""
    data = files(package).joinpath(name).read_bytes()
    checksum, table = built().get(f"{package}/{name}", (None, {}))
    return table if checksum == crc32(data) else parsed(data)


@cache
def built() -> dict[str, tuple[int, dict[str, Any]]]:
    """The content of ``tables.json``."""
    found: dict[str, tuple[int, dict[str, Any]]] = json.loads(files("factdiff").joinpath(BUILT).read_bytes())
    return found


def parsed(data: bytes) -> dict[str, Any]:
    """The content of a TOML file."""
    import tomllib

    return tomllib.loads(data.decode("utf-8"))
