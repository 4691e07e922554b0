"""Count scope: what the words around a count say of it: that it is a part, a total of several, or a margin."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from factdiff.context.document import Document
from factdiff.language import load
from factdiff.records import Mention
from factdiff.values.amounts.number import Number
from factdiff.values.places.place import Place

#: how far before or behind a count the words that tell its scope can stand, in characters
REACH = 60


@frozen
class OtherCount:
    """A count near another one, with the class of the things and what it is a count of."""

    stated: float
    counted: str
    roles: frozenset[str]


@frozen(eq=False)
class CountScope:
    """A count in its document, and what is said of it.

    ``partitive`` says that it is taken of a whole ("one of the victims"), ``domain`` that it is of several groups at
    once ("in all competitions"), ``margin`` that it is a difference ("by four votes"), ``with_perpetrator`` that the
    one who did the deed is among the counted, and ``narrowed`` that a word stands between it and its noun ("14 league
    goals"). ``beside`` are the other exact numbers of the sentence and of those next to it, ``sentence`` those of the
    sentence alone. ``places`` are the ids of the places of the sentence.
    """

    mention: Mention
    stated: float
    roles: frozenset[str]
    partitive: bool
    domain: bool
    margin: bool
    with_perpetrator: bool
    sentence: tuple[OtherCount, ...]
    beside: tuple[OtherCount, ...]
    places: frozenset[str]


def count_scope(document: Document, number: int) -> CountScope | None:
    """The scope of a count by its number; None for a mention that is no exact number.

    >>> from factdiff import Source, find_mentions
    >>> source = Source("The bill passed by four votes in Leeds.")
    >>> scope = count_scope(Document(source, find_mentions(source, kinds=["number"])), 0)
    >>> scope.margin, scope.partitive
    (True, False)
    """
    mention, value = document.mentions[number], document.mentions[number].value
    if not isinstance(value, Number) or value.stated is None:
        return None
    text, sentence = document.lower, document.sentence(number)
    index = document.sentence_index(number)
    around = document.sentences[max(0, index - 1) : index + 2]
    cues = load(document.source.lang).lexicon.count_cues
    before = text[max(sentence.start, mention.start - REACH) : mention.start]
    behind = text[mention.end : min(sentence.end, mention.end + REACH)]
    told = text[sentence.start : around[-1].end]
    words = {"partitive": behind, "domain": f"{before} {behind}", "margin": before, "perpetrator": told}
    found = {name for name, pattern in cues.items() if pattern.search(words[name])}
    places = document.mentions_between(sentence.start, sentence.end)
    return CountScope(
        mention=mention,
        stated=value.stated,
        roles=document.context(number).roles,
        partitive="partitive" in found,
        domain="domain" in found,
        margin="margin" in found,
        with_perpetrator="perpetrator" in found,
        sentence=tuple(other_counts(document, sentence.start, sentence.end, mention)),
        beside=tuple(other_counts(document, around[0].start, around[-1].end, mention)),
        places=frozenset(m.value.id for m in places if isinstance(m.value, Place) and m.value.id),
    )


def other_counts(document: Document, start: int, end: int, own: Mention) -> Iterator[OtherCount]:
    """The exact counts between two offsets without one of them."""
    for index in document.mention_indices(start, end):
        mention, value = document.mentions[index], document.mentions[index].value
        if mention is not own and isinstance(value, Number) and value.stated is not None:
            yield OtherCount(value.stated, document.counted_class(index), document.context(index).roles)


def counts_repeatedly(document: Document, start: int, end: int) -> bool:
    """Whether figures of a part of a text count more than once: "eight lamps: three in front, two on each side"."""
    words = load(document.source.lang).lexicon.distributive
    return words is not None and words.search(document.text, start, end) is not None
