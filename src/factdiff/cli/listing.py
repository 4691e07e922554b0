"""The commands that list: the mentions of texts, the checks, and what they catch."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factdiff.check import Check, checks
from factdiff.cli.output import note, write
from factdiff.cli.paths import Intake, given_options, selection
from factdiff.config import matches
from factdiff.config.options import options
from factdiff.errors import UnknownNameError
from factdiff.finder import find_mentions
from factdiff.reader.metadata import with_fields
from factdiff.values.precision import LEAST, precisions

#: what is told of a check of which no finding was read, and of one of which too few were right
UNREAD = "no finding on real articles was read"
AS_NOTES = "Between articles its findings are notes, since too few of them were right."
TOO_LOW = f"That is below the {LEAST:.0%} that a check should reach: look at its findings with care."


def list_mentions(paths: tuple[str, ...], published: str | None, lang: str | None, given: Mapping[str, Any]) -> None:
    """Print the mentions of the texts at some paths, one a line."""
    notes: list[str] = []
    chosen = options(given_options(given), ())
    fields = {name: value for name, value in (("published", published), ("lang", lang)) if value is not None}
    found = Intake(selection(chosen), chosen.stdin_name, notes.append).collect(paths)
    sources = [with_fields(source, fields, "mentions") for source in found]
    for line in notes:
        note(line)
    several = len(paths) > 1 or Path(paths[0]).is_dir() or len(sources) > 1
    for source in sources:
        for m in find_mentions(source):
            cells = (m.start, m.end, m.kind, " ".join(m.surface.split()), m.value, m.rule)
            write("\t".join(map(str, (source.id, *cells) if several else cells)) + "\n")


def codes_and_names() -> list[str]:
    """The codes and names of all checks."""
    return [word for check in checks() for word in (check.code, check.name)]


def table_of_checks() -> str:
    """All checks: code, name, severity, and what each catches."""
    every = checks()
    width = max(len(check.name) for check in every)
    return "".join(f"{c.code}  {c.name:<{width}}  {c.severity:<7}  {c.summary}\n" for c in every)


def pages_of_checks(code: str) -> str:
    """The pages of the checks with a code or a name, or with codes that begin so."""
    wanted = [check for check in checks() if matches(code, check.code, check.name)]
    if not wanted:
        raise UnknownNameError("check", code, codes_and_names())
    return "\n\n".join(map(explained, wanted))


def explained(wanted: Check) -> str:
    """The page of a check, as text."""
    lines = [f"{wanted.code} {wanted.name} ({wanted.severity})", "", wanted.summary, wanted.why]
    measured = precisions().get(wanted.name)
    lines += ["", f"Precision: {measured or UNREAD}."]
    if measured and measured.is_too_low:
        lines.append(AS_NOTES if measured.notes else TOO_LOW)
    for title, example in (("Fires", wanted.fires), ("Quiet", wanted.quiet)):
        when = f" ({example.when()})" if example.when() else ""
        lines += ["", f"{title}{when}:", *(f"  {text}" for text in example.texts)]
    return "\n".join([*lines, ""])
