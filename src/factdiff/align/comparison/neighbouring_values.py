"""The values told beside a mention: articles that tell one fact tell the same figures, days and names around it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from operator import attrgetter, eq
from typing import NamedTuple

from attrs import frozen

from factdiff.align.comparison.inverse_document_frequency import weighting
from factdiff.context import Document, comparable_mentions
from factdiff.records import Mention
from factdiff.values.amounts.amount import Amount
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import calendar_day
from factdiff.values.calendar.time import Time
from factdiff.values.names.name import Name, phonetic_key
from factdiff.values.places.place import Place
from factdiff.values.relation import Value

#: the natural logarithm of the ratio within which amounts have a key in common, where it is less than half of this
STEP = 0.04
#: a day that lies so many days before that of publication is long past
LONG_PAST = 300
#: how many sentences before that of a mention are searched for a day
SENTENCES_BEFORE = 2
#: a part of a value that equal values have in common
Key = tuple[Hashable, ...]
#: the kind and the keys of a value; a plain tuple of them costs the garbage collector nothing
Neighbour = tuple[str, tuple[Key, ...]]
#: the first and the last day of a date
Span = tuple[date, date]
NO_KEYS: frozenset[Key] = frozenset()


@frozen(eq=False)
class NeighbouringValues:
    """The values around a mention.

    ``sentence`` and ``passage`` are the keys of the other values of its sentence, and those with the sentences beside
    it. ``before`` and ``behind`` are the kind and the keys of its neighbours in the sentence. ``day`` is the nearest
    date of the sentence, or else the last date before it, and ``long_past`` says whether that of the sentence lies long
    before the day of publication; None where nothing is told.
    """

    sentence: frozenset[Key]
    passage: frozenset[Key]
    before: Neighbour | None
    behind: Neighbour | None
    day: Span | None
    long_past: bool | None


@frozen(eq=False)
class DocumentValues:
    """The keys of the values of each sentence of a document, and the values around its comparable mentions by index."""

    by_sentence: Sequence[frozenset[Key]]
    around: Mapping[int, NeighbouringValues]


class ToldValue(NamedTuple):
    """A value that is told at a place of a text, with its kind and its keys."""

    start: int
    end: int
    neighbour: Neighbour
    span: Span | None


def keys_of(value: Value | None) -> Iterator[Key]:
    """The keys of a value: two values that agree have one in common, and others seldom.

    >>> from factdiff import find_mentions
    >>> one, two, three = (set(keys_of(m.value)) for m in find_mentions("It fell 300 ft. He ran 92 metres, not 99."))
    >>> bool(one & two), bool(one & three)
    (True, False)
    """
    if isinstance(value, Amount):
        figure = abs(value.si_figure)
        if figure:
            step = math.log(figure) / STEP
            yield value.kind, "nearest", round(step)
            yield value.kind, "floor", math.floor(step)
    elif isinstance(value, Time):
        yield "time", value.minute
    elif isinstance(value, Date):
        span = span_of(value)
        if span is not None:
            yield span
    elif isinstance(value, Place):
        if value.id:
            yield "place", value.id
    elif isinstance(value, Name):
        yield "name", phonetic_key(value.family or value.full)


def told_values(document: Document) -> Sequence[Sequence[ToldValue]]:
    """The values that each sentence tells, in the order of the text."""
    found: list[list[ToldValue]] = [[] for _ in document.sentences]
    for mention in sorted(chain(document.mentions, document.overlay), key=attrgetter("start", "end")):
        keys = tuple(keys_of(mention.value))
        if keys:
            told = ToldValue(mention.start, mention.end, (mention.kind, keys), span_of(mention.value))
            found[document.sentence_index_at(mention.start)].append(told)
    return found


def span_of(value: Value | None) -> Span | None:
    """The first and the last day of a date, where both are known."""
    if isinstance(value, Date) and value.earliest and value.latest:
        return value.earliest, value.latest
    return None


def document_values(document: Document) -> DocumentValues:
    """The values of a document by sentence, and those around its comparable mentions."""
    told, published = told_values(document), calendar_day(document.published)
    keys = [joined(values) for values in told]
    beside = [union(one, two) for one, two in zip([NO_KEYS, *keys], [*keys[1:], NO_KEYS], strict=False)]
    days = [next((value.span for value in reversed(values) if value.span), None) for values in told]
    around: dict[int, NeighbouringValues] = {}
    for index in document.cached(comparable_mentions):
        number = document.sentence_index(index)
        earlier = next(filter(None, reversed(days[max(0, number - SENTENCES_BEFORE) : number])), None)
        around[index] = values_around(document.mentions[index], told[number], beside[number], earlier, published)
    return DocumentValues(keys, around)


def values_around(
    mention: Mention,
    told: Sequence[ToldValue],
    beside: frozenset[Key],
    earlier: Span | None,
    published: date | None,
) -> NeighbouringValues:
    """The values around a mention, given those of its sentence, the keys of the sentences beside it, and the last date
    before the sentence.
    """
    start, end = mention.start, mention.end
    before, behind = [value for value in told if value.end <= start], [value for value in told if end <= value.start]
    others = before + behind
    days = [(abs(value.start - start), value.span) for value in others if value.span]
    nearest = min(days)[1] if days else None
    sentence = joined(others)
    return NeighbouringValues(
        sentence=sentence,
        passage=union(sentence, beside),
        before=before[-1].neighbour if before else None,
        behind=behind[0].neighbour if behind else None,
        day=nearest or earlier,
        long_past=None if nearest is None or published is None else (published - nearest[1]).days > LONG_PAST,
    )


def joined(values: Sequence[ToldValue]) -> frozenset[Key]:
    """The keys of some values together."""
    return frozenset([key for value in values for key in value.neighbour[1]]) if values else NO_KEYS


def union(one: frozenset[Key], two: frozenset[Key]) -> frozenset[Key]:
    """The keys of both sets; one of them itself where the other is empty, so that fewer objects are kept."""
    return one | two if one and two else one or two


def value_similarity(documents: Iterable[Document]) -> Callable[[frozenset[Key], frozenset[Key]], float]:
    """The cosine similarity of two sets of keys, 0 to 1, each weighted by how few sentences of a story have it.

    That of two empty sets is 1.
    """
    sentences = [keys for document in documents for keys in document.cached(document_values).by_sentence]
    counts = Counter(chain.from_iterable(sentences))
    _, _, similarity = weighting(counts, len(sentences))
    return similarity


def same_neighbour(one: Neighbour | None, two: Neighbour | None) -> int:
    """1 for neighbours that agree, -1 for unlike ones of one kind, -2 for other kinds, 0 where one is missing."""
    if one is None or two is None:
        return 0
    if one[0] != two[0]:
        return -2
    return 1 if any(map(eq, one[1], two[1])) else -1  # the keys of a kind come in one order


def same_days(one: Span | None, two: Span | None) -> int:
    """1 for dates with a common day, -1 for others, 0 where one is missing."""
    if one is None or two is None:
        return 0
    return 1 if one[0] <= two[1] and two[0] <= one[1] else -1


def both_long_past(one: bool | None, two: bool | None) -> int:
    """1 for two mentions of what is long past, -1 where only one is, 0 where none is."""
    return 0 if not one and not two else 1 if one and two else -1
