"""Mutation testing for facts: how many planted errors a configuration finds, and how many false alarms it gives."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from factdiff.config import Config
from factdiff.context import Document
from factdiff.finder import PLAIN, find_mentions
from factdiff.pipeline import check_consistency
from factdiff.records import Evidence, Finding, Mention, Source
from factdiff.report import Report
from factdiff.sources import with_ids
from factdiff.testing.mutation import Mutation, mutations

Task = TypeVar("Task")


@frozen(kw_only=True)
class Trial:
    """One planted change: the ``story`` by its place in the list, whether the value is ``shared`` with another source
    of it, and what was reported on the changed value.
    """

    story: int
    mutation: Mutation
    shared: bool
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

    @property
    def shared(self) -> MutationScore:
        """The score of the values alone that another source of the story tells as well."""
        return MutationScore(tuple(trial for trial in self.trials if trial.shared))

    def __str__(self) -> str:
        kinds = sorted({trial.mutation.before.kind for trial in self.trials})
        rows = [(kind, self.of(kind)) for kind in kinds] + [("shared", self.shared), ("all", self)]
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
    """Plant a slip, and a harmless rewording, in every value of every source of some stories, one at a time, and see
    which of them are reported.

    The changed value stands in place of the right one, wherever the source gives it in these words, as in its headline
    and below. What gives it in other words (a conversion, the weekday beside a date, the parts of a total) is left,
    and a finding that rests on that counts as well. A change is reported where a finding at warning or error sets the
    changed value against something that it was not set against before. A slip in a value that no other source tells
    can hardly be found; ``shared`` leaves those out. Passages that are set aside, such as links to other articles and
    datelines, are left as they are.

    ``kinds`` limits the values, ``progress`` shows a bar on standard error (by default where that is a terminal).
    Raises the errors of :func:`factdiff.check_consistency`.

    >>> daily = Source("Nine people died when a barn burned down in Oslo on 4 March 2024.", id="daily")
    >>> wire = Source("Nine people were killed in Oslo on 4 March 2024 when a barn burned down.", id="wire")
    >>> score = mutation_score([[daily, wire]], kinds=["date"])
    >>> score.found, score.alarms
    (1.0, 0.0)
    """
    config = config or Config()
    every = [with_ids(story) for story in stories]
    reports = [check_consistency(story, config=config) for story in every]
    wanted = PLAIN if kinds is None else tuple(kinds)
    tasks = [(number, source) for number, story in enumerate(every) for source in story]
    shown = sys.stderr.isatty() if progress is None else progress
    trials: list[Trial] = []
    for number, source in bar(tasks, shown):
        tells = told(source, reports[number])
        for within in (False, True):
            for mutation in mutations(source, seed=seed, kinds=wanted, values=tells, within=within, config=config):
                findings = tuple(reported(mutation, every[number], reports[number], config))
                shared = tells[tuple(before for before, _ in mutation.changed)]
                trials.append(Trial(story=number, mutation=mutation, shared=shared, findings=findings))
    return MutationScore(tuple(trials))


def told(source: Source, report: Report) -> dict[tuple[Mention, ...], bool]:
    """What a source of a report tells: the mentions that give one value in the same words, and whether the report has
    one of them beside a mention of another source. Those are left out that are no part of what the source tells, as
    links to other articles and the date of a dateline.
    """
    joined = (fact.mentions for fact in report.facts if len({m.source for m in fact.mentions}) > 1)
    others = {(m.source, m.start, m.kind) for mentions in joined for m in mentions}
    document = Document(source, find_mentions(source, kinds=PLAIN), source.published)
    return {some: any((source.id, m.start, m.kind) in others for m in some) for some in values(document)}


def values(document: Document) -> Iterator[tuple[Mention, ...]]:
    """The mentions of each value in the same words: "two" of two things are two values, "two" alone is the first."""
    said: defaultdict[tuple[str, str], defaultdict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for index, mention in enumerate(document.mentions):
        if not document.is_boilerplate(index):
            said[mention.kind, mention.surface.casefold()][document.counted_class(index)].append(mention)
    for by_thing in said.values():
        open_ones = by_thing.pop("", [])
        first, *others = by_thing.values() or [[]]
        yield tuple(sorted([*first, *open_ones], key=lambda mention: mention.start))
        yield from map(tuple, others)


def reported(mutation: Mutation, story: Sequence[Source], report: Report, config: Config) -> Iterator[Finding]:
    """The findings on a changed value that set it against something which it was not set against as it stood."""
    id = mutation.before.source
    now = check_consistency([evolve(mutation.source, id=id) if s.id == id else s for s in story], config=config)
    befores = [before for before, _ in mutation.changed]
    known: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for finding in report.findings:
        if any(meets(evidence, before) for evidence in finding.evidence for before in befores):
            known[finding.check] |= against(finding, befores)
    afters = [evolve(after, source=id) for _, after in mutation.changed]
    for finding in now.findings:
        mine = any(meets(evidence, after) for evidence in finding.evidence for after in afters)
        fresh = finding.check not in known or against(finding, afters) - known[finding.check]
        if mine and fresh and finding.severity != "info":
            yield finding


def against(finding: Finding, mentions: Sequence[Mention]) -> set[tuple[str, str]]:
    """The evidence of a finding on other sides than those of some mentions: the sources and their words."""
    mine = {evidence.side for evidence in finding.evidence if any(meets(evidence, m) for m in mentions)}
    return {(evidence.source, evidence.surface) for evidence in finding.evidence if evidence.side not in mine}


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
