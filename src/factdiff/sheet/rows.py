"""The rows of a sheet: each checkable mention of the draft with its status, in the order of the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from factdiff.align import Alignment
from factdiff.context import Document, comparable_mentions, restatements
from factdiff.fact_sheet import Candidate, SheetRow
from factdiff.records import Mention
from factdiff.sheet.draft_story import DraftStory, one_a_source
from factdiff.sheet.names import CAPITALS, capitalised_words, capitals_row, name_row
from factdiff.sheet.offices import office_row
from factdiff.sheet.quotations import quotation_rows
from factdiff.sheet.same_figures import same_figures
from factdiff.sheet.stances import stance_row
from factdiff.sheet.value_rows import Comparable, comparable_values, nearest_of, value_row
from factdiff.values.amounts.number import TIMES
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.recurrence import Recurrence
from factdiff.values.names.name import Name
from factdiff.values.names.quote import Quote
from factdiff.values.names.role import Role
from factdiff.values.names.stance import Stance
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation, Value, relate
from factdiff.values.terms.term import Term

#: an office of several words, none of which is a figure
OFFICE = re.compile(r"^\D+\s\D+$")


def draft_rows(documents: Sequence[Document], draft: str | None, aligned: Alignment) -> tuple[SheetRow, ...]:
    """The rows of a draft, given by its id, against the other documents; none where there is no draft."""
    own = next((document for document in documents if document.source.id == draft), None)
    if own is None:
        return ()
    sources = [document for document in documents if document is not own]
    story = DraftStory(own, sources, aligned.idf, aligned.originals)
    return rows_of(story, comparable_values(aligned.scores, {own.source.id or ""}))


def rows_of(story: DraftStory, comparable: Mapping[Mention, Comparable]) -> tuple[SheetRow, ...]:
    """The rows of a draft in its order, given what the slots say of its values."""
    rows = (*value_rows(story, comparable), *overlay_rows(story))
    return tuple(sorted(rows, key=lambda row: (row.mention.start, row.mention.end)))


def overlay_rows(story: DraftStory) -> Iterator[SheetRow]:
    """The rows of the names, offices, quotations and stances of a draft."""
    overlay = [mention for mention in story.draft.overlay if is_checkable(story.draft, mention)]
    for mention in (*overlay, *capitalised_words(story.draft, (*story.draft.mentions, *story.draft.overlay))):
        if isinstance(mention.value, Quote):
            yield from quotation_rows(story, mention, mention.value)
        else:
            yield row_of(story, mention)


def row_of(story: DraftStory, mention: Mention) -> SheetRow:
    """The row of a name, an office or a stance."""
    value = mention.value
    if mention.rule == CAPITALS:
        return capitals_row(story, mention)
    if isinstance(value, Name):
        return name_row(story, mention, value)
    if isinstance(value, Role):
        return office_row(story, mention, value)
    if isinstance(value, Stance):
        return stance_row(story, mention)
    return story.row(mention, list(story.standing(mention, mention.surface)))


def value_rows(story: DraftStory, comparable: Mapping[Mention, Comparable]) -> Iterator[SheetRow]:
    """The rows of dates, times, amounts, places and terms; one that restates another has its row."""
    document = story.draft
    restated = {second: first for first, second in document.cached(restatements) if first.kind != "date"}
    compared = {document.mentions[index] for index in document.cached(comparable_mentions)}
    rows: dict[Mention, SheetRow] = {}
    by_value: dict[tuple[str, object], SheetRow] = {}
    for mention in document.mentions:
        twin = rows.get(restated[mention]) if mention in restated else None
        if twin is None and mention in compared and mention not in comparable:
            twin = by_value.get(identity(mention.value))
        if twin is not None:
            same = same_figures(story, mention) if twin.status == "not-found" else ()
            rows[mention] = evolve(
                twin if not same else story.row(mention, (), same), mention=mention, about=story.about(mention)
            )
        elif mention in compared and getattr(mention.value, "counted", None) != TIMES:
            rows[mention] = checked_row(story, mention, comparable.get(mention))
            by_value.setdefault(identity(mention.value), rows[mention])
    yield from rows.values()


def checked_row(story: DraftStory, mention: Mention, comparable: Comparable | None) -> SheetRow:
    """The row of a value.

    A graded term that stands in a source, of whatever it is said there, is compatible with that.
    """
    value = mention.value
    if isinstance(value, Date) and value.is_unresolved:
        return unresolved_row(story, mention, value)
    if isinstance(value, Place) and not (comparable and comparable.has_same):
        standing = list(story.standing(mention, mention.surface))
        return story.row(mention, standing, parts_of(story, value), nearest_of(story, comparable))
    if isinstance(value, Recurrence):
        return story.row(mention, list(same_recurrences(story, value)))
    row = value_row(story, mention, comparable)
    if isinstance(value, Term) and row.status == "not-found":
        return story.row(mention, (), list(story.standing(mention, mention.surface)), nearest_of(story, comparable))
    return row


def same_recurrences(story: DraftStory, value: Recurrence) -> Iterator[Candidate]:
    """The mentions of a recurrence in sources, one of each."""
    every = (m for document in story.sources for m in document.mentions if m.kind == value.kind)
    yield from one_a_source(story.candidate(m) for m in every if relate(value, m.value) is Relation.EQUAL)


def parts_of(story: DraftStory, value: Place) -> Sequence[Candidate]:
    """The places of sources that lie in a place, one of each source."""
    inside = (
        story.candidate(m, "it lies there")
        for document in story.sources
        for m in document.mentions
        if isinstance(m.value, Place) and relate(value, m.value) is Relation.CONTAINS
    )
    return one_a_source(inside)


def unresolved_row(story: DraftStory, mention: Mention, value: Date) -> SheetRow:
    """The row of a day of which the date is not known; a weekday that no source has is not found."""
    days = [(m, m.value) for document in story.sources for m in document.mentions if isinstance(m.value, Date)]
    named = [(m, weekday_of(day)) for m, day in days]
    known = {day for _, day in named if day}
    if value.weekday is None or not known or value.weekday in known:
        return SheetRow(mention, "unresolved", about=story.about(mention))
    others = [(story.similarity(mention, m), m, ["both are weekdays"]) for m, day in named if day]
    return story.row(mention, (), (), lambda: (story.nearest(mention, others), False))


def weekday_of(day: Date) -> str | None:
    """The weekday of a date, if it is one day or names one."""
    if day.weekday is None and day.granularity == "day" and day.earliest is not None:
        return WEEKDAYS[day.earliest.weekday()]
    return day.weekday


def identity(value: Value) -> tuple[str, object]:
    """What mentions of one value have in common."""
    return value.kind, (value.id or value.name) if isinstance(value, Place) else value


def is_checkable(document: Document, mention: Mention) -> bool:
    """Whether a mention can be ticked: it stands outside boilerplate, and is no mere "owner"."""
    if isinstance(mention.value, Role) and mention.value.holder is None and not OFFICE.search(mention.surface):
        return False
    return any(s.start <= mention.start < s.end for s in document.content_sentences)
