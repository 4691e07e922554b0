"""Excerpts: the clause or the sentence of a mention with a gap in place of its value."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from factdiff.context.document import Document
from factdiff.records import Mention
from factdiff.text.tokens import Tokens, tokens

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
    return with_gap(document, document.mentions[number], *document.clause(number))


def sentence_with_gap(document: Document, mention: Mention) -> str:
    """The words around any mention of a document in its sentence, with a gap in its place.

    >>> from factdiff import Source, find_mentions
    >>> source = Source("Greece sent help. Then 45 rescuers came, with six dogs.")
    >>> mentions = find_mentions(source, kinds=["number"])
    >>> sentence_with_gap(Document(source, mentions), mentions[0])
    'Then … rescuers came, with six dogs'
    """
    number = bisect_right(document.sentences, mention.start, key=lambda sentence: sentence.start)
    sentence = document.sentences[max(0, number - 1)]
    return with_gap(document, mention, sentence.start, sentence.end)


def with_gap(document: Document, mention: Mention, low: int, high: int) -> str:
    """The words around a mention between two offsets, with a gap in its place."""
    words, _, offsets = document.cached(document_tokens)
    start, end = bisect_left(offsets, mention.start), bisect_left(offsets, mention.end)
    first, last = max(bisect_left(offsets, low), start - BEFORE), min(bisect_left(offsets, high), end + BEHIND)
    before = document.source.text[offsets[first] : mention.start] if first < start else ""
    behind = document.source.text[mention.end : offsets[last - 1] + len(words[last - 1])] if end < last else ""
    return " ".join(f"{before}{GAP}{behind}".split()).strip(" ,;:.")


def document_tokens(document: Document) -> Tokens:
    """The tokens of the text of a document."""
    return tokens(document.text)
