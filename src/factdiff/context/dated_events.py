"""Dated events: the class of the event that a date is said of, by the nearest word before it."""

from __future__ import annotations

from bisect import bisect_left

from factdiff.context.document import Document
from factdiff.language import load


def dated_event(document: Document, number: int) -> frozenset[str]:
    """The classes of the nearest word before a date in its clause that tells of an event; none where there is none.

    >>> from factdiff import Source, find_mentions
    >>> source = Source("A suspect in the shooting was arrested on Friday.")
    >>> sorted(dated_event(Document(source, find_mentions(source, kinds=["date"])), 0))
    ['arrest']
    """
    sentence, (low, _) = document.sentence(number), document.clause(number)
    first, last = bisect_left(sentence.starts, low), bisect_left(sentence.starts, document.mentions[number].start)
    events = load(document.source.lang).lexicon.events
    found = (events.get(stem) for stem in reversed(sentence.stems[first:last]))
    return next(filter(None, found), frozenset())
