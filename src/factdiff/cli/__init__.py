"""The command line: ``factdiff check``, ``mentions``, ``checks``, ``explain`` and ``schema``.

Exit status as in diff: 0 where no finding is at or above warning, 1 where one is, 2 for trouble.
"""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files as resources
from pathlib import Path
from threading import Timer
from typing import Any

import click
from attrs import evolve

from factdiff import __version__, _variants
from factdiff.check import Check, checks
from factdiff.cli import archive
from factdiff.cli.output import write
from factdiff.cli.paths import Intake, dated, publication_dates, with_draft
from factdiff.cli.stories import checked, show, stories_at
from factdiff.config import baseline, matches
from factdiff.config.options import Options, files, options, with_accepted
from factdiff.errors import ConfigError, FactdiffError, UnknownNameError, excerpt
from factdiff.fact_sheet import FAILING
from factdiff.finder import find_mentions
from factdiff.pipeline import report_on
from factdiff.reader import Selection, story_folders
from factdiff.reader.columns import named_columns
from factdiff.reader.metadata import with_fields
from factdiff.records import Source
from factdiff.report import Report
from factdiff.reports._excerpt import plural
from factdiff.sources import with_ids
from factdiff.values.severity import SEVERITIES

#: how many seconds a run takes before a progress bar is shown
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


def trouble(message: str) -> int:
    """Print an error in one line on standard error."""
    line = " ".join(message.split()).encode("utf-8", "backslashreplace").decode("utf-8")
    click.echo(f"factdiff: {line}", err=True)
    return 2


def note(message: str) -> None:
    """Say something in one line on standard error that is no trouble."""
    trouble(f"note: {message}")


def completes(known: Callable[[], Iterable[str]]) -> Callable[..., list[str]]:
    """The completions that a shell offers for a word among known ones."""
    return lambda _context, _parameter, word: [name for name in known() if name.startswith(word)]


def codes() -> list[str]:
    """The codes and names of all checks."""
    return [word for check in checks() for word in (check.code, check.name)]


FORMATS, CODES, GRADES = completes(lambda: _variants.names("reports")), completes(codes), completes(lambda: SEVERITIES)
STATUSES, ENGINES = completes(lambda: FAILING), completes(lambda: _variants.names("engines"))
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
@click.option("--sheet", is_flag=True, default=None, help="List all values of the draft in the text report.")
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
    chosen = options(given_options(given), files((*paths, *filter(None, [given["stories"]])), config))
    if bool(paths) == bool(chosen.stories):
        raise click.UsageError("Missing argument 'PATH...'." if not paths else "give PATH... or --stories, not both")
    if archive.is_wanted(chosen):
        if not chosen.stories:
            raise click.UsageError("an engine checks many stories: give --stories")
        return archive.check_into_folder(chosen.stories, chosen, selection(chosen), note)
    formats = _variants.names("reports")
    if chosen.format not in formats:
        raise UnknownNameError("report format", chosen.format, formats)
    reading_notes: list[str] = []
    intake = Intake(selection(chosen), chosen.stdin_name, note if chosen.stories else reading_notes.append)
    on_terminal = chosen.output is None and sys.stdout.isatty()
    terminal = terminal_options() if on_terminal else {}
    shown = {"suspects": chosen.suspects, "sheet": chosen.sheet, **terminal} if chosen.format == "text" else {}
    if chosen.stories:
        return check_stories(chosen.stories, chosen, intake, published, shown)
    sources, draft = with_draft(intake.collect(paths), chosen.draft, intake)
    sources = with_ids(dated(sources, chosen.published, "settings"))
    sources = dated(sources, publication_dates(published, [source.id or "" for source in sources]), "--published")
    with progress() as track:
        report = report_on(sources, chosen.config, draft, track=track)
    for line in (*reading_notes, *(one.message for one in report.notes)):
        note(line)
    (report,) = with_known_findings([report], chosen)
    write(report.as_(chosen.format, **shown), chosen.output)
    return 0 if report.ok or chosen.exit_zero else 1


