"""The rows of a summary, for data frames and for its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import Any

from factdiff.archive.tolls import Toll

#: the columns of data frames
CHECKS = {"check": str, "severity": str, "findings": int}
PAIRS = {"outlet": str, "other": str, "check": str, "findings": int}
ALONE = {"outlet": str, "against": int, "findings": int}
TOLLS = {
    "story": str, "fact": str, "harm": str, "source": str, "published": str, "low": float, "high": float,
}  # fmt: skip
#: how many rows a table of the page has at most
MOST = 500
#: heading, what it tells, the names of columns, and rows
Table = tuple[str, str, Sequence[str], Sequence[Sequence[object]]]


def toll_rows(tolls: Iterable[tuple[str, Toll]]) -> Iterator[tuple[Any, ...]]:
    """A row for each report of each toll, the earliest first, and then those without a date."""
    for story, toll in tolls:
        for r in toll.in_time:
            yield story, toll.fact, toll.harm, r.source, r.published and r.published.isoformat(), r.low, r.high


def page_tables(
    checks: Mapping[tuple[str, str], int],
    pairs: Mapping[tuple[str, str, str], int],
    alone: Mapping[tuple[str, int], int],
    tolls: Sequence[tuple[str, Toll]],
    errors: Mapping[str, str],
) -> list[Table]:
    """The tables of the page; of long ones, the rows with the largest numbers, in the order of their names."""
    by_pair: Counter[tuple[str, str]] = Counter()
    by_check: dict[tuple[str, str], list[str]] = {}
    for (one, two, check), number in pairs.items():
        by_pair[one, two] += number
        by_check.setdefault((one, two), []).append(f"{check} {number:,}")
    return [
        ("Findings by check", "", ("check", "severity", "findings"), [(*k, n) for k, n in checks.items()]),
        (
            "Findings by two outlets",
            "Each two outlets that stand on different sides of a finding. Which of them is right, nothing here tells.",
            ("outlet", "other outlet", "findings", "by check"),
            [(*pair, number, ", ".join(by_check[pair])) for pair, number in largest(by_pair)],
        ),
        (
            "Alone on a side",
            "How often an outlet has a side of a warning or error for itself, and how many stand on the others: one "
            "against several may be first, or wrong.",
            ("outlet", "against", "findings"),
            [(*key, number) for key, number in largest(alone)],
        ),
        (
            "Tolls over time",
            "Counts of persons who came to harm, as published.",
            ("story", "harm", "reports"),
            [(story, toll.harm, str(toll)) for story, toll in tolls[:MOST]],
        ),
        ("Not checked", "", ("story", "reason"), list(errors.items())[:MOST]),
    ]


def largest(counts: Any) -> list[tuple[Any, int]]:
    """The counts with the largest numbers, in the order of what is counted."""
    return sorted(nlargest(MOST, counts.items(), key=lambda item: item[1]))
