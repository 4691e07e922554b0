"""The summary of an archive: its findings by check and by pair of outlets, who stands alone, and tolls over time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self

from attrs import field, frozen

from factdiff import _variants
from factdiff.archive.results import StoryResult
from factdiff.archive.summary_tables import ALONE, CHECKS, PAIRS, TOLLS, page_tables, toll_rows
from factdiff.archive.tolls import Toll
from factdiff.records import Finding
from factdiff.report.data_frames import frame_of


@frozen(kw_only=True)
class Summary:
    """What the results of many stories show together, without known and accepted findings.

    ``totals`` are the numbers of stories, of those with open warnings or errors, and of sources, facts and findings;
    ``errors`` is why stories were not checked, by story. ``checks`` counts findings by check and severity, ``pairs`` by
    two outlets of different sides, in the order of their names, and check, and ``alone`` those of severity warning or
    error in which an outlet has a side for itself, by outlet and the number of outlets on the other sides. ``tolls``
    are those of a story whose figures differ. An outlet is a publisher, or else the id of a source.
    """

    totals: Mapping[str, int] = field(hash=False)
    errors: Mapping[str, str] = field(hash=False)
    checks: Mapping[tuple[str, str], int] = field(hash=False)
    pairs: Mapping[tuple[str, str, str], int] = field(hash=False)
    alone: Mapping[tuple[str, int], int] = field(hash=False)
    tolls: tuple[tuple[str, Toll], ...]

    @classmethod
    def of(cls, results: Iterable[StoryResult]) -> Self:
        """The summary of some results, which are gone through once."""
        totals: Counter[str] = Counter(dict.fromkeys(("stories", "open", "sources", "facts", "findings"), 0))
        checks: Counter[tuple[str, str]] = Counter()
        pairs: Counter[tuple[str, str, str]] = Counter()
        alone: Counter[tuple[str, int]] = Counter()
        errors: dict[str, str] = {}
        tolls: list[tuple[str, Toll]] = []
        for result in results:
            totals["stories"] += 1
            if result.error is not None:
                errors[result.story] = result.error
                continue
            open_findings = [finding for finding in result.findings if finding.is_open]
            totals["open"] += not result.ok
            totals["findings"] += len(open_findings)
            totals.update({name: result.counts.get(name, 0) for name in ("sources", "facts")})
            checks.update((finding.check, finding.severity) for finding in open_findings)
            for finding, sides in sides_of(open_findings, result):
                pairs.update((one, two, finding.check) for one, two in opposed(sides))
                if finding.severity != "info":
                    alone.update(standing_alone(sides))
            tolls += [(result.story, toll) for toll in result.tolls if toll.differs]
        return cls(
            totals=dict(totals),
            errors=errors,
            checks=in_order(checks),
            pairs=in_order(pairs),
            alone=in_order(alone),
            tolls=tuple(tolls),
        )

    @property
    def open_stories(self) -> int:
        """How many stories have open findings of severity warning or error."""
        return self.totals["open"]

    def checks_frame(self, *, backend: str | None = None) -> Any:
        """A data frame of findings by check and severity; ``backend`` as in ``Report.facts_frame``."""
        return frame_of([(*key, number) for key, number in self.checks.items()], CHECKS, backend)

    def pairs_frame(self, *, backend: str | None = None) -> Any:
        """A data frame of findings by two outlets and check."""
        return frame_of([(*key, number) for key, number in self.pairs.items()], PAIRS, backend)

    def alone_frame(self, *, backend: str | None = None) -> Any:
        """A data frame of how often each outlet has a side for itself, by how many stand on the other sides."""
        return frame_of([(*key, number) for key, number in self.alone.items()], ALONE, backend)

    def tolls_frame(self, *, backend: str | None = None) -> Any:
        """A data frame with a row for each report of a toll."""
        return frame_of(list(toll_rows(self.tolls)), TOLLS, backend)

    def to_html(self) -> str:
        """One HTML page that needs nothing else."""
        tables = page_tables(self.checks, self.pairs, self.alone, self.tolls, self.errors)
        page: str = _variants.load("reports", "html").tables_page("Summary", str(self), tables)
        return page

    def __str__(self) -> str:
        t = self.totals
        unchecked = f", {len(self.errors):,} not checked" if self.errors else ""
        return (
            f"{t['stories']:,} {'story' if t['stories'] == 1 else 'stories'} of {t['sources']:,} sources: "
            f"{t['open']:,} with open warnings or errors, {t['findings']:,} findings in all{unchecked}"
        )


def in_order(counts: Mapping[Any, int]) -> dict[Any, int]:
    """Counts in the order of what is counted."""
    return dict(sorted(counts.items()))


def sides_of(findings: Iterable[Finding], result: StoryResult) -> Iterator[tuple[Finding, list[set[str]]]]:
    """Each finding with the outlets of each of its sides; an outlet on two sides is on neither."""
    outlets = {outlet.source: outlet.name for outlet in result.outlets}
    for finding in findings:
        sides: defaultdict[str, set[str]] = defaultdict(set)
        for evidence in finding.evidence:
            sides[evidence.side].add(outlets.get(evidence.source, evidence.source))
        on = Counter(outlet for side in sides.values() for outlet in side)
        yield finding, [{outlet for outlet in side if on[outlet] == 1} for side in sides.values()]


def opposed(sides: list[set[str]]) -> Iterator[tuple[str, str]]:
    """Each two outlets of different sides, in the order of their names."""
    for number, side in enumerate(sides):
        for other in sides[number + 1 :]:
            yield from ((min(one, two), max(one, two)) for one in side for two in other)


def standing_alone(sides: list[set[str]]) -> Iterator[tuple[str, int]]:
    """Each outlet that has a side for itself, and how many are on the other sides."""
    every = sum(map(len, sides))
    for side in sides:
        if len(side) == 1 and every > 1:
            yield next(iter(side)), every - 1
