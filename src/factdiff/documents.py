"""The documents of a story: reads its sources, with their dates of publication and their mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from factdiff.context import Document, in_story_currencies
from factdiff.finder import in_text_order, overlay, published_in, scan
from factdiff.records import Mention, Origin, Source
from factdiff.values.calendar.days import calendar_day

#: how far apart the sources of a story can be published for an undated one to count as published between them
WINDOW = timedelta(6)
#: how many documents are kept in memory, and the length in characters of the longest of them
KEPT, LONGEST = 64, 10_000


def all_mentions(document: Document) -> tuple[Mention, ...]:
    """All mentions of a document, in text order."""
    return in_text_order(document.mentions, document.overlay)


def read_documents(
    story: Sequence[Source], reading: Iterable[Source], pipeline: str | None = None, draft: str | None = None
) -> tuple[Document, ...]:
    """The documents of the sources of a story, which are read in turn.

    A ``draft`` without a date is taken to be of the day of its latest source. Sources of a usual length are not read
    again while they are among the last ``KEPT``, as when a draft is checked after every change against the same
    sources, unless a ``pipeline`` of spaCy reads them as well.
    """
    published = {source: stated_publication(source) for source in story}
    last = max((when for when in published.values() if when), key=calendar_day, default=None)
    published.update({source: calendar_day(last) for source in story if source.id == draft and not published[source]})
    days = publication_window(published.values())
    documents = [
        read_document(source, when, days, str(when))
        if pipeline is None and len(source.text) <= LONGEST
        else read_document.__wrapped__(source, when, days, str(when), pipeline)
        for source, when in zip(reading, published.values(), strict=True)
    ]
    return in_story_currencies(documents)


@lru_cache(maxsize=KEPT)
def read_document(
    source: Source, published: date | None, days: tuple[date, ...], written: str, pipeline: str | None = None
) -> Document:
    """The document of a source.

    ``written`` is the date of publication with its time zone: equal moments can be different days.
    """
    mentions = find_mentions_in(source, published, days)
    return Document(source, mentions, published, overlay(source, mentions, pipeline=pipeline))


def publication_and_origin(document: Document, documents: Iterable[Document]) -> tuple[date | None, Origin | None]:
    """The date of publication of a document and where it was read; None for both where it is not known."""
    if document.published is not None:
        if document.source.published is not None:
            return document.published, "given"
        return document.published, "text" if stated_publication(document.source) else "story"
    days = publication_window(other.published for other in documents)
    return (days[-1], "story") if days else (None, None)


def publication_window(published: Iterable[date | None]) -> tuple[date, ...]:
    """The first and last known day of publication of the sources of a story.

    Empty where no day is known, or where the two lie too far apart to resolve a weekday.
    """
    days = sorted(day for when in published if (day := calendar_day(when)))
    return (days[0], days[-1]) if days and days[-1] - days[0] <= WINDOW else ()


def find_mentions_in(source: Source, published: date | None, days: tuple[date, ...]) -> tuple[Mention, ...]:
    """The mentions of a source; without a date, dates are resolved if they are the same on all days of the window.

    "Tuesday" is one day for all texts of Thursday to Saturday; "yesterday" is not.
    """
    if published is not None or not days:
        return scan(source, calendar_day(published))
    first, *others = (scan(source, day) for day in dict.fromkeys(days))
    if all(other == first for other in others):
        return first
    open_ones = {(m.start, m.end): m for m in scan(source, None, days[-1])}
    sure = {m for other in others for m in other}
    return tuple(m if m in sure else open_ones.get((m.start, m.end), m) for m in first)


def stated_publication(source: Source) -> date | None:
    """The date of publication that is given with a source, or else the one in its text."""
    return source.published or published_in(source)
