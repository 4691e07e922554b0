"""Mutation testing for facts: how many planted errors a configuration finds, and how many false alarms it gives."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from factdiff.config import Config
from factdiff.context import Scene
from factdiff.finder import PLAIN, find_mentions
from factdiff.pipeline import check_consistency, with_ids
from factdiff.records import Evidence, Finding, Mention, Source
from factdiff.report import Report
from factdiff.testing.mutation import Mutation, mutations

Task = TypeVar("Task")


@frozen(kw_only=True)
class Trial:
    """One planted change: the ``story`` by its place in the list, and what was reported on the changed value."""

    story: int
    mutation: Mutation
    findings: tuple[Finding, ...]

    @property
    def alarmed(self) -> bool:
        """Whether the change was reported."""
        return bool(self.findings)


@frozen
class MutationScore:
    """The trials of a run; ``str()`` is a table by kind.

    ``found`` is the share of errors that were reported, ``alarms`` the share of harmless changes that were; None where
    there were none to report.
    """

    trials: tuple[Trial, ...]

    @property
    def found(self) -> float | None:
        """The share of planted errors that were found, 0 to 1."""
        return share(trial.alarmed for trial in self.trials if not trial.mutation.within)

    @property
    def alarms(self) -> float | None:
        """The share of changes within tolerance that were reported, 0 to 1."""
        return share(trial.alarmed for trial in self.trials if trial.mutation.within)

    @property
    def missed(self) -> tuple[Trial, ...]:
        """The errors that were not found."""
        return tuple(trial for trial in self.trials if not trial.mutation.within and not trial.alarmed)

    @property
    def false_alarms(self) -> tuple[Trial, ...]:
        """The harmless changes that were reported."""
        return tuple(trial for trial in self.trials if trial.mutation.within and trial.alarmed)

    def of(self, *kinds: str) -> MutationScore:
        """The score of some kinds of values alone."""
        return MutationScore(tuple(trial for trial in self.trials if trial.mutation.before.kind in kinds))

    def __str__(self) -> str:
        kinds = sorted({trial.mutation.before.kind for trial in self.trials})
        rows = [(kind, self.of(kind)) for kind in kinds] + [("all", self)]
        lines = [f"{'kind':<10}{'planted':>8}{'found':>8}{'harmless':>10}{'alarms':>8}"]
        for name, score in rows:
            harmless = sum(trial.mutation.within for trial in score.trials)
            counts = len(score.trials) - harmless, percent(score.found), harmless, percent(score.alarms)
            lines.append("{:<10}{:>8}{:>8}{:>10}{:>8}".format(name, *counts))
        return "\n".join(lines)


def mutation_score(
    stories: Iterable[Iterable[Source]],
    *,
    config: Config | None = None,
    kinds: Iterable[str] | None = None,
    seed: int = 0,
    progress: bool | None = None,
) -> MutationScore:
    """Plant an error, and a harmless rewording, in every value of every source of some stories, one at a time.

    Each is planted in a copy of the source that is put beside the story, so that there is always another source that
    tells the same; a finding at warning or error that rests on the changed value reports it. Passages that are set
    aside, such as links to other articles and datelines, are left as they are. ``kinds`` limits the values,
    ``progress`` shows a bar on standard error (by default where that is a terminal). Raises the errors of
    :func:`factdiff.check_consistency`.

    >>> story = [Source("Nine people died in a fire in Oslo on 4 March 2024.", id="daily")]
    >>> score = mutation_score([story], kinds=["date"])
    >>> score.found, score.alarms
    (1.0, 0.0)
    """
    config = config or Config()
    every = [with_ids(story) for story in stories]
    wanted = PLAIN if kinds is None else tuple(kinds)
    tasks = [(number, source) for number, story in enumerate(every) for source in story]
    shown = sys.stderr.isatty() if progress is None else progress
    trials: list[Trial] = []
    baselines: dict[int, Report] = {}
    for number, source in bar(tasks, shown):
        baseline = baselines.setdefault(number, check_consistency(every[number], config=config))
        aside = set_aside(source)
        for within in (False, True):
            for mutation in mutations(source, seed=seed, kinds=wanted, within=within, config=config):
                if mutation.before not in aside:
                    findings = tuple(reported(mutation, every[number], baseline, config))
                    trials.append(Trial(story=number, mutation=mutation, findings=findings))
    return MutationScore(tuple(trials))


def set_aside(source: Source) -> set[Mention]:
    """The mentions of a source that are no part of what it tells: links to other articles, the date of a dateline."""
    scene = Scene(source, find_mentions(source, kinds=PLAIN), source.published)
    return {mention for place, mention in enumerate(scene.mentions) if scene.is_aside(place)}


def reported(mutation: Mutation, story: Sequence[Source], baseline: Report, config: Config) -> Iterator[Finding]:
    """The findings on the changed value which the value that it was had not, or that set the two against each other."""
    report = check_consistency([*story, mutation.source], config=config)
    before, after = mutation.before, evolve(mutation.after, source=mutation.source.id)
    old = {finding.check for finding in baseline.findings if sides(finding, before)}
    for finding in report.findings:
        mine = sides(finding, after)
        if mine and finding.severity != "info" and (finding.check not in old or sides(finding, before) - mine):
            yield finding


def sides(finding: Finding, mention: Mention) -> set[str]:
    """The sides of a finding on which a mention stands."""
    return {evidence.side for evidence in finding.evidence if meets(evidence, mention)}


def meets(evidence: Evidence, mention: Mention) -> bool:
    """Whether evidence and a mention have characters in common."""
    return evidence.source == mention.source and evidence.start < mention.end and mention.start < evidence.end


def share(answers: Iterable[bool]) -> float | None:
    """The share of true answers, or None of none."""
    known = list(answers)
    return sum(known) / len(known) if known else None


def percent(part: float | None) -> str:
    """A share for a table."""
    return "-" if part is None else f"{100 * part:.0f} %"


def bar(tasks: Sequence[Task], shown: bool) -> Iterable[Task]:
    """The tasks, with a bar on standard error while they are worked on."""
    if not shown:
        return tasks
    from rich.console import Console
    from rich.progress import track

    return track(tasks, "planting errors", console=Console(stderr=True), transient=True)
