"""What the sentences of a source tell of which of two events came first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from factdiff.context.document import Document
from factdiff.context.sentences import Sentence
from factdiff.language import load
from factdiff.language.clauses import Clause
from factdiff.values.amounts.amount import Amount

#: how many orders of a source are looked at
MOST = 200


@frozen(eq=False)
class Event:
    """An event in the ``words`` of a clause: its ``classes``, and the ``stems`` and figures in them.

    ``places`` are the keys of places, ``marks`` all classes, stems and figures.
    """

    words: str
    classes: frozenset[str]
    stems: frozenset[str]
    places: frozenset[str]
    marks: frozenset[str]


@frozen(eq=False)
class EventOrder:
    """Two events of which a source says that one came before the other.

    ``start`` and ``end`` are those of the words that say so, whose ``relation`` is before or after; ``modality`` is
    asserted or planned.
    """

    source: str
    start: int
    end: int
    relation: str
    earlier: Event
    later: Event
    modality: str


def event_orders(document: Document) -> tuple[EventOrder, ...]:
    """The orders of events that a source tells, but for its boilerplate.

    >>> from factdiff import Source
    >>> (told,) = event_orders(Document(Source("The shops were looted after the police had left."), ()))
    >>> told.relation, sorted(told.later.stems)
    ('after', ['loot', 'shop'])
    """
    return tuple(islice(iter_event_orders(document), MOST))


def iter_event_orders(document: Document) -> Iterator[EventOrder]:
    """The same, one by one."""
    text, language = document.text, load(document.source.lang)
    for sentence in document.content_sentences:
        for order in language.orders(text, sentence.start, sentence.end):
            earlier, later = (event_of(document, text, sentence, clause) for clause in (order.earlier, order.later))
            id = document.source.id or ""
            yield EventOrder(id, order.start, order.end, order.relation, earlier, later, order.modality)


def event_of(document: Document, text: str, sentence: Sentence, clause: Clause) -> Event:
    """The event that a clause of a sentence tells of."""
    first, last = (bisect_left(sentence.starts, offset) for offset in (clause.start, clause.end))
    found = frozenset(sentence.stems[first:last])
    places = frozenset(word for word in found if word.startswith("="))
    values = (m.value for m in document.mentions_between(clause.start, clause.end))
    figures = frozenset(str(value.stated) for value in values if isinstance(value, Amount) and value.stated)
    words, stems = " ".join(text[clause.start : clause.end].split()), (found - places) | figures
    return Event(words.strip(" ,.;:"), clause.events, stems, places, clause.events | stems)
