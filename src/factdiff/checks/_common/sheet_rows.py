"""The rows of the sheet of a draft that checks tell of."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.check import Story
from factdiff.fact_sheet import SheetRow, Status
from factdiff.records import Fact


def rows_with_facts(story: Story, status: Status) -> Iterator[tuple[SheetRow, Fact | None]]:
    """The rows of a status with the fact that each is of, without those of values whose fact is a conflict already."""
    fact_of = {mention: fact for fact in story.facts for mention in fact.mentions} if story.sheet else {}
    for row in story.sheet:
        fact = fact_of.get(row.mention)
        settled = fact is not None and fact.verdict == "conflicting" and fact.kind != "name"
        if row.status == status and not settled:
            yield row, fact
