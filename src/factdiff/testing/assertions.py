"""Assertions about the facts of texts, with failures that show the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from factdiff.config import Config
from factdiff.pipeline import check_consistency
from factdiff.records import Finding, Source
from factdiff.report import Report

#: what a source can be given as
Given = Source | str | Mapping[str, object] | Path
#: characters of the text around evidence that a failure shows
AROUND = 40


def assert_consistent(sources: Iterable[Given], *, config: Config | None = None) -> Report:
    """Fail where the facts of some texts contradict each other: where there is a finding at warning or error.

    Takes what :func:`factdiff.check_consistency` takes, raises its errors, and gives its report back.

    >>> assert_consistent(["Nine people died in the fire.", "The fire killed nine people."]).ok
    True
    """
    __tracebackhide__ = True
    report = check_consistency(sources, config=config)
    graver = [finding for finding in report.findings if finding.severity != "info"]
    message = "\n".join(["the sources contradict each other", *shown(graver, report.sources)])
    findings = len(graver)
    assert findings == 0, message
    return report


def shown(findings: Iterable[Finding], sources: Sequence[Source] = ()) -> Iterator[str]:
    """The lines that tell findings, each with its evidence in the words around it, if the sources are given."""
    texts = {source.id: source.text for source in sources}
    for finding in findings:
        yield f"{finding.check} ({finding.severity}): {finding.message}"
        for evidence in finding.evidence:
            text = texts.get(evidence.source, "")
            before, after = text[max(0, evidence.start - AROUND) : evidence.start], text[evidence.end :][:AROUND]
            around = " ".join(f"{before}[{evidence.surface}]{after}".split())
            yield f"  {evidence.side}  {evidence.source}:{evidence.start}-{evidence.end}  {around}"
