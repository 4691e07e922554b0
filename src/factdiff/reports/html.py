"""The report as one HTML page that needs nothing else: no script, no font, no request."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from factdiff.records import Source
from factdiff.report import Report
from factdiff.reports._excerpt import by_side, excerpt, one_line, summary

if TYPE_CHECKING:
    from jinja2 import Template


def render(report: Report, *, fragment: bool = False) -> str:
    """The page, or with ``fragment`` only its body, for a notebook."""
    rows = [fact for fact in report.facts if fact.verdict != "single-source"]
    page = template().render(
        report=report,
        findings=[(f"finding-{n}", finding) for n, finding in enumerate(report.findings, 1)],
        articles=[(source, list(pieces(report, source))) for source in report.sources],
        rows=rows,
        summary=summary(report),
        fragment=fragment,
    )
    return page.encode("utf-8", "replace").decode("utf-8")


@cache
def template() -> Template:
    """The template beside this file; every value in it is escaped."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    environment.globals.update(excerpt=excerpt, by_side=by_side, one_line=one_line, words_of=words_of)
    return environment.from_string(files("factdiff.reports").joinpath("page.html").read_text(encoding="utf-8"))


def words_of(fact: Any, source: Source) -> str:
    """What a source says of a fact: its surfaces, each once."""
    surfaces = (one_line(m.surface) for m in fact.mentions if m.source == source.id)
    return " / ".join(dict.fromkeys(surfaces))


def pieces(report: Report, source: Source) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The text of a source cut where evidence begins and ends, each piece with the findings that hold it."""
    spans = sorted(
        (e.start, e.end, f"finding-{n}", finding.severity)
        for n, finding in enumerate(report.findings, 1)
        for e in finding.evidence
        if e.source == source.id
    )
    edges = sorted({0, len(source.text), *(edge for start, end, _, _ in spans for edge in (start, end))})
    for start, end in pairwise(edges):
        held = [(anchor, severity) for first, last, anchor, severity in spans if first <= start and end <= last]
        yield source.text[start:end], [next(group) for _, group in groupby(held, key=lambda pair: pair[0])]
