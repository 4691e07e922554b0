"""The documents of a story: its sources, each with its date of publication and its mentions in their surroundings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from factdiff.context import Document
from factdiff.finder import merged, overlay, published_in, scan
from factdiff.records import Mention, Origin, Source
from factdiff.values.calendar.days import calendar_day

#: how far apart the sources of a story may have been published for an undated one to count as written between them
WINDOW = timedelta(6)
#: how many sources, and of how many characters at most, are kept as they were read
KEPT, LONGEST = 64, 10_000


def all_mentions(document: Document) -> tuple[Mention, ...]:
    """All mentions of a source, in their order."""
    return merged(document.mentions, document.overlay)


def read_documents(
    story: Sequence[Source], reading: Iterable[Source], pipeline: str | None = None, draft: str | None = None
) -> tuple[Document, ...]:
    """The scenes of the sources of a story, which are read in turn; a ``draft`` without a date is taken to be written
    when its latest source was.

    Sources of a usual length are not read again while they are among the last ``KEPT``, as where a draft is checked
    after every change against the same sources, unless a ``pipeline`` of spaCy reads them as well.
    """
    published = {source: stated_publication(source) for source in story}
    last = max((when for when in published.values() if when), key=calendar_day, default=None)
    published.update({source: calendar_day(last) for source in story if source.id == draft and not published[source]})
    days = publication_window(published.values())
    return tuple(
        read_document(source, when, days, str(when))
        if pipeline is None and len(source.text) <= LONGEST
        else read_document.__wrapped__(source, when, days, str(when), pipeline)
        for source, when in zip(reading, published.values(), strict=True)
    )


@lru_cache(maxsize=KEPT)
def read_document(
    source: Source, published: date | None, days: tuple[date, ...], written: str, pipeline: str | None = None
) -> Document:
    """The mentions of a source in their surroundings.

    ``written`` is the date of publication with its zone, which tells days apart that begin at one moment.
    """
    mentions = find_mentions_in(source, published, days)
    return Document(source, mentions, published, overlay(source, mentions, pipeline=pipeline))


def publication_and_origin(document: Document, documents: Iterable[Document]) -> tuple[date | None, Origin | None]:
    """When a source was published, as far as is known, and where that was read."""
    if document.published is not None:
        if document.source.published is not None:
            return document.published, "given"
        return document.published, "text" if stated_publication(document.source) else "story"
    days = publication_window(other.published for other in documents)
    return (days[-1], "story") if days else (None, None)


def publication_window(published: Iterable[date | None]) -> tuple[date, ...]:
    """The first and last day on which the sources of a story are known to have been published; () where none is, or
    where they lie too far apart to tell a weekday.
    """
    days = sorted(day for when in published if (day := calendar_day(when)))
    return (days[0], days[-1]) if days and days[-1] - days[0] <= WINDOW else ()


def find_mentions_in(source: Source, published: date | None, days: tuple[date, ...]) -> tuple[Mention, ...]:
    """The mentions of a source; of one without a date, those values that hold on every day of the story's window.

    "Tuesday" is one day for all who write between Thursday and Saturday; "yesterday" is not.
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
    """When a source was published: as given with it, or as its text says."""
    return source.published or published_in(source)
