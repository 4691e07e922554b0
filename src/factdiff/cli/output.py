"""The output of the command line: standard output, or a file that is written as a whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

from factdiff.archive.whole_files import whole_file
from factdiff.errors import ConfigError


def write(text: str, output: Path | None = None) -> None:
    """Write to a file, or to standard output; ConfigError where the file cannot be written."""
    data = text.encode("utf-8", "backslashreplace")
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        put(data, output)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        message = f"{output} cannot be written ({reason}): give a file in a folder that is there and may be written to"
        raise ConfigError(message) from error


def put(data: bytes, output: Path) -> None:
    """Write data to a file, as a whole or not at all; a link is followed, a device or a pipe is written to directly."""
    if output.exists() and not output.is_file():
        output.write_bytes(data)
        return
    with whole_file(output) as file:
        file.write(data)
