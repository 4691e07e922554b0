"""Measure how often the nearest candidate of a planted error that no source bears out is the right value.

    python tools/nearest_candidates.py fixtures/alignment/*/

The folders are of the form that ``fixtures/alignment/README.md`` tells. Each article with a planted error is held as a
draft against the others of its story. Of the values on the planted words that are not found, or contradicted, the first
of the nearest candidates is right if it stands in a witness, and on the words that the fact table has for what stood
there before, or, where no row has that, with the same value.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from factdiff import check_draft, find_mentions, relate
from factdiff.fact_sheet import SheetRow
from factdiff.values.relation import Relation, Value
from slot_fitting.labelled import lines
from slot_fitting.planted_stories import Span, articles, fact_spans, planted

#: the statuses of a value that has nearest candidates
MISSING = ("not-found", "contradicted")


def overlap(one: Span, two: Span) -> bool:
    """Whether two spans have characters in common."""
    return one[0] == two[0] and one[1] < two[2] and two[1] < one[2]


def is_right(row: SheetRow, witnesses: Sequence[str], right: Sequence[Span], old: Sequence[Value]) -> bool:
    """Whether the nearest candidate of a row is the right value."""
    if not row.nearest:
        return False
    found = row.nearest[0].mention
    if found.source not in witnesses:
        return False
    if right:
        return any(overlap((found.source or "", found.start, found.end), span) for span in right)
    return any(relate(found.value, value) is Relation.EQUAL for value in old)


def answers(folder: Path) -> Iterator[tuple[str, bool]]:
    """The kind of each planted value that is missing, and whether its nearest candidate is right."""
    plants, facts = (lines(folder / f"{name}.jsonl") for name in ("plants", "facts"))
    for home in sorted(path for path in folder.iterdir() if path.is_dir()):
        sources = articles(home)
        table = list(fact_spans([fact for fact in facts if fact["story"] == home.name], sources))
        for plant in (plant for plant in plants if plant["story"] == home.name):
            own = sources[plant["file"]]
            changed, after, before = planted(plant, own)
            report = check_draft(changed, [source for source in sources.values() if source is not own])
            right = [span for row in table if any(overlap(before, span) for span in row) for span in row]
            old = [m.value for m in find_mentions(own) if overlap((own.id or "", m.start, m.end), before)]
            for row in report.sheet:
                m = row.mention
                if row.status in MISSING and overlap((m.source or "", m.start, m.end), after):
                    yield plant["kind"], is_right(row, plant["witness"], right, old)
                    break


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories and print the share of right candidates, of all kinds and of each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path)
    found = [answer for folder in parser.parse_args(arguments).stories for answer in answers(folder)]
    count, right = Counter(kind for kind, _ in found), Counter(kind for kind, answer in found if answer)
    print(f"right {right.total()} of {count.total()}: {100 * right.total() / max(1, count.total()):.1f} %")
    print(*(f"{kind} {right[kind]}/{count[kind]}" for kind in sorted(count)), sep="  ")


if __name__ == "__main__":
    main()
