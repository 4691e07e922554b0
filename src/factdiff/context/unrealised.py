"""Unrealised amounts: what is only asked, offered, recommended or forecast did not come about by being said."""

from __future__ import annotations

from factdiff.context.document import Document
from factdiff.language import load

#: how far before an amount the verb that asks for it can stand, in characters
REACH = 60


def is_unrealised(document: Document, number: int) -> bool:
    """Whether a mention is only asked for, offered or forecast in its clause.

    >>> from factdiff import Source, find_mentions
    >>> source = Source("Prosecutors asked for nine years, and the court gave him seven years.")
    >>> document = Document(source, find_mentions(source, kinds=["duration"]))
    >>> is_unrealised(document, 0), is_unrealised(document, 1)
    (True, False)
    """
    pattern = load(document.source.lang).lexicon.unrealised
    if pattern is None:
        return False
    start = document.mentions[number].start
    low = max(document.clause(number)[0], start - REACH)
    return pattern.search(document.lower, low, start) is not None
