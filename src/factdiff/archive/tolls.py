"""The tolls of a story: counts of persons who came to harm, which several reports give."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Self

from attrs import frozen

from factdiff.records import Fact, Mention, to_date
from factdiff.report import Report
from factdiff.values.amounts.number import Number
from factdiff.values.terms.term import Term

#: the scale of terms that tell what became of persons, and how many characters from a count one may stand
SCALE, NEAR = "casualty", 60


@frozen
class TollReport:
    """What one source says of a toll: from ``low`` to ``high``, None where nothing bounds it."""

    source: str
    published: date | None
    low: float | None
    high: float | None

    def __str__(self) -> str:
        low, high = (None if bound is None else f"{bound:g}" for bound in (self.low, self.high))
        figure = low if low == high else f"{low or ''}–{high or ''}"
        return f"{figure} ({self.source}{(self.published and f', {self.published.isoformat()[:10]}') or ''})"


@frozen
class Toll:
    """A count of persons who came to harm: the fact it is of, what became of them, and what each source says."""

    fact: str
    harm: str
    reports: tuple[TollReport, ...]

    @property
    def differs(self) -> bool:
        """Whether the reports give different figures."""
        return len({(report.low, report.high) for report in self.reports}) > 1

    @property
    def in_time(self) -> list[TollReport]:
        """The reports by when they were published, and behind them those of which that is not known."""
        return sorted(self.reports, key=lambda r: (r.published is None, r.published and r.published.isoformat()))

    def __str__(self) -> str:
        return ", ".join(map(str, self.in_time))

    def to_dict(self) -> dict[str, Any]:
        """The toll as data: JSON types only."""
        reports = [
            {"source": r.source, "published": r.published and r.published.isoformat(), "low": r.low, "high": r.high}
            for r in self.reports
        ]
        return {"fact": self.fact, "harm": self.harm, "reports": reports}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The toll that :meth:`to_dict` wrote."""
        reports = (TollReport(r["source"], to_date(r["published"]), r["low"], r["high"]) for r in data["reports"])
        return cls(data["fact"], data["harm"], tuple(reports))


def tolls_of(report: Report) -> tuple[Toll, ...]:
    """The tolls of a report: facts of two sources or more that count persons near a word of harm."""
    facts = [fact for fact in report.facts if counts_persons(fact)]
    if not facts:
        return ()
    words: defaultdict[str | None, list[Mention]] = defaultdict(list)
    for mention in report.mentions:
        if mention.kind == "term" and isinstance(mention.value, Term) and mention.value.scale == SCALE:
            words[mention.source].append(mention)
    published = {s.id: when for s, (when, _) in zip(report.sources, report.published, strict=True)}
    return tuple(
        Toll(fact.id, harm, tuple(toll_report(mention, published) for mention in fact.mentions))
        for fact in facts
        if (harm := harm_of(fact, words))
    )


def counts_persons(fact: Fact) -> bool:
    """Whether a fact is a count of persons that several sources give."""
    if fact.kind != "number" or len({mention.source for mention in fact.mentions}) < 2:
        return False
    return any(isinstance(m.value, Number) and m.value.counted == "person" for m in fact.mentions)


def harm_of(fact: Fact, words: Mapping[str | None, Sequence[Mention]]) -> str:
    """What became of the persons of a fact: the label of the nearest word of harm; empty where none is near."""
    found = []
    for mention in fact.mentions:
        own = words.get(mention.source, ())
        at = bisect_left(own, mention.start, key=lambda word: word.start)
        found += [
            (max(word.start - mention.end, mention.start - word.end), str(word.value.to_dict()["label"]))
            for word in own[max(at - 1, 0) : at + 1]
        ]
    distance, label = min(found, default=(NEAR + 1, ""))
    return label if distance <= NEAR else ""


def toll_report(mention: Mention, published: Mapping[str | None, date | None]) -> TollReport:
    """What a mention says of a toll."""
    value = mention.value.to_dict()
    low, high = (None if value[name] is None else float(value[name]) for name in ("low", "high"))
    return TollReport(mention.source or "", published.get(mention.source), low, high)
