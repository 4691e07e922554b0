"""Write src/factdiff/tables.json: the content of all TOML tables of the package, which is read in place of them.

Run it after a change to a table: ``python tools/build_tables.py``. The corpora are left out, as no text needs them.
"""

from __future__ import annotations

import json
from pathlib import Path
from zlib import crc32

from factdiff.tables import BUILT, parsed

PACKAGE = Path(__file__).parent.parent / "src/factdiff"


def tables(package: Path = PACKAGE) -> dict[str, tuple[int, dict[str, object]]]:
    """The checksum and the content of each table, by its package and name."""
    found = {}
    for path in sorted(package.rglob("*.toml")):
        if "corpus" not in path.parts:
            data = path.read_bytes()
            name = ".".join(path.relative_to(package.parent).parent.parts)
            found[f"{name}/{path.name}"] = (crc32(data), parsed(data))
    return found


def main() -> None:
    """Write the file, one table a line."""
    lines = [f"{json.dumps(name)}: {json.dumps(table, ensure_ascii=False)}" for name, table in tables().items()]
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    (PACKAGE / BUILT).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