def given_options(given: dict[str, Any]) -> dict[str, Any]:
    """The options that the command line gives, by their keys."""
    found = {name.replace("_", "-"): value for name, value in given.items() if value not in (None, ())}
    for name in ("select", "ignore", "fail-on"):
        found |= {name: split(found[name])} if name in found else {}
    return found | ({"columns": named_columns(found["columns"])} if "columns" in found else {})


def selection(chosen: Options) -> Selection:
    """Which files of folders are read."""
    return Selection(glob=chosen.glob, exclude=chosen.exclude, recursive=chosen.recursive, columns=chosen.columns)


def check_stories(path: Path, chosen: Options, intake: Intake, published: Sequence[str], shown: dict[str, Any]) -> int:
    """Check each story at a path and show the reports; the exit status as in diff."""
    if chosen.draft is not None:
        raise ConfigError("a draft is held against one story: give PATH... in place of --stories")
    if path.is_dir():
        chosen = with_accepted(chosen, story_folders(path, intake.selection))
    seen: set[str] = set()
    dates = {**chosen.published, **publication_dates(published, ["daily"])}

    def report(sources: list[Source]) -> Report:
        known = {source.id or "" for source in sources}
        seen.update(known)
        own = {id: when for id, when in dates.items() if id in known}
        return report_on(with_ids(dated(sources, own, "published")), chosen.config)

    stories = [checked(name, read, report) for name, read in stories_at(path, intake)]
    for id in sorted(set(dates) - seen):
        raise UnknownNameError("source", id, sorted(seen))
    read = [story for story in stories if story.report]
    marked = iter(with_known_findings([story.report for story in read if story.report], chosen))
    stories = [evolve(story, report=next(marked)) if story.report else story for story in stories]
    for story in stories:
        for line in [story.trouble] if story.report is None else [one.message for one in story.report.notes]:
            note(f"{story.name}: {line}")
    show(stories, chosen, shown)
    if len(read) < len(stories):
        return 2
    return 0 if chosen.exit_zero or all(story.report and story.report.ok for story in stories) else 1


def with_known_findings(reports: Sequence[Report], chosen: Options) -> list[Report]:
    """The reports with their known and accepted findings marked, and without such suspects; a note names each entry
    that nothing in the reports matches.
    """
    known = baseline.read(chosen.baseline) if chosen.baseline else frozenset()
    every = [finding for report in reports for finding in (*report.findings, *report.suspects)]
    found = {finding.fingerprint for finding in every}
    for fingerprint in sorted(set(chosen.accepted) - found):
        note(f"accepted finding {fingerprint} is not found any more: remove it")
    if gone := len(known - found):
        note(f"{gone} of {plural(len(known), 'finding')} of {chosen.baseline} not found any more: use --write-baseline")
    if chosen.write_baseline:
        write(baseline.dump(every), chosen.write_baseline)
        known |= found
    return [report.marked(known=known, accepted=chosen.accepted) for report in reports]


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
    return 0


@cli.command()
def schema() -> int:
    """Print the JSON Schema of reports in JSON."""
    write(resources("factdiff.reports").joinpath("report.schema.json").read_text(encoding="utf-8"))
    return 0


@cli.command("checks")
def list_checks() -> int:
    """List all checks: code, name, severity, and what each catches."""
    every = checks()
    width = max(len(check.name) for check in every)
    write("".join(f"{c.code}  {c.name:<{width}}  {c.severity:<7}  {c.summary}\n" for c in every))
    return 0


@cli.command()
@click.argument("code", metavar="CODE", shell_complete=CODES)
def explain(code: str) -> int:
    """Tell what checks catch and why, with an example of each kind. CODE is a name, or a code or its beginning."""
    wanted = [check for check in checks() if matches(code, check.code, check.name)]
    if not wanted:
        raise UnknownNameError("check", code, codes())
    write("\n\n".join(map(explained, wanted)))
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


def terminal_options() -> dict[str, object]:
    """Colour and width of the terminal; ``NO_COLOR`` (no-color.org) turns colour off."""
    return {"colour": not os.environ.get("NO_COLOR"), "width": shutil.get_terminal_size((100, 24)).columns}
