"""DRF993: a value of a draft in the place of which its sources have another one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from factdiff.align.names.differing_names import differing_names
from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.checks._common.sheet_rows import rows_with_facts
from factdiff.context import proper_names
from factdiff.records import Finding, Mention

REMARK = "its source settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each value of a draft that no source gives, where one gives another value for the same thing; names
    that differ in a word are told by ``name-variant``.
    """
    rows = [*rows_with_facts(story, "contradicted")]
    told = set(differing_mentions(story)) if any(row.mention.kind == "name" for row, _ in rows) else ()
    for row, fact in rows:
        if row.mention in told:
            continue
        own, other = row.mention, row.nearest[0].mention
        words = [" ".join(m.surface.split()) for m in (own, other)]
        said = f"“{words[0]}” ({own.source}) against “{words[1]}” ({other.source}); {REMARK}"
        head = f"“{row.about}”: " if row.about else "The draft differs from its source: "
        spans = (evidence(own, "A"), evidence(other, "B"))
        yield finding("warning", head + said, spans, fact, about=row.about, remark=REMARK * bool(row.about))


def differing_mentions(story: Story) -> Iterator[Mention | None]:
    """The names with a word in which sources differ, wherever that stands."""
    for pair in differing_names(story.documents):
        if not pair.alone:
            for word, document in product((pair.one[0].word, pair.two[0].word), story.documents):
                yield from (one.name for one in document.cached(proper_names).by_word.get(word, ()))


CHECK = Check(
    code="DRF993",
    name="draft-conflict",
    severity="warning",
    summary="No source gives a value of a draft, and one gives another value for what seems to be the same thing. "
    "Looked for in check_draft alone.",
    why="A slip in copying leaves a value that nobody gives, beside words that a source has with another value.",
    fires=Example(
        (
            "The quay with its crane for 40 tonnes was costly.",
            "The new quay at Sandvik cost €2 million. Its crane can lift 30 tonnes, and 14 men will work there.",
        ),
        draft=True,
    ),
    quiet=Example(
        (
            "The quay with its crane for 30 tonnes was costly.",
            "The new quay at Sandvik cost €2 million. Its crane can lift 30 tonnes, and 14 men will work there.",
        ),
        draft=True,
    ),
    find=find,
)
