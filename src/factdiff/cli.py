"""The command line: ``factdiff check``, ``mentions``, ``explain`` and ``schema``.

Exit status as in diff: 0 where no finding is at or above warning, 1 where one is, 2 for trouble.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import files as resources
from pathlib import Path
from threading import Timer
from typing import Any

import click

from factdiff import __version__, _variants, baseline
from factdiff.check import Check, checks
from factdiff.errors import FactdiffError, SourceError, UnknownNameError
from factdiff.finder import find_mentions
from factdiff.metadata import with_fields
from factdiff.options import Options, files, options
from factdiff.pipeline import examined, with_ids
from factdiff.reader import from_bytes, read, read_folder
from factdiff.records import Source
from factdiff.report import Report
from factdiff.reports._excerpt import plural

STDIN = "-"
#: how many seconds a run takes before a bar tells of it
PATIENCE = 2.0


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line; never returns."""
    try:
        status = cli.main(args=None if args is None else list(args), prog_name="factdiff", standalone_mode=False)
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except click.Abort:
        status = trouble("stopped")
    except click.ClickException as error:
        status = trouble(error.format_message())
    except FactdiffError as error:
        status = trouble(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 2
    except OSError as error:
        status = trouble(f"{error.filename or 'the system'}: {error.strerror}")
    sys.exit(status)


def trouble(message: str) -> int:
    """Say what went wrong in one line on standard error."""
    line = " ".join(message.split()).encode("utf-8", "backslashreplace").decode("utf-8")
    click.echo(f"factdiff: {line}", err=True)
    return 2


def note(message: str) -> None:
    """Say something in one line on standard error that is no trouble."""
    trouble(f"note: {message}")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Diff the facts of several texts about one story, not their words."""


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--draft", metavar="FILE", help="Hold this text (- for standard input) against those in PATH...")
@click.option("--format", metavar="FORMAT", help="text (default), html, json, jsonl, markdown, sarif, github or junit.")
@click.option("--output", type=click.Path(dir_okay=False), help="Write the report to this file.")
@click.option("--select", multiple=True, metavar="CODE", help="Only these checks: codes by prefix, or names.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Not these checks.")
@click.option("--min-severity", metavar="SEVERITY", help="info (default), warning or error.")
@click.option("--spacy", metavar="PIPELINE", help="Find names with this pipeline of spaCy as well.")
@click.option("--published", multiple=True, metavar="ID=DATE", help="The publication date of a source.")
@click.option("--baseline", type=click.Path(dir_okay=False), help="Mark the findings in this file as known.")
@click.option("--write-baseline", type=click.Path(dir_okay=False), help="Write all findings to this file.")
@click.option("--exit-zero", is_flag=True, default=None, help="Exit with 0 even where there are findings.")
@click.option("--config", type=click.Path(dir_okay=False, path_type=Path), help="Read this file of settings, no other.")
def check(paths: tuple[str, ...], config: Path | None, **given: Any) -> int:
    """Compare the facts of the texts in PATH...: files, folders of *.txt and *.md, or - for standard input.

    With --draft, one text is held against them: what it contradicts, what none or only one of them says.
    A folder may hold a sources.toml with the publication dates of its articles, and a factdiff.toml with settings and
    accepted findings; settings are read from pyproject.toml as well.
    """
    told = {name.replace("_", "-"): value for name, value in given.items() if value not in (None, ())}
    for name in ("select", "ignore"):
        told |= {name: split(told[name])} if name in told else {}
    chosen = options(told, files(paths, config))
    formats = _variants.names("reports")
    if chosen.format not in formats:
        raise UnknownNameError("report format", chosen.format, formats)
    sources, draft = told_apart(collect(paths), chosen.draft)
    sources = with_ids(dated(sources, chosen.published))
    with progress() as track:
        report = examined(sources, chosen.config, draft, track=track)
    report = settled(report, chosen)
    on_terminal = chosen.output is None and sys.stdout.isatty()
    terminal = terminal_options() if chosen.format == "text" and on_terminal else {}
    write(report.as_(chosen.format, **terminal), chosen.output)
    return 0 if report.ok or chosen.exit_zero else 1


def settled(report: Report, chosen: Options) -> Report:
    """The report with what is known and accepted marked; tells of entries that no finding needs any more."""
    known = baseline.read(chosen.baseline) if chosen.baseline else frozenset()
    found = {finding.fingerprint for finding in report.findings}
    for fingerprint in sorted(set(chosen.accepted) - found):
        note(f"accepted finding {fingerprint} is not found any more: remove it")
    if gone := len(known - found):
        note(f"{gone} of {plural(len(known), 'finding')} of {chosen.baseline} not found any more: use --write-baseline")
    if chosen.write_baseline:
        write(baseline.written(report.findings), chosen.write_baseline)
        known |= found
    return report.marked(known=known, accepted=chosen.accepted)


@contextmanager
def progress() -> Iterator[Callable[[Sequence[Source]], Iterable[Source]]]:
    """What tells how many sources are read: a bar on standard error when it takes long, on a terminal only."""
    if not sys.stderr.isatty():
        yield iter
        return
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    timer = Timer(PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda sources: bar.track(sources, description="Reading")
    finally:
        timer.cancel()
        timer.join()
        bar.stop()


@cli.command()
@click.argument("path", metavar="PATH")
@click.option("--published", metavar="DATE", help="The publication date of the text.")
@click.option("--lang", default="en", show_default=True, help="The language of the text.")
def mentions(path: str, published: str | None, lang: str) -> int:
    """List the values in the text at PATH (- for standard input): offsets, kind, words, canonical value, rule."""
    (source,) = collect((path,), single=True)
    for mention in find_mentions(source.text, published=published, lang=lang):
        words = " ".join(mention.surface.split())
        write(f"{mention.start}\t{mention.end}\t{mention.kind}\t{words}\t{mention.value}\t{mention.rule}\n", None)
    return 0


@cli.command()
def schema() -> int:
    """Print the JSON Schema of reports in JSON."""
    write(resources("factdiff.reports").joinpath("report.schema.json").read_text(encoding="utf-8"), None)
    return 0


@cli.command()
@click.argument("code", metavar="CODE")
def explain(code: str) -> int:
    """Tell what a check catches and why, with an example of each kind. CODE is a code or a name."""
    every = checks()
    wanted = next((c for c in every if code.upper() == c.code or code.lower() == c.name), None)
    if wanted is None:
        raise UnknownNameError("check", code, [name for c in every for name in (c.code, c.name)])
    write(explained(wanted), None)
    return 0


def explained(wanted: Check) -> str:
    """The page of a check, as text."""
    lines = [f"{wanted.code} {wanted.name} ({wanted.severity})", "", wanted.summary, wanted.why]
    for title, example in (("Fires", wanted.fires), ("Quiet", wanted.quiet)):
        when = f" ({example.when()})" if example.when() else ""
        lines += ["", f"{title}{when}:", *(f"  {text}" for text in example.texts)]
    return "\n".join([*lines, ""])


def split(words: Sequence[str]) -> tuple[str, ...]:
    """Codes that may be given one by one or with commas."""
    return tuple(word.strip() for value in words for word in value.split(",") if word.strip())


def collect(paths: Sequence[str], *, single: bool = False) -> list[Source]:
    """The sources at some paths."""
    sources: list[Source] = []
    for path in paths:
        if path == STDIN:
            sources.append(from_bytes(sys.stdin.buffer.read(), id="stdin", name="standard input"))
        elif Path(path).is_dir() and not single:
            sources += read_folder(Path(path))
        else:
            sources.append(read(Path(path)))
    return sources


def told_apart(sources: list[Source], draft: str | None) -> tuple[list[Source], str | None]:
    """The sources with the draft at a path, which may lie among them, and its id."""
    if draft is None:
        return sources, None
    (own,) = collect((draft,), single=True)
    others = [source for source in sources if (source.id, source.text) != (own.id, own.text)]
    if not others:
        raise SourceError(f"there is nothing but the draft, {draft}: give the sources to hold it against")
    return (sources if len(others) < len(sources) else [own, *sources]), own.id


def dated(sources: list[Source], dates: Mapping[str, str]) -> list[Source]:
    """The sources with the publication dates that are given for them."""
    for id in dates:
        if id not in {source.id for source in sources}:
            raise UnknownNameError("source", id, [source.id or "" for source in sources])
    return [with_fields(s, {"published": dates[s.id or ""]}, "--published") if s.id in dates else s for s in sources]


def terminal_options() -> dict[str, object]:
    """Colour and width of the terminal; ``NO_COLOR`` (no-color.org) turns colour off."""
    return {"colour": not os.environ.get("NO_COLOR"), "width": shutil.get_terminal_size((100, 24)).columns}


def write(text: str, output: Path | None) -> None:
    """Write to standard output, or to a file that is there whole or not at all."""
    data = text.encode("utf-8", "backslashreplace")
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(output)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
