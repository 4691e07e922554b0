"""Tables in Parquet (extra ``parquet``)."""

from __future__ import annotations

import io

from factdiff.errors import ReadError
from factdiff.reader.columns import Row, Table

ENDINGS = (".parquet",)
LARGEST = 100_000_000


def recognises(data: bytes) -> bool:
    """Whether some bytes are a table in Parquet."""
    return data.startswith(b"PAR1") and data.endswith(b"PAR1")


def table(data: bytes) -> Table:
    """The rows of a file."""
    import polars

    try:
        frame = polars.read_parquet(io.BytesIO(data))
    except polars.exceptions.PolarsError as error:
        raise ReadError(f"it is no Parquet that can be read ({str(error).splitlines()[0]}): save it again") from error
    return Table(map(Row, frame.iter_rows(named=True)))
