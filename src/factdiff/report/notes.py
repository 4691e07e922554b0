"""What a reader of a report ought to know beside its findings: what could not be read or compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factdiff.context import Document
from factdiff.language import is_known
from factdiff.records import Fact, Mention, Note, Source
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import calendar_day

#: how many values are shown of those that were not compared
SHOWN = 3
#: the rule of words that name no day whenever they are written: "recently"
VAGUE = "date-vague"


def notes_on(documents: Sequence[Document], facts: Iterable[Fact], given: Sequence[Source]) -> Iterator[Note]:
    """The notes on the sources of a story, in their order; ``given`` are these as the user gave them."""
    related = {m.source for fact in facts if len({m.source for m in fact.mentions}) > 1 for m in fact.mentions}
    for document, marked in zip(documents, given, strict=True):
        id = document.source.id
        yield from (Note("file", id, f"{id}: {message}") for message in file_notes(marked))
        yield from language(document.source, marked)
        yield from undated_note(document)
        yield from boilerplate_note(document)
        if len(documents) > 1 and id not in related:
            yield Note("unrelated", id, f"nothing in {id} could be compared with another source: check its text")


def file_notes(source: Source) -> tuple[str, ...]:
    """What the reader of the file of a source had to guess or to leave out."""
    return source.original.notes if source.original else ()


def language(source: Source, marked: Source) -> Iterator[Note]:
    """A note where the language of a source is not known, or is not that which it was marked with."""
    if source.lang != marked.lang:
        read = "in a script that is not read yet" if source.lang == "und" else f"read as {source.lang!r}"
        yield Note("language", source.id, f"{source.id} is marked {marked.lang!r} but was {read}: set its lang")
    elif not is_known(source.lang):
        message = f"nothing is known of the language {source.lang!r} of {source.id}: only figures and signs were read"
        yield Note("language", source.id, message)


def undated_note(document: Document) -> Iterator[Note]:
    """A note where days could not be told, since that of publication is not known."""
    dates = ((m, m.value) for m in document.mentions if m.rule != VAGUE)
    open_days = [m for m, value in dates if isinstance(value, Date) and value.is_unresolved and not value.readings]
    if open_days and document.published is None:
        id = document.source.id
        original = document.source.original
        modified = calendar_day(original.modified) if original else None
        change = f" (that of its last change, {modified}, does not tell)" if modified else ""
        message = f"{first_surfaces(open_days)} in {id} could not be dated: give the day it was published{change}"
        yield Note("undated", id, message)


def boilerplate_note(document: Document) -> Iterator[Note]:
    """A note on the values in page furniture, which were not compared."""
    aside = [m for n, m in enumerate(document.mentions) if document.sentence(n).section == "boilerplate"]
    if aside:
        id = document.source.id
        yield Note("set-aside", id, f"page furniture of {id} was not compared: {first_surfaces(aside)}")


def first_surfaces(mentions: Sequence[Mention]) -> str:
    """The quoted surfaces of the first mentions, and the number of the others."""
    words = list(dict.fromkeys(f"“{' '.join(m.surface.split())}”" for m in mentions))
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    return ", ".join(words[:SHOWN]) + more
