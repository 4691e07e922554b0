"""Tables in JSON: a list of objects, or an object that holds one."""

from __future__ import annotations

import json

from factdiff.errors import ReadError
from factdiff.reader.columns import Row, Table
from factdiff.reader.encodings import decoded

ENDINGS = (".json",)
LARGEST = 100_000_000


def table(data: bytes) -> Table:
    """The objects of a file: of its list, of the one list of objects in it, or else itself."""
    text, notes = decoded(data)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"it is no JSON that can be read ({error}): save it again") from error
    if isinstance(found, dict):
        lists = [value for value in found.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        found = lists[0] if len(lists) == 1 and "text" not in found else [found]
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ReadError("it holds no list of objects: write an object for each article")
    return Table(map(Row, found), notes)
