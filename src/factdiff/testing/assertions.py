"""Assertions about the facts of texts, with failures that show the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from factdiff.config import Config
from factdiff.pipeline import check_consistency, check_draft
from factdiff.records import Finding, Mention, Source
from factdiff.report import Report
from factdiff.sources import to_source
from factdiff.values.amounts.amount import Amount

#: the types that a source can be given as
Given = Source | str | Mapping[str, object] | Path
#: the statuses of values that a draft must not have
UNSUPPORTED = ("contradicted", "not-found")
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
    message = "\n".join(["the sources contradict each other", *finding_lines(graver, report.sources)])
    findings = len(graver)
    assert findings == 0, message
    return report


def finding_lines(findings: Iterable[Finding], sources: Sequence[Source] = ()) -> Iterator[str]:
    """The findings as lines, each with its evidence and, if the sources are given, the text around it."""
    texts = {source.id: source.text for source in sources}
    for finding in findings:
        yield f"{finding.check} ({finding.severity}): {finding.message}"
        for evidence in finding.evidence:
            text = texts.get(evidence.source, "")
            before, after = text[max(0, evidence.start - AROUND) : evidence.start], text[evidence.end :][:AROUND]
            around = " ".join(f"{before}[{evidence.surface}]{after}".split())
            yield f"  {evidence.side}  {evidence.source}:{evidence.start}-{evidence.end}  {around}"


def assert_supported(draft: Given, sources: Iterable[Given], *, config: Config | None = None) -> Report:
    """Fail where a text says what its sources do not: it contradicts them, gives a value that none of them gives, or
    gives a figure without the hedge that all of them put on it.

    Takes what :func:`factdiff.check_draft` takes, raises its errors, and gives its report back. Where the config has
    ``fail_on``, the statuses in it decide, in place of ``contradicted`` and ``not-found``.

    >>> sources = ["More than 1,000 containers reached the port."]
    >>> assert_supported("Over 1,000 containers reached the port.", sources).ok
    True
    """
    __tracebackhide__ = True
    report = check_draft(draft, sources, config=config)
    given = config.fail_on if config else None
    graver = report.failures(UNSUPPORTED if given is None else given)
    lines = [*finding_lines(graver, report.sources), *dropped_hedges(report, to_source(draft, "draft").id or "draft")]
    message = "\n".join(["the sources do not support the draft", *lines])
    unsupported = len(lines)
    assert unsupported == 0, message
    return report


def dropped_hedges(report: Report, draft: str) -> Iterator[str]:
    """A line for each bare figure of a draft that every source which gives it gives under a hedge."""
    hedged: defaultdict[tuple[str, float], list[Mention]] = defaultdict(list)
    for mention in report.mentions:
        if mention.source != draft and isinstance(mention.value, Amount) and mention.value.stated is not None:
            hedged[mention.kind, mention.value.stated].append(mention)
    for mention in report.mentions:
        value = mention.value
        if mention.source == draft and isinstance(value, Amount) and value.is_point and value.stated is not None:
            others = hedged[mention.kind, value.stated]
            if others and all(isinstance(other.value, Amount) and other.value.modifier for other in others):
                words = " / ".join(dict.fromkeys(f"“{other.surface}” ({other.source})" for other in others))
                yield f"dropped hedge: “{mention.surface}” ({draft}:{mention.start}-{mention.end}) against {words}"
