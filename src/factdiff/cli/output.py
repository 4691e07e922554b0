"""The output of the command line: standard output, or a file that is written as a whole or not at all; and messages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

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
    from factdiff.archive.whole_files import whole_file

    with whole_file(output) as file:
        file.write(data)


def trouble(message: str) -> int:
    """Print an error in one line on standard error."""
    line = " ".join(message.split()).encode("utf-8", "backslashreplace").decode("utf-8")
    click.echo(f"factdiff: {line}", err=True)
    return 2


def note(message: str) -> None:
    """Say something in one line on standard error that is no trouble."""
    trouble(f"note: {message}")
