"""The slot context of a mention: its neighbouring words, its head noun, its person and its place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from attrs import frozen

from factdiff.align.comparison.comparison_levels import TOP_SECTIONS
from factdiff.align.comparison.neighbouring_values import NeighbouringValues, document_values
from factdiff.context import Context, Document, comparable_mentions
from factdiff.language import load
from factdiff.language.lexicon import Lexicon
from factdiff.records import Mention
from factdiff.text.tokens import tokens
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.calendar.time import Time
from factdiff.values.names.name import Name, phonetic_key
from factdiff.values.relation import Value

#: how many tokens before and behind a mention are looked at, and within how many a capitalised word is near it
BEFORE, BEHIND, NEAR = 3, 4, 10
#: how far before an age the name of a person ends, and how far behind it one starts, in characters
NAME_BEFORE, NAME_BEHIND = 3, 24
NO_WORDS: frozenset[str] = frozenset()


@frozen(eq=False)
class SlotContext:
    """The words around a mention that say what its value is said of.

    ``left`` and ``right`` are the tokens right beside
    it, ``function_word`` is the nearest word without content before it, and ``left_stems`` and ``right_stems`` are the
    stems of the nearest words, of which ``next_stem`` is the first behind it. ``of_what`` is what the value is of: the
    head noun that a count counts or an ordinal ranks, the unit that a price is per, or the day of a time. ``counted``
    is the class of what is counted, and ``unit`` the unit of an amount; ``granularity`` is that of a date. ``capitals``
    are the capitalised words of the sentence, and ``near_capitals`` those close by. ``person`` is the person
    right beside an age: the surname, as it sounds, and the initial of the given name. ``depth`` is the share of the
    text that stands before it, ``top`` says that it stands in the headline or the lead, and ``values`` are those told
    around it.
    """

    context: Context
    left: str
    right: str
    function_word: str
    left_stems: frozenset[str]
    right_stems: frozenset[str]
    next_stem: str
    of_what: str
    counted: str
    unit: str
    granularity: str
    modifier: str
    capitals: frozenset[str]
    near_capitals: frozenset[str]
    person: tuple[str, str] | None
    depth: float
    top: bool
    values: NeighbouringValues


def slot_contexts(document: Document) -> Mapping[int, SlotContext]:
    """The slot contexts of the comparable mentions of a document, by their index."""
    text, lexicon = DocumentTokens(document), load(document.source.lang).lexicon
    return {index: slot_context(document, index, text, lexicon) for index in document.cached(comparable_mentions)}


class DocumentTokens:
    """The tokens of a document, the numbers of those that begin with a capital, and the capitalised words of each
    sentence but for its first word.
    """

    def __init__(self, document: Document) -> None:
        self.words, self.kinds, self.offsets = tokens(document.text)
        self._capitals = [number for number, word in enumerate(self.words) if word[:1].isupper()]
        self._shared: dict[frozenset[str], frozenset[str]] = {}
        ends = [(self.number_at(sentence.start), self.number_at(sentence.end)) for sentence in document.sentences]
        self.sentences = [(first, last, self.capitals((first + 1, last))) for first, last in ends]

    def number_at(self, offset: int) -> int:
        """The number of the first token from an offset on."""
        return bisect_left(self.offsets, offset)

    def capitals(self, *stretches: tuple[int, int]) -> frozenset[str]:
        """The words that begin with a capital, of stretches given by the numbers of their tokens."""
        found, numbers = self._capitals, list[int]()
        for low, high in stretches:
            numbers += found[bisect_left(found, low) : bisect_left(found, high)]
        return self.shared(frozenset(map(self.words.__getitem__, numbers))) if numbers else NO_WORDS

    def shared(self, words: frozenset[str]) -> frozenset[str]:
        """Equal words as one object, so that a document is no more objects than it needs."""
        return self._shared.setdefault(words, words)


def slot_context(document: Document, index: int, text: DocumentTokens, lexicon: Lexicon) -> SlotContext:
    """The slot context of a mention, given the tokens of the document."""
    mention, sentence, number = document.mentions[index], document.sentence(index), document.sentence_index(index)
    (low, high, capitals), kinds = text.sentences[number], text.kinds
    first, last = text.number_at(mention.start), text.number_at(mention.end)
    before, behind = kinds[max(low, first - BEFORE) : first], kinds[last : min(high, last + BEHIND)]
    stems = lexicon.stems.__getitem__
    left_stems, right_stems = [*filter(None, map(stems, before))], [*filter(None, map(stems, behind))]
    value = mention.value
    noun = value.counted if isinstance(value, Number | Ordinal) else None
    return SlotContext(
        context=document.context(index),
        left=before[-1] if before else "",
        right=behind[0] if behind else "",
        function_word=next(filter(lexicon.stop.__contains__, reversed(before)), ""),
        left_stems=text.shared(frozenset(left_stems)),
        right_stems=text.shared(frozenset(right_stems)),
        next_stem=right_stems[0] if right_stems else "",
        of_what=lexicon.lemma(noun) if noun else told_apart(value),
        counted=document.counted_class(index),
        unit=getattr(value, "unit", None) or "",
        granularity=getattr(value, "granularity", ""),
        modifier=getattr(value, "modifier", None) or "",
        capitals=capitals,
        near_capitals=text.capitals((max(low + 1, first - NEAR), first), (last, min(high, last + NEAR))),
        person=person_beside(document, mention) if mention.kind == "age" else None,
        depth=number / len(document.sentences),
        top=sentence.section in TOP_SECTIONS,
        values=document.cached(document_values).around[index],
    )


def told_apart(value: Value | None) -> str:
    """What a price is per, or the day of a time, which are compared apart from the value itself."""
    if isinstance(value, Time):
        return value.day.isoformat() if value.day else ""
    return (value.per or "") if isinstance(value, Money) else ""


def persons(document: Document) -> Sequence[tuple[int, int, tuple[str, str]]]:
    """The start, the end and the surname with the initial of each name of a person, the surname as it sounds."""
    return [
        (mention.start, mention.end, surname_and_initial(mention.value))
        for mention in document.overlay
        if isinstance(mention.value, Name) and mention.value.category == "person"
    ]


def surname_and_initial(name: Name) -> tuple[str, str]:
    """The surname of a person, as it sounds, and the first letter of the given name, where it is told."""
    return phonetic_key(name.family or name.full), (name.given or "")[:1].lower()


def person_beside(document: Document, mention: Mention) -> tuple[str, str] | None:
    """The person whose name stands right beside an age."""
    people = document.cached(persons)
    number = bisect_left(people, (mention.start,))
    if number and 0 <= mention.start - people[number - 1][1] <= NAME_BEFORE:
        return people[number - 1][2]
    behind = people[number : number + 1]
    return behind[0][2] if behind and 0 <= behind[0][0] - mention.end <= NAME_BEHIND else None
