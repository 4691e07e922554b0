"""Excerpts around evidence, and the words of a summary, for every format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from factdiff.records import Evidence, Finding
from factdiff.report import Report
from factdiff.report.restore import UNKNOWN
from factdiff.values.severity import SEVERITIES

#: how many characters are shown before and behind a piece of evidence
WIDTH = 60
#: how many names of a list are shown
MOST_NAMES = 4
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_UNKNOWN = re.compile(f"{UNKNOWN}{{2,}}")


@frozen
class Excerpt:
    """The words of a piece of evidence with the text before and behind them, each on one line."""

    before: str
    words: str
    after: str


def excerpt(text: str, evidence: Evidence, width: int = WIDTH) -> Excerpt:
    """The excerpt around a piece of evidence from the text of its source."""
    before = " ".join(
        text[max(0, evidence.start - width) : evidence.start].split(" ")[1 if evidence.start > width else 0 :]
    )
    after = text[evidence.end : evidence.end + width]
    if evidence.end + width < len(text):
        after = after.rpartition(" ")[0] or after
    return Excerpt(
        before=one_line(("…" if evidence.start > len(before) else "") + before),
        words=one_line(evidence.surface),
        after=one_line(after + ("…" if evidence.end + len(after) < len(text) else "")),
    )


def one_line(text: str) -> str:
    r"""The text with each run of blanks and line breaks as one blank, and each unknown part as one sign.

    Control characters of terminals and of the direction of writing, and lone surrogates, are made visible.

    >>> one_line("two\n lines\x1b[31m")
    'two lines�[31m'
    """
    flat = _UNKNOWN.sub(UNKNOWN, " ".join(text.split()))
    edges = (" " if text[:1].isspace() else "", " " if text[-1:].isspace() else "")
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", "".join((edges[0], flat, edges[1]))) if flat else " " * bool(text)


def texts(report: Report) -> dict[str, str]:
    """The text of each source by its id."""
    return {source.id or "": source.text for source in report.sources}


def state(finding: Finding) -> str:
    """The state of a finding in words: known, or accepted with its reason; an empty string where it is open."""
    if finding.accepted is not None:
        return f"accepted: {one_line(finding.accepted)}"
    return "known" if finding.known else ""


def summary(report: Report) -> str:
    """One line with the numbers of findings, sources, shared facts and suspects."""
    count = Counter(finding.severity for finding in report.findings)
    kinds = [plural(count[severity], severity) for severity in reversed(SEVERITIES) if count[severity]]
    found = ", ".join(kinds) if kinds else "no findings"
    known_or_accepted = sum(not finding.is_open for finding in report.findings)
    found += f" ({known_or_accepted} known or accepted)" if known_or_accepted else ""
    shared_facts = sum(fact.verdict != "single-source" for fact in report.facts)
    suspects = f"; {len(report.suspects)} worth a look" if report.suspects else ""
    sources = plural(len(report.sources), "source")
    return f"{found} in {sources}; {plural(shared_facts, 'shared fact')} compared{suspects}"


def plural(count: int, noun: str) -> str:
    """A count and its noun.

    >>> plural(1, "error"), plural(2, "error"), plural(2, "info")
    ('1 error', '2 errors', '2 info')
    """
    return f"{count} {noun}{'' if count == 1 or noun == 'info' else 's'}"


def by_side(spans: Iterable[Evidence]) -> Iterable[tuple[str, list[Evidence]]]:
    """Pieces of evidence by side."""
    sides: dict[str, list[Evidence]] = {}
    for evidence in spans:
        sides.setdefault(evidence.side, []).append(evidence)
    return sides.items()


def abbreviated(names: Sequence[str], separator: str = ", ") -> str:
    """The first names of a list and the number of the others; one more name is shown as well.

    >>> abbreviated("abcde"), abbreviated("abcdef")
    ('a, b, c, d, e', 'a, b, c, d and 2 more')
    """
    if len(names) <= MOST_NAMES + 1:
        return separator.join(names)
    return f"{separator.join(names[:MOST_NAMES])} and {len(names) - MOST_NAMES} more"
