"""How far a run is, shown on standard error."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.archive.results import StoryResult


def tracked(results: Iterator[StoryResult]) -> Iterator[StoryResult]:
    """The results, while a line on standard error tells how many there are, and how many stories have an error."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    done = errors = 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("0 stories")
        for result in results:
            done, errors = done + 1, errors + (result.error is not None)
            bar.update(task, description=f"{done:,} stories{f', {errors:,} with an error' if errors else ''}")
            yield result
