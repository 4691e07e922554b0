"""The command line: ``factdiff check``, ``mentions``, ``checks``, ``explain``, ``schema`` and ``lsp``.

Exit status as in diff: 0 where no finding is at or above warning, 1 where one is, 2 for trouble. What a command needs
is imported when it runs, so that ``--help`` and ``--version`` answer at once.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files as resources
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any

import click

from factdiff import __version__, _variants
from factdiff.cli.output import trouble, write
from factdiff.errors import FactdiffError, MissingExtraError, excerpt
from factdiff.values.severity import SEVERITIES

if TYPE_CHECKING:
    from factdiff.records import Source

#: how many seconds a run takes before a progress bar is shown
PATIENCE = 2.0
#: how many objects more than are freed call the collector of cycles; a run makes few, and what it loads stays
MANY_OBJECTS = 50_000


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line; never returns."""
    usual = gc.get_threshold()
    gc.set_threshold(MANY_OBJECTS)
    try:
        status = cli.main(args=None if args is None else list(args), prog_name="factdiff", standalone_mode=False)
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except click.Abort:
        status = trouble("stopped")
    except click.ClickException as error:
        status = trouble(f"{error.format_message()}{hint(error)}")
    except FactdiffError as error:
        status = trouble(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 2
    except OSError as error:
        status = trouble(f"{error.filename or 'the system'}: {error.strerror or error}")
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        status = trouble(fault(error))
    gc.set_threshold(*usual)
    sys.exit(status)


def hint(error: click.ClickException) -> str:
    """The command that shows help, for the end of a message about wrong usage."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f" Try '{context.command_path} --help'." if context else ""


def fault(error: Exception) -> str:
    """The message for an unexpected error: its class, its place, and how to report it."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    said = excerpt(str(error), 200) if str(error) else "no message"
    return (
        f"this is a fault of factdiff: {type(error).__name__} at {Path(last.filename).name}:{last.lineno} ({said}): "
        "report it with the text that shows it; python -X dev -m factdiff shows its traceback"
    )


def completes(known: Callable[[], Iterable[str]]) -> Callable[..., list[str]]:
    """The completions that a shell offers for a word among known ones."""
    return lambda _context, _parameter, word: [name for name in known() if name.startswith(word)]


def codes() -> list[str]:
    """The codes and names of all checks."""
    from factdiff.cli.listing import codes_and_names

    return codes_and_names()


def statuses() -> tuple[str, ...]:
    """The statuses on which a draft can fail."""
    from factdiff.fact_sheet import FAILING

    return FAILING


FORMATS, CODES, GRADES = completes(lambda: _variants.names("reports")), completes(codes), completes(lambda: SEVERITIES)
STATUSES, ENGINES = completes(statuses), completes(lambda: _variants.names("engines"))
#: a file, a folder or - for standard input, of which a shell knows the names
PATH = click.Path(readable=False, allow_dash=True)
#: a whole number from 0 on
COUNT = click.IntRange(min=0)


#: options of how files are read, the last one first
FILES = (
    click.option("--stdin-name", metavar="NAME", help="What standard input is called; its ending tells the format."),
    click.option("--recursive", is_flag=True, default=None, help="Read the folders in folders as well."),
    click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out such files of folders."),
    click.option("--glob", multiple=True, metavar="PATTERN", help="Read such files of folders only, as '*.html'."),
    click.option("--columns", multiple=True, metavar="FIELD=COLUMN", help="Which column of a table holds which field."),
)


def with_files(command: Callable[..., Any]) -> Callable[..., Any]:
    """A command with the options of how files are read."""
    for option in FILES:
        command = option(command)
    return command


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> int:
    """Diff the facts of several texts about one story, not their words."""
    if context.invoked_subcommand is None:
        write(f"{context.get_help()}\n")
    return 0


@cli.command()
@click.argument("paths", nargs=-1, metavar="PATH...", type=PATH)
@click.option("--stories", metavar="DIR", type=PATH, help="Check the story in each folder of DIR, or of a table.")
@click.option("--engine", metavar="ENGINE", shell_complete=ENGINES, help="Check --stories on local or dask.")
@click.option("--scheduler", metavar="ADDRESS", help="The scheduler of Dask; a cluster on this machine by default.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="How many processes check stories.")
@click.option("--resume", is_flag=True, default=None, help="Pass over the results that are in --output already.")
@click.option("--draft", metavar="FILE", type=PATH, help="Hold this text (- for standard input) against PATH...")
@click.option(
    "--format",
    metavar="FORMAT",
    shell_complete=FORMATS,
    help="text (default), html, json, jsonl, markdown, sarif, github or junit.",
)
@click.option("--output", type=click.Path(), help="Write the report to this file; of --stories, to this folder.")
@click.option(
    "--select",
    multiple=True,
    metavar="CODE",
    shell_complete=CODES,
    help="Only these checks: codes by prefix, or names.",
)
@click.option("--ignore", multiple=True, metavar="CODE", shell_complete=CODES, help="Not these checks.")
@click.option("--min-severity", metavar="SEVERITY", shell_complete=GRADES, help="info (default), warning or error.")
@click.option(
    "--sheet", is_flag=True, default=None, help="List all values of the draft; without one, what a source alone tells."
)
@click.option(
    "--fail-on",
    multiple=True,
    metavar="STATUS",
    shell_complete=STATUSES,
    help="Exit with 1 for values of the draft that are contradicted (default), not-found or rests-on-one.",
)
@click.option("--suspects", type=COUNT, metavar="N", help="How many suspects the text report lists; 3 by default.")
@click.option("--max-suspects", type=COUNT, metavar="N", help="How many suspects are kept; 10 by default, 0 for none.")
@click.option("--spacy", metavar="PIPELINE", help="Find names with this pipeline of spaCy as well.")
@click.option("--published", multiple=True, metavar="ID=DATE", help="The publication date of a source.")
@with_files
@click.option("--baseline", type=click.Path(dir_okay=False), help="Mark the findings in this file as known.")
@click.option("--write-baseline", type=click.Path(dir_okay=False), help="Write all findings to this file.")
@click.option("--exit-zero", is_flag=True, default=None, help="Exit with 0 even where there are findings.")
@click.option("--config", type=click.Path(dir_okay=False, path_type=Path), help="Read this file of settings, no other.")
def check(paths: tuple[str, ...], config: Path | None, published: tuple[str, ...], **given: Any) -> int:
    """Compare the facts of the texts in PATH...: files, folders of them, or - for standard input.

    Texts, Markdown, HTML, Word documents, PDF, e-mails, feeds, news items (ninjs, NewsML-G2) and tables are read. With
    --draft, one text is held against the others: what it contradicts, what none or only one of them says. With
    --stories there is a report for each story. A folder may hold a sources.toml with the publication dates of its
    articles, and a factdiff.toml with settings and accepted findings; settings are read from pyproject.toml as well.
    """
    from factdiff.cli.checking import check_paths

    return check_paths(paths, config, published, given, progress)


@contextmanager
def progress() -> Iterator[Callable[[Sequence[Source]], Iterable[Source]]]:
    """A function that tracks the reading of sources: with a bar on standard error of a terminal, if it takes long."""
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
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=PATH)
@click.option("--published", metavar="DATE", help="The publication date of every text.")
@click.option("--lang", metavar="LANG", help="The language of every text; en unless its file or a sources.toml says.")
@with_files
def mentions(paths: tuple[str, ...], published: str | None, lang: str | None, **given: Any) -> int:
    """List the values in the texts in PATH...: files, folders of them, or - for standard input.

    Each line has offsets, kind, words, canonical value and rule; before them the source, where there may be several.
    """
    from factdiff.cli.listing import list_mentions

    list_mentions(paths, published, lang, given)
    return 0


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=PATH)
@click.option("--config", type=click.Path(dir_okay=False, path_type=Path), help="Read this file of settings, no other.")
def lsp(paths: tuple[str, ...], config: Path | None) -> int:
    """Serve an editor: show in each text that it opens or saves what factdiff finds there.

    A text is held as a draft against the sources in PATH..., or against the other texts of its folder. The editor and
    the server speak the Language Server Protocol on standard input and output.
    """
    try:
        from factdiff.cli.lsp import serve
    except ModuleNotFoundError as error:
        raise MissingExtraError("diagnostics in an editor", "lsp") from error
    serve(paths, config)
    return 0


@cli.command()
def schema() -> int:
    """Print the JSON Schema of reports in JSON."""
    write(resources("factdiff.reports").joinpath("report.schema.json").read_text(encoding="utf-8"))
    return 0


@cli.command("checks")
def list_checks() -> int:
    """List all checks: code, name, severity, and what each catches."""
    from factdiff.cli.listing import table_of_checks

    write(table_of_checks())
    return 0


@cli.command()
@click.argument("code", metavar="CODE", shell_complete=CODES)
def explain(code: str) -> int:
    """Tell what checks catch and why, with an example of each kind. CODE is a name, or a code or its beginning."""
    from factdiff.cli.listing import pages_of_checks

    write(pages_of_checks(code))
    return 0
