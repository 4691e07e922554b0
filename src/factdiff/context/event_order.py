"""Event order: which of two events came first, as the sentences of a document tell it."""

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

#: how many event orders of a document are looked at
MOST = 200


@frozen(eq=False)
class Event:
    """An event in the ``words`` of a clause, with its ``classes``.

    ``stems`` are the stems and figures of the clause, ``places`` the keys of its places, and ``marks`` all classes,
    stems and figures.
    """

    words: str
    classes: frozenset[str]
    stems: frozenset[str]
    places: frozenset[str]
    marks: frozenset[str]


@frozen(eq=False)
class EventOrder:
    """Two events of which a document says that one came before the other.

    ``start`` and ``end`` are the offsets of the words that say so, ``relation`` is before or after, and ``modality`` is
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
    """The event orders of a document, outside its boilerplate.

    >>> from factdiff import Source
    >>> (order,) = event_orders(Document(Source("The shops were looted after the police had left."), ()))
    >>> order.relation, sorted(order.later.stems)
    ('after', ['loot', 'shop'])
    """
    return tuple(islice(iter_event_orders(document), MOST))


def iter_event_orders(document: Document) -> Iterator[EventOrder]:
    """All event orders of a document, outside its boilerplate."""
    text, language = document.text, load(document.source.lang)
    for sentence in document.content_sentences:
        for order in language.orders(text, sentence.start, sentence.end):
            earlier, later = (event_of(document, text, sentence, clause) for clause in (order.earlier, order.later))
            id = document.source.id or ""
            yield EventOrder(id, order.start, order.end, order.relation, earlier, later, order.modality)


def event_of(document: Document, text: str, sentence: Sentence, clause: Clause) -> Event:
    """The event of a clause of a sentence."""
    first, last = (bisect_left(sentence.starts, offset) for offset in (clause.start, clause.end))
    found = frozenset(sentence.stems[first:last])
    places = frozenset(word for word in found if word.startswith("="))
    values = (m.value for m in document.mentions_between(clause.start, clause.end))
    figures = frozenset(str(value.stated) for value in values if isinstance(value, Amount) and value.stated)
    words, stems = " ".join(text[clause.start : clause.end].split()), (found - places) | figures
    return Event(words.strip(" ,.;:"), clause.events, stems, places, clause.events | stems)
