"""Excerpts: the clause of a mention with a gap in place of its value."""

from __future__ import annotations

from bisect import bisect_left

from factdiff.context.document import Document
from factdiff.text.tokens import tokens

#: how many words of the clause are shown before and behind the gap
BEFORE, BEHIND = 5, 6
#: the sign that stands for the value
GAP = "…"


def clause_with_gap(document: Document, number: int) -> str:
    """The words around a mention in its clause, with a gap in its place.

    >>> from factdiff import Source, find_mentions
    >>> source = Source("Greece sent help, and 45 rescuers from Italy came with six dogs.")
    >>> clause_with_gap(Document(source, find_mentions(source, kinds=["number"])), 0)
    '… rescuers from Italy came with six'
    """
    mention, (low, high) = document.mentions[number], document.clause(number)
    words, _, offsets = tokens(document.text)
    start, end = bisect_left(offsets, mention.start), bisect_left(offsets, mention.end)
    first, last = max(bisect_left(offsets, low), start - BEFORE), min(bisect_left(offsets, high), end + BEHIND)
    before = document.source.text[offsets[first] : mention.start] if first < start else ""
    behind = document.source.text[mention.end : offsets[last - 1] + len(words[last - 1])] if end < last else ""
    return " ".join(f"{before}{GAP}{behind}".split()).strip(" ,;:.")
